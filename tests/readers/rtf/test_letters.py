"""Whole letters, as Word, WordPad, old case systems and Outlook write them."""

from __future__ import annotations

import pytest

from klarsprak.letter import Letter, Mark, MarkKind
from klarsprak.readers import read_bytes, rtf
from tests.readers.rtf.letters import LETTERS, TX_TEXT_CONTROL
from tests.readers.rtf.making import Shown, shown


@pytest.mark.parametrize(("text", "expected"), LETTERS.values(), ids=LETTERS)
def test_a_letter_is_read_as_its_reader_sees_it(text: str, expected: Shown) -> None:
    (letter,) = read_bytes(text.encode("ascii"), "brev.rtf")
    assert isinstance(letter, Letter)
    assert shown(letter) == expected
    assert letter.notes == []
    assert letter.format == "rtf"


def test_a_merge_field_of_a_case_system_is_marked() -> None:
    block = rtf.read(TX_TEXT_CONTROL.encode("ascii"), "brev.rtf").blocks[1]
    assert block.marks == (Mark(MarkKind.FIELD, 7, 14),)
