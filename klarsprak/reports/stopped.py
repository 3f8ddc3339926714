"""The page on a letter that is held back: what stopped it first, then all that ``html`` says of a letter."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from klarsprak.finding import Finding, FindingPlace, Report
from klarsprak.reports import html
from klarsprak.reports.numbered import Numbered, Quoted, quoted

FindingKey = tuple[str, FindingPlace | None]
"""What tells a finding from the others on its letter: its rule and its place."""


@dataclass(frozen=True)
class Held:
    """A letter and those of its findings that stop it, which are none where it is held for other reasons."""

    report: Report
    stopping: Container[FindingKey]

    def stops(self, finding: Finding) -> bool:
        """Whether the letter is held because of this finding, or of one that it speaks for."""
        return any(key(each) in self.stopping for each in (finding, *finding.also))


def key(finding: Finding) -> FindingKey:
    """What the finding is known by in ``Held.stopping``."""
    return finding.rule, finding.place


@dataclass(frozen=True)
class Cause:
    """What stops one of the letters: what it lacks, and its sentences that must be written anew."""

    page: html.Page
    whole: Sequence[Numbered]
    sentences: Sequence[Quoted]


def write(letters: Iterable[Held], reasons: Sequence[str], out: TextIO) -> None:
    """Write the page; ``reasons`` are Swedish sentences that say why the letters are held."""
    pages = [html.as_page(number, held.report, held.stops) for number, held in enumerate(letters, 1)]
    html.render(pages, out, reasons, list(_causes(pages)))


def _causes(pages: Iterable[html.Page]) -> Iterator[Cause]:
    """The letters that something said of them stops."""
    for page in pages:
        stopping = [each for each in page.findings if each.stops]
        if stopping:
            whole = [each for each in stopping if each.finding.place is None]
            yield Cause(page, whole, _sentences(page.report, stopping))


def _sentences(report: Report, stopping: Sequence[Numbered]) -> list[Quoted]:
    """The sentences with words that stop the letter: the gravest first, and of equals in the order of the text."""
    placed = [(each, each.finding.place) for each in stopping]
    found = [(each, report.around(place)) for each, place in placed if place is not None]
    return sorted(quoted(report.texts, found), key=lambda sentence: -sentence.level)
