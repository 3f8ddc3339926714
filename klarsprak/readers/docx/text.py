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
    """What a reader sees of a ``w:t``: no soft hyphens and other invisible characters; a line end is a space.

    Nearly all text is so already, and is told by two quick looks.
    """
    if text.isprintable() and _NO_BREAK_HYPHEN not in text:
        return text
    visible = _INVISIBLE.sub("", text)
    return visible.translate(_XML_BREAKS)


class WordParagraph:
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

    def __init__(self, outer: WordParagraph | None = None) -> None:
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

    def aside(self) -> WordParagraph:
        """An empty paragraph at the same place in the file."""
        other = WordParagraph()
        other.number, other.run = self.number, self.run
        return other

    def add(self, text: str, mark: MarkKind | None = None, key: object = None) -> None:
        """Text of the current run; neighbouring pieces with the same mark and key make one mark."""
        if not text:
            return
        start = self._length
        self._pieces.append(text)
        self._length = start + len(text)
        if self._anchored != self.run:
            self._anchored = self.run
            self._anchors.append((start, self.number, self.run))
        if mark is not None:
            self._add_mark(mark, start, key)

    def _add_mark(self, mark: MarkKind, start: int, key: object) -> None:
        """Mark the text from there on; where the last mark has the same key and ends there, it is drawn out.

        ``key`` is what the mark belongs to: a content control or a field.
        """
        if self._keys and self._keys[-1] is key and self._marks[-1][2] == start:
            start = self._marks.pop()[1]
            self._keys.pop()
        self._marks.append((mark, start, self._length))
        self._keys.append(key)

    @property
    def raw(self) -> str:
        """The text so far, as it stands in the file."""
        return "".join(self._pieces)

    @property
    def length(self) -> int:
        """Its length."""
        return self._length

    def make_block(self, part: str, role: Role, cell: Cell | None) -> Block | None:
        """The finished paragraph; None where it has nothing to read."""
        raw = self.raw
        text = raw.strip()
        if not text:
            return None
        anchors = [Anchor(start, None, None, None, part, number, run) for start, number, run in self._anchors]
        marks = [Mark(*mark) for mark in self._marks]
        if text != raw:
            anchors, marks = _shift(anchors, marks, raw.index(text), len(text))
        if not is_normalized("NFC", text):
            text, anchors, marks = _compose(text, anchors, marks)
        return Block(text, role, Place(tuple(anchors)), tuple(marks), cell)


def _shift(anchors: list[Anchor], marks: list[Mark], skip: int, length: int) -> tuple[list[Anchor], list[Mark]]:
    """The same points after ``skip`` code points are cut off in front and the text is ``length`` long."""

    def shifted(point: int) -> int:
        return min(max(point - skip, 0), length)

    return _move(anchors, marks, shifted, length)


def _compose(text: str, anchors: list[Anchor], marks: list[Mark]) -> tuple[str, list[Anchor], list[Mark]]:
    """Text in NFC, and the points in it: a letter composed over two runs belongs to the one where it starts."""
    points = {anchor.start for anchor in anchors}
    for mark in marks:
        points.update((mark.start, mark.end))
    composed = normalize("NFC", text)
    moved = _compose_points(text, sorted(points), len(composed))
    anchors, marks = _move(anchors, marks, moved.__getitem__, len(composed))
    return composed, anchors, marks


def _compose_points(text: str, points: Iterable[int], length: int) -> dict[int, int]:
    """Where each point of the decomposed text stands in the composed one; ``points`` are sorted."""
    moved: dict[int, int] = {}
    done = count = 0
    for point in points:
        stop = _find_end_of_letter(text, point)
        if stop > done:
            count += len(normalize("NFC", text[done:stop]))
            done = stop
        moved[point] = min(count, length) if point else 0
    return moved


def _find_end_of_letter(text: str, point: int) -> int:
    """Where the letter before a point ends: marks go with the letter before them, as U+030A with *a*."""
    stop = point
    while stop < len(text) and combining(text[stop]):
        stop += 1
    return stop


def _move(
    anchors: list[Anchor], marks: list[Mark], new_point: Callable[[int], int], length: int
) -> tuple[list[Anchor], list[Mark]]:
    """The points at their new places; where two anchors fall together, the later one holds.

    ``length`` is that of the text: an anchor at its end is none, nor is a mark on nothing.
    """
    kept: dict[int, Anchor] = {}
    for anchor in anchors:
        start = new_point(anchor.start)
        if start < length:
            kept[start] = anchor._replace(start=start)
    spans: list[Mark] = []
    for mark in marks:
        start, end = new_point(mark.start), new_point(mark.end)
        if start < end:
            spans.append(mark._replace(start=start, end=end))
    return list(kept.values()), spans
