"""Reports as one HTML file to look at: no network, nothing outside the file.

The page holds the letter's text.  All of it can be read without the script, which only filters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, zip_longest
from typing import TextIO

from klarsprak.finding import Category, Finding, Level, Report
from klarsprak.letter import Role
from klarsprak.reports import figures, summary, webpage
from klarsprak.version import __version__

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
}
ROLES = {
    Role.HEADER: "Sidhuvud",
    Role.FOOTER: "Sidfot",
    Role.TEXT_BOX: "Textruta",
    Role.FOOTNOTE: "Fotnot",
    Role.TABLE_CELL: "Tabell",
    Role.QUOTED: "Tidigare brev, som inte granskas",
}
"""What stands above blocks that are no running text."""


@dataclass(frozen=True)
class Numbered:
    """A finding with its number in the letter, from 1, and the ids of its two places on the page.

    ``told`` says that an earlier finding of the letter has given the same reason, which paper needs but once.
    ``block`` is the signature as it should look, which stands after the last finding on it.
    """

    finding: Finding
    number: int
    letter: int
    told: bool
    block: str = ""

    @property
    def id(self) -> str:
        """The id of what is said of it."""
        return f"f{self.letter}-{self.number}"

    @property
    def mark(self) -> str:
        """The id of its words in the text."""
        return f"m{self.letter}-{self.number}"

    @property
    def span(self) -> tuple[int, int]:
        """Where its words start and end in their block."""
        place = self.finding.place
        assert place is not None, "a finding on the whole letter has no words"
        return place.start, place.end


@dataclass(frozen=True)
class Piece:
    """A stretch of a block that the same findings point at, and those of them that end with it."""

    text: str
    findings: Sequence[Numbered]
    ending: Sequence[Numbered]

    @property
    def level(self) -> Level:
        """The level of the most serious finding."""
        return max(each.finding.level for each in self.findings)


@dataclass(frozen=True)
class Row:
    """A block and what is said of it; ``label`` is what stands above it, if anything."""

    role: Role
    label: str
    pieces: Sequence[Piece]
    findings: Sequence[Numbered]


@dataclass(frozen=True)
class Page:
    """One letter on the page; ``whole`` are the findings that have no words to point at."""

    number: int
    report: Report
    rows: Sequence[Row]
    whole: Sequence[Numbered]
    counts: Counter[Level]

    @property
    def figures(self) -> list[figures.Figure]:
        """The measures of readability that could be had."""
        return list(figures.figures(self.report.metrics))


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write the page: an index where there are several letters, then each letter with its findings."""
    pages = [_page(number, report) for number, report in enumerate(reports, 1)]
    found = [finding for page in pages for finding in page.report.findings]
    style, script = webpage.asset("report.css"), webpage.asset("report.js")
    webpage.render(
        "report.html.jinja",
        out,
        pages=pages,
        levels=LEVELS,
        categories=CATEGORIES,
        by_level=Counter(finding.level for finding in found),
        by_category=Counter(finding.category for finding in found),
        total=len(found),
        summary=summary,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src '{webpage.digest(style)}'; script-src '{webpage.digest(script)}';"
        " base-uri 'none'",
        version=__version__,
    )


def _page(number: int, report: Report) -> Page:
    """What the page's template needs of a letter."""
    numbered = list(_numbered(number, report.findings))
    whole = [each for each in numbered if each.finding.place is None]
    return Page(
        number=number,
        report=report,
        rows=list(_rows(report, numbered)),
        whole=whole,
        counts=Counter(finding.level for finding in report.findings),
    )


def _numbered(letter: int, findings: Sequence[Finding]) -> Iterator[Numbered]:
    """The findings of a letter with their numbers; reasons and the signature's block stand there but once."""
    told: set[str] = set()
    last_of_signature = summary.shows_block(findings)
    for number, finding in enumerate(findings, 1):
        block = finding.suggestions[0] if finding is last_of_signature else ""
        yield Numbered(finding, number, letter, finding.why in told, block)
        told.add(finding.why)


def _rows(report: Report, numbered: Sequence[Numbered]) -> Iterator[Row]:
    """The blocks that have text; a label stands above the first of several blocks of one role."""
    by_block = _by_block(numbered)
    last: Role | None = None
    for index, (text, role) in enumerate(zip_longest(report.texts, report.roles, fillvalue=Role.PARAGRAPH)):
        findings = by_block[index]
        if text or findings:
            label = ROLES.get(Role(role), "") if role != last else ""
            yield Row(Role(role), label, pieces(text, findings), findings)
            last = Role(role)


def _by_block(numbered: Sequence[Numbered]) -> defaultdict[int, list[Numbered]]:
    """The findings that have words to point at, by the number of their block."""
    by_block: defaultdict[int, list[Numbered]] = defaultdict(list)
    for each in numbered:
        if each.finding.place is not None:
            by_block[each.finding.place.block].append(each)
    return by_block


def pieces(text: str, findings: Sequence[Numbered]) -> list[Piece]:
    """The text cut wherever a finding starts or ends, so that findings may overlap.

    *Du har ej erhållit* with findings on *ej erhållit* and *erhållit*: *Du har*, *ej*, *erhållit*.
    """
    spans = [each.span for each in findings]
    cuts = sorted({0, len(text), *chain.from_iterable(spans)})
    return [_piece(text, left, right, findings) for left, right in pairwise(cuts)]


def _piece(text: str, left: int, right: int, findings: Sequence[Numbered]) -> Piece:
    """What lies between two cuts next to each other, with the findings around it."""
    around: list[Numbered] = []
    ending: list[Numbered] = []
    for each in findings:
        start, end = each.span
        if start <= left and right <= end:
            around.append(each)
        if end == right:
            ending.append(each)
    return Piece(text[left:right], around, ending)
