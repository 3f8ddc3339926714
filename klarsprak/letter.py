"""What a letter is, whatever file it came in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple


class Role(StrEnum):
    """The part a block plays on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text_box"
    FOOTNOTE = "footnote"
    QUOTED = "quoted"
    CONTENTS = "contents"
    """A line of a table of contents, which repeats a heading and is made anew by the program."""


class Anchor(NamedTuple):
    """A point of a block that is known in the source.

    ``start`` counts code points in the block's text; the anchor holds from there to the next one.
    """

    start: int
    page: int | None = None
    """Page of a PDF, from 1."""
    line: int | None = None
    """Line of a text file or of an e-mail's decoded body, from 1."""
    column: int | None = None
    """Column in code points, from 1."""
    part: str | None = None
    """Part of a docx package, such as ``word/footer1.xml``."""
    paragraph: int | None = None
    """Number of the ``w:p`` in its part, in document order, from 0; of an rtf, of the paragraph in the body."""
    run: int | None = None
    """Number of the run within that paragraph, in document order, from 0."""
    box: tuple[float, float, float, float] | None = None
    """Left, bottom, right, top of a line on a PDF page, in points."""


@dataclass(slots=True, unsafe_hash=True)
class Place:
    """The way from an offset in a block back to the source.

    ``anchors`` are sorted by ``start``; the first one, if any, starts at 0.
    """

    anchors: tuple[Anchor, ...] = ()

    def at(self, offset: int) -> Anchor:
        """The source position of the code point at ``offset``; columns are counted on from the anchor."""
        index = bisect_right(self.anchors, offset, key=attrgetter("start")) - 1
        if index < 0:
            return Anchor(0)
        anchor = self.anchors[index]
        if anchor.column is None or anchor.start == offset:
            return anchor
        return anchor._replace(start=offset, column=anchor.column + offset - anchor.start)


class MarkKind(StrEnum):
    """What the file itself says of a stretch of text."""

    PLACEHOLDER = "placeholder"
    """Prompt text of a content control that nobody has filled in."""
    FIELD = "field"
    """The shown result of a merge field."""


class Mark(NamedTuple):
    """A stretch of a block, in code points, that the file marks as special."""

    kind: MarkKind
    start: int
    end: int


class Cell(NamedTuple):
    """Where in the letter's tables a cell stands, all from 0; ``table`` counts in reading order."""

    table: int
    row: int
    column: int


@dataclass(slots=True)
class Block:
    """A paragraph or the like: text in NFC without line breaks that the layout alone made.

    Soft hyphens are dropped, a no-break hyphen is a hyphen, a no-break space stays U+00A0, a line break that the
    writer made is a newline.  An empty table cell is a block with an empty text, so that a label without its value
    can be seen; other empty paragraphs make no block.
    """

    text: str
    role: Role = Role.PARAGRAPH
    place: Place = Place()  # noqa: RUF009  (never changed in place)
    marks: tuple[Mark, ...] = ()
    cell: Cell | None = None

    def is_right_below(self, other: Block) -> bool:
        """Whether the file itself has the block on the line below the other one's last; False without lines."""
        line = self.place.at(0).line
        line_above = other.place.at(len(other.text)).line
        return line is not None and line_above is not None and line == line_above + 1


class Envelope(NamedTuple):
    """What an e-mail's headers say of who has sent it, to whom and how; each value is empty where it isn't there.

    All but the names of those who get it are in lower case.  No reader of the mail sees it, but it tells a system's
    mail from a person's.
    """

    sender: str = ""
    """What stands in *From* and *Sender*: *norrlida kommun <noreply@norrlida.example>*."""
    reply_to: str = ""
    auto_submitted: str = ""
    """*auto-generated*, *auto-replied* or *no* (RFC 3834)."""
    precedence: str = ""
    """*bulk*, *list* or *junk*."""
    is_list: bool = False
    """Whether it has gone out by a list: a header *List-Id* or *List-Unsubscribe* is there."""
    recipients: tuple[str, ...] = ()
    """The names in *To*, as written: *Anna Ek* of *Anna Ek <anna.ek@norrlida.example>*."""


_UNREAD = re.compile(r"\b(?:är (?:texten |kanske )?inte granska[dt]|kunde inte läsas\b)")


def unread_of(notes: list[str]) -> list[str]:
    """Those that name what nobody has looked into."""
    return list(filter(_UNREAD.search, notes))


@dataclass(slots=True)
class Letter:
    """A letter's text in reading order.

    ``source`` is the name to show (``mail.eml#attachment.docx`` for an attachment), ``format`` one of docx, pdf,
    odt, fodt, rtf, text, email, html, or doc where LibreOffice has converted it.  ``notes`` say in Swedish what could
    not be read; one that says that something *är inte granskat* keeps the letter from being called clean.  Headers
    come first among the blocks, footers and footnotes last.  ``envelope`` is None but for an e-mail.
    """

    source: str
    format: str
    blocks: list[Block]
    notes: list[str]
    envelope: Envelope | None = None

    @property
    def unread(self) -> list[str]:
        """Those of the notes that name what nobody has looked into: *Bilagan karta.dwg är inte granskad.*"""
        return unread_of(self.notes)


class ReadError(Exception):
    """A letter that can't be read.

    ``reason`` is one Swedish sentence or two, without the file's name: what is wrong and what to do.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(slots=True)
class Unreadable:
    """Stands where a letter would have stood: the file, its format if known, and the reason, in Swedish."""

    source: str
    format: str | None
    reason: str
