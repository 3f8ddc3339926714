"""Findings below the level that somebody asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klarsprak.finding import Level, Report


def hide_below(level: Level, reports: Iterable[Report]) -> Iterator[Report]:
    """The reports as they come, with the findings from that level on; how many are left out stands in ``below``."""
    for report in reports:
        shown = [finding for finding in report.findings if finding.level >= level]
        report.below += len(report.findings) - len(shown)
        report.findings = shown
        yield report
