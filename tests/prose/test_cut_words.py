"""Words that somebody has cut off with a stop."""

from __future__ import annotations

import pytest

from klarsprak.prose.cut_words import find_cut_words
from tests.support import words_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lämna kop. av intyget till oss före den 3 maj.", ["kop."]),
        ("Din bist.bedömare ringer dig i morgon.", ["bist.bedömare"]),
        ("Du får ledsag. två gånger i månaden.", ["ledsag."]),
        ("Hyresdiff. att betala: 300 kr", ["Hyresdiff."]),  # a line that is read
        ("Ekvalla kommun, Ekbacka. bygg@ekvalla.example", []),
        ("Vi kommer på torsdag. hör av dig om du undrar.", []),  # a word, and a small letter by mistake
        ("Vi har enl. planen ingen plats till dig i maj.", []),  # a rule of its own
        ("Skicka filen intyg.pdf till oss före den 3 maj.", []),
        ("Läs mer på ekvalla.kommun när du har tid i maj.", []),
        ("Läs mer på www.ekvalla.example/kop.avgift i dag, tack.", []),
        ("Du skrev ”lämna kop. av intyget” i ditt brev till oss.", []),
        ("Lämna kop. Av intyget ser vi vad du behöver.", []),  # a sentence's end, perhaps
    ],
)
def test_words_of_no_list_are_cut_off_where_a_small_letter_follows_the_stop(text: str, found: list[str]) -> None:
    _, analysis = words_in(f"[{text.split()[0]}]{text[len(text.split()[0]) :]}")
    assert [text[start:end] for _, start, end in find_cut_words(analysis)] == found
