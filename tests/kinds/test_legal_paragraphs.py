"""A later paragraph (*stycke*) of a section may be about another thing than what the section says first."""

from __future__ import annotations

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker


def told(sentence: str) -> str:
    report = Checker().check(parse(f"Norrlida kommun\n\nEva Berg\nTallgatan 2\n512 95 Norrlida\n\n{sentence}").letter)
    (message,) = [each.message for each in report.findings if each.rule == "lagrum.oförklarat"]
    return message


@pytest.mark.parametrize(
    "sentence",
    [
        "Nämnden har fått ett brev om båten i enlighet med 12 kap. 42 § andra stycket jordabalken.",
        "Nämnden har fått ett brev om båten i enlighet med 12 kap. 42 § 3 st. jordabalken.",
    ],
)
def test_what_a_section_says_first_is_not_offered_for_a_later_paragraph(sentence: str) -> None:
    assert told(sentence).endswith("Skriv med egna ord vad stycket säger.")


def test_many_sections_are_told_of_as_many() -> None:
    assert told("Båten säljs i enlighet med 7 kap. 1, 4 och 5 §§ utsökningsbalken.").endswith(
        "vad paragraferna säger."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Du sägs upp med stöd av 12 kap. 42 § jordabalken.",
        "Du sägs upp med stöd av 12 kap. 42 § första stycket jordabalken.",
        "Hyresvärden säger upp dig med stöd av 12 kap. 42 § andra stycket jordabalken.",
    ],
)
def test_it_is_offered_for_the_section_and_where_the_sentence_shares_its_matter(sentence: str) -> None:
    assert "Hyresvärden får säga upp dig i förtid" in told(sentence)
