"""A document with what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from klarsprak.finding import Level
from klarsprak.live.checking import TextRemark, TextReport
from klarsprak.lsp.checkers import Configured
from klarsprak.lsp.documents import Document
from klarsprak.lsp.settings import Settings

_WORD = re.compile(r"\S+")


class Checked:
    """The document as it was, and its remarks."""

    def __init__(self, document: Document, report: TextReport, configured: Configured) -> None:
        self.document = document
        self.configured = configured
        self.report = report.report
        self.remarks = report.remarks

    @cached_property
    def notes(self) -> list[str]:
        """What isn't checked, and why: a passage in another language."""
        return [self.report.error] if self.report.error is not None else self.report.unchecked

    @cached_property
    def first_word(self) -> tuple[int, int]:
        """Where what is said of the whole letter is shown, so that it doesn't underline all of it."""
        word = _WORD.search(self.document.text)
        return word.span() if word else (0, 0)

    def stretch(self, remark: TextRemark) -> tuple[int, int]:
        """Where in the document the remark is shown, in code points."""
        if remark.start is None or remark.end is None:
            return self.first_word
        return remark.start, remark.end

    def touching(self, start: int, end: int) -> Iterator[TextRemark]:
        """The remarks that have something in common with a stretch, or border on it: where a cursor stands."""
        for remark in self.remarks:
            first, last = self.stretch(remark)
            if first <= end and start <= last:
                yield remark


def check(document: Document, configured: Configured, settings: Settings) -> Checked:
    """What a checker says of a document, by the editor's settings."""
    report = configured.checker.check(
        document.marked(),
        whole=settings.whole,
        level=Level(settings.level),
        name=str(document.path or document.uri),
        every_place=True,
    )
    return Checked(document, report, configured)
