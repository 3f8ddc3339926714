"""Headers and footers that run over the pages of a letter, told by repetition."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from operator import attrgetter

from klarsprak.readers.pdf.margins import ZONE, find_foot, find_letterhead
from klarsprak.readers.pdf.page import DrawnPage, PrintedLine

ONE_IN = 3
"""A running line stands on one page of so many, at least: the first one often has another, or even pages do."""
HEIGHT = 6
"""Running lines stand at about the same height, to so many points."""

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:sida?n?\s*)?[-–(]?\s*\d{1,3}\s*(?:\(\d{1,3}\)|/\s*\d{1,3}|av\s+\d{1,3})?\s*[-–)]?", re.IGNORECASE
)
"""A line that says nothing but the page's number: *3*, *- 3 -*, *Sida 1 (3)*, *2/4*, *sid 2 av 4*."""


class Zone(Enum):
    """Where on a page running lines may stand."""

    TOP = auto()
    BOTTOM = auto()


RunningKey = tuple[Zone, str]
"""Zone and text of a running line, digits aside."""


@dataclass(slots=True)
class PartedPage:
    """A page's lines: running ones at its top and bottom, and the rest."""

    header: list[PrintedLine] = field(default_factory=list)
    body: list[PrintedLine] = field(default_factory=list)
    footer: list[PrintedLine] = field(default_factory=list)


def part_pages(pages: Sequence[DrawnPage], lines: Sequence[list[PrintedLine]], body_size: float) -> list[PartedPage]:
    """Each page's lines parted; a running line that an earlier page has had is left out.

    ``lines`` are those of each page, ``body_size`` is the type size of the letter's text, in points.
    """
    parter = _PageParter(_find_repeated(pages, lines), body_size)
    return [parter.part(page, own) for page, own in zip(pages, lines, strict=True)]


class _PageParter:
    """Parts one page after another, and keeps in mind which running lines there have been."""

    def __init__(self, repeated: set[RunningKey], body_size: float) -> None:
        self._repeated = repeated
        self._body_size = body_size
        self._seen: set[RunningKey] = set()

    def part(self, page: DrawnPage, lines: list[PrintedLine]) -> PartedPage:
        """The page's lines parted: first by repetition, then by their place among those that are left."""
        header = self._find_running(page, lines, Zone.TOP)
        footer = self._find_running(page, lines, Zone.BOTTOM)
        body = _without(lines, header + footer)
        # A later page without a running line has no letterhead either: what stands at its top is text.
        may_have_head = page.number == 1 or header
        head = find_letterhead(page, body) if may_have_head else []
        body = _without(body, head)
        foot = find_foot(page, body, self._body_size)
        body = _without(body, foot)
        return PartedPage(
            header=self._keep_new(header + head, Zone.TOP),
            body=body,
            footer=self._keep_new(footer + foot, Zone.BOTTOM),
        )

    def _find_running(self, page: DrawnPage, lines: list[PrintedLine], zone: Zone) -> list[PrintedLine]:
        """The repeated lines and page numbers, from the edge to a row that has none; the first row may lack them.

        That is because a stamp or a date may stand at the edge, beyond the running lines.
        """
        found: list[PrintedLine] = []
        for number, row in enumerate(_rows_from_edge(page, lines, zone)):
            running = [line for line in row if self._is_running(line, zone)]
            if number and not running:
                break
            found += running
        return found

    def _is_running(self, line: PrintedLine, zone: Zone) -> bool:
        """Whether the line is repeated there, or is a page number.

        *Sida 1 (3)* is one even on the only page that has it.
        """
        key = _key_of(line, zone)
        return key in self._repeated or _PAGE_NUMBER.fullmatch(line.text) is not None

    def _keep_new(self, lines: list[PrintedLine], zone: Zone) -> list[PrintedLine]:
        """The lines that no earlier page has had.

        What this page has twice is kept twice.
        """
        keys = [_key_of(line, zone) for line in lines]
        new = [line for line, key in zip(lines, keys, strict=True) if key not in self._seen]
        self._seen.update(keys)
        return new


def _without(lines: list[PrintedLine], others: list[PrintedLine]) -> list[PrintedLine]:
    """The lines, less the others.

    A line is known by all that it has: *Solberga kommun* in the header is another than in the text.
    """
    return [line for line in lines if line not in others]


def _key_of(line: PrintedLine, zone: Zone) -> RunningKey:
    """What the line says in its zone, whatever the number of the page: *sida # (#)*."""
    text = line.text.casefold()
    return zone, _DIGITS.sub("#", text)


def _find_zone(page: DrawnPage, line: PrintedLine) -> Zone | None:
    """The zone that the line stands in, if any."""
    height = page.height
    if line.y0 > height * (1 - ZONE):
        return Zone.TOP
    if line.y1 < height * ZONE:
        return Zone.BOTTOM
    return None


def _find_repeated(pages: Sequence[DrawnPage], lines: Sequence[list[PrintedLine]]) -> set[RunningKey]:
    """Texts that stand at the same height on at least two pages and a third of them, digits aside."""
    heights: dict[RunningKey, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for page, own in zip(pages, lines, strict=True):
        for line in own:
            zone = _find_zone(page, line)
            if zone is None:
                continue
            height = round(line.base / HEIGHT)
            heights[_key_of(line, zone)][height].add(page.number)
    least = max(2, len(pages) / ONE_IN)
    return {key for key, numbers in heights.items() if _are_enough(numbers, least)}


def _are_enough(numbers: dict[int, set[int]], least: float) -> bool:
    """Whether so many pages have a text at one height, or on the border to the next.

    ``numbers`` are those of the pages that have it, by its height.
    """
    for height, own in numbers.items():
        near = own.union(numbers.get(height + 1, ()))
        if len(near) >= least:
            return True
    return False


def _rows_from_edge(page: DrawnPage, lines: Iterable[PrintedLine], zone: Zone) -> list[list[PrintedLine]]:
    """The zone's lines in rows, beginning at the edge of the page.

    At the top that is the highest line.
    """
    own = [line for line in lines if _find_zone(page, line) is zone]
    own.sort(key=attrgetter("base"), reverse=zone is Zone.TOP)
    rows: list[list[PrintedLine]] = []
    for line in own:
        if rows and abs(rows[-1][-1].base - line.base) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows
