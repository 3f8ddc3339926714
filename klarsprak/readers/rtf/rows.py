"""What is done with the words of tables: how rows are divided, where cells and rows end."""

from __future__ import annotations

from klarsprak.readers.rtf.paragraphs import take_nothing
from klarsprak.readers.rtf.reader import RtfReader
from klarsprak.readers.rtf.tables import RowShape


def _shape(reader: RtfReader) -> RowShape:
    """How the row that is told of is divided."""
    return reader.flow.shapes[reader.state.is_inner]


def begin_shape(reader: RtfReader, _: int | None) -> None:
    """*\\trowd*: a row is told of."""
    _shape(reader).begin()


def set_left(reader: RtfReader, number: int | None) -> None:
    """*\\trleft-70*: where it begins."""
    _shape(reader).left = number or 0


def end_cell_shape(reader: RtfReader, number: int | None) -> None:
    """*\\cellx2880*: where a cell ends."""
    _shape(reader).end_cell(number or 0)


def go_on_above(reader: RtfReader, _: int | None) -> None:
    """*\\clvmrg*: the cell goes on with the one above."""
    _shape(reader).next.goes_on_above = True


def go_on_before(reader: RtfReader, _: int | None) -> None:
    """*\\clmrg*: the cell goes on with the one before it."""
    _shape(reader).next.goes_on_before = True


def delete_cell(reader: RtfReader, _: int | None) -> None:
    """*\\cldel*: a tracked change took the cell away."""
    _shape(reader).next.is_deleted = True


def stand_in_table(reader: RtfReader, number: int | None) -> None:
    """*\\intbl*: the paragraph stands in a table."""
    reader.state.paragraph = reader.state.paragraph._replace(is_in_table=number != 0)


def set_depth(reader: RtfReader, number: int | None) -> None:
    """*\\itap2*: in how many tables the paragraph stands, if it stands in one; 0 says that it doesn't."""
    depth = max(1 if number is None else number, 0)
    paragraph = reader.state.paragraph
    reader.state.paragraph = paragraph._replace(depth=depth, is_in_table=paragraph.is_in_table and depth > 0)


def end_cell(reader: RtfReader, _: int | None) -> None:
    """*\\cell*: the end of a cell of an outermost table."""
    reader.flow.end_cell(reader.state.paragraph, 1)


def end_row(reader: RtfReader, _: int | None) -> None:
    """*\\row*: the end of its row."""
    reader.flow.end_row(1, is_inner=False)


def end_inner_cell(reader: RtfReader, _: int | None) -> None:
    """*\\nestcell*: the end of a cell of a table that stands in a cell."""
    reader.flow.end_cell(reader.state.paragraph, max(reader.state.paragraph.depth, 2))


def end_inner_row(reader: RtfReader, _: int | None) -> None:
    """*\\nestrow*: the end of its row."""
    reader.flow.end_row(max(reader.state.paragraph.depth, 2), is_inner=True)


def begin_inner_shape(reader: RtfReader, _: int | None) -> None:
    """*{\\*\\nesttableprops …}*: a row of a table that stands in a cell is told of, and ends."""
    state = reader.state
    state.is_inner = True
    state.destination = state.destination._replace(take=take_nothing)
