"""Past tenses that look like participles."""

import pytest

from klarsprak.language.pipeline import Need
from klarsprak.language.texts import analysed


def features_of(word: str, text: str) -> frozenset[str]:
    tokens = analysed([text], Need.MORPHOLOGY)[text].tokens
    return tokens.features[tokens.words.index(word)]


@pytest.mark.parametrize(
    "text",
    [
        "Du får slutbesked och vi avropade resor.",
        "När vi avropade bilar fick vi fel pris.",
        "Nu är det klart och vi avropade resor i går.",
    ],
)
def test_straight_after_its_subject_it_is_the_clauses_verb(text: str) -> None:
    assert "VerbForm=Fin" in features_of("avropade", text)


@pytest.mark.parametrize("text", ["Har vi avropade resor kvar?", "De avropade resorna är klara."])
def test_where_the_clause_has_its_verb_it_is_a_participle(text: str) -> None:
    assert "VerbForm=Part" in features_of("avropade", text)
