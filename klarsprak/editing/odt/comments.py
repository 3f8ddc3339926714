"""A report as comments in the OpenDocument text that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from operator import attrgetter

from lxml import etree

from klarsprak.editing import notes
from klarsprak.editing.choice import choose
from klarsprak.editing.odt.earlier import COMMENT, END, NAME, take_out_earlier
from klarsprak.editing.odt.file import OdtFile
from klarsprak.editing.odt.points import put_after, put_before
from klarsprak.editing.odt.spots import OdtSpots
from klarsprak.editing.word.marks import writable
from klarsprak.finding import Finding, FindingPlace, Level, Report
from klarsprak.readers.odt.markup import DC, Element, P
from klarsprak.readers.odt.package import CONTENT
from klarsprak.readers.odt.story import OdtTrace
from klarsprak.readers.own_copy import AUTHOR


def annotate(data: bytes, report: Report, when: datetime, lowest: Level | None = None) -> bytes:
    """The document with a comment at the words of each finding that ``choose`` shows, and comments on all.

    ``report`` is on the same document.  ``when`` is the time of the comments, in the writer's own time.  What an
    earlier run has put in is taken out.  Raises ``ReadError``.
    """
    file = OdtFile(data)
    _Annotator(file, when).add(report, lowest)
    return file.written([CONTENT])


@dataclass(frozen=True)
class _Mark:
    """A comment's beginning or end at an offset of a block."""

    offset: int
    number: int
    element: Element
    is_start: bool


class _Annotator:
    def __init__(self, file: OdtFile, when: datetime) -> None:
        self._file = file
        self._when = when.replace(tzinfo=None).isoformat(timespec="seconds")
        self._kept = take_out_earlier(file)
        self._names = _free_names(file.text)
        self._spots = OdtSpots(file)
        self._at_starts: list[tuple[Element, Element]] = []
        self._at_words: defaultdict[int, list[_Mark]] = defaultdict(list)

    def add(self, report: Report, lowest: Level | None) -> None:
        """Put all comments in: first the two on the whole letter, which stand on top."""
        chosen = choose(report.findings, lowest)
        for paragraphs in (notes.describe_letter(report), notes.describe_listed(chosen.listed)):
            self._add_at_start(self._spots.top(), list(paragraphs))
        for number, finding in enumerate(chosen.shown):
            if finding.place is not None:
                self._add_finding(number, finding, finding.place)
        for block, marks in self._at_words.items():
            _put_marks(self._file.traces[block], marks)
        for paragraph, comment in reversed(self._at_starts):
            comment.tail, paragraph.text = paragraph.text, None
            paragraph.insert(0, comment)

    def _add_finding(self, number: int, finding: Finding, place: FindingPlace) -> None:
        """A comment on the finding, at its words if it may stand there."""
        trace = self._file.traces[place.block]
        spot = self._spots.of(trace, place.start < place.end)
        says = list(notes.describe_finding(finding, spot.place if spot else ""))
        home = spot.paragraph if spot else trace.home
        if self._kept.take(says[0], home):
            return
        if spot is not None:
            self._add_at_start(home, says)
            return
        comment = self._comment(says)
        end = etree.Element(END, {NAME: comment.get(NAME, "")})
        self._at_words[place.block] += [
            _Mark(place.start, number, comment, is_start=True),
            _Mark(place.end, number, end, is_start=False),
        ]

    def _add_at_start(self, paragraph: Element, says: Sequence[str]) -> None:
        """A comment at a paragraph's start, if there is something to say."""
        if says:
            self._at_starts.append((paragraph, self._comment(says)))

    def _comment(self, says: Iterable[str]) -> Element:
        """A new comment, which stands nowhere yet."""
        comment = etree.Element(COMMENT, {NAME: next(self._names)})
        etree.SubElement(comment, DC + "creator").text = AUTHOR
        etree.SubElement(comment, DC + "date").text = self._when
        for paragraph in says:
            etree.SubElement(comment, P).text = writable(paragraph)
        return comment


def _put_marks(trace: OdtTrace, marks: list[_Mark]) -> None:
    """Put a block's marks in, from its end to its start."""
    for mark in sorted(marks, key=attrgetter("offset", "is_start", "number"), reverse=True):
        if mark.is_start:
            put_before(trace.signs[mark.offset], mark.element)
        else:
            put_after(trace.signs[mark.offset - 1], mark.element)


def _free_names(text: Element) -> Iterator[str]:
    """Names that no comment of the document has."""
    used = {comment.get(NAME) for comment in text.iter(COMMENT)}
    names = map("klarsprak{}".format, count(1))
    return (name for name in names if name not in used)
