"""What words can be by themselves: nouns with gender and form, adjectives with agreement."""

from __future__ import annotations

import pytest

from klarsprak.language.grammar.lexicon import adjective_in, noun_forms


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("fönstret", {("fönster", "Neut", "Sing", True)}),
        ("rummet", {("rum", "Neut", "Sing", True)}),
        ("hus", {("hus", "Neut", "Sing", False), ("hus", "Neut", "Plur", False)}),
        ("lärarna", {("lärare", "Com", "Plur", True)}),
        ("ansökan", {("ansökan", "Com", "Sing", False), ("ansökan", "Com", "Sing", True)}),
        ("besluten", {("beslut", "Neut", "Plur", True)}),
        ("arbetslösheten", {("arbetslöshet", "Com", "Sing", True)}),
        ("byggnadsnämnden", {("byggnadsnämnd", "Com", "Sing", True)}),
        ("intagen", set()),  # a participle too
        ("hyreslagen", set()),  # hyres-lagen or hyre-slagen
        ("lag", set()),  # of both genders
    ],
)
def test_a_noun_has_gender_number_and_form(form: str, expected: set[tuple[str, str, str, bool]]) -> None:
    assert {(one.noun, one.gender, one.number, one.is_definite) for one in noun_forms(form)} == expected


@pytest.mark.parametrize(
    ("noun", "definite"), [("plats", "platsen"), ("rum", "rummet"), ("möte", "mötet"), ("nyckel", "nyckeln")]
)
def test_a_noun_has_a_definite_form(noun: str, definite: str) -> None:
    assert {one.definite for one in noun_forms(noun)} == {definite}


@pytest.mark.parametrize(
    ("form", "plural"), [("jätterolig", "jätteroliga"), ("ny", "nya"), ("liten", "små"), ("huset", None)]
)
def test_an_adjective_agrees(form: str, plural: str | None) -> None:
    assert adjective_in(form, "Com", "Plur", "Ind") == plural
