"""Which findings are safe to put right by program, and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.finding import Finding, Report

_SENTENCE_MAY_END = re.compile(r"[\s\u00a0]+[\W\d]*[A-ZÅÄÖÉ]")


class Fix(NamedTuple):
    """Words of a block, in code points, and what to write in their place."""

    block: int
    start: int
    end: int
    old: str
    """The words with white space folded, as in the finding."""
    new: str
    rule: str


def fixes(report: Report) -> list[Fix]:
    """What can be put right with nothing else changed, in the order of the text; no two overlap."""
    found = sorted(_safe(report), key=lambda pair: (-pair[0].level, pair[1].start - pair[1].end))
    kept: list[Fix] = []
    for _, fix in found:
        if not any(fix.block == other.block and fix.start < other.end and other.start < fix.end for other in kept):
            kept.append(fix)
    return sorted(kept)


def _safe(report: Report) -> Iterator[tuple[Finding, Fix]]:
    for finding in report.findings:
        place = finding.place
        if not finding.safe or place is None or not finding.text:
            continue
        new = with_full_stop(finding.text, finding.suggestions[0], report.texts[place.block][place.end :])
        if new is not None:
            yield finding, Fix(place.block, place.start, place.end, finding.text, new, finding.rule)


def with_full_stop(old: str, new: str, after: str) -> str | None:
    """``new`` with the full stop that the abbreviation ``old`` shares with its sentence.

    None where only the meaning tells whether the sentence ends there: *bl.a. Ekvalla*.
    """
    if not old.endswith(".") or new.endswith("."):
        return new
    if not after.strip() or after.lstrip(" \t\u00a0").startswith("\n"):
        return new + "."
    return None if _SENTENCE_MAY_END.match(after) else new
