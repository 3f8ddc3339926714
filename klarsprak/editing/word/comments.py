"""A report as comments in the Word document that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from klarsprak.editing import notes
from klarsprak.editing.word.cutting import Cutter, P, R, T, after_field, outside
from klarsprak.editing.word.package import WordFile
from klarsprak.finding import Report
from klarsprak.letter import Role
from klarsprak.readers.docx.markup import XML_SPACE, Element, W, first
from klarsprak.readers.docx.trace import Trace

INITIALS = "ks"
_BOX, _NOTE = W + "txbxContent", (W + "footnote", W + "endnote")
_PLACES = {
    Role.HEADER: "sidhuvudet",
    Role.FOOTER: "sidfoten",
    Role.FOOTNOTE: "fotnoten",
    Role.TEXT_BOX: "textrutan",
}
"""Where Word lets nobody comment."""


def annotate(data: bytes, report: Report, when: datetime) -> bytes:
    """The document with a comment at the words of each finding and one on the whole letter.

    ``report`` is on the same document.  ``when`` is the time of the comments, in the writer's own time, as Word has
    it.  Raises ``ReadError``.
    """
    file = WordFile(data)
    _Annotator(file, when).add(report)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


@dataclass(frozen=True)
class _Mark:
    """A comment's beginning or end at an offset of a block."""

    offset: int
    identity: int
    is_start: bool


class _Spot(NamedTuple):
    """Where a comment that isn't at its words goes: at a body paragraph's start, and what to say of the place."""

    paragraph: Element
    place: str


class _Annotator:
    def __init__(self, file: WordFile, when: datetime) -> None:
        self._file = file
        self._when = when.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
        self._part, self._comments = file.comments()
        self._ids = file.free_ids(self._comments)
        self._cutter = Cutter(self._ids)
        self._paragraphs = {part: list(root.iter(P)) for part, root in file.roots.items()}

    def add(self, report: Report) -> None:
        """Put all comments in."""
        spots = [(self._top(), self._comment(notes.overall(report)))]
        marks: dict[int, list[_Mark]] = {}
        for finding in report.findings:
            if (place := finding.place) is None:
                continue
            spot = self._spot(self._file.traces[place.block], place.start < place.end)
            identity = self._comment(notes.says(finding, spot.place if spot else ""))
            if spot is None:
                ends = (_Mark(place.start, identity, True), _Mark(place.end, identity, False))
                marks.setdefault(place.block, []).extend(ends)
            else:
                spots.append((spot.paragraph, identity))
        for block, found in marks.items():
            self._mark(self._file.traces[block], found)
        for paragraph, identity in reversed(spots):
            _put_at_start(paragraph, identity)
        self._file.put(self._file.main_part, self._file.body)
        self._file.put(self._part, self._comments)

    def _mark(self, trace: Trace, marks: list[_Mark]) -> None:
        for mark in sorted(marks, key=lambda mark: (mark.offset, mark.is_start, mark.identity), reverse=True):
            if mark.is_start:
                self._cutter.before(trace.signs[mark.offset]).addprevious(_range("Start", mark.identity))
            else:
                node = self._cutter.after(trace.signs[mark.offset - 1])
                sign = trace.signs[mark.offset - 1]
                spot = after_field(node) if sign.in_field else node
                outside(spot, inserted=False).addnext(_reference(mark.identity))
                node.addnext(_range("End", mark.identity))

    def _spot(self, trace: Trace, has_words: bool) -> _Spot | None:
        """Where to put a comment on the block; None where it can stand at its words."""
        if trace.part != self._file.main_part:
            return _Spot(self._beside(trace), _PLACES.get(trace.block.role, "dokumentet"))
        home = self._home(trace)
        if trace.block.role is Role.TEXT_BOX or next(home.iterancestors(_BOX), None) is not None:
            return _Spot(_outermost(home), _PLACES[Role.TEXT_BOX])
        if not trace.signs or not has_words:
            return _Spot(home, "")
        return None

    def _home(self, trace: Trace) -> Element:
        """The paragraph that a block stands in."""
        number = trace.block.place.at(0).paragraph or 0
        return self._paragraphs[trace.part][number]

    def _beside(self, trace: Trace) -> Element:
        """The paragraph of the body nearest to a block of another part."""
        if trace.block.role is Role.FOOTNOTE:
            note = next(self._home(trace).iterancestors(*_NOTE), None)
            wanted = None if note is None else note.get(W + "id")
            for reference in self._file.body.iter(W + "footnoteReference", W + "endnoteReference"):
                if reference.get(W + "id") == wanted and (home := next(reference.iterancestors(P), None)) is not None:
                    return _outermost(home)
        return self._bottom() if trace.block.role is Role.FOOTER else self._top()

    def _top(self) -> Element:
        return self._first_with_text(self._file.traces)

    def _bottom(self) -> Element:
        return self._first_with_text(reversed(self._file.traces))

    def _first_with_text(self, traces: Iterable[Trace]) -> Element:
        """The first paragraph with text in the order of ``traces``; one in a table or text box only if need be."""
        part = self._file.main_part
        own = [trace for trace in traces if trace.part == part and trace.block.text]
        own.sort(key=lambda trace: trace.block.role in (Role.TABLE_CELL, Role.TEXT_BOX))
        return _outermost(self._home(own[0])) if own else self._any_paragraph()

    def _any_paragraph(self) -> Element:
        """A paragraph of a body without text; a new one where there is none."""
        found = next(iter(self._paragraphs.get(self._file.main_part, [])), None)
        if found is None:
            found = etree.Element(P)
            body = first(self._file.body, W + "body")
            (self._file.body if body is None else body).insert(0, found)
        return _outermost(found)

    def _comment(self, paragraphs: Iterable[str]) -> int:
        """A new comment; gives its number."""
        identity = next(self._ids)
        comment = etree.SubElement(self._comments, W + "comment")
        for name, value in (
            ("id", str(identity)),
            ("author", notes.AUTHOR),
            ("date", self._when),
            ("initials", INITIALS),
        ):
            comment.set(W + name, value)
        for index, text in enumerate(paragraphs):
            paragraph = etree.SubElement(comment, P)
            if not index:
                etree.SubElement(etree.SubElement(paragraph, R), W + "annotationRef")
            words = etree.SubElement(etree.SubElement(paragraph, R), T)
            words.text = _writable(text)
            words.set(XML_SPACE, "preserve")
        return identity


def _outermost(paragraph: Element) -> Element:
    """The paragraph itself, or the one that holds the text box in which it stands."""
    boxes = list(paragraph.iterancestors(_BOX))
    outer = next(boxes[-1].iterancestors(P), None) if boxes else None
    return paragraph if outer is None else outer


def _put_at_start(paragraph: Element, identity: int) -> None:
    index = int(first(paragraph, W + "pPr") is not None)
    paragraph[index:index] = [_range("Start", identity), _range("End", identity), _reference(identity)]


def _range(end: str, identity: int) -> Element:
    return _with_id(etree.Element(f"{W}commentRange{end}"), identity)


def _reference(identity: int) -> Element:
    run = etree.Element(R)
    _with_id(etree.SubElement(run, W + "commentReference"), identity)
    return run


def _with_id(element: Element, identity: int) -> Element:
    element.set(W + "id", str(identity))
    return element


def _writable(text: str) -> str:
    """The text without signs that XML can't hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")
