"""The sentence that words stand in, cut to what helps a reader to find them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from klarsprak.finding import FindingPlace, Report

CONTEXT = 160
"""Most code points of a sentence that are shown, if its marked words leave room."""
LEAST = 40
"""Code points around the marked words that are shown, however long these are."""
GAP = 80
"""Most code points between two marks that are shown whole."""
_WHITE_SPACE = re.compile(r"\s+")


class Piece(NamedTuple):
    """A stretch of the sentence on one line, white space folded, and whether remarks stand on it."""

    text: str
    is_marked: bool


def excerpt(report: Report, places: Sequence[FindingPlace]) -> Iterator[Piece]:
    """The pieces of the sentence, or sentences, that the places stand in, cut at both ends and in wide gaps.

    ``places`` are of one block, in the order of the text, and don't overlap.
    """
    first, last = places[0], places[-1]
    text = report.texts[first.block]
    before = text[report.around(first)[0] : first.start]
    after = text[last.end : report.around(last)[1]]
    within = list(_within(text, places))
    room = max(LEAST, CONTEXT - sum(len(piece.text) for piece in within))
    yield Piece(_end(before, max(room // 2, room - len(after))), is_marked=False)
    yield from within
    yield Piece(_beginning(after, max(room // 2, room - len(before))), is_marked=False)


def _within(text: str, places: Sequence[FindingPlace]) -> Iterator[Piece]:
    """From the first mark to the last."""
    yield _marked(text, places[0])
    for left, right in pairwise(places):
        yield Piece(_middle(text[left.end : right.start]), is_marked=False)
        yield _marked(text, right)


def _marked(text: str, place: FindingPlace) -> Piece:
    """The words, or the first and last of them where they are a whole sentence."""
    words = text[place.start : place.end]
    if len(words) > CONTEXT:
        words = f"{words[: CONTEXT // 2].rsplit(' ', 1)[0]} … {words[-CONTEXT // 3 :].split(' ', 1)[-1]}"
    return Piece(_folded(words), is_marked=True)


def _folded(text: str) -> str:
    """White space folded to single spaces, those at the ends kept."""
    return _WHITE_SPACE.sub(" ", text)


def _end(text: str, space: int) -> str:
    """The end of a text, from a whole word on: *… du vill*."""
    text = _folded(text)
    if len(text) <= space:
        return text
    return "… " + text[len(text) - space :].partition(" ")[2]


def _beginning(text: str, space: int) -> str:
    """The beginning of a text, up to a whole word: *Du kan …*."""
    text = _folded(text)
    if len(text) <= space:
        return text
    return text[:space].rpartition(" ")[0] + " …"


def _middle(text: str) -> str:
    """What stands between two marks, its middle left out where it is long."""
    text = _folded(text)
    if len(text) <= GAP:
        return text
    return f"{text[: GAP // 2].rpartition(' ')[0]} … {text[-GAP // 2 :].partition(' ')[2]}"
