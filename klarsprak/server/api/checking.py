"""A text or a file in, the object of ``klarsprak/report/1`` out."""

from __future__ import annotations

from typing import Any

from klarsprak.finding import Finding, FindingPlace, Level
from klarsprak.letter import Letter
from klarsprak.live.checking import LiveChecker, as_letter
from klarsprak.live.positions import Positions
from klarsprak.readers import read_bytes
from klarsprak.readers.text.stretches import LineStretches
from klarsprak.reports import json
from klarsprak.reports.remarks import as_remarks
from klarsprak.server.api.questions import FileQuestion, RefusedError, TextQuestion
from klarsprak.suppression.level import hide_below


def check_file(checker: LiveChecker, question: FileQuestion) -> dict[str, Any]:
    """The report on the letter in a file, and on those attached to it."""
    reports = map(checker.letter.check, read_bytes(question.data, question.name))
    return json.as_data(map(as_remarks, hide_below(question.level or Level.INFO, reports)))


def check_text(checker: LiveChecker, question: TextQuestion) -> dict[str, Any]:
    """The report on a text, with where in it the findings' words stand.

    Raises ``RefusedError`` for a whole letter without anything to read.
    """
    letter = as_letter(question.text)
    if question.whole and not letter.blocks:
        raise RefusedError(422, " ".join(letter.notes) or "Texten är tom.")
    report = checker.check(question.text, whole=question.whole, level=question.level or Level.INFO).report
    data = json.as_data([report])
    spans = _Spans(question.text, letter)
    data["letters"][0]["findings"] = [_with_spans(finding, spans) for finding in report.findings]
    return data


class _Spans:
    """Where in a text the words of its letter stand, in UTF-16 units."""

    def __init__(self, text: str, letter: Letter) -> None:
        self._blocks = letter.blocks
        self._lines = LineStretches(text)
        self._positions = Positions(text)

    def of(self, place: FindingPlace) -> dict[str, int] | None:
        """The stretch of the words; None where the text doesn't have them as they are in the letter."""
        anchors = self._blocks[place.block].place
        first = self._lines.stretch(anchors, place.start)
        last = self._lines.stretch(anchors, place.end - 1)
        if first is None or last is None:
            return None
        return {"start": self._positions.in_utf16(first[0]), "end": self._positions.in_utf16(last[1])}


def _with_spans(found: Finding, spans: _Spans) -> dict[str, Any]:
    """The finding's part of the object, and so of those that it speaks for."""
    data = json.finding(found)
    span = None if found.place is None else spans.of(found.place)
    if span is not None:
        data["place"]["span"] = span
    if found.also:
        data["also"] = [_with_spans(each, spans) for each in found.also]
    return data
