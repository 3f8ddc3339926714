"""The day that stands on a letter."""

from datetime import date

import pytest

from klarsprak.letter import Block, Letter, Role
from klarsprak.prose.letter_date import letter_date


def letter(*texts: str | Block) -> Letter:
    blocks = [text if isinstance(text, Block) else Block(text) for text in texts]
    return Letter("brev.txt", "text", blocks, [])


@pytest.mark.parametrize(
    "texts",
    [
        ("Ekvalla kommun", "2004-03-22", "Vi har fått din ansökan."),
        ("Socialnämnden 2004-03-22", "Dnr SN 2004:214"),
        ("Datum: 2004-03-22", "Er ansökan 2003-01-02"),
        ("Datum", "2004-03-22"),
        ("Ekvalla den 22 mars 2004",),
        ("22 mars 2004",),
        ("22 mar. 2004",),
        ("Beslut vid nämndens sammanträde den 22 mars 2004",),
        ("Sammanträdesprotokoll", "Sammanträdesdatum", "2004-03-22"),
        ("Du får färdtjänst.", "Med vänlig hälsning", "Ekvalla 2004-03-22"),
        (Block("Datum 2004-03-22", Role.HEADER), "Beslutet gäller till 2005-01-01."),
    ],
)
def test_the_day_on_a_letter_is_known_wherever_it_stands(texts: tuple[str, ...]) -> None:
    assert letter_date(letter(*texts)) == date(2004, 3, 22)


@pytest.mark.parametrize(
    "texts",
    [
        ("Vi fick din ansökan den 22 mars 2004.",),
        ("Svara senast 2004-03-22",),
        ("Nämndens sammanträde den 22 mars 2004",),
        ("Mallen fastställd 2004-03-22",),
        ("Dnr 2004:322",),
        (Block("2004-03-22", Role.QUOTED),),
        ("2004-13-45",),
    ],
)
def test_other_days_are_not_the_letters(texts: tuple[str, ...]) -> None:
    assert letter_date(letter(*texts)) is None
