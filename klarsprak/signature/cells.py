"""The letter as rows of cells: the rows of its tables, and its lines with tabs, bars or wide gaps in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from itertools import chain, groupby, pairwise, starmap
from operator import attrgetter
from typing import NamedTuple

from klarsprak.letter import Anchor, Block, Cell, Letter, Role
from klarsprak.signature.labels import is_label_row, mere_label
from klarsprak.signature.model import Label
from klarsprak.signature.spans import Span
from klarsprak.signature.titles import title_in

_GAP = re.compile(r"\t+|[ \u00a0]{3,}")
_GAP_OR_BAR = re.compile(r"\t+|\s*[|¦]\s*|[ \u00a0]{3,}")
"""Only for lines that have a bar: it tries each blank anew."""
_PROSE_WORDS = 12
_MARGIN, _LETTER = 90, 6
"""Of a PDF page, in points."""
_NO_CELL = Cell(-1, -1, -1)
_INDENT = 15
"""A lone cell that begins so many letters in stands in a column."""
_LINE_HEIGHT = 2
"""Lines of a PDF page that lie so near one another, in points, are one."""


class TextCell(NamedTuple):
    """A line or a cell before its column is known: ``at`` is the cell's number or the offset it begins at.

    ``barred`` tells that a bar parts it from its neighbours.
    """

    spans: list[Span]
    role: Role
    at: int
    barred: bool = False

    @property
    def mere_label(self) -> Label | None:
        """The label, if the cell holds one and nothing else: *Telefon* above or beside a number's cell.

        A cell of several lines is no label's, even if one of them is.
        """
        return mere_label(self.spans[0]) if len(self.spans) == 1 else None


class _NumberedBlock(NamedTuple):
    """A block and its number in the letter."""

    number: int
    block: Block

    @property
    def cell(self) -> Cell:
        """The cell of a table that the block is in, or one that is in none."""
        return self.block.cell or _NO_CELL

    @property
    def lines(self) -> list[_BlockLine]:
        """The block's lines, with the white space that they begin with; empty ones are left out.

        Offsets count the line breaks, too, so that a part can be marked where it stands.
        """
        number, block = self
        lines: list[_BlockLine] = []
        start = 0
        for text in block.text.split("\n"):
            if text.strip():
                lines.append(_BlockLine(Span(text, number, start), block.role, block.place.at(start)))
            start += len(text) + 1
        return lines


class _BlockLine(NamedTuple):
    """A line of a block."""

    span: Span
    role: Role
    anchor: Anchor
    """Where the line begins in the file."""


Row = list[TextCell]


def rows_of_letter(letter: Letter) -> Iterator[Iterator[Row]]:
    """For each table, and for each stretch of text between two of them, its rows; what is quoted is left out.

    What is quoted is somebody else's letter, with a signature of its own.
    """
    blocks = starmap(_NumberedBlock, enumerate(letter.blocks))
    written = [each for each in blocks if each.block.role is not Role.QUOTED]
    for table, group in groupby(written, key=lambda each: each.cell.table):
        rows = _text_rows if table == _NO_CELL.table else _table_rows
        yield rows(list(group))


def is_header(row: Row) -> bool:
    """Whether the row is labels and nothing else, as above the columns of a table: *Postadress | Telefon | Besök*.

    One label alone heads nothing; it stands to the left of what it labels.
    """
    filled = [cell for cell in row if cell.spans]
    labels = (cell.mere_label for cell in filled)
    return len(filled) > 1 and all(labels)


def has_label_left(row: Row) -> bool:
    """Whether a cell of the row is a mere label with a value to its right: *Telefon | 0980-319 214*.

    A label with an empty cell beside it labels nothing, or what stands below.
    """
    return any(value.spans and cell.mere_label and not _are_titles(cell, value) for cell, value in pairwise(row))


def _are_titles(cell: TextCell, value: TextCell) -> bool:
    """Whether two signers' titles stand side by side, the first of which is a label elsewhere.

    *Handläggare | Enhetschef* below *Anna Ek | Bo Alm*.
    """
    if cell.mere_label is not Label.PERSON or len(value.spans) != 1 or cell.spans[0].text.endswith(":"):
        return False
    found = title_in(value.spans[0])
    return found is not None and not found.rest.text


def _table_rows(blocks: Iterable[_NumberedBlock]) -> Iterator[Row]:
    """The rows of a table; paragraphs of one cell stay together.

    *Anna Ek* and *rektor* in one cell are two lines, one below the other.
    """
    for _, row in groupby(blocks, key=lambda each: each.cell.row):
        cells: dict[int, TextCell] = {}
        for each in row:
            column = each.cell.column
            cell = cells.setdefault(column, TextCell([], each.block.role, column))
            cell.spans.extend(line.span.cut(0) for line in each.lines)
        yield list(cells.values())


def _text_rows(blocks: Iterable[_NumberedBlock]) -> Iterator[Row]:
    """The lines outside tables; blocks that stood on one line of the file, as columns in a PDF, make one row.

    Lines that go on with no column, as most, are told together.
    """
    plain: list[_BlockLine] = []
    is_below_column = False
    for together in _lines_of_file(blocks):
        is_lone = len(together) == 1 and not _may_have_gap(together[0].span.text)
        if is_lone and not is_below_column:
            plain.append(together[0])
            continue
        yield from _plain_rows(plain)
        plain = []
        row = list(chain.from_iterable(map(_cells_of_line, together)))
        if row:
            yield row
        is_below_column = not is_lone or is_in_column(row[0])
    yield from _plain_rows(plain)


def _plain_rows(lines: Iterable[_BlockLine]) -> Iterator[Row]:
    """Lines that are no part of columns: those of one role share a cell, like the paragraphs in one of a table."""
    for role, of_role in groupby(lines, key=attrgetter("role")):
        spans = [line.span.cut(0) for line in of_role]
        yield [TextCell([span for span in spans if not is_label_row(span)], role, 0)]


def _lines_of_file(blocks: Iterable[_NumberedBlock]) -> list[list[_BlockLine]]:
    """The lines, those together that stand on one line of the file."""
    groups: list[list[_BlockLine]] = []
    last: Hashable = None
    for line in _beside_their_labels(chain.from_iterable(each.lines for each in blocks)):
        place = _line_of_file(line)
        if place is not None and place == last:
            groups[-1].append(line)
        else:
            groups.append([line])
        last = place
    return groups


def is_in_column(cell: TextCell) -> bool:
    """Whether what stands alone on its line stands where a column does.

    Headers and footers are narrow; elsewhere it must be indented farther than a paragraph is.
    """
    return cell.role in {Role.HEADER, Role.FOOTER} or cell.at > _INDENT


def _beside_their_labels(lines: Iterable[_BlockLine]) -> list[_BlockLine]:
    """The lines, each value behind the label that stands to its left in a text file.

    A column of labels comes as lines of its own there: *Handläggare*, *Telefon*, and then *Anna Ek*, *0980-319 214*.
    """
    given = list(lines)
    rows = [line.anchor.line for line in given]
    told = list(filter(None, rows))
    if len(set(told)) == len(told):  # no two lines stand side by side, as in most letters
        return given
    times = Counter(told)
    labels = {row: at for at, row in enumerate(rows) if row and times[row] > 1 and mere_label(given[at].span)}
    places = [labels.get(row, at) if row else at for at, row in enumerate(rows)]
    order = sorted(range(len(given)), key=lambda at: (min(places[at], at), at))
    return [given[at] for at in order]


def _line_of_file(line: _BlockLine) -> Hashable:
    """The line of the file or the height on the PDF page; None where neither is known, so that it stands alone."""
    anchor = line.anchor
    if anchor.line is not None:
        return anchor.line
    if anchor.box is not None:
        return anchor.page, round(anchor.box[1] / _LINE_HEIGHT)
    return None


def _cells_of_line(line: _BlockLine) -> Row:
    """The cells of a line.

    Of one that is alone its column in the file is known, which tells whether it goes on with a column above.
    """
    if not _may_have_gap(line.span.text):
        return [_only_cell(line)]
    cells = list(_cells(line.span, line.role))
    if len(cells) != 1:
        return cells
    (cell,) = cells
    return [cell._replace(at=_column(line.anchor, otherwise=cell.at))]


def _may_have_gap(text: str) -> bool:
    """Whether a sign stands in the line that may part it into cells."""
    return "  " in text or "\t" in text or "\u00a0" in text or "|" in text or "¦" in text


def _only_cell(line: _BlockLine) -> TextCell:
    """The cell of a line without gaps."""
    cell = line.span.cut(0)
    at = _column(line.anchor, otherwise=cell.start - line.span.start)
    return TextCell([] if is_label_row(cell) else [cell], line.role, at)


def _column(anchor: Anchor, otherwise: int) -> int:
    """Where on its line the text begins, counted in letters; on a PDF page reckoned from the usual margin.

    A line that is indented as far as a column above it goes on with that column.
    """
    if anchor.column:
        return anchor.column - 1
    if anchor.box is not None:
        return round((anchor.box[0] - _MARGIN) / _LETTER)
    return otherwise


def _cells(span: Span, role: Role) -> Iterator[TextCell]:
    """The cells of a line with tabs, bars or wide gaps in it.

    Between tabs and bars a cell's number tells its column, whatever the width of the cells before it; with spaces
    alone, the writer has counted letters.
    """
    barred = "|" in span.text
    tabbed = barred or "\t" in span.text
    for number, cell in enumerate(_between_gaps(span, tabbed=tabbed)):
        if not cell.text:
            continue
        spans = [] if is_label_row(cell) else [cell]
        at = number if tabbed else cell.start - span.start
        yield TextCell(spans, role, at, barred)


def _between_gaps(span: Span, *, tabbed: bool) -> Iterator[Span]:
    """What stands between the gaps of a line, which may be nothing."""
    start = 0
    for gap in _gaps(span.text, tabbed=tabbed):
        yield span.cut(start, gap.start())
        start = gap.end()
    yield span.cut(start)


def _gaps(text: str, *, tabbed: bool) -> Iterator[re.Match[str]]:
    """The gaps of a line; a sentence is never split, but by tabs: the wide space in it is a slip.

    *Du är välkommen att ringa oss   om du har frågor om ditt beslut eller dina rättigheter.* is one cell.
    """
    barred = "|" in text or "¦" in text
    may_have = tabbed or barred or "   " in text.replace("\u00a0", " ")
    if not may_have or (not tabbed and _is_sentence(text)):
        return iter(())
    return (_GAP_OR_BAR if barred else _GAP).finditer(text)


def _is_sentence(text: str) -> bool:
    """Whether the line is long and ends as a sentence; a short one may be *Anna Ek      tel. 0980-319 214.*"""
    return text.rstrip().endswith(".") and len(text.split()) > _PROSE_WORDS
