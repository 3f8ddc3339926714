"""A text or a file in, the object of ``klarsprak/report/1`` out."""

from __future__ import annotations

from typing import Any, NamedTuple

from klarsprak.finding import Finding, Level
from klarsprak.letter import Letter
from klarsprak.live.checking import LiveChecker, Places
from klarsprak.live.positions import Positions
from klarsprak.readers import read_bytes
from klarsprak.reports import complete, json
from klarsprak.reports.remarks import as_remarks
from klarsprak.server.api.questions import FileQuestion, RefusedError, TextQuestion
from klarsprak.suppression.level import hide_below


def check_file(checker: LiveChecker, question: FileQuestion) -> dict[str, Any]:
    """The report on the letter in a file, and on those attached to it."""
    letters = list(read_bytes(question.data, question.name))
    reports = map(checker.letter.check, letters)
    if question.complete:
        return complete.as_data(reports)
    data = json.as_data(map(as_remarks, hide_below(question.level or Level.INFO, reports)))
    if question.blocks:
        for letter, told in zip(letters, data["letters"], strict=True):
            told["blocks"] = [block.text for block in letter.blocks] if isinstance(letter, Letter) else []
    return data


def check_text(checker: LiveChecker, question: TextQuestion) -> dict[str, Any]:
    """The report on a text, with where in it the findings' words stand.

    Raises ``RefusedError`` for a whole letter without anything to read.
    """
    report, places = checker.check(question.text, whole=question.whole, level=question.level or Level.INFO)
    if question.whole and places.is_empty:
        raise RefusedError(422, report.error or "Texten är tom.")
    data = json.as_data([report])
    spans = _Spans(places, Positions(question.text))
    data["letters"][0]["findings"] = [spans.finding(finding) for finding in report.findings]
    return data


class _Spans(NamedTuple):
    """Where in a text the words of findings stand, in UTF-16 units."""

    places: Places
    positions: Positions

    def finding(self, found: Finding) -> dict[str, Any]:
        """The finding's part of the object, and so of those that it speaks for."""
        data = json.finding(found)
        _, start, end, _ = self.places.remark(found)
        if start is not None and end is not None:
            data["place"]["span"] = {"start": self.positions.in_utf16(start), "end": self.positions.in_utf16(end)}
        if found.also:
            data["also"] = list(map(self.finding, found.also))
        return data
