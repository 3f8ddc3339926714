"""Which blocks share a row with their notes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from klarsprak.letter import Role
from klarsprak.reports.rows import rows

LINE = 40
PARAGRAPH = 400


@dataclass(frozen=True)
class Block:
    name: str
    notes: int = 0
    length: int = LINE
    role: Role = Role.PARAGRAPH

    @property
    def findings(self) -> list[int]:
        return list(range(self.notes))


def heading(name: str, notes: int = 0) -> Block:
    return Block(name, notes, LINE, Role.HEADING)


def text(name: str, notes: int = 0) -> Block:
    return Block(name, notes, PARAGRAPH)


def line(name: str, notes: int = 0) -> Block:
    return Block(name, notes)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([], [], id="no text has no rows"),
        pytest.param([text("a"), text("b")], [("a", "b")], id="without notes all is one row"),
        pytest.param([text("a", 1), text("b", 1)], [("a", ""), ("b", "")], id="a paragraph has its notes beside it"),
        pytest.param([text("a", 3), text("b"), text("c", 1)], [("a", "b"), ("c", "")], id="text fills the room"),
        pytest.param([heading("A", 2), text("b", 1)], [("Ab", "")], id="a heading with notes stays with its text"),
        pytest.param([heading("A", 2), text("b")], [("Ab", "")], id="also where its text has none"),
        pytest.param([text("a", 1), heading("B"), text("c", 1)], [("a", ""), ("Bc", "")], id="so does one without"),
        pytest.param([heading("A"), heading("B"), text("c", 1)], [("ABc", "")], id="and one above another"),
        pytest.param([text("a"), heading("B", 1)], [("a", ""), ("B", "")], id="and one that ends the letter"),
        pytest.param([line("a", 2), line("b"), text("c", 1)], [("abc", "")], id="notes on a line go on"),
        pytest.param([line("a", 6), text("b", 1)], [("a", ""), ("b", "")], id="unless they are many"),
    ],
)
def test_rows_hold(blocks: list[Block], expected: list[tuple[str, str]]) -> None:
    made = [("".join(b.name for b in row.noted), "".join(b.name for b in row.after)) for row in rows(blocks)]
    assert made == expected


def test_a_rows_notes_are_those_of_all_its_blocks() -> None:
    (row,) = rows([heading("A", 2), text("b", 1), text("c")])
    assert len(row.notes) == 3
