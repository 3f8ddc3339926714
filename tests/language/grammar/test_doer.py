"""Where a passive hides somebody whom the reader asks for."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.doer import may_be_sender_or_reader, stands_in_main_clause
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
        "Tiden räknas från den dag beslutet *meddelades*.",
        "Skriv på vilka grunder omprövning *begärs*, och varför.",
        "Den avgift som *debiteras* står på fakturan.",
        "Om du söker och *beviljas* bidrag betalar vi i maj.",
    ],
)
def test_a_subordinate_clause_only_adds_something(text: str) -> None:
    assert not stands_in_main_clause(passive_of(text))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Avgiften *betalas* i maj.", True),
        ("Felet *rättas* genom en rättelse.", True),
        ("Saken *prövas* i förvaltningsrätten.", False),
        ("Ett register *förs* hos polisen.", False),
        ("Uppgiften *skickas* från systemet varje natt.", False),
    ],
)
def test_who_else_is_named_may_be_the_doer(text: str, may: bool) -> None:
    assert may_be_sender_or_reader(passive_of(text)) is may
