"""A text that goes on, of the body or of a header, a note, a text box: paragraphs and tables → blocks."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.letter import Block, MarkKind, ReadError, Role
from klarsprak.readers.docx.text import WordParagraph
from klarsprak.readers.rtf.properties import PLAIN_PARAGRAPH, RtfParagraph
from klarsprak.readers.rtf.styles import RtfStyles
from klarsprak.readers.rtf.tables import OpenTable, RowShape
from klarsprak.swedish import number

_DEEPEST_TABLE = 32
MOST_BLOCKS = 200_000
_TOO_MANY = (
    f"Rtf-filen har för många stycken och tabellceller. Den får ha högst {number(MOST_BLOCKS)}. "
    "Dela den i flera brev."
)


class Flow:
    """A text while it comes in; ``out`` holds its blocks, which have their cells once their tables have ended.

    ``role`` is that of everything in it, None for the body, where it depends on the paragraph.
    """

    def __init__(
        self,
        styles: RtfStyles,
        tables: Iterator[int],
        out: list[Block],
        role: Role | None = None,
        in_box: bool = False,
    ) -> None:
        self.out = out
        self.role = role
        self.is_endnote = False
        self.is_marked = False
        """Whether the paragraph has begun with the mark of a list item."""
        self.shapes = RowShape(), RowShape()
        """How the next row is divided: one of an outermost table, and of one in it."""
        self.words: list[str] = []
        """The text without the numbers of pages."""
        self.said = 0
        """How many signs have been said."""
        self._in_box = in_box
        self._styles = styles
        self._numbers = tables
        self._tables: list[OpenTable] = []
        self._words = WordParagraph()
        self._is_begun = False
        self._paragraph = PLAIN_PARAGRAPH
        self._count = 0

    def say(self, text: str, paragraph: RtfParagraph, mark: MarkKind | None = None, key: object = None) -> None:
        """Add text to the paragraph, which is as its words have said up to here."""
        self._paragraph = paragraph
        self.said += len(text)
        if not self._is_begun:
            self._is_begun = True
            self._words.begin(self._count, None)
            self._words.run = 0
        self._words.add(text, mark, key)

    @property
    def after(self) -> list[Block]:
        """Where the blocks of what hangs on the paragraph go, such as a text box."""
        return self._words.after

    def end_paragraph(self, paragraph: RtfParagraph, depth: int) -> None:
        """The paragraph is over, in so many tables: it is put down."""
        self._go_to(min(depth, _DEEPEST_TABLE))
        cell = self._tables[-1].place if self._tables else None
        block = self._words.make_block("", self._role_of(paragraph, depth), cell)
        self._put(self._words.after if block is None else [block, *self._words.after])
        self._words = WordParagraph()
        self._is_begun = self.is_marked = False
        self._count += 1
        if self._count > MOST_BLOCKS:
            raise ReadError(_TOO_MANY)

    def end_cell(self, paragraph: RtfParagraph, depth: int) -> None:
        """A cell is over, and its last paragraph."""
        depth = min(max(depth, 1), _DEEPEST_TABLE)
        self.end_paragraph(paragraph, depth)
        self._tables[-1].end_cell()

    def end_row(self, depth: int, is_inner: bool) -> None:
        """A row is over; what is left without a cell's end is one more cell."""
        if self._words.raw or self._words.after:
            self.end_cell(self._paragraph, depth)
        self._go_to(min(max(depth, 1), _DEEPEST_TABLE))
        self._tables[-1].end_row(self.shapes[is_inner], self._inner_role)

    def finish(self) -> None:
        """The text is over."""
        self.end_paragraph(self._paragraph, self._paragraph.tables)
        self._go_to(0)

    def _go_to(self, depth: int) -> None:
        """Begin and end tables until so many are open."""
        while len(self._tables) > depth:
            table = self._tables.pop()
            self._put(table.blocks(self.shapes[bool(self._tables)], self._inner_role))
        while len(self._tables) < depth:
            self._tables.append(OpenTable(next(self._numbers)))

    def _put(self, blocks: list[Block]) -> None:
        """Put blocks down, in the cell that is open or as text."""
        (self._tables[-1].cell if self._tables else self.out).extend(blocks)

    @property
    def _inner_role(self) -> Role:
        """The role of a cell's text."""
        return self.role or (Role.TEXT_BOX if self._in_box else Role.TABLE_CELL)

    def _role_of(self, paragraph: RtfParagraph, depth: int) -> Role:
        """The role of a paragraph where it stands."""
        if self.role is not None or self._in_box or depth:
            return self._inner_role
        return self._styles.role_of(paragraph, self.is_marked)
