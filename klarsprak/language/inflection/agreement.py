"""Determiners and adjectives as the noun wants them."""

from __future__ import annotations

from klarsprak.language.inflection.adjectives import adjective_paradigm, dictionary_form
from klarsprak.language.inflection.phrases import determiners


def agree(word: str, gender: str, number: str, definite: str) -> str | None:
    """A determiner or adjective, given in any form, for a noun of that gender, number and definiteness.

    ``gender`` is Com or Neut, ``number`` Sing or Plur, ``definite`` Def or Ind, as in Universal Dependencies, and is
    the form that the *adjective* takes: Def after *den, denna, det här* and after possessives, where the noun itself
    may be indefinite.  Lower case; None for a word that isn't known or has no such form.
    """
    index = 2 if number == "Plur" else ("Com", "Neut").index(gender)
    for row in determiners():
        if word.lower() in row:
            return None if row[index] == "-" else row[index]
    lemma = dictionary_form(word.lower())
    if lemma is None:
        return None
    forms = adjective_paradigm(lemma)
    if word.lower() not in {text for slot in ("com", "neut", "plur", "def", "masc") for text in forms.get(slot, ())}:
        return word.lower()
    texts = forms.get(_slot(gender, number, definite))
    return texts[0] if texts else None


def _slot(gender: str, number: str, definite: str) -> str:
    if definite == "Def":
        return "defpl" if number == "Plur" else "def"
    if number == "Plur":
        return "plur"
    return "neut" if gender == "Neut" else "com"
