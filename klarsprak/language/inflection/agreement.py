"""Determiners and adjectives as the noun wants them."""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.language.inflection.adjectives import adjective_paradigm
from klarsprak.language.inflection.choice import match_case
from klarsprak.language.inflection.counterparts import noun_slot, same_form
from klarsprak.language.inflection.determiners import definite_determiners, determiners_by_form
from klarsprak.language.inflection.dictionary_form import dictionary_form
from klarsprak.language.inflection.model import AGREEMENTS, Features, Paradigm, ParadigmSlot
from klarsprak.language.inflection.noun_phrases import gender_of
from klarsprak.language.inflection.phrases import paradigm

_THIS = frozenset({"denna", "detta", "dessa"})
ADJECTIVE_SLOTS = {
    ("Com", "Sing", "Ind"): "com",  # en ny skola
    ("Neut", "Sing", "Ind"): "neut",  # ett nytt hus
    ("Com", "Plur", "Ind"): "plur",  # nya skolor
    ("Neut", "Plur", "Ind"): "plur",  # nya hus
    ("Com", "Sing", "Def"): "def",  # den nya skolan
    ("Neut", "Sing", "Def"): "def",  # det nya huset
    ("Com", "Plur", "Def"): "defpl",  # de nya skolorna
    ("Neut", "Plur", "Def"): "defpl",  # de nya husen
}
"""The slot of an adjective by the noun's gender, number and definiteness."""


def agree(word: str, gender: str, number: str, definite: str) -> str | None:
    """A determiner or adjective, given in any form, for a noun of that gender, number and definiteness.

    ``gender`` is Com or Neut, ``number`` Sing or Plur, ``definite`` Def or Ind, as in Universal Dependencies, and is
    the form that the *adjective* takes: Def after *den, denna, det här* and after possessives, where the noun itself
    may be indefinite.  Lower case; None for a word that isn't known or has no such form.

    >>> agree("ett", "Com", "Sing", "Ind"), agree("skriftligt", "Com", "Sing", "Ind")
    ('en', 'skriftlig')
    >>> agree("ett", "Com", "Plur", "Ind")
    """
    word = word.lower()
    determiner = determiners_by_form().get(word)
    if determiner:
        return determiner.agree(gender, number)
    lemma = dictionary_form(word)
    if lemma is None:
        return None
    forms = adjective_paradigm(lemma)
    if not _is_positive(word, forms):
        return word  # a comparative or superlative agrees with nothing
    return next(iter(forms.get(ADJECTIVE_SLOTS[gender, number, definite], ())), None)


def _is_positive(word: str, forms: Paradigm) -> bool:
    """Whether the adjective's form is no comparative or superlative.

    >>> _is_positive("stort", adjective_paradigm("stor")), _is_positive("större", adjective_paradigm("stor"))
    (True, False)
    """
    return any(word in forms.get(slot, ()) for slot in AGREEMENTS)


def replace_noun(
    before: Sequence[str], found: str, word: str, instead: str, features: Features | None = None
) -> tuple[list[str], str] | None:
    """Put ``instead`` in place of the noun ``found``, and what stands before it in agreement.

    ``before`` are the determiners, genitives and adjectives of the noun phrase, in order: *ett, skriftligt* before
    *yttrande*.  *Denna skrivelse* becomes *det här brevet*.  None where the right form of any word isn't known for
    sure; the capitals of ``before`` are kept, the noun has the case of ``instead``.

    >>> replace_noun(["en", "ny"], "ansökning", "ansökning", "brev", {"Number": "Sing"})
    (['ett', 'nytt'], 'brev')
    >>> replace_noun(["Denna"], "skrivelse", "skrivelse", "brev")
    (['Det här'], 'brevet')
    """
    slot = noun_slot(found, word, features or {})
    if before and before[0].lower() in _THIS:
        return _replace_after_this(before, slot, word, instead)
    noun = same_form(found, word, "NOUN", instead, features=features)
    if noun is None:
        return None
    changed = _agreeing(before, slot, word, instead)
    return None if changed is None else (changed, noun)


