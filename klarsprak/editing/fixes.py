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

    def overlaps(self, other: Fix) -> bool:
        """Whether the two have words in common.

        >>> one, other = Fix(0, 3, 7, "ej", "inte", ""), Fix(0, 6, 9, "ånyo", "igen", "")
        >>> one.overlaps(other), one.overlaps(other._replace(block=1)), one.overlaps(other._replace(start=7))
        (True, False, False)
        """
        meets = self.start < other.end and other.start < self.end
        return meets and self.block == other.block


def fixes(report: Report) -> list[Fix]:
    """What can be put right with nothing else changed, in the order of the text; no two overlap.

    Of those that would, the one for the gravest finding is kept, and of equals the longest.
    """
    kept: list[Fix] = []
    for _, fix in sorted(_safe(report), key=_importance):
        if not any(map(fix.overlaps, kept)):
            kept.append(fix)
    return sorted(kept)


def _importance(pair: tuple[Finding, Fix]) -> tuple[int, int]:
    """What comes first: a higher level, then more words."""
    finding, fix = pair
    return -finding.level, fix.start - fix.end


def _safe(report: Report) -> Iterator[tuple[Finding, Fix]]:
    """The findings that can be put right one by one, and how."""
    for finding in report.findings:
        fix = _fix(finding, report)
        if fix is not None:
            yield finding, fix


def _fix(finding: Finding, report: Report) -> Fix | None:
    """The first suggestion in the place of the finding's words; None where that isn't safe."""
    place = finding.place
    if place is None or not finding.text:
        return None
    if not finding.safe:
        return None
    after = report.texts[place.block][place.end :]
    new = with_full_stop(finding.text, finding.suggestions[0], after)
    if new is None:
        return None
    return Fix(place.block, place.start, place.end, finding.text, new, finding.rule)


def with_full_stop(old: str, new: str, after: str) -> str | None:
    """``new`` with the full stop that the abbreviation ``old`` shares with its sentence.

    None where only the meaning tells whether the sentence ends there: *bl.a. Ekvalla*.

    >>> with_full_stop("m.m.", "med mera", ""), with_full_stop("bl.a.", "bland annat", " skolor")
    ('med mera.', 'bland annat')
    >>> with_full_stop("bl.a.", "bland annat", " Ekvalla") is None
    True
    """
    if not old.endswith(".") or new.endswith("."):
        return new
    if _ends_line(after):
        return new + "."
    return None if _SENTENCE_MAY_END.match(after) else new


def _ends_line(after: str) -> bool:
    """Whether nothing follows on the line."""
    on_line = after.lstrip(" \t\u00a0")
    return not on_line.strip() or on_line.startswith("\n")
