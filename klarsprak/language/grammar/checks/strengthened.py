"""Words that strengthen and stand apart from what they strengthen: *jätte bra*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.words_at import WordsAt

_STRENGTHENING = frozenset({"jätte"})


def _find(words: WordsAt) -> Iterator[Mistake]:
    """*jätte bra*, which is one word."""
    block = words.block
    for i in range(words.start, words.end - 1):
        if block.words[i] in _STRENGTHENING and block.tags[i + 1] in ("ADJ", "ADV") and block.words[i + 1].isalpha():
            yield Mistake(i, i + 2, (block.written(i, i + 1) + block.words[i + 1],))


STRENGTHENED = Check(_find, _STRENGTHENING, holds_in_phrases=True)
