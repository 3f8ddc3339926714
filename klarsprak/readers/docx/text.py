"""A paragraph's text: joined over runs, normalised, with the way back to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from unicodedata import combining, is_normalized, normalize

from klarsprak.letter import Anchor, Block, Cell, Mark, MarkKind, Place, Role
from klarsprak.readers.docx.markup import Element

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_NO_BREAK_HYPHEN = "\u2011"
_NO_RUN = -1  # before the first run of a paragraph
_XML_BREAKS = str.maketrans({"\n": " ", "\r": " ", _NO_BREAK_HYPHEN: "-"})


def clean(text: str) -> str:
    """What a reader sees of a ``w:t``: no soft hyphens and other invisible characters; a line end is a space."""
    if text.isprintable() and _NO_BREAK_HYPHEN not in text:
        return text
    return _INVISIBLE.sub("", text).translate(_XML_BREAKS)


class Paragraph:
    """A paragraph while its runs come in."""

    __slots__ = (
        "_anchored",
        "_anchors",
        "_keys",
        "_length",
        "_marks",
        "_pieces",
        "after",
        "number",
        "outer",
        "properties",
        "run",
    )

    def __init__(self, outer: Paragraph | None = None) -> None:
        self.outer = outer
        self.number = 0
        self.properties: Element | None = None
        self.run = _NO_RUN
        self._anchored = _NO_RUN - 1
        self.after: list[Block] = []
        """Blocks of the text boxes that hang on the paragraph."""
        self._pieces: list[str] = []
        self._length = 0
        self._anchors: list[tuple[int, int, int]] = []
        self._marks: list[tuple[MarkKind, int, int]] = []
        self._keys: list[object] = []

    def begin(self, number: int, properties: Element | None) -> None:
        """Start with the ``w:p`` of that number; a second one goes on with the text of the first."""
        self.number = number
        self.properties = properties
        self.run = _NO_RUN
        self._anchored = _NO_RUN - 1

    def aside(self) -> Paragraph:
        """An empty paragraph at the same place in the file."""
        other = Paragraph()
        other.number, other.run = self.number, self.run
        return other

    def add(self, text: str, mark: MarkKind | None = None, key: object = None) -> None:
        """Text of the current run; neighbouring pieces with the same mark and key make one mark."""
        if not text:
            return
        start = self._length
        self._pieces.append(text)
        self._length = end = start + len(text)
        if self._anchored != self.run:
            self._anchored = self.run
            self._anchors.append((start, self.number, self.run))
        if mark is not None:
            if self._keys and self._keys[-1] is key and self._marks[-1][2] == start:
                start = self._marks.pop()[1]
                self._keys.pop()
            self._marks.append((mark, start, end))
            self._keys.append(key)

    @property
    def raw(self) -> str:
        """The text so far, as it stands in the file."""
        return "".join(self._pieces)

    @property
    def length(self) -> int:
        """Its length."""
        return self._length

    def block(self, part: str, role: Role, cell: Cell | None) -> Block | None:
        """The finished paragraph; None where it has nothing to read."""
        if not self._pieces:
            return None
        raw = self.raw
        text = raw.strip()
        if not text:
            return None
        anchors = [Anchor(start, None, None, None, part, number, run) for start, number, run in self._anchors]
        marks = [Mark(*mark) for mark in self._marks] if self._marks else []
        if text != raw:
            anchors, marks = _shifted(anchors, marks, raw.index(text), len(text))
        if not is_normalized("NFC", text):
            text, anchors, marks = _normalised(text, anchors, marks)
        return Block(text, role, Place(tuple(anchors)), tuple(marks), cell)


def _shifted(anchors: list[Anchor], marks: list[Mark], skip: int, length: int) -> tuple[list[Anchor], list[Mark]]:
    """The same points after ``skip`` code points are cut off in front and the text is ``length`` long."""
    return _moved(anchors, marks, lambda point: min(max(point - skip, 0), length), length)


def _normalised(text: str, anchors: list[Anchor], marks: list[Mark]) -> tuple[str, list[Anchor], list[Mark]]:
    """Text in NFC, and the points in it: a letter composed over two runs belongs to the one where it starts."""
    points = {anchor.start for anchor in anchors}.union(*((mark.start, mark.end) for mark in marks))
    composed = normalize("NFC", text)
    moved = _composed_points(text, sorted(points), len(composed))
    anchors, marks = _moved(anchors, marks, moved.__getitem__, len(composed))
    return composed, anchors, marks


def _composed_points(text: str, points: Iterable[int], length: int) -> dict[int, int]:
    """Where each point of the decomposed text stands in the composed one; ``points`` are sorted."""
    moved: dict[int, int] = {}
    done = count = 0
    for point in points:
        stop = point
        while stop < len(text) and combining(text[stop]):  # a mark goes with the letter before it
            stop += 1
        if stop > done:
            count += len(normalize("NFC", text[done:stop]))
            done = stop
        moved[point] = min(count, length) if point else 0
    return moved


def _moved(
    anchors: list[Anchor], marks: list[Mark], move: Callable[[int], int], length: int
) -> tuple[list[Anchor], list[Mark]]:
    """The points at their new places; where two anchors fall together, the later one holds."""
    kept: dict[int, Anchor] = {}
    for anchor in anchors:
        start = move(anchor.start)
        if start < length:
            kept[start] = anchor._replace(start=start)
    spans = (mark._replace(start=move(mark.start), end=move(mark.end)) for mark in marks)
    return list(kept.values()), [span for span in spans if span.start < span.end]
