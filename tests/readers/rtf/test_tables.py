"""Tables: each cell with its place, empty cells told of, tables in tables."""

from __future__ import annotations

import pytest

from tests.readers.rtf.making import Shown, read, shown

ROW = r"\trowd\trleft-70\cellx2000\cellx4000 "


def row(*cells: str, shape: str = ROW) -> str:
    return shape + "".join(rf"\pard\intbl {cell}\cell " for cell in cells) + r"\row "


@pytest.mark.parametrize(
    ("body", "cells"),
    [
        (row("Namn", "Kim") + row("Ort", ""), [("Namn", 0, 0, 0), ("Kim", 0, 0, 1), ("Ort", 0, 1, 0), ("", 0, 1, 1)]),
        (row(r"a\par b", "c"), [("a", 0, 0, 0), ("b", 0, 0, 0), ("c", 0, 0, 1)]),
        (
            row("a", "b") + r"\pard\par " + row("c", "d"),
            [("a", 0, 0, 0), ("b", 0, 0, 1), ("c", 1, 0, 0), ("d", 1, 0, 1)],
        ),
        (
            row("a", "b", "c", shape=r"\trowd\cellx1000\cellx2000\cellx3000 ")
            + row("d", "e", shape=r"\trowd\cellx2010\cellx3000 "),
            [("a", 0, 0, 0), ("b", 0, 0, 1), ("c", 0, 0, 2), ("d", 0, 1, 0), ("e", 0, 1, 2)],
        ),
        (row("a", "", shape=r"\trowd\clmgf\cellx1000\clmrg\cellx2000 "), [("a", 0, 0, 0)]),
        (
            row("a", "b") + row("", "d", shape=r"\trowd\clvmrg\cellx1000\cellx2000 "),
            [("a", 0, 0, 0), ("b", 0, 0, 1), ("d", 0, 1, 1)],
        ),
        (row("a", "b") + row("c", "d", shape=r"\trowd\cldel2007\cellx1000\cldel2007\cellx2000 "), [
            ("a", 0, 0, 0), ("b", 0, 0, 1),
        ]),
        (r"\pard\intbl a\cell b\cell\row", [("a", 0, 0, 0), ("b", 0, 0, 1)]),
        (r"\pard\intbl a\cell b\cell\row c\cell\row", [("a", 0, 0, 0), ("b", 0, 0, 1), ("c", 0, 1, 0)]),
        (r"\trowd\cellx1000\pard\intbl a\cell\pard\intbl kvar", [("a", 0, 0, 0), ("kvar", 0, 0, 1)]),
        (r"\trowd\cellx1000\cellx2000 a\cell b\cell\row\pard", [("a", 0, 0, 0), ("b", 0, 0, 1)]),
        (row("a", "{\\b b}") + r"{\trowd\cellx9\row}", [("a", 0, 0, 0), ("b", 0, 0, 1)]),
    ],
)  # fmt: skip
def test_cells_have_their_place(body: str, cells: list[tuple[object, ...]]) -> None:
    assert shown(read(body)) == [("table_cell", *cell) for cell in cells]


WORD_97 = r"\pard\intbl a\cell b\cell\pard\intbl\trowd\cellx1000\cellx2000\row\pard efter\par"
"""The shape of the row after its cells."""


def test_a_row_may_be_told_of_after_its_cells() -> None:
    assert shown(read(WORD_97)) == [
        ("table_cell", "a", 0, 0, 0),
        ("table_cell", "b", 0, 0, 1),
        ("paragraph", "efter"),
    ]


INNER = (
    r"före\par\trowd\cellx4000\cellx8000\pard\intbl\itap1 yttre\par"
    r"\pard\intbl\itap2 i1\nestcell{\nonesttables\par}\pard\intbl\itap2\nestcell{\nonesttables\par}"
    r"\pard\intbl\itap2{\*\nesttableprops\trowd\cellx1000\cellx2000\nestrow}{\nonesttables\par}"
    r"\pard\intbl\itap2 i3\nestcell{\nonesttables\par}\pard\intbl\itap2 i4\nestcell{\nonesttables\par}"
    r"\pard\intbl\itap2{\*\nesttableprops\trowd\cellx1000\cellx2000\nestrow}{\nonesttables\par}"
    r"\pard\intbl\itap1 sist\cell andra\cell\row\pard efter\par"
)


def test_a_table_stands_in_a_table() -> None:
    expected: Shown = [
        ("paragraph", "före"),
        ("table_cell", "yttre", 0, 0, 0),
        ("table_cell", "i1", 1, 0, 0),
        ("table_cell", "", 1, 0, 1),
        ("table_cell", "i3", 1, 1, 0),
        ("table_cell", "i4", 1, 1, 1),
        ("table_cell", "sist", 0, 0, 0),
        ("table_cell", "andra", 0, 0, 1),
        ("paragraph", "efter"),
    ]
    assert shown(read(INNER)) == expected


def test_tables_are_counted_in_reading_order_though_a_footer_comes_first_in_the_file() -> None:
    body = "{\\footer " + row("fot", "x") + "\\pard}{\\header " + row("huvud", "y") + "\\pard}" + row("brev", "z")
    assert shown(read(body)) == [
        ("header", "huvud", 0, 0, 0),
        ("header", "y", 0, 0, 1),
        ("table_cell", "brev", 1, 0, 0),
        ("table_cell", "z", 1, 0, 1),
        ("footer", "fot", 2, 0, 0),
        ("footer", "x", 2, 0, 1),
    ]
