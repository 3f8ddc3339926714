"""``python -m tools.density FOLDER…``: how many remarks a page of a letter gets, before and after they are merged.

A page is 350 words, and a letter has at least one.  For each folder and from each level on: the median and the mean
over its letters of all findings, and of the remarks that are shown; and how many of those share a character, which
none may.  Letters that can't be read, and those of fewer than ``--words`` words, are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from statistics import mean, median
from typing import NamedTuple

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.finding import Level, Report
from klarsprak.letter import Letter
from klarsprak.reports.remarks import as_remarks

PAGE = 350
"""Words."""


class Density(NamedTuple):
    """Findings and remarks a page of each letter, and pairs of remarks that share a character."""

    findings: list[float]
    remarks: list[float]
    overlapping: int


def density(reports: Sequence[Report], level: Level) -> Density:
    """What a reader of the letters is told from that level on."""
    findings, remarks, overlapping = [], [], 0
    for report in reports:
        pages = max(1.0, report.words / PAGE)
        grave = [finding for finding in report.findings if finding.level >= level]
        shown = as_remarks(replace(report, findings=grave)).findings
        findings.append(len(grave) / pages)
        remarks.append(len(shown) / pages)
        places = [finding.place for finding in shown if finding.place is not None]
        overlapping += sum(one.overlaps(other) for one, other in combinations(places, 2))
    return Density(findings, remarks, overlapping)


def reports_on(folder: Path, least_words: int) -> Iterator[Report]:
    """The reports on the letters in a folder that are long enough."""
    checker = Checker()
    for path in readers.find_letters([str(folder)]):
        letters = readers.read_file(path) if isinstance(path, Path) else ()
        for letter in letters:
            report = checker.check(letter) if isinstance(letter, Letter) else None
            if report is not None and report.words >= least_words:
                yield report


def main() -> None:
    """Print a line for each folder and level."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--words", type=int, default=40, help="the fewest words of a letter that counts")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        reports = list(reports_on(folder, arguments.words))
        for level in reversed(Level):
            found = density(reports, level)
            print(
                f"{folder} ({len(reports)} letters), {level} and above: findings a page {median(found.findings):.1f} "
                f"(mean {mean(found.findings):.1f}), remarks {median(found.remarks):.1f} "
                f"(mean {mean(found.remarks):.1f}), {found.overlapping} overlapping"
            )


if __name__ == "__main__":
    main()
