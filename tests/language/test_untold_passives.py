"""Passives that are alike in the infinitive and the present."""

import pytest

from klarsprak.language.pipeline import Need
from klarsprak.language.texts import analysed


def form_of(word: str, text: str) -> str:
    """Which verb form the word has there."""
    known = analysed([text], Need.MORPHOLOGY)[text].tokens
    (features,) = [known.features[i] for i, form in enumerate(known.words) if form == word]
    (form,) = [each for each in features if each.startswith("VerbForm=")]
    return form


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("nyttjas", "Avgiften höjs till följd av att flera fritidshus numera nyttjas året runt."),
        ("lämnas", "De papper som du har skrivit själv lämnas ut i maj."),
        ("prövas", "Du får svar när frågan prövas av nämnden."),
    ],
)
def test_a_clause_without_another_verb_has_it_as_its_own(word: str, text: str) -> None:
    assert form_of(word, text) == "VerbForm=Fin"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("nyttjas", "Huset får numera nyttjas året runt."),
        ("beviljas", "Ansökan ska prövas och beviljas av nämnden."),
        ("lämnas", "Nyckeln behöver inte lämnas tillbaka."),
        ("prövas", "Frågan kommer att noga prövas av nämnden."),
        ("hyras", "Lokalen ska städas och hyras ut i maj."),
    ],
)
def test_a_verb_or_att_takes_an_infinitive(word: str, text: str) -> None:
    assert form_of(word, text) == "VerbForm=Inf"
