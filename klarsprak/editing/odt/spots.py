"""Where in an OpenDocument text a comment can stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from klarsprak.editing.odt.file import OdtFile
from klarsprak.letter import Role
from klarsprak.readers.odt.markup import DRAW, TEXT, TRACKED_CHANGES, Element, H, P
from klarsprak.readers.odt.package import CONTENT
from klarsprak.readers.odt.story import OdtTrace

_NOTE = TEXT + "note"
_PLACES = {
    Role.HEADER: "sidhuvudet",
    Role.FOOTER: "sidfoten",
    Role.FOOTNOTE: "fotnoten",
    Role.TEXT_BOX: "textrutan",
}
"""Where neither Word nor LibreOffice lets everybody comment."""


class OdtSpot(NamedTuple):
    """Where a comment that isn't at its words goes: at a body paragraph's start, and what to say of the place."""

    paragraph: Element
    place: str


class OdtSpots:
    """The places for comments in a document."""

    def __init__(self, file: OdtFile) -> None:
        self._file = file

    def of(self, trace: OdtTrace, has_words: bool) -> OdtSpot | None:
        """Where to put a comment on the block; None where it can stand at its words.

        One in a header, footer, note or text box goes to the body and says what it is on.  One without words stands
        at the start of its paragraph.
        """
        if trace.part != CONTENT or _is_apart(trace.home):
            return OdtSpot(self._beside(trace), _PLACES.get(trace.block.role, _PLACES[Role.TEXT_BOX]))
        if has_words and trace.signs:
            return None
        return OdtSpot(self._outermost(trace.home), "")

    def top(self) -> Element:
        """The paragraph that a reader sees first; one that a text box hangs on counts as its words."""
        return self._first_of(self._file.traces)

    def _beside(self, trace: OdtTrace) -> Element:
        """The paragraph of the body nearest to the block: the last to a footer, the first to a header."""
        if trace.block.role is Role.FOOTER:
            return self._first_of(reversed(self._file.traces))
        return self.top() if trace.part != CONTENT else self._outermost(trace.home)

    def _first_of(self, traces: Iterable[OdtTrace]) -> Element:
        """The first paragraph of the body with text in the order of ``traces``."""
        for trace in traces:
            if trace.part == CONTENT and trace.block.text and trace.block.role is not Role.FOOTNOTE:
                return self._outermost(trace.home)
        return self._any_paragraph()

    def _outermost(self, home: Element) -> Element:
        """The paragraph around all others that the block stands in; the letter's first where it stands in none.

        A cell without words has its own first paragraph, a text box that hangs on the page has none.
        """
        inner = list(home.iter(P, H))[:1]
        for paragraph in (*inner, *home.iterancestors(P, H)):
            if not _is_apart(paragraph):
                return paragraph
        return self._any_paragraph()

    def _any_paragraph(self) -> Element:
        """The first paragraph of the body; a new one where there is none."""
        own = next(_own_paragraphs(self._file.text), None)
        return etree.SubElement(self._file.text, P) if own is None else own


def _own_paragraphs(text: Element) -> Iterator[Element]:
    """The paragraphs of the body, those in text boxes and notes aside, and those that were deleted."""
    for paragraph in text.iter(P, H):
        if not _is_apart(paragraph):
            yield paragraph


def _is_apart(element: Element) -> bool:
    """Whether the element stands in a drawing, a note or a deleted text."""
    for ancestor in element.iterancestors():
        if ancestor.tag in (_NOTE, TRACKED_CHANGES) or str(ancestor.tag).startswith(DRAW):
            return True
    return False
