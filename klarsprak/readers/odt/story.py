"""A walk over one text (body, header, footer, note) that gives its blocks, and the way back to the elements.

What an element means stands in the tables of ``elements``: a handler takes the story and the element, and says
whether to go into it.  An unknown element is gone into, so that words in a wrapper which nobody has heard of are
still read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import NamedTuple

from lxml import etree

from klarsprak.letter import Anchor, Block, Cell, MarkKind, Place, Role
from klarsprak.readers.odt.markup import CHANGE, CHANGE_END, CHANGE_START, TEXT, Element, H
from klarsprak.readers.odt.paragraph import OdtParagraph, OdtSign, Piece, Slot
from klarsprak.readers.odt.styles import OdtStyles

EnterHandler = Callable[["OdtStory", Element], bool]
"""What is done where an element begins; gives whether to go into it."""
LeaveHandler = Callable[["OdtStory", Element], None]
"""What is done where an element that was gone into ends."""
_CHANGE_MARKS = (CHANGE, CHANGE_START, CHANGE_END)


class OdtHandlers(NamedTuple):
    """What is done with each element, by its tag."""

    enter: Mapping[object, EnterHandler]
    leave: Mapping[object, LeaveHandler]


class OdtTrace(NamedTuple):
    """A block, the part that it stands in, the element that holds it, and its paragraph if it has words."""

    block: Block
    part: str
    home: Element
    paragraph: OdtParagraph | None = None

    @property
    def signs(self) -> list[OdtSign]:
        """A sign for each code point of the block."""
        return [] if self.paragraph is None else self.paragraph.signs


class OdtTable:
    """A table while its rows come in."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.row = -1
        self.column = 0


class OdtContext:
    """What surrounds the text at a point: a text box starts with a fresh one."""

    def __init__(self, out: list[OdtTrace], in_box: bool = False) -> None:
        self.out = out
        self.in_box = in_box
        self.paragraph: OdtParagraph | None = None
        self.after: list[OdtTrace] = []
        """The blocks of the text boxes that hang on the paragraph."""
        self.tables: list[OdtTable] = []
        self.cells: list[tuple[Cell, int]] = []
        """The cells that are open, and how many blocks there were when they began."""
        self.sections: list[tuple[int, int, int]] = []
        """For each open section how many blocks, drawings and footnotes there were when it began."""
        self.lists = 0
        """How many lists are open."""
        self.fields: list[Element] = []
        """The fields that are open, outermost first."""
        self.instructions: list[tuple[OdtParagraph | None, int]] = []
        """For each open field that came from Word: where its instruction begins, in pieces of which paragraph."""
        self.marks: list[tuple[MarkKind, object]] = []


