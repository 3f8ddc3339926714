"""A paragraph of the page, while it is put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from klarsprak.letter import Role
from klarsprak.readers.pdf.markers import begins_item
from klarsprak.readers.pdf.page import PrintedLine


@dataclass(slots=True)
class PrintedParagraph:
    """Lines that are one block; ``breaks`` are the numbers of the lines before which the writer broke the line."""

    lines: list[PrintedLine]
    breaks: set[int] = field(default_factory=set)
    role: Role = Role.PARAGRAPH
    cell: bool = False
    full: bool = False
    """Whether the last line goes to the edge, so that the text may go on after a page break."""

    @property
    def first(self) -> PrintedLine:
        """The first line."""
        return self.lines[0]

    @property
    def last(self) -> PrintedLine:
        """The last line so far."""
        return self.lines[-1]

    @property
    def is_item(self) -> bool:
        """Whether the paragraph begins with a bullet or a list number."""
        return begins_item(self.lines[0].text)

    @property
    def is_hanging(self) -> bool:
        """Whether its second line begins to the right of the first one, as under the text of an item."""
        return len(self.lines) > 1 and self.lines[1].x0 > self.lines[0].x0 + 2

    def break_line(self) -> None:
        """The next line stands below the last one because the writer wanted it so."""
        self.breaks.add(len(self.lines))

    def add(self, other: PrintedParagraph) -> None:
        """Go on with the lines of another paragraph."""
        own = len(self.lines)
        self.breaks.update(own + number for number in other.breaks)
        self.lines += other.lines