def _replace_after_this(
    before: Sequence[str], slot: ParadigmSlot | None, word: str, instead: str
) -> tuple[list[str], str] | None:
    """*Denna skrivelse* to *det här brevet*: in plain Swedish, the noun is definite."""
    gender = gender_of(instead)
    if slot is None or gender is None:
        return None
    definite = slot.replace(".ind.", ".def.")
    nouns = paradigm(instead, "NOUN").get(definite)
    rest = _agreeing(before[1:], definite, word, instead)
    this = agree("den här", gender, "Plur" if slot.startswith("pl") else "Sing", "Def")
    if not nouns or rest is None or this is None:
        return None
    return [match_case(before[0], this), *rest], nouns[0]


def _agreeing(before: Sequence[str], slot: ParadigmSlot | None, word: str, instead: str) -> list[str] | None:
    """The words before ``word`` as they are before ``instead``; None where that isn't known for sure."""
    if not before or _are_alike(word, instead):
        return list(before)
    gender = gender_of(instead)
    if slot is None or gender is None:
        return None
    if slot.startswith("pl"):
        return list(before)  # genders are alike in the plural
    return _change_gender(before, gender, _definiteness(before, slot))


def _are_alike(word: str, instead: str) -> bool:
    """Whether both nouns are known to have the same gender.

    >>> _are_alike("yttrande", "svar"), _are_alike("yttrande", "begäran"), _are_alike("yttrande", "fjutt")
    (True, False, False)
    """
    gender = gender_of(instead)
    return gender is not None and gender == gender_of(word)


def _definiteness(before: Sequence[str], slot: ParadigmSlot) -> str:
    """That of the adjectives before the noun.

    >>> _definiteness(["det"], "si.def.nom"), _definiteness(["kommunens"], "si.ind.nom")
    ('Def', 'Def')
    >>> _definiteness(["ett"], "si.ind.nom")
    'Ind'
    """
    is_definite = ".def." in slot or any(map(_makes_definite, before))
    return "Def" if is_definite else "Ind"


def _change_gender(before: Sequence[str], gender: str, definite: str) -> list[str] | None:
    """The words before a noun of the other gender; None where one word's form isn't known for sure.

    >>> _change_gender(["ett", "skriftligt"], "Com", "Ind")
    ['en', 'skriftlig']
    """
    changed = []
    for index in range(len(before)):
        text = _in_gender(before, index, gender, definite)
        if text is None:
            return None
        changed.append(text)
    return changed


def _in_gender(before: Sequence[str], index: int, gender: str, definite: str) -> str | None:
    """One of the words; a genitive and an adverb stay as they are: *kommunens, särskilt viktig*."""
    text = before[index]
    if _is_genitive(text):
        return text
    if _may_be_adverb(before, index):
        # Before a noun of common gender "särskilt viktig" is sure; "särskilt viktigt" could be two adjectives.
        return text if gender == "Neut" else None
    agreed = agree(text, gender, "Sing", definite)
    return None if agreed is None else match_case(text, agreed)


def _may_be_adverb(before: Sequence[str], index: int) -> bool:
    """Whether the word looks like a neuter and another adjective follows.

    >>> _may_be_adverb(["särskilt", "viktigt"], 0), _may_be_adverb(["särskilt", "viktigt"], 1)
    (True, False)
    """
    is_last = index + 1 == len(before)
    if is_last or not before[index].endswith("t"):
        return False
    precedes_adjective = dictionary_form(before[index + 1].lower()) is not None
    return precedes_adjective and _is_inflected_adjective(before[index].lower())


def _is_inflected_adjective(word: str) -> bool:
    """Whether the word is an adjective in another form than that of the dictionary: *viktigt*."""
    return dictionary_form(word) not in (None, word)


def _makes_definite(text: str) -> bool:
    """Whether an adjective after the word is definite.

    >>> _makes_definite("kommunens"), _makes_definite("denna"), _makes_definite("en")
    (True, True, False)
    """
    return _is_genitive(text) or text.lower() in definite_determiners()


def _is_genitive(text: str) -> bool:
    """Whether the word has the ending of genitives and is no adjective.

    >>> _is_genitive("kommunens"), _is_genitive("gratis"), _is_genitive("en")
    (True, False, False)
    """
    if not text.endswith("s") or len(text) <= 2:
        return False
    return dictionary_form(text.lower()) is None
