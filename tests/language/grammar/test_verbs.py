"""The list of verbs: what a form may be, and a verb in another form."""

from __future__ import annotations

import pytest

from klarsprak.language.verbs.words import Reading, forms_as, is_only_verb, readings, slots


def test_a_form_may_be_of_several_slots_and_verbs() -> None:
    assert readings("blir") == (Reading("bli", "prs", is_passive=False),)
    assert slots("skickas") == {"inf", "prs"}
    assert slots("ska") == {"prs"}
    assert slots("bokhylla") == frozenset()
    assert {reading.verb for reading in readings("finns")} == {"finna", "finnas"}


def test_an_old_form_is_of_the_same_verb() -> None:
    assert {reading.verb for reading in readings("taga")} == {"ta"}
    assert slots("dömes") == {"prs"}


@pytest.mark.parametrize("word", ["blir", "skickar", "gick", "använder", "undrar", "fått"])
def test_a_verb_and_nothing_else(word: str) -> None:
    assert is_only_verb(word)


@pytest.mark.parametrize("word", ["vara", "svar", "för", "kläder", "lagar", "öppna", "kallade", "bokhylla", "när"])
def test_a_word_that_may_be_another_or_is_no_verb(word: str) -> None:
    assert not is_only_verb(word)


@pytest.mark.parametrize(
    ("word", "slot", "forms"),
    [
        ("blir", "inf", ("bli",)),
        ("skickades", "inf", ("skickas",)),
        ("gick", "sup", ("gått",)),
        ("utför", "sup", ("utfört",)),
        ("skickar", "imp", ("skicka",)),
        ("finns", "inf", ("finnas",)),
        ("bokhylla", "inf", ()),
    ],
)
def test_the_same_verb_in_another_form(word: str, slot: str, forms: tuple[str, ...]) -> None:
    assert forms_as(word, slot) == forms
