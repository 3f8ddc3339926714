"""Many words and phrases looked for at once."""

from __future__ import annotations

from klarsprak.matching.word_list import WordList
from tests.support import words_in


def test_a_packed_list_finds_what_it_found_before() -> None:
    text = "[Laga] kraft vinner beslutet när tiden är ute. Laga bilen, och överklaga beslutet i tid."
    _, analysed = words_in(text)
    words: WordList[int] = WordList()
    for number, phrase in enumerate(("laga", "laga kraft", "beslutet", "överklaga", "i tid", "tiden", "saknas")):
        words.add(phrase, number)
    words.add("beslutet", 99)
    before = [(found.text, values) for found, values in words.find(analysed)]
    words.pack()
    assert [(found.text, values) for found, values in words.find(analysed)] == before
    assert ("beslutet", (2, 99)) in before
    assert ("Laga kraft", (1,)) in before
    assert "laga" in words
    assert "tiden" in words
    assert "kraft" not in words
    assert 1 not in words
