"""Greetings and closing phrases, told from other lines."""

from __future__ import annotations

import pytest

from klarsprak.phrases import CLOSINGS, GREETING, LETTER_LABEL, closing_at_start, is_closing


@pytest.mark.parametrize("line", ["Hej Anna!", "hejsan", "Bäste Bo", "Kära förälder", "Till dig som bor i Ekvalla"])
def test_a_line_that_greets_is_a_greeting(line: str) -> None:
    assert GREETING.match(line)


@pytest.mark.parametrize("line", ["Hejdå säger vi inte", "Bästsäljare", "Tillsyn av brunnar", "Käranden"])
def test_a_line_that_only_begins_alike_is_no_greeting(line: str) -> None:
    assert not GREETING.match(line)


@pytest.mark.parametrize(
    "line", ["Med vänlig hälsning", "Varma hälsningar,", "Mvh", "För socialnämnden", "Hälsningar!"]
)
def test_a_closing_phrase_closes_a_letter(line: str) -> None:
    assert is_closing(line)


def test_a_sentence_about_greetings_closes_no_letter() -> None:
    assert not is_closing("Hälsningar från barnen hänger i hallen.")


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("med vänlig hälsning från oss", "med vänlig hälsning från"),
        ("mvh anna", "mvh"),
        ("hälsningarna kom fram", None),
        ("vi sestar", None),
    ],
)
def test_a_line_begins_with_the_longest_closing_phrase(line: str, phrase: str | None) -> None:
    assert closing_at_start(line) == phrase


def test_longer_closing_phrases_come_first() -> None:
    assert list(map(len, CLOSINGS)) == sorted(map(len, CLOSINGS), reverse=True)


@pytest.mark.parametrize("line", ["Vår referens: 12", "Ärendenummer", "Bilagor:", "E-post"])
def test_a_label_of_a_letter_is_told(line: str) -> None:
    assert LETTER_LABEL.match(line)
