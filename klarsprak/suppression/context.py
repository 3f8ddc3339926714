"""The words around a finding, without what changes from letter to letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.finding import FindingPlace, Report

REACH = 4
"""Words before and after that make a context, the sentence's edges counted."""
SHORT = 6
"""So many words at most are taken as they stand; of longer findings, what is filled in is left out."""
EDGE = "|"

# A prompt or merge field, or a word with what may stand inside it.
_PIECE = re.compile(r"\[[^\]]*\]|«[^»]*»|<[^>]*>|[^\W_]+(?:[-:.,/@’'][^\W_]+)*")
_MONTHS = frozenset(
    "januari februari mars april maj juni juli augusti september oktober november december".split()
    + "jan feb mar apr jun jul aug sep sept okt nov dec".split()
)


class Context(NamedTuple):
    """A finding's words and those around them, lower case; ``EDGE`` stands where the sentence begins or ends."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


def context(report: Report, place: FindingPlace) -> Context:
    """The context of the words at ``place`` in their sentence."""
    start, end = report.around(place)
    text = report.texts[place.block]
    fixed = list(_fixed(text[start:end]))
    before = [word for at, word in fixed if start + at < place.start]
    after = [word for at, word in fixed if start + at >= place.end]
    own = text[place.start : place.end].lower().split()
    if len(own) > SHORT:
        own = [word for at, word in fixed if place.start <= start + at < place.end]
    return Context(tuple(own), (EDGE, *before)[-REACH:], (*after, EDGE)[:REACH])


def words(text: str) -> tuple[str, ...]:
    """The words of a text that stay the same when a template is filled in."""
    return tuple(word for _, word in _fixed(text))


def _fixed(text: str) -> Iterator[tuple[int, str]]:
    """Place and lower-case form of each word that is no name, number, date, address or prompt."""
    pieces = list(_PIECE.finditer(text))
    for index, piece in enumerate(pieces):
        word = piece[0]
        # A capital begins a sentence too; two in a row are a name.
        named = word[:1].isupper() and (index > 0 or (len(pieces) > 1 and pieces[1][0][:1].isupper()))
        if not named and word[0].isalpha() and not _is_filled_in(word):
            yield piece.start(), word.lower()


def _is_filled_in(word: str) -> bool:
    return "@" in word or word.lower() in _MONTHS or any(sign.isdigit() for sign in word)
