"""A paragraph's text: joined over spans, white space folded, with the way back to the elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from klarsprak.letter import Block, Cell, MarkKind, Role
from klarsprak.readers.docx.text import WordParagraph, clean
from klarsprak.readers.odt.markup import Element
from klarsprak.readers.text.composing import origins

_SPACE = " \t\r\n"
_CHANGED = re.compile("  |[\t\r\n\u2011\u00ad\u200b\u200e\u200f\u2060\ufeff]")
"""What isn't shown as it stands: spaces in a row, line ends, and what ``clean`` changes."""


class Slot(Enum):
    """Where text stands."""

    TEXT = auto()
    """At the start of its element."""
    TAIL = auto()
    """After its element."""
    ELEMENT = auto()
    """The element itself stands for it, such as a tab."""


@dataclass(slots=True, eq=False)
class Piece:
    """Text of one place in the file: what is shown of it, and for each code point where in the string it stands."""

    element: Element
    slot: Slot
    text: str
    indices: Sequence[int] = ()
    field: Element | None = None
    """The outermost field that the piece stands in: what is written into it goes when the field is filled again."""

    @property
    def is_obstacle(self) -> bool:
        """Whether it is no text, but something that the words around it must not move past: a picture, a footnote."""
        return not self.text and self.slot is Slot.ELEMENT


class OdtSign(NamedTuple):
    """Where a code point of a block stands: from ``start`` in ``first`` to before ``end`` in ``last``.

    The two pieces differ only where a letter and its accents stand in two.
    """

    first: Piece
    start: int
    last: Piece
    end: int


class OdtParagraph:
    """A paragraph while its text comes in."""

    def __init__(self, element: Element, number: int) -> None:
        self.element = element
        self.number = number
        self.pieces: list[Piece] = []
        self.is_revised = False
        """Whether it holds tracked changes, or stands in one."""
        self._words = WordParagraph()
        self._words.begin(number, None)
        self._words.run = 0
        self._marks: list[tuple[MarkKind, object] | None] = []
        self._after_space = True

    def add_string(self, piece: Piece, raw: str, mark: tuple[MarkKind, object] | None) -> None:
        """Text of an element or after one: white space in a row is one space, and none at the paragraph's start."""
        piece.text, piece.indices = show(raw, self._after_space)
        if piece.text:
            self._after_space = piece.text[-1] == " "
        self._add(piece, mark)

    def add_element(self, piece: Piece, mark: tuple[MarkKind, object] | None) -> None:
        """What an element shows by itself: a tab, a line break, spaces."""
        piece.indices = range(len(piece.text))
        self._after_space = False
        self._add(piece, mark)

    def add_obstacle(self, element: Element) -> None:
        """An element that words must not move past."""
        self.pieces.append(Piece(element, Slot.ELEMENT, ""))
        self._marks.append(None)

    def _add(self, piece: Piece, mark: tuple[MarkKind, object] | None) -> None:
        self.pieces.append(piece)
        self._marks.append(mark)

    def drop_from(self, count: int) -> None:
        """Leave out all but the first ``count`` pieces: a field's instruction isn't shown."""
        del self.pieces[count:], self._marks[count:]

    def make_block(self, part: str, role: Role, cell: Cell | None) -> Block | None:
        """The finished paragraph; None where it has nothing to read."""
        for piece, mark in zip(self.pieces, self._marks, strict=True):
            kind, key = mark or (None, None)
            self._words.add(piece.text, kind, key)
        return self._words.make_block(part, role, cell)

    @cached_property
    def signs(self) -> list[OdtSign]:
        """A sign for each code point of the block."""
        said = [sign for piece in self.pieces for sign in _signs_of(piece)]
        raw = "".join(piece.text for piece in self.pieces)
        text = raw.strip()
        shown = said[raw.index(text) :]
        return [_join(shown[start:end]) for start, end in origins(text)]


def show(raw: str, after_space: bool) -> tuple[str, Sequence[int]]:
    """What is shown of a string of the file, and where in it each code point stands.

    White space in a row is shown as one space, and not at all after another space.

    >>> show("ett\\n  brev ", False)
    ('ett brev ', [0, 1, 2, 3, 6, 7, 8, 9, 10])
    >>> show(" brev", True)
    ('brev', [1, 2, 3, 4])
    """
    folds = after_space and raw.startswith(" ")
    if _is_plain(raw) and not folds:
        return raw, range(len(raw))
    found = list(_shown_signs(raw, after_space))
    return "".join(text for _, text in found), [index for index, _ in found]


def _shown_signs(raw: str, after_space: bool) -> Iterator[tuple[int, str]]:
    """The signs that are shown: where each stands, and how it looks."""
    for index, sign in enumerate(raw):
        is_space = sign in _SPACE
        text = " " if is_space else clean(sign)
        is_folded = is_space and after_space
        if text and not is_folded:
            after_space = is_space
            yield index, text


def _is_plain(raw: str) -> bool:
    """Whether all signs of a string are shown as they stand; nearly all are, *kl. 9* with a fixed space too."""
    return _CHANGED.search(raw) is None


def _signs_of(piece: Piece) -> list[OdtSign]:
    """A sign for each code point that a piece shows."""
    return [OdtSign(piece, index, piece, index + 1) for index in piece.indices]


def _join(signs: list[OdtSign]) -> OdtSign:
    """The sign of a code point that was composed of several: *a* and U+030A are *å*."""
    last = signs[-1]
    return signs[0]._replace(last=last.last, end=last.end)
