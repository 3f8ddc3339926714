"""Reports as one HTML file to look at: no network, nothing outside the file.

The page holds the letter's text.  All of it can be read without the script, which only filters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TextIO

from klarsprak.finding import Category, Finding, Level, Report
from klarsprak.letter import Role
from klarsprak.reports import figures, summary, webpage
from klarsprak.reports.first_steps import first_steps
from klarsprak.reports.numbered import Numbered, Piece, numbered, pieces
from klarsprak.reports.rows import Row, rows

LEVELS = {level: level.label for level in reversed(Level)}
CATEGORIES = {
    Category.KANSLISVENSKA: "Kanslisvenska",
    Category.FACKORD: "Fackord",
    Category.FORKORTNING: "Förkortningar",
    Category.LAGRUM: "Lagrum",
    Category.MENING: "Meningar",
    Category.PASSIV: "Passiv",
    Category.TON: "Ton",
    Category.TILLTAL: "Tilltal",
    Category.ARENDEGANG: "Ärendets gång",
    Category.MALLREST: "Rester av mallen",
    Category.SIGNATUR: "Underskrift",
    Category.SKRIVREGLER: "Skrivregler",
    Category.SPRAKFEL: "Språkfel",
}
_SHORT = 32
"""Code points: *Postadress*, *123 80 Hedvalla*."""
ROLES = {
    Role.HEADER: "Sidhuvud",
    Role.FOOTER: "Sidfot",
    Role.TEXT_BOX: "Textruta",
    Role.FOOTNOTE: "Fotnot",
    Role.TABLE_CELL: "Tabell",
    Role.QUOTED: "Tidigare brev, som inte granskas",
    Role.CONTENTS: "Innehållsförteckning, som inte granskas",
}
"""What stands above blocks that are no running text."""


@dataclass(frozen=True)
class MarkedBlock:
    """A block and what is said of it beside it; ``label`` is what stands above it, if anything."""

    role: Role
    label: str
    pieces: Sequence[Piece]
    findings: Sequence[Numbered]

    @property
    def length(self) -> int:
        """Code points of its text."""
        return sum(len(piece.text) for piece in self.pieces)

    @property
    def is_short(self) -> bool:
        """Whether it needs but a part of a line on paper."""
        return self.length <= _SHORT


@dataclass(frozen=True)
class Page:
    """One letter on the page.

    ``findings`` are all that is said of it, ``whole`` those that have no words to point at and don't stop the letter.
    """

    number: int
    report: Report
    findings: Sequence[Numbered]
    rows: Sequence[Row[MarkedBlock]]
    whole: Sequence[Numbered]
    counts: Counter[Level]

    @property
    def figures(self) -> list[figures.Figure]:
        """The measures of readability that could be had, if they were asked for."""
        return list(figures.figures(self.report.metrics)) if self.report.tells_of_readability else []

    @property
    def steps(self) -> str:
        """The three things that would help most, on one line, where there are many remarks."""
        return " ".join(f"{number}. {step}" for number, step in enumerate(first_steps(self.report), 1))


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write the page: an index where there are several letters, then each letter with its findings."""
    render([as_page(number, report) for number, report in enumerate(reports, 1)], out)


def render(pages: Sequence[Page], out: TextIO, reasons: Sequence[str] = (), causes: Sequence[object] = ()) -> None:
    """Write the page; where letters are held, ``reasons`` and ``causes`` (``stopped.Cause``) stand first."""
    found = [finding for page in pages for finding in page.report.findings]
    script = webpage.asset("report.js")
    webpage.render(
        "report.html.jinja",
        out,
        reasons=reasons,
        causes=causes,
        pages=pages,
        levels=LEVELS,
        categories=CATEGORIES,
        by_level=Counter(finding.level for finding in found),
        by_category=Counter(finding.category for finding in found),
        total=len(found),
        summary=summary,
        script=script,
        **webpage.own("report.css", more=f"script-src '{webpage.digest(script)}'; "),
    )


def as_page(number: int, report: Report, stops: Callable[[Finding], bool] = lambda _: False) -> Page:
    """What the page's template needs of a letter; ``stops`` says which findings hold it back."""
    found = numbered(number, report.findings, stops)
    return Page(
        number=number,
        report=report,
        findings=found,
        rows=list(rows(_blocks(report, found))),
        whole=[each for each in found if each.finding.place is None and not each.stops],
        counts=Counter(finding.level for finding in report.findings),
    )


def _blocks(report: Report, found: Sequence[Numbered]) -> Iterator[MarkedBlock]:
    """The blocks that have text; a label stands above the first of several blocks of one role."""
    by_block = _by_block(found)
    last: Role | None = None
    for index, (text, role) in enumerate(zip_longest(report.texts, report.roles, fillvalue=Role.PARAGRAPH)):
        findings = by_block[index]
        if text or findings:
            label = ROLES.get(Role(role), "") if role != last else ""
            beside = [each for each in findings if not each.stops and not each.again]
            yield MarkedBlock(Role(role), label, pieces(text, findings), beside)
            last = Role(role)


def _by_block(found: Sequence[Numbered]) -> defaultdict[int, list[Numbered]]:
    """The findings that have words to point at, by the number of their block."""
    by_block: defaultdict[int, list[Numbered]] = defaultdict(list)
    for each in found:
        if each.finding.place is not None:
            for spot in each.spots():
                by_block[spot.text_block].append(spot)
    return by_block