class OdtStory:
    """The walk over one text.

    ``part`` is the name of its part, ``role`` the role of everything in it, None for the body, where it depends on
    the element; ``tables`` numbers the tables of the letter, ``deleted`` are the tracked changes that took words
    away.  After ``walk``, ``traces`` holds what was read, ``notes`` the footnotes and endnotes, ``problems`` what
    could not be read, in Swedish.
    """

    def __init__(
        self,
        part: str,
        styles: OdtStyles,
        tables: count[int],
        handlers: OdtHandlers,
        role: Role | None = None,
        deleted: frozenset[str] = frozenset(),
    ) -> None:
        self.part = part
        self.styles = styles
        self.tables = tables
        self.role = role
        self.traces: list[OdtTrace] = []
        self.notes: list[Element] = []
        self.objects: list[Element] = []
        """Embedded objects, such as charts: what they are stands in the manifest."""
        self.drawings = 0
        """How many drawings have been met."""
        self.problems: dict[str, None] = {}
        self.context = OdtContext(self.traces)
        self._outer: list[tuple[Element, OdtContext]] = []
        self._handlers = handlers
        self._changes: set[str] = set()
        self._deleted = deleted
        self._paragraphs = 0

    def walk(self, root: Element) -> None:
        """Read everything under ``root``; of one part, more than one element can be read."""
        enter, leave = self._handlers
        skipped: Element | None = root
        walker = etree.iterwalk(root, events=("start", "end"))
        next(walker)
        for event, element in walker:
            tag: object = element.tag
            if event == "end":
                if element is not skipped:
                    leave.get(tag, _leave_unknown)(self, element)
                    self._close(element)
                if element is not root:
                    self.say_string(element, Slot.TAIL, element.tail)
            elif enter.get(tag, enter_unknown)(self, element):
                self.say_string(element, Slot.TEXT, element.text)
            else:
                skipped = element
                walker.skip_subtree()
                self._pass_changes(element)

    def say_string(self, element: Element, slot: Slot, raw: str | None) -> None:
        """Add a string of the file to the paragraph; between paragraphs it is only layout."""
        paragraph = self.context.paragraph
        if paragraph is not None and raw and not self.is_in_deletion:
            paragraph.add_string(self._piece(element, slot), raw, self._mark())

    def say(self, element: Element, text: str) -> None:
        """Add what an element shows by itself to the paragraph."""
        paragraph = self.context.paragraph
        if paragraph is not None and not self.is_in_deletion:
            piece = self._piece(element, Slot.ELEMENT)
            piece.text = text
            paragraph.add_element(piece, self._mark())

    @property
    def is_in_deletion(self) -> bool:
        """Whether what comes now has been deleted with tracking on: flat files keep it where it stood."""
        return not self._changes.isdisjoint(self._deleted)

    def note_obstacle(self, element: Element) -> None:
        """An element that the words around it must not move past."""
        paragraph = self.context.paragraph
        if paragraph is not None:
            paragraph.add_obstacle(element)

    def open_context(self, element: Element, in_box: bool) -> None:
        """Let what stands in the element be apart from what is around it: its blocks come after the paragraph."""
        outer = self.context
        self._outer.append((element, outer))
        self.context = OdtContext(outer.out if outer.paragraph is None else outer.after, in_box)

    def _close(self, element: Element) -> None:
        """What was opened for the element is over with it."""
        context = self.context
        if context.fields and context.fields[-1] is element:
            context.fields.pop()
        if context.marks and context.marks[-1][1] is element:
            context.marks.pop()
        if self._outer and self._outer[-1][0] is element:
            self.context = self._outer.pop()[1]

    def begin_paragraph(self, element: Element) -> None:
        """A paragraph or heading begins; one within another, which no program writes, comes after it."""
        if self.context.paragraph is not None:
            self.open_context(element, self.context.in_box)
        self.context.paragraph = OdtParagraph(element, self._paragraphs)
        self._paragraphs += 1
        self.context.paragraph.is_revised = bool(self._changes)

    def end_paragraph(self) -> None:
        """It ends: it is put down as a block, and the text boxes that hang on it after it."""
        context = self.context
        paragraph = context.paragraph
        if paragraph is None:
            return
        context.paragraph = None
        cell = context.cells[-1][0] if context.cells else None
        block = paragraph.make_block(self.part, self._role_of(paragraph.element), cell)
        if block is not None:
            context.out.append(OdtTrace(block, self.part, paragraph.element, paragraph))
        context.out += context.after
        context.after = []

    def put_empty(self, element: Element, cell: Cell) -> None:
        """Put an empty cell down as a block."""
        role = Role.TEXT_BOX if self.context.in_box else Role.TABLE_CELL
        place = Place((Anchor(0, part=self.part, paragraph=self._paragraphs),))
        block = Block("", self.role or role, place, cell=cell)
        self.context.out.append(OdtTrace(block, self.part, element))

    def turn_change(self, mark: Element) -> None:
        """Take a mark of a tracked change: what stands in the paragraph may be rejected."""
        identity = mark.get(TEXT + "change-id", "")
        if mark.tag == CHANGE_START:
            self._changes.add(identity)
        self._changes -= {identity} if mark.tag == CHANGE_END else set()
        if self.context.paragraph is not None:
            self.context.paragraph.is_revised = True

    def _pass_changes(self, element: Element) -> None:
        """Take the marks of changes in an element that is left out: what begins there may end elsewhere."""
        for mark in element.iter(*_CHANGE_MARKS):
            self.turn_change(mark)

    def _piece(self, element: Element, slot: Slot) -> Piece:
        """A piece of text at that place, which says nothing yet."""
        fields = self.context.fields
        return Piece(element, slot, "", field=fields[0] if fields else None)

    def _mark(self) -> tuple[MarkKind, object] | None:
        """What the file says of the text that comes now; the innermost mark counts."""
        marks = self.context.marks
        return marks[-1] if marks else None

    def _role_of(self, element: Element) -> Role:
        """The role of a paragraph where it stands."""
        context = self.context
        if self.role is not None:
            return self.role
        if context.in_box:
            return Role.TEXT_BOX
        if context.cells:
            return Role.TABLE_CELL
        if element.tag == H or self.styles.is_heading(element.get(TEXT + "style-name", "")):
            return Role.HEADING
        return Role.LIST_ITEM if context.lists else Role.PARAGRAPH


def enter_unknown(story: OdtStory, element: Element) -> bool:
    """An element that no table knows: its words are read, but are not the writer's to change."""
    if story.context.paragraph is not None:
        story.context.fields.append(element)
    return True


def _leave_unknown(_: OdtStory, __: Element) -> None:
    """The end of an element that needs nothing then."""
