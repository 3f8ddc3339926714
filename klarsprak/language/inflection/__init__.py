"""Swedish inflection: every form of a word or phrase, and a word in the form that another one stands in.

Pure Python and tables; nothing here looks at a text.  Words are given in dictionary form with the universal part of
speech: ``VERB`` (``AUX``), ``NOUN``, ``ADJ``, ``DET``/``PRON``; any other part of speech has no inflection.

- ``forms(word, pos) -> list[Form]``: all inflected forms, old ones included.  ``Form.text`` may hold spaces;
  ``Form.features`` are UD features (``VerbForm``, ``Tense``, ``Mood``, ``Voice``, ``Number``, ``Definite``,
  ``Gender``, ``Degree``, ``Case``), besides ``Style=Arch`` for an old form and ``Reflex`` (*sig, mig, dig, oss, er*)
  in reflexive phrases.  A text that is several forms is there several times.
- ``spellings(word, pos, present_participles=False) -> set[str]``: what they look like, lower case; quicker.
- ``spellings_after_possessives(phrase) -> set[str]``: what a noun phrase looks like after *vår*: *gode man*.
- ``features_of(found, word, pos) -> list[Features]``: what ``found`` can be of ``word``; empty where it is no form.
- ``inflect(word, pos, features) -> str | None``: the one form that has all the features; None if none or several do.
- ``same_form(found, word, pos, instead, instead_pos=None, features=None) -> str | None``: ``instead`` in the form
  that ``found`` has of ``word``; ``features`` is the tagger's morphology of the (first) word, to choose where one
  text is several forms, with ``Reflex`` added where the subject is known.  None where the right form isn't known for
  sure: then offer the dictionary form, marked as such.  The result has the case of ``instead`` (see ``match_case``)
  and may equal ``found`` (*tog*: ta for taga): then there is nothing to replace.
- ``match_case(found, suggestion) -> str``: the suggestion with the capitals of what it replaces.
- ``must_be_active(phrase) -> bool``: whether nobody says the verb in the passive: *få*, *ge*.
- ``put_between(suggestion, subject, adverbs) -> str``: *sattes i gång*, *inte* → *sattes inte i gång*; ``REFLEXIVES``
  are the pronouns that adverbs go after.
- ``gender(noun) -> str | None``: ``Com`` or ``Neut``; ``agree(word, gender, number, definite) -> str | None``: a
  determiner or adjective, in any form, as a noun of that gender, number and definiteness wants it.
- ``replace_noun(before, found, word, instead, features=None) -> (list[str], str) | None``: the noun and what stands
  before it: *ett, skriftligt* and *yttrande* → *en, skriftlig* and *begäran*; *denna* and *skrivelse* → *det här* and
  *brevet*.

In phrases, a verb phrase inflects its first word (*ta del av*, *komma in*), with the reflexive in all persons and a
predicative adjective in all agreements; a noun phrase its head (the last noun before a preposition) and the
adjectives in front of it; an adjective phrase its adjective.  Passives are suggested only where the object can be the
subject (*skickas in*, not *hänvisas till*) and only of verbs that have them (not *få, ha, vara, bli, komma*).
"""

from __future__ import annotations

from klarsprak.language.inflection.agreement import agree, replace_noun
from klarsprak.language.inflection.choice import (
    features_of,
    forms,
    inflect,
    match_case,
    put_between,
    spellings,
    spellings_after_possessives,
)
from klarsprak.language.inflection.counterparts import same_form
from klarsprak.language.inflection.model import Features, Form
from klarsprak.language.inflection.noun_phrases import gender_of as gender
from klarsprak.language.inflection.passive import must_be_active
from klarsprak.language.inflection.verb_phrases import REFLEXIVES

__all__ = [
    "REFLEXIVES",
    "Features",
    "Form",
    "agree",
    "features_of",
    "forms",
    "gender",
    "inflect",
    "match_case",
    "must_be_active",
    "put_between",
    "replace_noun",
    "same_form",
    "spellings",
    "spellings_after_possessives",
]
