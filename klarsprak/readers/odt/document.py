"""An OpenDocument text as a whole: which parts are read, in which order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from klarsprak.letter import Block, Role
from klarsprak.readers.odt.elements import ODT_HANDLERS
from klarsprak.readers.odt.markup import OFFICE, TEXT, TRACKED_CHANGES, XLINK, Element
from klarsprak.readers.odt.package import CONTENT, STYLES, damaged, open_package
from klarsprak.readers.odt.pages import find_margins
from klarsprak.readers.odt.story import OdtStory, OdtTrace
from klarsprak.readers.odt.styles import OdtStyles
from klarsprak.readers.zipped import BrokenPartError

_BROKEN_STYLES = (
    "Sidhuvud, sidfot och formatmallar kunde inte läsas, eftersom dokumentet är skadat. "
    "Öppna det i LibreOffice och spara på nytt."
)
_OBJECT = "Texten i ett inbäddat objekt, till exempel ett diagram, granskas inte."
_FORMULA = "formula"
_NOTE_KINDS = ("footnote", "endnote")


class OdtDocument:
    """An OpenDocument text; raises ``ReadError`` for what can't be read.

    ``traces`` holds an entry for each block: headers, then the body, then footers, footnotes and endnotes.  ``roots``
    holds the parts' trees, ``notes`` says what could not be read.
    """

    def __init__(self, data: bytes) -> None:
        self.notes: dict[str, None] = {}
        self.roots: dict[str, Element] = {}
        self._package = open_package(data)
        self.text = self._find_text()
        self._read_styles_part()
        self._tables = count()
        self._copies: dict[int, list[OdtTrace]] = {}
        self.traces = self._read()

    @property
    def blocks(self) -> list[Block]:
        """The letter's blocks."""
        return [trace.block for trace in self.traces]

    def _find_text(self) -> Element:
        """The element that holds the body's text."""
        try:
            root = self._package.root(CONTENT)
        except BrokenPartError as error:
            raise damaged() from error
        self.roots[CONTENT] = root
        text = root.find(f"{OFFICE}body/{OFFICE}text")
        if text is None:
            raise damaged()
        return text

    def _read_styles_part(self) -> None:
        """Read the part with styles and page margins; without it the text is read all the same, and that is noted."""
        try:
            self.roots[STYLES] = self._package.root(STYLES)
        except BrokenPartError:
            self.notes[_BROKEN_STYLES] = None

    def _read(self) -> list[OdtTrace]:
        """All that the letter says."""
        body_styles = OdtStyles(self.roots[CONTENT], self.roots.get(STYLES))
        headers = self._read_margins("header", Role.HEADER, body_styles)
        body = OdtStory(CONTENT, body_styles, self._tables, ODT_HANDLERS, deleted=_deletions(self.text))
        body.walk(self.text)
        self._note_problems(body)
        footers = self._read_margins("footer", Role.FOOTER, body_styles)
        notes = self._read_notes(body, body_styles)
        return [*headers, *body.traces, *footers, *notes]

    def _read_margins(self, kind: str, role: Role, body_styles: OdtStyles) -> list[OdtTrace]:
        """What the headers or footers say; those that say the same are read once, and their copies kept in mind."""
        root = self.roots.get(STYLES)
        if root is None:
            return []
        styles = OdtStyles(root)
        found: list[OdtTrace] = []
        for margins in find_margins(kind, root, self.text, body_styles):
            first, *others = [self._read_margin(margin, role, styles) for margin in margins]
            found += first
            for copies in others:
                self._keep_copies(first, copies)
        return found

    def _read_margin(self, margin: Element, role: Role, styles: OdtStyles) -> list[OdtTrace]:
        """What one header or footer says."""
        story = OdtStory(STYLES, styles, self._tables, ODT_HANDLERS, role)
        story.walk(margin)
        self._note_problems(story)
        return story.traces

    def _keep_copies(self, traces: list[OdtTrace], copies: list[OdtTrace]) -> None:
        """Keep in mind what says the same as something else, on another kind of page, one for one."""
        left: dict[str, list[OdtTrace]] = {}
        for copy in reversed(copies):
            left.setdefault(copy.block.text, []).append(copy)
        for trace in traces:
            alike = left.get(trace.block.text)
            if alike:
                self._copies.setdefault(id(trace.block), []).append(alike.pop())

    def copies_of(self, trace: OdtTrace) -> list[OdtTrace]:
        """What says the same as a block of a header or footer, on other kinds of pages."""
        return self._copies.get(id(trace.block), [])

    def _read_notes(self, body: OdtStory, styles: OdtStyles) -> list[OdtTrace]:
        """The footnotes, then the endnotes; one in another's text is read after it."""
        story = OdtStory(CONTENT, styles, self._tables, ODT_HANDLERS, Role.FOOTNOTE)
        for kind in _NOTE_KINDS:
            for note in body.notes:
                if note.get(TEXT + "note-class", _NOTE_KINDS[0]) == kind:
                    _walk_bodies(story, note)
        self._note_problems(story)
        return story.traces

    def _note_problems(self, story: OdtStory) -> None:
        """What could not be read is told of once in the document."""
        self.notes.update(story.problems)
        if any(self._is_unread(item) for item in story.objects):
            self.notes[_OBJECT] = None

    def _is_unread(self, item: Element) -> bool:
        """Whether an embedded object may hold words; a formula holds none."""
        name = item.get(XLINK + "href", "").removeprefix("./")
        return _FORMULA not in self._package.kind_of(name)


def _deletions(text: Element) -> frozenset[str]:
    """The tracked changes of a text that took words away."""
    regions = text.iterfind(f"{TRACKED_CHANGES}/{TEXT}changed-region")
    return frozenset(region.get(TEXT + "id", "") for region in regions if region.find(TEXT + "deletion") is not None)


def _walk_bodies(story: OdtStory, note: Element) -> None:
    """Read a note's text, without its number."""
    bodies: Iterable[Element] = note.iterchildren(TEXT + "note-body")
    for body in bodies:
        story.walk(body)
