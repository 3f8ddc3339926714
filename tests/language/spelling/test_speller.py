"""Which words are spelt right, and what misspelt ones were meant to be."""

from __future__ import annotations

import pytest

from klarsprak.language.spelling.automaton import WORDS
from klarsprak.language.spelling.lexicon import Lexicon
from klarsprak.language.spelling.speller import Correction, Speller
from tests.support import shipped_rules

SPELLER = Speller()


@pytest.mark.parametrize(
    "word",
    [
        "handlingarna",
        "tillsammans",
        "läkemedelsprodukter",
        "förskoleplats",
        "gatubelysningens",
        "grannkommunerna",
        "journalföringen",  # no word has *föring* by itself
        "klövvilt",
        "byggarbetet",
        "e-postadressen",
        "tjugofem",
        "delfående",  # Finland-Swedish
        "småbarnspedagogiken",
        "handikapplatser",  # of three like letters, two are written
        "detektion",  # by odd slips other words, that are rarer or no nearer
        "deflektion",
        "palliation",
        "sorption",
        "sedimentation",
        "rikligen",
        "införingarna",
        "betalningsmottagares",  # forms of compounds of which the lists have others
        "könsuppdelat",
        "barndödligheten",
        "kammarrättslagmän",
        "släktforskar",
        "sportfiskar",
    ],
)
def test_a_listed_word_or_a_compound_of_known_parts_is_right(word: str) -> None:
    assert SPELLER.correction(word) is None


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        # Seen in letters
        ("gilitighetstid", "giltighetstid"),
        ("förklaing", "förklaring"),
        ("läkemedelspridukt", "läkemedelsprodukt"),
        ("uppmärskammat", "uppmärksammat"),
        ("åtärdad", "åtgärdad"),
        ("forlängning", "förlängning"),
        # By ear
        ("rekomenderar", "rekommenderar"),
        ("intresant", "intressant"),
        ("tillstond", "tillstånd"),
        ("publisera", "publicera"),
        # Without rings and dots
        ("forsakring", "försäkring"),
        ("aterbetalas", "återbetalas"),
        # Two words in one by chance
        ("fröskolan", "förskolan"),
        ("sakerhet", "säkerhet"),
        # In a compound that no list has
        ("skatteåterbärnig", "skatteåterbäring"),
    ],
)
def test_a_misspelt_word_is_told_with_what_was_meant_first(word: str, meant: str) -> None:
    correction = SPELLER.correction(word)
    assert correction is not None
    assert correction.words[0] == meant


@pytest.mark.parametrize("word", ["xylofonkvartz", "reynoutria", "wnkqpxv", "bvg"])
def test_a_word_that_is_like_none_is_let_be(word: str) -> None:
    assert SPELLER.correction(word) is None


@pytest.mark.parametrize("word", ["tidsbokning", "tidbokning"])
def test_an_s_between_parts_is_nobodys_mistake(word: str) -> None:
    assert SPELLER.correction(word) is None


@pytest.mark.parametrize("word", ["boutrymmen", "brobankarna", "axgång"])
def test_what_may_be_a_new_compound_of_a_short_word_is_not_beyond_doubt(word: str) -> None:
    found = SPELLER.correction(word)
    assert found is not None
    assert not found.is_sure


def test_what_may_be_several_words_is_not_beyond_doubt() -> None:
    correction = SPELLER.correction("kommuen")
    assert correction is not None
    assert not correction.is_sure
    assert set(correction.words) >= {"kommun", "kommunen"}


@pytest.mark.parametrize("word", ["fragmentiserat", "neurokirurger", "kompaktering", "nyazeeländska"])
def test_a_word_that_two_slips_make_another_is_not_beyond_doubt(word: str) -> None:
    correction = SPELLER.correction(word)
    assert correction is None or not correction.is_sure


def test_a_language_may_have_the_ending_that_its_adjective_lacks() -> None:
    assert SPELLER.is_right("indoeuropeiskan")


def test_a_word_that_the_readers_know_is_right() -> None:
    assert Speller(["uppmärskammat"]).correction("uppmärskammat") is None


def test_the_words_of_the_rules_are_right() -> None:
    lexicon = Lexicon()
    words = {word for rule in shipped_rules() for word in rule.replacements if word.isalpha()}
    assert [word for word in sorted(words) if not lexicon.holds(word.lower())] == []


def test_the_list_is_small() -> None:
    assert WORDS.stat().st_size < 3e6


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("orginal", "original"),
        ("orginalkvitton", "originalkvitton"),
        ("terassen", "terrassen"),
        ("tyvär", "tyvärr"),
        ("behörigthet", "behörighet"),
        ("bostadsbesikningen", "bostadsbesiktningen"),
        ("hemtjästen", "hemtjänsten"),
        ("parkerning", "parkering"),
    ],
)
def test_slips_so_common_that_lists_have_them_are_told_in_compounds_too(slip: str, right: str) -> None:
    assert Speller().correction(slip) == Correction((right,), is_sure=True, is_only_one=True)
    assert Speller().is_right(right)


@pytest.mark.parametrize("word", ["klarning", "parallellt", "varning", "originalet", "myndigheten"])
def test_right_words_that_look_like_such_slips_are_right(word: str) -> None:
    assert Speller().is_right(word)


def test_a_slip_that_the_readers_have_for_a_word_is_none() -> None:
    assert Speller(["orginal"]).is_right("orginal")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("hållde", "höll"),  # and not *hällde*
        ("gedde", "gav"),
        ("sovde", "sov"),
        ("beslutde", "beslutade"),
    ],
)
def test_a_verb_that_is_inflected_as_others_are_has_its_own_form_for_meant(word: str, meant: str) -> None:
    assert not SPELLER.is_right(word)
    assert SPELLER.correction(word) == Correction((meant,), is_sure=True, is_only_one=True)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("klarläggade", ("klarlade", "klarläggande")),
        ("erbjudades", ("erbjöds", "erbjudandes")),
    ],  # though *ut* and *redade* are words
)
def test_such_a_verb_may_be_a_participle_too(word: str, meant: tuple[str, ...]) -> None:
    assert SPELLER.correction(word) == Correction(meant, is_sure=True, is_only_one=False)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("börat", "börjat"), ("flytat", "flyttat"), ("bordde", "borde"), ("köde", "körde"), ("skrivat", "skrivit")],
)
def test_such_a_verb_may_be_a_slip_in_a_word_about_as_common(word: str, meant: str) -> None:
    correction = SPELLER.correction(word)
    assert correction is not None
    assert meant in correction.words
    assert not correction.is_sure


@pytest.mark.parametrize("word", ["ringade", "förslog", "beslöts", "besluten", "vävde", "sprängdes", "lett"])
def test_listed_forms_of_verbs_are_right(word: str) -> None:
    assert SPELLER.is_right(word)


@pytest.mark.parametrize("word", ["gande", "haste"])
def test_a_rare_verb_is_not_what_a_short_piece_was_meant_to_be(word: str) -> None:
    correction = SPELLER.correction(word)
    assert correction is None or not correction.is_sure
