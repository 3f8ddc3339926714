"""Determiners and adjectives as the noun wants them."""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.language.inflection.adjectives import adjective_paradigm, dictionary_form
from klarsprak.language.inflection.choice import match_case, noun_slot, same_form
from klarsprak.language.inflection.determiners import determiners
from klarsprak.language.inflection.model import AGREEMENTS, Features
from klarsprak.language.inflection.phrases import gender_of, paradigm

_THIS = {"denna", "detta", "dessa"}


def agree(word: str, gender: str, number: str, definite: str) -> str | None:
    """A determiner or adjective, given in any form, for a noun of that gender, number and definiteness.

    ``gender`` is Com or Neut, ``number`` Sing or Plur, ``definite`` Def or Ind, as in Universal Dependencies, and is
    the form that the *adjective* takes: Def after *den, denna, det här* and after possessives, where the noun itself
    may be indefinite.  Lower case; None for a word that isn't known or has no such form.
    """
    word = word.lower()
    index = 2 if number == "Plur" else ("Com", "Neut").index(gender)
    for row in determiners():
        if word in row:
            return None if row[index] == "-" else row[index]
    lemma = dictionary_form(word)
    if lemma is None:
        return None
    forms = adjective_paradigm(lemma)
    if not any(word in forms.get(slot, ()) for slot in AGREEMENTS):
        return word  # a comparative or superlative agrees with nothing
    texts = forms.get(_slot(gender, number, definite))
    return texts[0] if texts else None


def _slot(gender: str, number: str, definite: str) -> str:
    if definite == "Def":
        return "defpl" if number == "Plur" else "def"
    if number == "Plur":
        return "plur"
    return "neut" if gender == "Neut" else "com"


def replace_noun(
    before: Sequence[str], found: str, word: str, instead: str, features: Features | None = None
) -> tuple[list[str], str] | None:
    """Put ``instead`` in place of the noun ``found``, and what stands before it in agreement.

    ``before`` are the determiners, genitives and adjectives of the noun phrase, in order: *ett, skriftligt* before
    *yttrande*.  *Denna skrivelse* becomes *det här brevet*.  None where the right form of any word isn't known for
    sure; the capitals of ``before`` are kept, the noun has the case of ``instead``.
    """
    noun = same_form(found, word, "NOUN", instead, features=features)
    slot = noun_slot(found, word, features or {})
    if before and before[0].lower() in _THIS:
        return _this(before, slot, word, instead)
    if noun is None:
        return None
    changed = _agreeing(before, slot, word, instead)
    return None if changed is None else (changed, noun)


def _this(before: Sequence[str], slot: str | None, word: str, instead: str) -> tuple[list[str], str] | None:
    """*Denna skrivelse* to *det här brevet*: in plain Swedish, the noun is definite."""
    gender = gender_of(instead)
    if slot is None or gender is None:
        return None
    nouns = paradigm(instead, "NOUN").get(slot.replace(".ind.", ".def."))
    rest = _agreeing(before[1:], slot.replace(".ind.", ".def."), word, instead)
    this = agree("den här", gender, "Plur" if slot.startswith("pl") else "Sing", "Def")
    if not nouns or rest is None or this is None:
        return None
    return [match_case(before[0], this), *rest], nouns[0]


def _agreeing(before: Sequence[str], slot: str | None, word: str, instead: str) -> list[str] | None:
    gender = gender_of(instead)
    if not before or (gender is not None and gender == gender_of(word)):
        return list(before)
    if slot is None or gender is None:
        return None
    if slot.startswith("pl"):
        return list(before)
    definite = "Def" if ".def." in slot or any(map(_makes_definite, before)) else "Ind"
    changed = [_in_gender(before, index, gender, definite) for index in range(len(before))]
    return [text for text in changed if text is not None] if None not in changed else None


def _in_gender(before: Sequence[str], index: int, gender: str, definite: str) -> str | None:
    text = before[index]
    if _is_genitive(text):
        return text
    if _may_be_adverb(before, index):
        # Before a noun of common gender "särskilt viktig" is sure; "särskilt viktigt" could be two adjectives.
        return text if gender == "Neut" else None
    agreed = agree(text, gender, "Sing", definite)
    return None if agreed is None else match_case(text, agreed)


def _may_be_adverb(before: Sequence[str], index: int) -> bool:
    """Whether the word looks like a neuter and another adjective follows."""
    lemma = dictionary_form(before[index].lower())
    following = before[index + 1 : index + 2]
    is_neuter = lemma is not None and lemma != before[index].lower() and before[index].endswith("t")
    return is_neuter and bool(following) and dictionary_form(following[0].lower()) is not None


def _makes_definite(text: str) -> bool:
    return _is_genitive(text) or text.lower() in _definite_determiners()


def _is_genitive(text: str) -> bool:
    known = dictionary_form(text.lower()) is not None
    return text.endswith("s") and len(text) > 2 and not known


def _definite_determiners() -> frozenset[str]:
    return frozenset(text for row in determiners(definite=True) for text in row)
