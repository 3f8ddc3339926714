"""A report as comments in the Word document that it is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from operator import attrgetter

from lxml import etree

from klarsprak.editing import notes
from klarsprak.editing.choice import choose
from klarsprak.editing.word.cutting import Cutter, P, R, T, after_field, outside
from klarsprak.editing.word.earlier import take_out
from klarsprak.editing.word.marks import put_at_start, range_mark, reference_run, writable
from klarsprak.editing.word.package import WordFile
from klarsprak.editing.word.spots import Spots
from klarsprak.finding import Finding, FindingPlace, Level, Report
from klarsprak.readers.docx.markup import XML_SPACE, Element, W
from klarsprak.readers.docx.trace import Sign, Trace
from klarsprak.readers.own_copy import AUTHOR

INITIALS = "ks"


def annotate(data: bytes, report: Report, when: datetime, lowest: Level | None = None) -> bytes:
    """The document with a comment at the words of each finding that ``choose`` shows, and comments on all.

    ``report`` is on the same document.  ``when`` is the time of the comments, in the writer's own time, as Word has
    it.  What an earlier run has put in is taken out.  Raises ``ReadError``.
    """
    file = WordFile(data)
    _Annotator(file, when).add(report, lowest)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


@dataclass(frozen=True)
class _Mark:
    """A comment's beginning or end at an offset of a block."""

    offset: int
    identity: int
    is_start: bool


class _Annotator:
    def __init__(self, file: WordFile, when: datetime) -> None:
        self._file = file
        self._when = when.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
        self._part, self._comments = file.comments()
        self._kept = take_out(file, self._comments)
        self._ids = file.free_ids(self._comments)
        self._cutter = Cutter(self._ids)
        self._spots = Spots(file)
        self._at_starts: list[tuple[Element, int]] = []
        self._at_words: defaultdict[int, list[_Mark]] = defaultdict(list)

    def add(self, report: Report, lowest: Level | None) -> None:
        """Put all comments in: first the two on the whole letter, which stand on top."""
        chosen = choose(report.findings, lowest)
        for paragraphs in (notes.describe_letter(report), notes.describe_listed(chosen.listed)):
            self._add_at_start(self._spots.top(), list(paragraphs))
        for finding in chosen.shown:
            if finding.place is not None:
                self._add_finding(finding, finding.place)
        self._put_in(self._at_starts, self._at_words)

    def _add_finding(self, finding: Finding, place: FindingPlace) -> None:
        """A comment on the finding, at its words if it may stand there."""
        trace = self._file.traces[place.block]
        spot = self._spots.of(trace, place.start < place.end)
        says = list(notes.describe_finding(finding, spot.place if spot else ""))
        home = spot.paragraph if spot else self._spots.home(trace)
        if self._kept.take(says[0], home):
            return
        if spot is None:
            self._at_words[place.block] += self._marks(says, place)
        else:
            self._add_at_start(home, says)

    def _add_at_start(self, paragraph: Element, says: list[str]) -> None:
        """A comment at a paragraph's start, if there is something to say."""
        if says:
            self._at_starts.append((paragraph, self._comment(says)))

    def _marks(self, says: Iterable[str], place: FindingPlace) -> tuple[_Mark, _Mark]:
        """Beginning and end of a new comment at the finding's words."""
        identity = self._comment(says)
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

    def _comment(self, paragraphs: Iterable[str]) -> int:
        """A new comment; gives its number."""
        identity = next(self._ids)
        comment = etree.SubElement(self._comments, W + "comment")
        attributes = {"id": str(identity), "author": AUTHOR, "date": self._when, "initials": INITIALS}
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
