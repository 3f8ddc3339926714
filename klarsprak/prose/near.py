"""Where words stand as a reader would say it, who sees no lines: *3:e stycket under Beslut*."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.letter import Block, Role
from klarsprak.swedish import ordinal, shortened

_LONGEST_HEADING = 40
"""Characters of a heading that are shown: more would hide the number before it."""
_APART = {
    Role.HEADER: "sidhuvudet",
    Role.FOOTER: "sidfoten",
    Role.FOOTNOTE: "en fotnot",
    Role.TEXT_BOX: "en textruta",
    Role.QUOTED: "ett tidigare brev",
}
"""What stands beside the running text, and isn't counted there: a block of it may be a whole box or a part of one."""
_COUNTED = {Role.PARAGRAPH: "stycket", Role.LIST_ITEM: "punkten", Role.TABLE_CELL: "tabellen"}


class _Section(NamedTuple):
    """A heading and what follows it; the first one may have none."""

    number: int
    heading: str = ""

    @property
    def under(self) -> str:
        """What follows the name of something in it: *under Beslut*."""
        return f" under {self.heading}" if self.heading else ""


class _Spot(NamedTuple):
    """Which of its kind a block, or the table that it stands in, is in its section: from 1."""

    section: _Section
    role: Role
    number: int
    row: int | None = None


def names_of_places(analysis: Analysis) -> list[str]:
    """What each of the letter's blocks is called."""
    return describe_blocks(analysis.letter.blocks)


def describe_blocks(blocks: Iterable[Block]) -> list[str]:
    """*rubriken Beslut*, *1:a stycket under Beslut*, *tabellen under Kostnad, rad 2*, *sidhuvudet*, for each block.

    >>> describe_blocks([Block("Hej!"), Block("Beslut:", Role.HEADING), Block("Du får det."), Block("Vad?")])
    ['1:a stycket', 'rubriken Beslut', '1:a stycket under Beslut', '2:a stycket under Beslut']
    """
    walk = _Walk()
    spots = [walk.spot(block) for block in blocks]
    return [spot if isinstance(spot, str) else _describe(spot, walk.counts) for spot in spots]


class _Walk:
    """Goes through the blocks in reading order and counts what stands in each section."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[_Section, Role]] = Counter()
        self._section = _Section(0)
        self._table: int | None = None

    def spot(self, block: Block) -> _Spot | str:
        """Where the block stands; its name, if that needs no counting."""
        if block.role in _APART:
            return _APART[block.role]
        if block.cell is not None:
            return self._in_table(block.cell.table, block.cell.row)
        if block.role is Role.HEADING:
            return self._begin_section(block.text)
        return self._count(block.role)

    def _in_table(self, table: int, row: int) -> _Spot:
        """A cell's: the table is counted at its first one."""
        if table == self._table:
            number = self.counts[self._section, Role.TABLE_CELL]
            return _Spot(self._section, Role.TABLE_CELL, number, row + 1)
        self._table = table
        return self._count(Role.TABLE_CELL)._replace(row=row + 1)

    def _begin_section(self, text: str) -> str:
        """A heading's; what follows stands under it."""
        heading = shorten_heading(text)
        self._section = _Section(self._section.number + 1, heading)
        return f"rubriken {heading}"

    def _count(self, role: Role) -> _Spot:
        """That of the next of its kind."""
        self.counts[self._section, role] += 1
        return _Spot(self._section, role, self.counts[self._section, role])


def _describe(spot: _Spot, counts: Counter[tuple[_Section, Role]]) -> str:
    """A table that is alone in its section needs no number, and each has rows instead."""
    name = _COUNTED.get(spot.role, "stycket")
    is_alone = counts[spot.section, spot.role] == 1
    if not (spot.role is Role.TABLE_CELL and is_alone):
        name = f"{ordinal(spot.number)} {name}"
    row = f", rad {spot.row}" if spot.row else ""
    return f"{name}{spot.section.under}{row}"


def shorten_heading(text: str) -> str:
    """A heading on one line, without the sign at its end, and no longer than a name may be.

    >>> shorten_heading("Så här har vi räknat ut din ersättning för år 2025."), shorten_heading("Beslut: ")
    ('Så här har vi räknat ut din ersättning …', 'Beslut')
    """
    return shortened(" ".join(text.split()).rstrip(" .:"), _LONGEST_HEADING)
