"""A report as comments in the Word document that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from operator import attrgetter
from typing import NamedTuple

from lxml import etree

from klarsprak.editing import notes
from klarsprak.editing.word.cutting import Cutter, P, R, T, after_field, outside
from klarsprak.editing.word.marks import put_at_start, range_mark, reference_run, writable
from klarsprak.editing.word.package import WordFile
from klarsprak.finding import Finding, FindingPlace, Report
from klarsprak.letter import Role
from klarsprak.readers.docx.markup import XML_SPACE, Element, W, first
from klarsprak.readers.docx.trace import Sign, Trace

INITIALS = "ks"
_BOX, _NOTE = W + "txbxContent", (W + "footnote", W + "endnote")
_REFERENCES = (W + "footnoteReference", W + "endnoteReference")
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
        spots = [(self._top(), self._comment(notes.describe_letter(report)))]
        marks: defaultdict[int, list[_Mark]] = defaultdict(list)
        for finding in report.findings:
            place = finding.place
            if place is None:
                continue
            spot = self._spot(self._file.traces[place.block], place.start < place.end)
            if spot is None:
                marks[place.block] += self._marks(finding, place)
            else:
                identity = self._comment(notes.describe_finding(finding, spot.place))
                spots.append((spot.paragraph, identity))
        self._put_in(spots, marks)

    def _marks(self, finding: Finding, place: FindingPlace) -> tuple[_Mark, _Mark]:
        """Beginning and end of a new comment at the finding's words."""
        identity = self._comment(notes.describe_finding(finding))
        return _Mark(place.start, identity, is_start=True), _Mark(place.end, identity, is_start=False)

    def _put_in(self, spots: list[tuple[Element, int]], marks: Mapping[int, list[_Mark]]) -> None:
        """Put comments into the body: at words, block by block, and at the starts of paragraphs."""
        for block, of_block in marks.items():
            self._mark(self._file.traces[block], of_block)
        for paragraph, identity in reversed(spots):
            put_at_start(paragraph, identity)
        self._file.put(self._file.main_part, self._file.body)
        self._file.put(self._part, self._comments)

    def _mark(self, trace: Trace, marks: list[_Mark]) -> None:
        """Put a block's marks in, from its end to its start: a cut leaves what stands before it as it was."""
        for mark in sorted(marks, key=attrgetter("offset", "is_start", "identity"), reverse=True):
            if mark.is_start:
                self._cutter.before(trace.signs[mark.offset]).addprevious(range_mark("Start", mark.identity))
            else:
                self._end(trace.signs[mark.offset - 1], mark.identity)

    def _end(self, sign: Sign, identity: int) -> None:
        """Let the comment end after the sign.

        Its reference stands after the field that the sign is in, if any, and outside of what someone else has
        inserted: it would go when the field is filled again or the insertion rejected.
        """
        node = self._cutter.after(sign)
        spot = after_field(node) if sign.in_field else node
        outside(spot, inserted=False).addnext(reference_run(identity))
        node.addnext(range_mark("End", identity))

    def _spot(self, trace: Trace, has_words: bool) -> _Spot | None:
        """Where to put a comment on the block; None where it can stand at its words.

        Word lets nobody comment in headers, footers, notes and text boxes: the comment goes to the body then, and
        says what it is on.  One without words stands at the start of its paragraph.
        """
        if trace.part != self._file.main_part:
            return _Spot(self._beside(trace), _PLACES.get(trace.block.role, "dokumentet"))
        home = self._home(trace)
        is_in_box = next(home.iterancestors(_BOX), None) is not None
        if is_in_box or trace.block.role is Role.TEXT_BOX:
            return _Spot(_outermost(home), _PLACES[Role.TEXT_BOX])
        if has_words and trace.signs:
            return None
        return _Spot(home, "")

    def _home(self, trace: Trace) -> Element:
        """The paragraph that a block stands in."""
        number = trace.block.place.at(0).paragraph or 0
        return self._paragraphs[trace.part][number]

    def _beside(self, trace: Trace) -> Element:
        """The paragraph of the body nearest to a block of another part.

        To a header that is the first, to a footer the last, to a footnote the one that refers to it.
        """
        if trace.block.role is Role.FOOTER:
            return self._bottom()
        referring = self._referring_paragraph(trace) if trace.block.role is Role.FOOTNOTE else None
        return self._top() if referring is None else _outermost(referring)

    def _referring_paragraph(self, trace: Trace) -> Element | None:
        """The paragraph that refers to the note in which the block stands; None where none does.

        ``<w:footnote w:id="2">`` in a part of its own is the note to ``<w:footnoteReference w:id="2"/>`` in the body.
        """
        note = next(self._home(trace).iterancestors(*_NOTE), None)
        wanted = None if note is None else note.get(W + "id")
        for reference in self._file.body.iter(*_REFERENCES):
            home = next(reference.iterancestors(P), None)
            if home is not None and reference.get(W + "id") == wanted:
                return home
        return None

    def _top(self) -> Element:
        """The first paragraph with text."""
        return self._first_with_text(self._file.traces)

    def _bottom(self) -> Element:
        """The last paragraph with text."""
        return self._first_with_text(reversed(self._file.traces))

    def _first_with_text(self, traces: Iterable[Trace]) -> Element:
        """The first paragraph with text in the order of ``traces``; one in a table or text box only if need be."""
        part = self._file.main_part
        with_text = [trace for trace in traces if trace.block.text and trace.part == part]
        if not with_text:
            return self._any_paragraph()
        first_of_all = min(with_text, key=_stands_apart)
        return _outermost(self._home(first_of_all))

    def _any_paragraph(self) -> Element:
        """A paragraph of a body without text; a new one where there is none."""
        paragraphs = self._paragraphs.get(self._file.main_part)
        return _outermost(paragraphs[0]) if paragraphs else self._new_paragraph()

    def _new_paragraph(self) -> Element:
        """An empty paragraph at the body's start."""
        new = etree.Element(P)
        body = first(self._file.body, W + "body")
        home = self._file.body if body is None else body
        home.insert(0, new)
        return new

    def _comment(self, paragraphs: Iterable[str]) -> int:
        """A new comment; gives its number."""
        identity = next(self._ids)
        comment = etree.SubElement(self._comments, W + "comment")
        attributes = {"id": str(identity), "author": notes.AUTHOR, "date": self._when, "initials": INITIALS}
        for name, value in attributes.items():
            comment.set(W + name, value)
        for index, text in enumerate(paragraphs):
            paragraph = etree.SubElement(comment, P)
            if index == 0:
                etree.SubElement(etree.SubElement(paragraph, R), W + "annotationRef")
            words = etree.SubElement(etree.SubElement(paragraph, R), T)
            words.text = writable(text)
            words.set(XML_SPACE, "preserve")
        return identity


def _stands_apart(trace: Trace) -> bool:
    """Whether the block stands in a table or text box."""
    return trace.block.role in (Role.TABLE_CELL, Role.TEXT_BOX)


def _outermost(paragraph: Element) -> Element:
    """The paragraph itself, or the one that holds the text box in which it stands."""
    boxes = list(paragraph.iterancestors(_BOX))
    if not boxes:
        return paragraph
    outer = next(boxes[-1].iterancestors(P), None)
    return paragraph if outer is None else outer
