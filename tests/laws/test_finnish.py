"""Finland's law, numbered *417/2007*, is never taken for the Swedish act of the same name."""

from __future__ import annotations

from datetime import date

import pytest

from klarsprak.laws import find_references, load_register, plain, status

REGISTER = load_register(None)
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "text",
    [
        "Enligt 99 § förvaltningslagen (434/2003) har du rätt att klaga.",
        "Enligt 99 § förvaltningslagen har du rätt att klaga. Ring +358 9 123 456.",
        "Barnskyddslagen (417/2007) 99 § gäller här.",
        "Ärendet gäller 199 § 1 mom. i kommunallagen.",
        "Förvaltningslag 434/2003 99 §",
        "Kommunallagen 410/2015 gäller.",
        "Vi hanterar uppgifter enligt personuppgiftslagen (523/1999).",
        "Personuppgiftslagen 523/1999 gäller.",
        "Vi följer lagen om småbarnspedagogik (540/2018) och 99 § språklagen.",
        "Läs mer på www.ekvalla.fi om 99 § arkivlagen.",
        "Beslutet kan överklagas hos Åbo förvaltningsdomstol enligt 99 § förvaltningslagen.",
        "Välfärdsområdet beslutar enligt 99 § hälso- och sjukvårdslagen.",
        "Enligt socialvårdslagen (1301/2014) och 60 kap. socialtjänstlagen får du stöd av välfärdsområdet.",
    ],
)
def test_it_is_neither_swedish_nor_wrong(text: str) -> None:
    references = find_references(text, REGISTER)
    assert all(reference.law is None for reference in references)
    assert all(status(reference, REGISTER, today=TODAY) is None for reference in references)
    assert all(plain(reference) is None for reference in references)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Beslutet bygger på 45 § förvaltningslagen (434/2003).", "45 § förvaltningslagen (434/2003)"),
        ("Barnskyddslagen (417/2007) 26 § gäller här.", "Barnskyddslagen (417/2007) 26 §"),
        ("Det står i 25 § 1 mom. i barnskyddslagen (417/2007).", "25 § 1 mom. i barnskyddslagen (417/2007)"),
    ],
)
def test_its_sections_are_references_all_the_same(text: str, found: str) -> None:
    (reference,) = find_references(text, REGISTER)
    assert reference.text == found
    assert reference.source == "foreign"


@pytest.mark.parametrize(
    ("text", "sfs"),
    [
        ("Enligt 99 § förvaltningslagen har du rätt att klaga.", "2017:900"),
        ("Ärendet har nummer 417/2007. Vi följer 25 § förvaltningslagen.", "2017:900"),
        ("Vi har tillsammans med välfärdsområdet läst 25 § förvaltningslagen (2017:900).", "2017:900"),
        ("Läs mer på www.ekvalla.fi om dataskyddsförordningen.", "(EU) 2016/679"),
    ],
)
def test_swedish_acts_and_those_of_the_eu_are_what_they_were(text: str, sfs: str) -> None:
    reference = find_references(text, REGISTER)[-1]
    assert reference.law is not None
    assert reference.law.sfs == sfs
