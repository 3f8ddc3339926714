"""Remarks as LanguageTool tells them.  Offsets count UTF-16 units of what the client sent, markup and all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from klarsprak.finding import Category, Finding, Level, Report
from klarsprak.live.positions import Positions
from klarsprak.server.languagetool.choices import AUTO, SPELLING, Choices, category_of
from klarsprak.server.languagetool.software import software

if TYPE_CHECKING:
    from klarsprak.live.checking import TextRemark, TextReport

CONTEXT = 40
"""Code points on each side of a match that are told with it."""
_CUT = "..."
_OF_SENTENCES = frozenset({Category.MENING, Category.PASSIV, Category.SPRAKFEL})
"""What can't be said for certain before a sentence is written to its end."""
_SURE = 0.99
_NAME = {"sv": "Swedish", "sv-SE": "Swedish (Sweden)", "sv-FI": "Swedish (Finland)"}


def answer(found: TextReport, source: str, choices: Choices) -> dict[str, Any]:
    """The whole answer to a check."""
    places = Positions(source)
    code = "sv-SE" if choices.code == AUTO else choices.code
    return {
        "software": software(),
        "warnings": _warnings(found.report),
        "language": {
            "name": _NAME[code],
            "code": code,
            "detectedLanguage": {
                "name": _NAME[code],
                "code": code,
                "confidence": 0.0 if found.report.error else _SURE,
                "source": "klarsprak",
            },
        },
        "matches": [
            _match(remark.finding, remark, (remark.start, remark.end), source, places, found.report)
            for remark in found.remarks
            if remark.start is not None and remark.end is not None
        ],
    }


def _warnings(report: Report) -> dict[str, Any]:
    """What wasn't checked, and why."""
    reason = " ".join(filter(None, [report.error, *report.unchecked]))
    return {"incompleteResults": True, "incompleteResultsReason": reason} if reason else {"incompleteResults": False}


def _match(
    finding: Finding, remark: TextRemark, place: tuple[int, int], source: str, places: Positions, report: Report
) -> dict[str, Any]:
    start, length = places.in_utf16(place[0]), places.in_utf16(place[1]) - places.in_utf16(place[0])
    unfinished = finding.category in _OF_SENTENCES
    return {
        "message": finding.message,
        "shortMessage": finding.level.label,
        "replacements": [{"value": each} for each in finding.suggestions] if remark.is_plain else [],
        "offset": start,
        "length": length,
        "context": _context(source, place, places),
        "sentence": _sentence(finding, report),
        "type": {"typeName": _type(finding)},
        "rule": _rule(finding),
        "ignoreForIncompleteSentence": unfinished,
        "contextForSureMatch": -1 if unfinished else 0,
    }


def _rule(finding: Finding) -> dict[str, Any]:
    category = category_of(finding)
    return {
        "id": finding.rule,
        "description": finding.why,
        "issueType": category.issue_type,
        "category": {"id": category.id, "name": category.name},
        "isPremium": False,
    }


def _context(source: str, place: tuple[int, int], places: Positions) -> dict[str, Any]:
    """The words with some of what stands around them, on one line."""
    start, end = max(0, place[0] - CONTEXT), min(len(source), place[1] + CONTEXT)
    before, after = _CUT if start else "", _CUT if end < len(source) else ""
    text = source[start:end].replace("\n", " ").replace("\r", " ")
    return {
        "text": before + text + after,
        "offset": len(before) + places.in_utf16(place[0]) - places.in_utf16(start),
        "length": places.in_utf16(place[1]) - places.in_utf16(place[0]),
    }


def _sentence(finding: Finding, report: Report) -> str:
    """The sentence that the words stand in, as it was read."""
    if finding.place is None:
        return ""
    start, end = report.around(finding.place)
    return report.texts[finding.place.block][start:end].strip()


def _type(finding: Finding) -> str:
    """What LanguageTool calls the finding's gravity."""
    if category_of(finding) is SPELLING:
        return "UnknownWord"
    return "Hint" if finding.level is Level.INFO else "Other"
