"""An adjective straight before a noun that it doesn't agree with, no article before: *ny vänner, viktigt plats*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.lexicon import NounForm, adjective_in, adjective_of, noun_forms
from klarsprak.language.words_at import WordsAt

_BEFORE = frozenset({"ADP", "VERB", "AUX", "CCONJ", "PUNCT", "SCONJ", "ADV"})
_NO_END = ("NOUN", "PROPN")


def _find(words: WordsAt) -> Iterator[Mistake]:
    block = words.block
    for i in range(words.start, words.end - 1):
        if block.tags[i] != "ADJ" or block.tags[i + 1] != "NOUN":
            continue
        if i > words.start and block.tags[i - 1] not in _BEFORE:
            continue
        if i + 2 < words.end and block.tags[i + 2] in _NO_END:
            continue
        form = block.words[i]
        nouns = noun_forms(block.words[i + 1])
        if not nouns or adjective_of(form) is None:
            continue
        right = {adjective_in(form, n.gender, n.number, "Def" if n.is_definite else "Ind") for n in nouns}
        if form not in right and None not in right:
            yield Mistake(i, i + 1, tuple(sorted(right)), {"noun": block.words[i + 1]})


ATTRIBUTE = Check(_find, frozenset(), frozenset({"noun"}))
