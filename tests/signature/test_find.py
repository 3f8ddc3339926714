"""The signature block of letters in every layout: see ``cases.yml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.letter import Block, Cell, Letter, Role
from klarsprak.signature import KnownLines, find

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))
ROLES = {"box": Role.TEXT_BOX}
MARK = re.compile(r"\[(?:(\d)\.(\d)\.(\d))? ?(header|footer|box|heading|quoted)?\] ?")


def block(line: str) -> Block:
    mark = MARK.match(line)
    if not mark:
        return Block(line)
    table, row, column, name = mark.groups()
    role = ROLES.get(name) or (Role(name) if name else Role.TABLE_CELL)
    cell = Cell(int(table), int(row), int(column)) if table else None
    return Block(line[mark.end() :], role, cell=cell)


def letter(text: str, *, joined: bool) -> Letter:
    """The letter whose lines are blocks; with ``joined``, those of one paragraph make one block."""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.rstrip("\n")):
        lines = [block(line) for line in paragraph.split("\n")]
        if joined and not any(line.cell for line in lines) and len({line.role for line in lines}) == 1:
            lines = [Block("\n".join(line.text for line in lines), lines[0].role)]
        blocks += lines
    return Letter("brev", "text", blocks, [])


@pytest.mark.parametrize("joined", [False, True], ids=["blocks", "lines"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_parts_of_a_signature_are_found_in_every_layout(case: dict[str, Any], joined: bool) -> None:
    found = find(
        letter(case["text"], joined=joined),
        switchboards=case.get("switchboards", ()),
        units=case.get("units", ()),
        addresses=case.get("addresses", ()),
    )
    signature = found.as_signature()
    assert {part: text for part in SIGNATURE_PARTS if (text := getattr(signature, part))} == case["expect"]
    for part, words in case.get("why", {}).items():
        assert words in found.why[part]


def test_lines_that_are_remembered_are_read_as_before_wherever_they_stand() -> None:
    known: KnownLines = {}
    for case in CASES[::4]:
        if case.get("units") or case.get("addresses"):  # of an organisation of its own
            continue
        brev = letter(case["text"], joined=False)
        moved = Letter("brev", "text", [Block("Här står mer."), *letter(case["text"], joined=True).blocks], [])
        for each in (brev, moved):
            assert find(each, known=known) == find(each)
    assert known


def test_a_part_leads_back_to_its_place() -> None:
    brev = letter("Det är klart.\n\nMed vänlig hälsning\nAnna  Ek, rektor\nKvarngatan 2, 123 62 Tallvik", joined=True)
    found = find(brev)
    parts = [part for part in (found.name, found.title, found.address) if part]
    assert len(parts) == 3
    for part in parts:
        assert " ".join(brev.blocks[part.block].text[part.start : part.end].split()) == part.text


def test_an_address_over_several_blocks_has_the_place_of_its_first_line() -> None:
    brev = letter("Med vänlig hälsning\nAnna Ek\nKvarngatan 2\n123 62 Tallvik", joined=False)
    address = find(brev).address
    assert address is not None
    assert address[:4] == ("Kvarngatan 2, 123 62 Tallvik", 2, 0, len("Kvarngatan 2"))


def test_no_reason_is_given_for_a_part_that_is_there() -> None:
    found = find(letter("Hälsningar\nAnna Ek\nRektor\nVäxel 0980-319 200\nDirekt 0980-319 214", joined=True))
    assert found.as_signature().phone == "0980-319 214"
    assert "phone" not in found.why


def test_an_empty_letter_has_no_signature() -> None:
    assert find(Letter("tomt", "text", [], [])).as_signature().missing == list(SIGNATURE_PARTS)


@pytest.mark.parametrize("word", ["gm ", "hälsar ", "Anna Ek hälsar ", "rektor och "])
def test_a_line_without_an_end_is_read(word: str) -> None:
    found = find(letter(f"Det är klart.\n\nMed vänlig hälsning\n{word * 3000}rektor Bo Alm", joined=False))
    assert found.as_signature().missing


def test_a_signer_stands_behind_the_second_through() -> None:
    found = find(letter("Det är klart.\n\nHälsningar Rådet genom styrelsen genom Anna Ek", joined=False))
    assert found.name is not None
    assert found.name.text == "Anna Ek"
