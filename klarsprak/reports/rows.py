"""Which blocks of a letter share a row with their notes: so that no note leaves a hole in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from klarsprak.letter import Role


class Noted(Protocol):
    """A block of a letter with what is said of it."""

    @property
    def role(self) -> Role:
        """What the block is on the page."""

    @property
    def length(self) -> int:
        """Code points of its text."""

    @property
    def findings(self) -> Sequence[object]:
        """The notes beside it."""


_FEW_SIGNS = 160
"""Code points, two lines on the page: notes beside less than this need more room than the text."""
_MANY_NOTES = 6
"""With so many notes, those further down would stand too far from their words if the row grew."""

B = TypeVar("B", bound=Noted)


@dataclass
class Row(Generic[B]):
    """Blocks under each other with their notes beside them.

    ``noted`` are those that the notes are on, with the headings above them; ``after`` are the blocks from there on to
    the next note, which stand beside what is left of the notes.
    """

    noted: list[B]
    after: list[B] = field(default_factory=list)

    @property
    def notes(self) -> list[object]:
        """What stands beside the text."""
        return [finding for block in self.noted for finding in block.findings]

    @property
    def is_open(self) -> bool:
        """Whether the next notes may stand in this row, too, since there is more room beside it than text."""
        length = sum(block.length for block in (*self.noted, *self.after))
        return length <= _FEW_SIGNS and 0 < len(self.notes) < _MANY_NOTES

    def take(self, unit: list[B]) -> None:
        """Let blocks with notes stand in this row."""
        self.noted += self.after + unit
        self.after = []


def rows(blocks: Iterable[B]) -> Iterator[Row[B]]:
    """The rows of a letter, from top to bottom.

    *Beslut* (two notes), *Du får bidrag.* (one note), *Hej då!*: one row with three notes, where the last block is
    ``after``.
    """
    row: Row[B] | None = None
    for unit in _units(blocks):
        has_notes = any(block.findings for block in unit)
        if row is not None and not has_notes:
            row.after += unit
        elif row is not None and row.is_open:
            row.take(unit)
        else:
            if row is not None:
                yield row
            row = Row(unit)
    if row is not None:
        yield row


def _units(blocks: Iterable[B]) -> Iterator[list[B]]:
    """Each block with the headings above it: a heading isn't parted from what it is the heading of."""
    unit: list[B] = []
    for block in blocks:
        unit.append(block)
        if block.role is not Role.HEADING:
            yield unit
            unit = []
    if unit:
        yield unit
