"""Elements of an HTML page, one after the other → blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import html

from klarsprak.letter import Anchor, Block, Cell, Place, Role
from klarsprak.readers.html.cascade import Cascade, Surroundings
from klarsprak.readers.html.elements import ShownElement, look_at
from klarsprak.readers.html.tables import Tables
from klarsprak.readers.text.columns import split_lines
from klarsprak.readers.text.headings import SpacedBlock
from klarsprak.readers.text.paragraphs import lay_out

_OTHER_FILE = "En inbäddad sida eller fil i texten är inte granskad. Skriv texten i själva brevet eller bifoga filen."
_CLOSING = ".,;:!?)"
_SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(slots=True)
class BlockBuilder:
    """Gathers the text that shows into blocks, as elements open and shut."""

    cascade: Cascade
    tables: Tables
    parts: list[SpacedBlock] = field(default_factory=list)
    problems: dict[str, None] = field(default_factory=dict)
    """What is told of what isn't read, in order."""
    _text: str = ""
    _line: int | None = None
    _has_plain: bool = False
    """Whether some of the text isn't bold."""
    _is_apart: bool = False
    """Whether a field or a line of a drawing has begun or ended since the last text."""
    _after_gap: bool = True
    _rest_quoted: bool = False
    _quoted: int = 0
    """How many of the elements that are open are quoted; likewise below."""
    _preformatted: int = 0
    _bold: int = 0
    _roles: list[Role] = field(default_factory=lambda: [Role.PARAGRAPH])
    _cell: Cell | None = None
    _around: list[Surroundings] = field(default_factory=lambda: [Surroundings()])

    def open(self, element: html.HtmlElement) -> ShownElement | None:
        """Begins an element, and returns it for ``shut``; None if nothing of it shows."""
        shown = look_at(element, self.cascade, self._around[-1])
        if shown is None:
            return None
        if shown.holds_other_file and not self._is_quoted:
            self.problems[_OTHER_FILE] = None
        if shown.tag == "iframe":
            return None
        if shown.begins_quoted:
            self.close()
            self._rest_quoted = True
        if shown.is_block:
            self._open_block(shown)
        if shown.tag == "br":
            self._text += "\n"
        self._count(shown, 1)
        self._around.append(shown.within)
        self._line = self._line or element.sourceline
        self._is_apart |= shown.stands_apart
        self.add(shown.text)
        return shown

    def _open_block(self, shown: ShownElement) -> None:
        """Ends what stood before the element, and takes its role and place in a table."""
        self.close()
        self._cell = self.tables.cells.get(shown.element, self._cell)
        role = shown.role(shown.element in self.tables.cells)
        self._roles.append(role or self._roles[-1])

    def shut(self, shown: ShownElement) -> None:
        """Ends an element that ``open`` returned; the text after it goes on."""
        if shown.is_block:
            self._shut_block(shown)
        self._count(shown, -1)
        self._around.pop()
        self._is_apart |= shown.stands_apart and shown.tag != "tspan"
        self.add(shown.element.tail)

    def _shut_block(self, shown: ShownElement) -> None:
        """Ends the element's text.

        An empty cell of a table of data makes an empty block: a label without its value is to be seen.
        """
        empty = self.tables.empty.get(shown.element)
        if empty and not self._text.strip():
            self._put(Block("", Role.TABLE_CELL, cell=empty), self._after_gap)
        self.close()
        if shown.element in self.tables.cells:
            self._cell = None
        self._roles.pop()

    def _count(self, shown: ShownElement, step: int) -> None:
        """Counts the element among those that are open, or with -1 out of them."""
        self._quoted += step * shown.is_quoted
        self._preformatted += step * shown.is_preformatted
        self._bold += step * shown.is_bold

    def add(self, text: str | None) -> None:
        """Adds text of the element that is open, if it shows.

        White space leaves the line as bold as it was: it looks the same either way.  It parts words where it doesn't
        show, too: buttons of their own size stand beside each other so.
        """
        if not text:
            return
        if not self._around[-1].shows_text and text.strip():
            return
        if self._is_apart:
            self._is_apart = False
            text = text if text[0] in _CLOSING else f" {text}"
        shown = text if self._preformatted else self._fold(text)
        is_plain = not self._bold
        if is_plain and shown.strip():
            self._has_plain = True
        self._text += shown

    def _fold(self, text: str) -> str:
        """The text as a browser shows it: any white space is one space, and none at the start of a line."""
        folded = _SPACE.sub(" ", text)
        is_after_space = self._text[-1:] in ("", " ", "\n")
        if is_after_space:
            return folded.lstrip(" ")
        return folded

    def close(self) -> None:
        """Ends the block that is open, if any."""
        if self._text.strip():
            self._put_text()
        elif self._text:
            self._after_gap = True  # a line break by itself
        self._text = ""
        self._line = None
        self._has_plain = self._is_apart = False

    def _put_text(self) -> None:
        """Makes blocks of the text.

        A line in bold stands out as if after an empty line: most mail programs have no other heading.
        """
        for block in self._lay_out():
            block.place = self._place()
            block.cell = self._cell
            is_bold = not self._has_plain
            self._put(block, self._after_gap or is_bold)

    def _lay_out(self) -> list[Block]:
        """The text's blocks, with the role of the element that it stands in."""
        lines = split_lines(self._text)
        if self._is_quoted:
            return lay_out(lines, Role.QUOTED)
        role = self._roles[-1]
        if role is Role.PARAGRAPH:
            return lay_out(lines)
        return lay_out(lines, role)

    @property
    def _is_quoted(self) -> bool:
        """Whether a mail program marks what is read now as earlier mail."""
        return self._quoted > 0 or self._rest_quoted

    def _place(self) -> Place:
        """The line of the source on which the text begins.

        The parser knows it of elements, not of the text between them.
        """
        if self._line is None:
            return Place()
        return Place((Anchor(0, line=self._line),))

    def _put(self, block: Block, after_gap: bool) -> None:
        """Adds a block; what follows stands right below it."""
        self.parts.append(SpacedBlock(block, after_gap))
        self._after_gap = False
