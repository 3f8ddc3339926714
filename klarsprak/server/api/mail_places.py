"""The way from a mail's blocks back to the body that a mail program has: where a finding's words can be written over.

The reader of mails tells no places in HTML.  Its blocks are found again in the text that the HTML shows, without
regard to white space: at the place where the last one ended, or where there is no other place that reads the same.
Words that aren't found that way are told without a place; the wrong ones are never written over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from klarsprak.finding import FindingPlace
from klarsprak.letter import Block
from klarsprak.live.markup import MarkedText

_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
"""White space, and what has no width: the reader leaves some of it out."""
_MARKER = re.compile(r"[-–•·o§*]|\d{1,3}[.)]")
"""What may stand before an item of a list, which the reader leaves out."""

_SURELY_ITSELF = 20
"""Signs of a text that is the block itself wherever it stands; a shorter one may be found by chance further on."""
_MOST_SEARCHES = 200
"""So many blocks are looked for further on, each in all that is left."""


class MailPlaces:
    """Where the words of a mail's blocks stand in its body."""

    def __init__(self, blocks: Sequence[Block], marked: MarkedText, first: int = 0) -> None:
        """``first`` is the number of the body's first block: before it comes the subject."""
        self._blocks = blocks
        self._first = first
        self._marked = marked
        self._seen = [index for index, sign in enumerate(marked.text) if not _UNSEEN.fullmatch(sign)]
        """Where in the text each of its visible signs stands."""
        self._starts = dict(self._found("".join(marked.text[index] for index in self._seen)))

    def _found(self, shown: str) -> Iterator[tuple[int, int]]:
        """The number of each block that is found again, and where among the visible signs it begins."""
        end = 0
        searches = iter(range(_MOST_SEARCHES))
        for number, block in enumerate(self._blocks[self._first :], self._first):
            words = _UNSEEN.sub("", block.text)
            if not words:
                continue
            at = _next(shown, words, end)
            is_next = at is not None
            if at is None and next(searches, None) is not None:
                at = _only(shown, words, end)
            if at is None:
                continue
            yield number, at
            if is_next or len(words) >= _SURELY_ITSELF:
                end = at + len(words)

    def stretch(self, place: FindingPlace) -> tuple[int, int] | None:
        """Where in the body the words stand, in code points, if nothing but text stands there."""
        start = self._starts.get(place.block)
        if start is None:
            return None
        text = self._blocks[place.block].text
        before = len(_UNSEEN.sub("", text[: place.start]))
        length = len(_UNSEEN.sub("", text[place.start : place.end]))
        if not length:
            return None
        first, last = self._seen[start + before], self._seen[start + before + length - 1]
        stretch = self._marked.in_source(first, last + 1)
        return None if "<" in self._marked.source[slice(*stretch)] else stretch


def _next(shown: str, words: str, end: int) -> int | None:
    """Where the words stand, if they come next after ``end``."""
    marker = _MARKER.match(shown, end)
    for start in (end, marker.end() if marker else end):
        if shown.startswith(words, start):
            return start
    return None


def _only(shown: str, words: str, end: int) -> int | None:
    """Where the words stand after ``end``, if that is in one place only."""
    first = shown.find(words, end)
    return first if first >= 0 and shown.find(words, first + 1) < 0 else None
