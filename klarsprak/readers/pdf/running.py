"""Headers and footers: by repetition over pages, else by their place and type on the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from klarsprak.readers.pdf.page import DrawnPage, PrintedLine

ZONE = 0.2
"""Part of a page's height, from the top and from the bottom, where running text may stand."""
TOP_MARGIN = 0.085
BOTTOM_MARGIN = 0.09
"""Word's own margins, 71 points on A4: what stands outside them is no body text."""
SMALL_PRINT = 0.92
"""Size of a footer's type against the body's, at most."""
SMALL_PITCH = 3.0
"""Widest pitch between lines of small print that are one footer, in ems: it often stands in a table."""

_FOOTER_WORDS = re.compile(
    r"postadress|besöksadress|\borg(?:anisations|\.\s?|\s)?(?:nr|nummer)|bankgiro|plusgiro|växel|hemsida|webbplats"
    r"|\bbox \d|\b\d{3} \d{2} [A-ZÅÄÖ]|www\.|@",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"(?:sida?n?\s*)?[-–(]?\s*\d{1,3}\s*(?:\(\d{1,3}\)|/\s*\d{1,3}|av\s+\d{1,3})?\s*[-–)]?", re.IGNORECASE
)
_CLOSING = re.compile(
    r"hälsning|^hej\b|vänlig|underskrift|namnteckning|vägnar|enligt uppdrag|högaktning|^mvh\b", re.IGNORECASE
)

Key = tuple[str, str]
"""Zone and text of a running line."""


@dataclass(slots=True)
class PartedPage:
    """A page's lines: running ones at its top and bottom, and the rest."""

    header: list[PrintedLine] = field(default_factory=list)
    body: list[PrintedLine] = field(default_factory=list)
    footer: list[PrintedLine] = field(default_factory=list)


def part(pages: Sequence[DrawnPage], lines: Sequence[list[PrintedLine]], body_size: float) -> list[PartedPage]:
    """Each page's lines parted; a running line that an earlier page has had is left out."""
    repeated = _repeated(pages, lines)
    seen: set[Key] = set()
    return [_part_page(page, own, body_size, repeated, seen) for page, own in zip(pages, lines, strict=True)]


def _key(line: PrintedLine) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _zone(page: DrawnPage, line: PrintedLine) -> str | None:
    if line.y0 > page.height * (1 - ZONE):
        return "top"
    return "bottom" if line.y1 < page.height * ZONE else None


def _repeated(pages: Sequence[DrawnPage], lines: Sequence[list[PrintedLine]]) -> set[Key]:
    """Texts that stand at the same height on at least two pages and a third of them, digits aside."""
    heights: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for page, own in zip(pages, lines, strict=True):
        for line in own:
            zone = _zone(page, line)
            if zone:
                heights[zone, _key(line)][round(line.base / 6)].append(page.number)
    least = max(2, len(pages) / 3)
    return {
        key
        for key, places in heights.items()
        if any(len({*numbers, *places.get(height + 1, ())}) >= least for height, numbers in places.items())
    }


def _part_page(
    page: DrawnPage, lines: list[PrintedLine], body_size: float, repeated: set[Key], seen: set[Key]
) -> PartedPage:
    header, footer = (_running(page, lines, zone, repeated) for zone in ("top", "bottom"))
    rest = [line for line in lines if line not in header and line not in footer]
    head, rest = _letterhead(page, rest) if page.number == 1 or header else ([], rest)
    foot, rest = _page_foot(page, rest, body_size)
    parted = PartedPage(body=rest)
    for zone, target, found in (("top", parted.header, header + head), ("bottom", parted.footer, footer + foot)):
        target += [line for line in found if (zone, _key(line)) not in seen]
        seen |= {(zone, _key(line)) for line in found}
    return parted


def _running(page: DrawnPage, lines: list[PrintedLine], zone: str, repeated: set[Key]) -> list[PrintedLine]:
    """The repeated lines and page numbers, from the edge to a row that has none; the first row may lack them."""
    own = [line for line in lines if _zone(page, line) == zone]
    found: list[PrintedLine] = []
    for number, row in enumerate(_rows_from_edge(own, zone)):
        running = [line for line in row if (zone, _key(line)) in repeated or _PAGE_NUMBER.fullmatch(line.text)]
        if not running and number:
            break
        found += running
    return found


def _rows_from_edge(lines: list[PrintedLine], zone: str) -> list[list[PrintedLine]]:
    rows: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda line: -line.base if zone == "top" else line.base):
        if rows and abs(rows[-1][-1].base - line.base) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _letterhead(page: DrawnPage, lines: list[PrintedLine]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """The lines at the very top, as far as they keep together."""
    ordered = sorted(lines, key=lambda line: -line.base)
    if not ordered or ordered[0].y0 < page.height * (1 - TOP_MARGIN):
        return [], lines
    head = [ordered[0]]
    for line in ordered[1:]:
        if head[-1].base - line.base > 1.7 * max(line.size, head[-1].size) or line.y0 < page.height * (1 - 0.14):
            break
        head.append(line)
    if any(len(line.text) > 60 or _CLOSING.search(line.text) for line in head) or len(head) == len(lines):
        return [], lines
    return head, [line for line in lines if line not in head]


def _page_foot(
    page: DrawnPage, lines: list[PrintedLine], body_size: float
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """The lines at the very bottom: small print, or outside the margin, or with what only a footer says."""
    ordered = sorted(lines, key=lambda line: line.base)
    if not ordered or ordered[0].y1 > page.height * BOTTOM_MARGIN * 1.4:
        return [], lines
    foot = [ordered[0]]
    for line in ordered[1:]:
        pitch = 1.9 if _body_type(line, body_size) else SMALL_PITCH
        apart = line.base - foot[-1].base > pitch * max(line.size, foot[-1].size)
        if apart or line.y1 > page.height * ZONE or _body_type(line, body_size) > _body_type(foot[0], body_size):
            break
        foot.append(line)
    above = ordered[len(foot) : len(foot) + 2]
    signed = any(_CLOSING.search(line.text) and line.base - foot[-1].base < 8 * line.size for line in above)
    if len(foot) == len(lines) or signed or not _looks_like_foot(page, foot, body_size):
        return [], lines
    return foot, [line for line in lines if line not in foot]


def _body_type(line: PrintedLine, body_size: float) -> bool:
    return line.size > SMALL_PRINT * body_size


def _looks_like_foot(page: DrawnPage, foot: list[PrintedLine], body_size: float) -> bool:
    text = " ".join(line.text for line in foot)
    if _CLOSING.search(text):
        return False
    if not any(_body_type(line, body_size) for line in foot):
        return True
    low = max(line.y1 for line in foot) < page.height * BOTTOM_MARGIN
    return low or len(_FOOTER_WORDS.findall(text)) >= 2
