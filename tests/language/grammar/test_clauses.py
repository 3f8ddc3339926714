"""What a sentence says, as against what its clauses add."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.clause_of_verb import stands_in_main_clause
from klarsprak.language.words_at import WordsAt
from tests.support import words_in


def passive_of(text: str) -> WordsAt:
    """The word between asterisks."""
    before, word, after = text.split("*")
    words, _ = words_in(f"{before}[{word}]{after}")
    return words


@pytest.mark.parametrize(
    "text",
    [
        "Ansökan *avslås*.",
        "Något underlag som styrker detta har inte *lämnats* in.",
        "Om du inte svarar *avslutas* ärendet.",
        "När vi har fått intyget *prövas* ansökan på nytt.",
        "När någon, som Mirjam, har svarat *prövas* ansökan på nytt.",
        "Vi avslår ansökan, och pengarna *betalas* tillbaka.",
        "Innan rören täckes skall de *besiktigas*.",
        "Din ansökan ska *kompletteras* med ett intyg.",
    ],
)
def test_a_main_clause_says_what_is_done(text: str) -> None:
    assert stands_in_main_clause(passive_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "Du har tre veckor på dig efter att beslutet *skickades*.",
        "Om brevet *skickas* med posten tar det två dagar.",
        "Skriv på vilka grunder omprövning *begärs*, och varför.",
        "Den avgift som *debiteras* står på fakturan.",
        "Om du söker och *beviljas* bidrag betalar vi i maj.",
    ],
)
def test_a_subordinate_clause_only_adds_something(text: str) -> None:
    assert not stands_in_main_clause(passive_of(text))
