"""Where a comment goes: at its words, or where Word lets nobody comment, at a paragraph nearby."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from lxml import etree

from klarsprak.editing.word.cutting import P, is_bound
from klarsprak.editing.word.package import WordFile
from klarsprak.letter import Role
from klarsprak.readers.docx.markup import Element, W, first
from klarsprak.readers.docx.trace import Trace

_BOX, _NOTE = W + "txbxContent", (W + "footnote", W + "endnote")
_REFERENCES = (W + "footnoteReference", W + "endnoteReference")
_PLACES = {
    Role.HEADER: "sidhuvudet",
    Role.FOOTER: "sidfoten",
    Role.FOOTNOTE: "fotnoten",
    Role.TEXT_BOX: "textrutan",
}
"""Where Word lets nobody comment."""


class Spot(NamedTuple):
    """Where a comment that isn't at its words goes: at a body paragraph's start, and what to say of the place."""

    paragraph: Element
    place: str


class Spots:
    """Finds the paragraphs of a document that comments stand at."""

    def __init__(self, file: WordFile) -> None:
        self._file = file
        self._paragraphs = {part: list(root.iter(P)) for part, root in file.roots.items()}

    def of(self, trace: Trace, has_words: bool) -> Spot | None:
        """Where to put a comment on the block; None where it can stand at its words.

        Word lets nobody comment in headers, footers, notes and text boxes: the comment goes to the body then, and
        says what it is on.  One without words stands at the start of its paragraph.
        """
        if trace.part != self._file.main_part:
            return Spot(self._beside(trace), _PLACES.get(trace.block.role, "dokumentet"))
        home = self.home(trace)
        is_in_box = next(home.iterancestors(_BOX), None) is not None
        if is_in_box or trace.block.role is Role.TEXT_BOX:
            return Spot(_outermost(home), _PLACES[Role.TEXT_BOX])
        if has_words and trace.signs:
            return None
        return Spot(home, "")

    def home(self, trace: Trace) -> Element:
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
        return self.top() if referring is None else _outermost(referring)

    def _referring_paragraph(self, trace: Trace) -> Element | None:
        """The paragraph that refers to the note in which the block stands; None where none does.

        ``<w:footnote w:id="2">`` in a part of its own is the note to ``<w:footnoteReference w:id="2"/>`` in the body.
        """
        note = next(self.home(trace).iterancestors(*_NOTE), None)
        wanted = None if note is None else note.get(W + "id")
        for reference in self._file.body.iter(*_REFERENCES):
            home = next(reference.iterancestors(P), None)
            if home is not None and reference.get(W + "id") == wanted:
                return home
        return None

    def top(self) -> Element:
        """The paragraph that a reader sees first: with text, be it in a table, or with a text box that has some.

        Not one in a control that Word fills again by itself: the comment would go with what is in it.
        """
        return self._first_with_text(self._file.traces, _is_refilled)

    def _bottom(self) -> Element:
        """The last paragraph with text, in a table or text box only if need be."""
        return self._first_with_text(reversed(self._file.traces), _stands_apart)

    def _first_with_text(self, traces: Iterable[Trace], is_worse: Callable[[Trace, Element], bool]) -> Element:
        """The first paragraph with text in the order of ``traces``; a worse one only if there is no other."""
        part = self._file.main_part
        with_text = [(trace, self.home(trace)) for trace in traces if trace.block.text and trace.part == part]
        if not with_text:
            return self._any_paragraph()
        _, home = min(with_text, key=lambda pair: is_worse(*pair))
        return _outermost(home)

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
        self._paragraphs[self._file.main_part] = [new]
        return new


def _is_refilled(_: Trace, home: Element) -> bool:
    """Whether the paragraph stands in a control that Word fills from data of its own: the document's title."""
    return any(map(is_bound, home.iterancestors(W + "sdt")))


def _stands_apart(trace: Trace, _: Element) -> bool:
    """Whether the block stands in a table or text box."""
    return trace.block.role in (Role.TABLE_CELL, Role.TEXT_BOX)


def _outermost(paragraph: Element) -> Element:
    """The paragraph itself, or the one that holds the text box in which it stands."""
    boxes = list(paragraph.iterancestors(_BOX))
    if not boxes:
        return paragraph
    outer = next(boxes[-1].iterancestors(P), None)
    return paragraph if outer is None else outer
