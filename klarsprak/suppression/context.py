"""The words around a finding, without what changes from letter to letter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from klarsprak.finding import FindingPlace, Report
from klarsprak.swedish import MONTHS, SHORT_MONTHS

REACH = 4
"""Words before and after that make a context, the sentence's edges counted."""
SHORT = 6
"""So many words at most are taken as they stand; of longer findings, what is filled in is left out."""
EDGE = "|"

# A prompt or merge field, or a word with what may stand inside it.
_PIECE = re.compile(r"\[[^\]]*\]|«[^»]*»|<[^>]*>|[^\W_]+(?:[-:.,/@’'][^\W_]+)*")
_MONTHS = frozenset((*MONTHS, *SHORT_MONTHS))


class FindingContext(NamedTuple):
    """A finding's words and those around them, lower case; ``EDGE`` stands where the sentence begins or ends."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


def context_of(report: Report, place: FindingPlace) -> FindingContext:
    """The context of the words at ``place`` in their sentence."""
    text = report.texts[place.block]
    start, end = report.around(place)
    fixed = list(_fixed(text[start:end]))
    words = list(map(itemgetter(1), fixed))
    first = bisect_left(fixed, place.start - start, key=itemgetter(0))
    following = bisect_left(fixed, place.end - start, key=itemgetter(0))
    before = (EDGE, *words[:first])
    after = (*words[following:], EDGE)
    own = text[place.start : place.end].lower().split()
    if len(own) > SHORT:
        own = words[first:following]
    return FindingContext(tuple(own), before[-REACH:], after[:REACH])


def fixed_words(text: str) -> tuple[str, ...]:
    """The words of a text that stay the same when a template is filled in."""
    return tuple(map(itemgetter(1), _fixed(text)))


def _fixed(text: str) -> Iterator[tuple[int, str]]:
    """Place and lower-case form of each word that stays the same when a template is filled in.

    That is every one that is no name, number, date, address or prompt.
    """
    pieces = list(_PIECE.finditer(text))
    for index, piece in enumerate(pieces):
        word = piece.group()
        if _is_filled_in(word) or _is_name(pieces, index):
            continue
        yield piece.start(), word.lower()


def _is_name(pieces: Sequence[re.Match[str]], index: int) -> bool:
    """Whether the piece is a name by its capital.

    A capital begins a sentence too, *Du har …*; two in a row there are a name, *Mirjam Ekeroth har …*.
    """
    if not _has_capital(pieces[index]):
        return False
    if index > 0:
        return True
    return any(map(_has_capital, pieces[1:2]))


def _has_capital(piece: re.Match[str]) -> bool:
    """Whether a piece begins with a capital."""
    return piece.group()[0].isupper()


def _is_filled_in(word: str) -> bool:
    """Whether the piece is a prompt, a number, a date or an address: *[datum]*, *3*, *maj*, *kim@mejl.example*."""
    begins_otherwise = not word[0].isalpha()
    if begins_otherwise or word.lower() in _MONTHS:
        return True
    has_digit = any(map(str.isdigit, word))
    return has_digit or "@" in word
