"""Which findings are safe to put right by program, and what to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.finding import Finding, FindingPlace, Report
from klarsprak.language.abbreviations import LEADING
from klarsprak.language.grammar.faults import brings_faults

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

    Of those that would, the one for the gravest finding is kept, and of equals the longest.  None brings in a fault
    of grammar: the sentence is analysed anew with each of them, which takes some milliseconds a fix.
    """
    kept: list[Fix] = []
    for _, fix in sorted(_safe(report), key=_importance):
        if not any(map(fix.overlaps, kept)):
            kept.append(fix)
    return sorted(_grammatical(kept, report))


def _grammatical(candidates: list[Fix], report: Report) -> Iterator[Fix]:
    """Those after which the sentence has no fault of grammar that it hadn't before."""
    pairs = [_before_and_after(fix, report) for fix in candidates]
    for fix, is_worse in zip(candidates, brings_faults(pairs), strict=True):
        if not is_worse:
            yield fix


def _before_and_after(fix: Fix, report: Report) -> tuple[str, str]:
    """The sentence, or sentences, that the words stand in, as they are and with the change."""
    text = report.texts[fix.block]
    place = FindingPlace(fix.block, report.roles[fix.block], fix.start, fix.end)
    first, last = report.around(place)
    return text[first:last], text[first : fix.start] + fix.new + text[fix.end : last]


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
    fix = as_fix(finding)
    if fix is None or not finding.safe:
        return None
    after = report.texts[fix.block][fix.end :]
    return None if is_stop_shared(fix.old, fix.new, after) else fix


def as_fix(finding: Finding) -> Fix | None:
    """The first suggestion in the place of the finding's words, safe or not; None where there is none to put in."""
    place = finding.place
    if place is None or not finding.suggestions:
        return None
    return Fix(place.block, place.start, place.end, finding.text, finding.suggestions[0], finding.rule)


def is_stop_shared(old: str, new: str, after: str) -> bool:
    """Whether the stop of the abbreviation ``old`` may be its sentence's too, and would be lost with ``new``.

    Only the meaning tells whether the sentence ends at *etc. Ekvalla*; at *t.ex. Ekvalla* it never does.

    >>> is_stop_shared("etc.", "och så vidare", ""), is_stop_shared("etc.", "och så vidare", " i skolan")
    (True, False)
    >>> is_stop_shared("etc.", "och så vidare", " Ekvalla"), is_stop_shared("t.ex.", "till exempel", " Ekvalla")
    (True, False)
    """
    if not old.endswith(".") or new.endswith("."):
        return False
    if old.lower().replace(" ", "") in LEADING:
        return False
    return _ends_line(after) or _SENTENCE_MAY_END.match(after) is not None


def _ends_line(after: str) -> bool:
    """Whether nothing follows on the line."""
    on_line = after.lstrip(" \t\u00a0")
    return not on_line.strip() or on_line.startswith("\n")
