"""Sections that say another thing of some cases."""

import pytest

from klarsprak.laws import find_references, load_register, plain
from klarsprak.laws.cases import cases
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


@pytest.mark.parametrize(("place", "case"), ROWS, ids=[" ".join(place) for place, _ in ROWS])
def test_a_case_is_of_a_section_with_a_sentence_and_has_another(place, case) -> None:
    assert place in sections()
    assert case.text != sections()[place].text
    assert "§" not in case.text
    assert not case.text or case.text.endswith(".")
