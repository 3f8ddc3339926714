"""What the reader fills in, and what the writer should have filled in."""

from __future__ import annotations

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.prose.forms import find_answers

BODY = "Vi har fått din ansökan om bygglov."
EMPTY = "| Namn | |\n| Telefon | |\n| E-post | |"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n# Svarsblankett\n*Namn:\n*Telefon:",
        f"{BODY}\nMottagningsbevis – sänd tillbaka\n*Namn:\n*Underskrift:",
        f"{BODY}\n# Talong\n*| Namn | |",
        f"{BODY}\nFyll i uppgifterna här nedan:\n*Namn:\n*Telefon: ______\nMed vänlig hälsning",
        f"{BODY}\nTabellen fylls i av den som svarar.\n*| Namn | |\n*| Telefon | |",
        f"{BODY}\n*| Uppgift | Fylls i av sökanden |\n*| Namn | |",
        f"{BODY}\n*" + EMPTY.replace("\n", "\n*"),
        "*" + EMPTY.replace("\n", "\n*"),
        "*" + f"{EMPTY}\n| Datum | 2025-03-12 |".replace("\n", "\n*"),
        f"{EMPTY}\n{BODY}",  # the letter's own head, which nobody has filled in
        f"{BODY}\n| Namn | |\n| Telefon | |",
        f"{BODY}\n{EMPTY}\n| Ärende | Bygglov |",
        f"{BODY}\nNamn:\nTelefon:",
        f"{BODY}\nDu fyller i blanketten på vår webbplats.\nHör av dig om du undrar något.\nTelefon:",
        f"{BODY}\nPå vår webbplats ser du hur du fyller i och skickar blanketten.\n| Namn | |",
    ],
)
def test_the_blocks_that_the_reader_fills_in(text: str) -> None:
    """A star stands before each of their lines."""
    lines = text.split("\n")
    letter = parse("\n".join(line.removeprefix("*") for line in lines)).letter
    answers = find_answers(letter)
    filled_in = {block.text for number, block in enumerate(letter.blocks) if number in answers and block.text}
    starred = "\n".join(line for line in lines if line.startswith("*"))
    assert all(text in starred for text in filled_in)
    assert all(any(text in line for text in filled_in) for line in lines if line.startswith("*"))
