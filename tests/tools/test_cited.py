"""Which sections letters cite, and which of them lack a plain sentence."""

from __future__ import annotations

from klarsprak.laws import load_register
from klarsprak.laws.changes import Place
from klarsprak.letter import Letter
from klarsprak.readers import read_bytes
from tools.cited import cited, lacking

TEXTS = (
    "Hej!\n\nSe 17 § förvaltningslagen (2017:900) och 9 kap. 40 § plan- och bygglagen (2010:900) är det så.\n",
    "Hej!\n\nSe 17 § förvaltningslagen (2017:900). Den finns också i 17 § samma lag.\n",
    "Hej!\n\nEnligt 4 kap. 1 § socialtjänstlagen (2001:453) och 90 § förvaltningslagen (2017:900) får du stöd.\n",
)


def test_sections_count_once_a_letter_and_only_those_that_are_there() -> None:
    letters = [letter for text in TEXTS for letter in read_bytes(text.encode(), "brev.txt")]
    counts = cited([letter for letter in letters if isinstance(letter, Letter)], load_register(None))
    assert counts == {Place("2017:900", "", "17"): 2, Place("2010:900", "9", "40"): 1}
    assert lacking(counts, 1) == []
    assert lacking(counts, 2) == [(Place("2010:900", "9", "40"), 1)]
