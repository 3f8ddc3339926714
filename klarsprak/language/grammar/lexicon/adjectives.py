"""Adjectives in the form that a noun wants."""

from __future__ import annotations

from functools import lru_cache

from klarsprak.language.grammar.lexicon.participles import participle_in
from klarsprak.language.inflection import agree
from klarsprak.language.inflection.adjectives import adjective_paradigm
from klarsprak.language.inflection.agreement import ADJECTIVE_SLOTS
from klarsprak.language.inflection.dictionary_form import FORM_ENDINGS, dictionary_form
from klarsprak.language.inflection.model import AGREEMENTS
from klarsprak.language.spelling.lexicon import shipped_words
from klarsprak.language.verbs.words import slots

_MORE = frozenset(
    "fin ful grov tuff dum rik fattig tung torr lat dov blank slug stolt fräck seriös brutal global lokal normal "
    "social central digital formell generell speciell professionell kriminell sexuell traditionell nationell "
    "internationell individuell kulturell aktuell potentiell manuell visuell unik modern elegant intelligent "
    "intensiv akut absolut total fysisk psykisk stressad trött död sjuk hungrig törstig kul vettig fantastisk "
    "okej tom dyr ljus nervös religiös lycklig olycklig orolig rädd arg glad ledsen pigg frisk dålig hemsk "
    "spännande intressant avancerad utbildad oerfaren erfaren gift ogift ensam tacksam långsam gemensam "
    "engagerad intresserad motiverad komplicerad avslappnad älskad populär vulgär elementär militär".split()
)
"""Adjectives that the inflection's own list lacks and no ending tells."""
_STRENGTHENED = ("jätte", "super", "över", "halv")
"""What adjectives begin with that is no part of their form: *jätteroligt*."""
_NO_ADJECTIVES = frozenset("aldrig vid enligt ovan samtliga respektive andra först själv självt".split())
"""Forms of adjectives that are other words nearly always."""
_NEAR = "nära"
"""The end of adjectives of one form: *verksamhetsnära*."""
_IN_S = ("ös", "ess", "ljus", "vis")
_LIKE_ADJECTIVES = frozenset("annan annat sådan sådant".split())
"""Determiners that stand after others as adjectives do: *en annan plats*."""


@lru_cache(maxsize=4096)
def adjective_of(form: str) -> str | None:
    """The common form of the adjective that the lower-case word is a form of; None for none, and for degrees.

    >>> adjective_of("fint"), adjective_of("skriftliga"), adjective_of("större"), adjective_of("hus")
    ('fin', 'skriftlig', None, None)
    """
    if form in _LIKE_ADJECTIVES | _NO_ADJECTIVES or _has_one_form(form):
        return None
    listed = _listed(form)
    lemma = dictionary_form(form) if listed is None else listed
    if lemma is None:
        return _strengthened(form) or _by_forms(form)
    return lemma if _is_positive(form, lemma) else None


_NUMBERS = {"Def": "Plur"}
"""Definite participles are as those of many: *den nytagna*."""
_USED = 2
"""How common the neuter and the plural are of an adjective that only they tell."""
_BENT = ("t", "a")
_LEAST = 5
_NOT_BENT = ("en", "er", "el", "ad", "s", "e", "a", "t", "d", "o", "m")
"""Ends of words that bend in other ways, or that are nouns or verbs as often: *säker, säkra*."""


def _by_forms(form: str) -> str | None:
    """The adjective of which the speller's list has all three forms, and that is no verb: *extern, externa*."""
    for lemma in (form, form.removesuffix("t"), form.removesuffix("a")):
        if len(lemma) >= _LEAST and not lemma.endswith(_NOT_BENT) and _has_forms(lemma):
            return lemma
    return None


@lru_cache(maxsize=4096)
def _has_forms(lemma: str) -> bool:
    lexicon = shipped_words()
    bands = [lexicon.band(lemma), *(lexicon.band(lemma + ending) for ending in _BENT)]
    return all(band is not None and band >= _USED for band in bands) and not slots(f"{lemma}a")


def _has_one_form(form: str) -> bool:
    """Whether the word ends as adjectives do that never change, or as genitives."""
    return form.endswith(_NEAR) or (form.endswith("s") and not form.endswith(_IN_S))


def _strengthened(form: str) -> str | None:
    """The adjective after what strengthens it: *jätterolig* of *jätteroligt*."""
    for first in _STRENGTHENED:
        if form.startswith(first) and len(form) > len(first) + 2:
            lemma = adjective_of(form.removeprefix(first))
            return lemma and first + lemma
    return None


def _is_positive(form: str, lemma: str) -> bool:
    """Whether the form is no comparative or superlative."""
    forms = adjective_paradigm(lemma)
    return any(form in forms.get(slot, ()) for slot in AGREEMENTS)


def _listed(form: str) -> str | None:
    """The adjective of this module's own list that the form is of."""
    for ending, instead, _ in FORM_ENDINGS:
        if form.endswith(ending) and form.removesuffix(ending) + instead in _MORE:
            return form.removesuffix(ending) + instead
    return None


def is_adjective(form: str) -> bool:
    """Whether the lower-case word is a known form of an adjective."""
    return form in _LIKE_ADJECTIVES or adjective_of(form) is not None or _is_participle(form)


def _is_participle(form: str) -> bool:
    """Whether the word is a participle that is no form of a verb too: *nytagen, obetald*."""
    return participle_in(form, "Com", "Sing") is not None and not slots(form) and not form.endswith("et")


def adjective_in(form: str, gender: str, number: str, definite: str) -> str | None:
    """The adjective of which ``form`` is a form, as a noun of that kind wants it; None where that isn't known.

    >>> adjective_in("fin", "Neut", "Sing", "Ind"), adjective_in("fin", "Com", "Plur", "Ind")
    ('fint', 'fina')
    """
    lemma = adjective_of(form)
    for first in _STRENGTHENED:
        bare = form.removeprefix(first)
        if bare != form and adjective_of(bare) is not None:
            right = adjective_in(bare, gender, number, definite)
            return right and first + right
    if lemma is None:
        return agree(form, gender, number, definite) or participle_in(form, gender, _NUMBERS.get(definite, number))
    slot = ADJECTIVE_SLOTS[gender, number, definite]
    variants = adjective_paradigm(lemma).get(slot, ())
    if form in variants:
        return form
    masculine = adjective_paradigm(lemma).get("masc", ())
    if definite == "Def" and gender == "Com" and number == "Sing" and form in masculine:
        return form
    return next(iter(variants), None)
