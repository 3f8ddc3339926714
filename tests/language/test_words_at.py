"""Words in their sentence."""

from __future__ import annotations

from klarsprak.language.words_at import WordsAt
from tests.support import words_in


def test_words_and_what_stands_around_them() -> None:
    words, _ = words_in("Vi tackar. Du har nu [fått ditt beslut] i dag. Hej då.")
    assert words.text == "fått ditt beslut"
    assert words.block.text[slice(*words.characters)] == words.text
    assert (words.before, words.after) == (["du", "har", "nu"], ["i", "dag", "."])
    assert words.text_before == "Du har nu "
    assert words.sentence.forms >= {"du", "beslut", "dag"}
    assert not words.is_first_in_sentence
    assert not words.is_one


def test_words_that_begin_a_sentence() -> None:
    words, _ = words_in("Vi tackar. [Du] har fått ditt beslut.")
    assert words.is_first_in_sentence
    assert words.is_one
    assert words.tag == "PRON"
    assert words.morphology["Case"] == "Nom"


def test_characters_that_cut_through_words() -> None:
    words, _ = words_in("Du har fått [beslut].")
    first, last = words.characters
    assert WordsAt.covering(words.block, first + 1, last - 1) == words


def test_sentences_don_t_hold_their_block() -> None:
    words, analysis = words_in("Vi tackar. Du har fått [beslut].")
    assert [sentence.characters for sentence in words.block.sentences] == [(0, 10), (11, 30)]
    assert [(block.index, sentence.start) for block, sentence in analysis.sentences] == [(0, 0), (0, 3)]
    assert words.block not in words.sentence
