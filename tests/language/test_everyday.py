"""Which words count as everyday Swedish."""

from __future__ import annotations

import pytest

from klarsprak.language.everyday.vocabulary import Vocabulary

EVERYDAY = Vocabulary()


@pytest.mark.parametrize(
    "word", ["brev", "grannarna", "handläggare", "ansökte", "bygglov", "hemtjänsten", "tydligast"]
)
def test_a_common_word_is_everyday_in_any_form(word: str) -> None:
    assert EVERYDAY.holds(word)


@pytest.mark.parametrize(
    "word",
    [
        "parkeringstillståndet",  # linked by s
        "gatubelysning",  # gata
        "hälsoundersökning",  # hälsa
        "lånevillkor",  # lån
        "föräldramöte",  # föräldrar
        "tjänstemannabeslut",  # tjänsteman
        "återvinningscentralerna",
        "färdtjänsthandläggaren",  # three parts
        "tomtkön",
        "byinvånare",
        "e-postadressen",
        "tjugofem",
    ],
)
def test_a_compound_of_common_words_is_everyday(word: str) -> None:
    assert EVERYDAY.holds(word)


@pytest.mark.parametrize("word", ["oåterkallelig", "frågvishet", "explosionsartat", "snörik", "förstagångssökande"])
def test_a_word_made_from_a_common_one_is_everyday(word: str) -> None:
    assert EVERYDAY.holds(word)


@pytest.mark.parametrize(
    "word",
    [
        "expropriera",
        "suzeränitet",
        "kontingent",  # not kon-tingent
        "trakom",  # not tra-kom
        "illusorisk",
        "moshavbarn",  # of an everyday word and another
        "prerogativ",
    ],
)
def test_words_beyond_everyday_swedish_are_rare(word: str) -> None:
    assert not EVERYDAY.holds(word)


def test_readers_may_know_more_words_and_their_compounds() -> None:
    known = Vocabulary(["Tomträttsavgäld"], frozenset({"marklov"}))
    assert not EVERYDAY.holds("tomträttsavgälder")
    assert all(map(known.holds, ["tomträttsavgälder", "tomträttsavgäldstabell", "marklov", "marklovsansökan"]))
