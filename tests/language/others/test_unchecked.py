"""Which blocks of a letter can't be checked, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from klarsprak.language.others import passages
from klarsprak.language.others.unchecked import find_unchecked
from klarsprak.letter import Letter
from klarsprak.readers import read_file

SWEDISH = [
    "Kommunen har beslutat att du får bygga ett garage på fastigheten, och du kan börja bygga om fyra veckor.",
    "Du kan överklaga beslutet inom tre veckor från den dag då du fick det. Skicka överklagandet till oss.",
    "Vi skickar en faktura när beslutet har fått laga kraft, och du betalar avgiften inom trettio dagar.",
]
ENGLISH = "You can appeal this decision within three weeks from the day when you received it."
FINNISH = "Voit valittaa päätöksestä kolmen viikon kuluessa siitä päivästä, jona sait tämän kirjeen."
BASE64 = "SGVqISBEZXR0YSDDpHIgZXR0IGJyZXYgc29tIGluZ2VuIGthbiBsw6RzYSB1dGFuIGF0dCBhdmtvZGEgZGV0Lg=="
HEX = "4b 6c 61 72 73 70 72 c3 a5 6b 20 67 72 61 6e 73 6b 61 72 20 62 72 65 76 20 70 c3 a5 20 73"
LETTERS = "a, b, c, d, e " * 25
FIGURES = " ".join(["1 250,00 2 480,50 3 710,75 0,00"] * 5)


def unchecked(*texts: str) -> list[int]:
    return sorted(find_unchecked(dict(enumerate(texts))).blocks)


def test_a_swedish_letter_is_checked_whole() -> None:
    found = find_unchecked(dict(enumerate(SWEDISH)))
    assert (dict(found.blocks), found.notes, found.reason) == ({}, [], None)


def test_passages_in_other_languages_are_left_out_and_told() -> None:
    found = find_unchecked(dict(enumerate([*SWEDISH, FINNISH, ENGLISH, FINNISH])))
    assert sorted(found.blocks) == [3, 4, 5]
    assert found.notes == ["Två stycken på finska är inte granskade.", "Ett stycke på engelska är inte granskat."]
    assert found.reason is None


def test_short_blocks_go_with_the_passage_beside_them() -> None:
    assert unchecked(*SWEDISH, "How to appeal", ENGLISH, "2026-03-02", ENGLISH, "Kind regards") == [3, 4, 5, 6, 7]


def test_short_swedish_blocks_beside_a_passage_are_checked() -> None:
    assert unchecked("Hur du överklagar", ENGLISH, "Med vänlig hälsning", *SWEDISH, "2026-03-02") == [1]


@pytest.mark.parametrize("text", [BASE64, HEX, FIGURES, LETTERS])
def test_what_holds_no_language_is_told(text: str) -> None:
    found = find_unchecked(dict(enumerate([*SWEDISH, text])))
    assert found.notes == ["Ett stycke med bara siffror eller kod är inte granskat."]


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        ([ENGLISH] * 3, "Brevet är på engelska. klarsprak granskar bara svenska."),
        (["Vassholms kommun", *[FINNISH] * 3], "Brevet är på finska. klarsprak granskar bara svenska."),
        ([BASE64] * 4, "Brevet är siffror eller kod. klarsprak granskar bara text på svenska."),
        (
            ["Dear Ms Lind,", "We have your form.", "Please call me tomorrow.", "Kind regards"],
            "Brevet är på engelska. klarsprak granskar bara svenska.",
        ),
    ],
)
def test_a_letter_mainly_in_another_language_is_not_checked(texts: list[str], reason: str) -> None:
    assert find_unchecked(dict(enumerate(texts))).reason == reason


def test_a_swedish_letter_with_translations_is_checked() -> None:
    german = "Sie können gegen diese Entscheidung innerhalb von drei Wochen Widerspruch einlegen."
    found = find_unchecked(dict(enumerate([SWEDISH[0], ENGLISH, FINNISH, german])))
    assert sorted(found.blocks) == [1, 2, 3]
    assert found.reason is None


@pytest.mark.parametrize(
    "text",
    [
        "Betala till bankgiro 5050-1055, OCR-nummer 12345678901234567, senast 2026-04-30. Belopp: 1 250,00 kr.",
        "Tommy Brask\nHamngatan 31 B\n123 72 Vassholm\nTelefon 031-390 06 00",
        "https://www.vassholm.example/bygga-och-bo/bygglov/ansok-om-bygglov/2026/blanketter/ansokan.html",
        "Anna Lind, Box 12, 123 45 Vassholm, telefon 031-390 06 00, e-post anna.lind@vassholm.example",
        "miljö- och stadsbyggnadsförvaltningens informationssäkerhetssamordningsansvarige handläggare",
    ],
)
def test_numbers_addresses_and_long_words_are_swedish(text: str) -> None:
    assert unchecked(text) == []


def test_a_swedish_letter_needs_no_trigrams(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take as long to load as a letter takes to check."""

    def fit(words: Iterable[str]) -> dict[str, float]:
        raise AssertionError(f"trigrams are asked for: {' '.join(words)}")

    monkeypatch.setattr(passages, "fit", fit)
    letters = Path(__file__).parents[3] / "corpora" / "letters"
    sources = [letter for path in sorted(letters.glob("*.txt")) for letter in read_file(path)]
    for letter in sources:
        assert isinstance(letter, Letter)
        texts = [block.text for block in letter.blocks]
        assert find_unchecked(dict(enumerate(texts))).blocks == {}
