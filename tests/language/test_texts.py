"""Texts that are analysed once, though several letters hold them."""

from __future__ import annotations

import pytest

from klarsprak.checker import Checker
from klarsprak.language import texts
from klarsprak.language.analysed import AnalysedText
from klarsprak.language.pipeline import Need
from klarsprak.language.texts import RememberedTexts, analysed
from klarsprak.letter import Block, Letter, Role

LONG = (
    "Du får bidraget om du har ansökt i tid, eftersom nämnden har beslutat att de som söker, när de har fått ett "
    "intyg som visar att de studerar, ska få den ersättning som de har rätt till enligt de regler som gäller."
)


def test_a_text_that_stands_twice_is_analysed_once() -> None:
    found = analysed(["Hej!", "Vi avslår din ansökan.", "Hej!"], Need.MORPHOLOGY)
    assert list(found) == ["Hej!", "Vi avslår din ansökan."]
    assert found["Hej!"].tokens.words == ["hej", "!"]


def test_a_text_that_comes_again_is_remembered_for_what_it_was_analysed_for() -> None:
    known = RememberedTexts()
    known.analysed(["Vi avslår din ansökan."], Need.FORMS)
    first = known.analysed(["Vi avslår din ansökan."], Need.FORMS)["Vi avslår din ansökan."]
    assert known.analysed(["Hej!", "Vi avslår din ansökan."], Need.FORMS)["Vi avslår din ansökan."] is first
    tagged = known.analysed(["Vi avslår din ansökan."], Need.MORPHOLOGY)["Vi avslår din ansökan."]
    assert (first.tokens.tags[1], tagged.tokens.tags[1]) == ("", "VERB")


def test_vectors_of_the_last_letters_are_kept_and_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_MOST_HEAVY", 8)
    known = RememberedTexts()

    def again(text: str) -> AnalysedText:
        known.analysed([text], Need.MORPHOLOGY)
        return known.analysed([text], Need.MORPHOLOGY)[text]

    first, second, third = map(again, ("Vi avslår din ansökan.", "Du får bidraget nu.", "Ring oss gärna i dag."))
    known.analysed(["Hej!"], Need.MORPHOLOGY)
    assert [text.tokens.vectors is None for text in (first, second, third)] == [True, True, False]


def test_texts_that_came_long_ago_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_MOST", 8)
    known = RememberedTexts()
    refused, granted, phone = "Vi avslår ansökan.", "Du får bidraget.", "Ring oss gärna."

    def of(text: str) -> AnalysedText:
        return known.analysed([text], Need.FORMS)[text]

    assert of(refused) is not of(refused)  # what comes once may never come again
    refusal = of(refused)
    of(granted)
    grant = of(granted)
    assert of(refused) is refusal
    of(phone)
    of(phone)  # two of them have room, and the grant came longest ago
    assert of(refused) is refusal
    assert of(granted) is not grant


def test_a_checker_that_remembers_finds_the_same_again_whatever_the_block_is() -> None:
    def letter(role: Role, form: str = "text") -> Letter:
        blocks = [Block(LONG, role), Block("Vi har fått din din ansökan 2024-01-01 .", role)]
        return Letter("brev", form, [*blocks, Block("Anna Ek,  rektor"), Block(LONG, Role.PARAGRAPH)], [])

    fresh, remembering = Checker(), Checker(remembers=True)
    for _ in range(2):
        remembering.check(letter(Role.PARAGRAPH))
    remembering.check(Letter("brev", "text", [Block("Hej!")], []))  # lets go of the vectors
    for role in (Role.LIST_ITEM, Role.HEADING, Role.PARAGRAPH):
        assert remembering.check(letter(role)) == fresh.check(letter(role))
    assert remembering.check(letter(Role.PARAGRAPH, "pdf")) == fresh.check(letter(Role.PARAGRAPH, "pdf"))
