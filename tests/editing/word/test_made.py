"""A Word document made of text: Word can open it, and it says what the text said."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.editing.word.made import make_document
from klarsprak.letter import Letter
from klarsprak.readers.docx import read
from klarsprak.readers.text import text as text_reader
from tests.editing.word import validity

LETTERS = Path(__file__).parents[3] / "corpora/letters"


def made(text: str) -> Letter:
    """The text as a docx, read again."""
    data = make_document(text_reader.read(text.encode(), "brev.txt"))
    assert validity.problems(data) == []
    return read(data, "brev.docx")


def test_headings_lists_and_lines_are_what_they_were() -> None:
    text = (LETTERS / "beslut-tobakstillstand.txt").read_text(encoding="utf-8")
    of_text = text_reader.read(text.encode(), "brev.txt").blocks
    of_word = made(text).blocks
    assert [block.text.lstrip("-–• ") for block in of_word] == [block.text.lstrip("-–• ") for block in of_text]
    assert [block.role for block in of_word] == [block.role for block in of_text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Datum\t3 juni 2026\nDiarienummer\tBN 12", ["Datum\t3 juni 2026", "Diarienummer\tBN 12"]),
        ("Hej!\x07 Du får 😀 & <b>.", ["Hej! Du får 😀 & <b>."]),
        ("Du får det här brevet av oss efter att vi har prövat\nsaken en gång till, som du bad oss om i maj.",
         ["Du får det här brevet av oss efter att vi har prövat saken en gång till, som du bad oss om i maj."]),
    ],
)  # fmt: skip
def test_the_text_is_the_same(text: str, expected: list[str]) -> None:
    assert [block.text for block in made(text).blocks] == expected


def test_the_same_text_gives_the_same_bytes() -> None:
    letter = text_reader.read(b"Hej!", "brev.txt")
    assert make_document(letter) == make_document(letter)
