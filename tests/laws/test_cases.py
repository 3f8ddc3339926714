"""Sections that say another thing of some cases."""

import pytest

from klarsprak.laws import find_references, load_register, plain
from klarsprak.laws.cases import Case, Place, cases
from klarsprak.laws.plain import sections

REGISTER = load_register(None)
ROWS = [(place, case) for place, told in cases().items() for case in told]


def said(sentence: str) -> str | None:
    (reference,) = find_references(sentence, REGISTER)
    meant = plain(reference, words=sentence)
    return None if meant is None else meant.text


def test_words_of_the_sentence_tell_which_case_is_meant() -> None:
    usual = said("Du kan säga upp lägenheten enligt 12 kap. 5 § jordabalken.")
    assert usual is not None
    assert "tre månader" in usual
    after_death = said("Hyran löper en tid efter dödsfallet enligt 12 kap. 5 § jordabalken.")
    assert after_death is not None
    assert "arvingarna" in after_death


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Du sägs upp enligt 12 kap. 42 § jordabalken för att hyran inte har kommit.", "en vecka sen"),
        ("Avtalet upphör enligt 12 kap. 42 § jordabalken på grund av störningarna.", "stör grannarna"),
        ("Ni får ordna en offentlig tillställning enligt 2 kap. 4 § ordningslagen.", "en festival"),
    ],
)
def test_of_several_grounds_the_one_is_told_that_the_sentence_is_about(sentence: str, words: str) -> None:
    text = said(sentence)
    assert text is not None
    assert words in text
    assert "andra hand" not in text


@pytest.mark.parametrize(("place", "case"), ROWS, ids=[" ".join(place) for place, _ in ROWS])
def test_a_case_is_of_a_section_with_a_sentence_and_has_another(place: Place, case: Case) -> None:
    assert place in sections()
    assert case.text != sections()[place].text
    assert "§" not in case.text
    assert not case.text or case.text.endswith(".")
