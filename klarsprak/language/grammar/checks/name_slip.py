"""Names of authorities that are misspelt: *Försäkringskasan*; other names nobody can tell from slips."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from itertools import chain

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.capital import AUTHORITIES
from klarsprak.language.spelling.speller import Speller
from klarsprak.language.words_at import WordsAt

_SHORTEST = 8
_LIKE = 0.72
"""How like a name a word is that two slips have made of it, by the letters that stand in the same order."""
_SHARED = 3
"""Pairs of letters that a name of the shortest kind has left after two slips."""
_LOST = 4
"""Pairs of letters that two slips take away, at most."""
_BARE = str.maketrans("åäöé", "aaoe")
"""Rings and dots, which may all be lacking, count for nothing there."""
_BARE_NAMES = [name.translate(_BARE) for name in AUTHORITIES]


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each word with a capital within a sentence that an authority was meant by, and nothing else."""
    block = words.block
    among = enumerate(block.words[words.start : words.end], words.start)
    for i, form in [(i, form) for i, form in among if len(form) >= _SHORTEST]:
        if not block.written(i, i + 1).istitle() or form.removesuffix("s") in AUTHORITIES:
            continue
        if name := _meant(form):
            yield Mistake(i, i + 1, (name.capitalize(),))


@lru_cache(maxsize=20_000)
def _meant(form: str) -> str | None:
    """The authority whose name the lower-case word was meant to be.

    Names of streets and people come again in letter after letter, and to search for what was meant by one takes
    twenty times as long as to see that it is like none of these.
    """
    if not _is_like_any(form.removesuffix("s").translate(_BARE)):
        return None
    correction = _speller().correction(form)
    if correction is None or not correction.is_sure:
        return None
    meant = correction.words[0]
    return meant if meant.removesuffix("s") in AUTHORITIES else None


def _is_like_any(bare: str) -> bool:
    """Whether two slips may have made the word of one of the names.

    Each takes two pairs of neighbours away, at most, and adds as many.
    """
    shared = Counter(chain.from_iterable(_by_pair().get(pair, ()) for pair in _pairs(bare)))
    least = max(_SHARED, len(bare) - 1 - _LOST)
    likely = [name for name, count in shared.items() if count >= least]
    return bool(get_close_matches(bare, likely, 1, _LIKE))


def _pairs(bare: str) -> set[str]:
    """The pairs of letters that stand side by side."""
    return {bare[at : at + 2] for at in range(len(bare) - 1)}


@cache
def _by_pair() -> dict[str, list[str]]:
    """The names by the pairs in them."""
    found = defaultdict(list)
    for name in _BARE_NAMES:
        for pair in _pairs(name):
            found[pair].append(name)
    return found


@cache
def _speller() -> Speller:
    """The words that ship, made when the first name is met."""
    return Speller()


NAME_SLIP = Check(_find, holds_in_phrases=True)
