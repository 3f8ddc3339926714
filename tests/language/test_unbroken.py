"""Stretches that are too long to be words."""

from __future__ import annotations

import pytest

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.unbroken import LONGEST, LONGEST_BLANK, broken, cut, shortened
from klarsprak.letter import Letter

ADDRESS = "https://www.ekvalla.example/" + "bygga/" * 30
SENTENCE = "Du kan läsa mer om avgiften på {} när du vill."


@pytest.mark.parametrize("odd", ["a" * 5000, "(" * 5000, "0123456789" * 500, "aB3/" * 1000, ADDRESS, "决定" * 600])
def test_a_long_stretch_is_one_token_in_its_place(odd: str) -> None:
    (tokens,) = analyse([SENTENCE.format(odd)], Need.FORMS)
    words = [text for text in tokens.texts if not text.isspace()]
    assert len(words) < 14
    assert words[-4:] == ["när", "du", "vill", "."]
    assert len(tokens.text) == len(SENTENCE.format(odd))


def test_stops_and_brackets_around_it_stay() -> None:
    assert shortened(f"({ADDRESS}).").split() == ["(X", ")."]


@pytest.mark.parametrize(("row", "first"), [("_" * 40, "_"), ("([{" * 20, "("), ("§" * 21, "§"), ("=" * 90, "=")])
def test_of_a_row_of_signs_the_first_stays(row: str, first: str) -> None:
    assert shortened(f"Namn: {row} Ort") == f"Namn: {first.ljust(len(row))} Ort"
    assert shortened(f"Namn {'.' * 40} 3") == f"Namn {'.' * 40} 3"


def test_what_is_short_enough_stays_as_it_is() -> None:
    for text in ("a" * LONGEST, f"{'a' * LONGEST} {'b' * LONGEST}", " " * LONGEST_BLANK, SENTENCE):
        assert shortened(text) is text
        assert broken(text) is text
        assert cut(text) is text


def test_no_stretch_is_too_long_once_it_is_broken() -> None:
    text = f"Läs {ADDRESS} och {' ' * 3000} svara."
    even = broken(text)
    assert len(even) == len(text)
    assert max(map(len, even.split())) <= LONGEST
    assert " " * (LONGEST_BLANK + 1) not in even
    assert even.startswith(f"Läs {ADDRESS[:LONGEST]} ")
    assert even.endswith(" svara.")


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@pytest.mark.parametrize(
    "odd", ["a" * 5000, "." * 5000, "–" * 5000, "aB3/" * 1000, ADDRESS, " " * 5000, "och/eller/" * 500]
)
def test_nothing_is_told_of_it_beyond_its_first_signs(checker: Checker, odd: str) -> None:
    (letter,) = readers.read_bytes(SENTENCE.format(odd).encode(), "brev.txt")
    assert isinstance(letter, Letter)
    start = SENTENCE.index("{")
    report = checker.check(letter)
    places = [each.place.start for each in report.findings if each.place]
    assert not [place for place in places if start + LONGEST < place < start + len(odd)]
