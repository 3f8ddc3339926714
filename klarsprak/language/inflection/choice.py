"""The forms of a word or phrase: all of them, what they look like, and the one that has certain features."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from klarsprak.language.inflection.model import (
    ARCHAIC,
    Features,
    Form,
    ParadigmSlot,
    every_text,
    only,
    slot_features,
)
from klarsprak.language.inflection.noun_phrases import after_possessives, gender_of
from klarsprak.language.inflection.phrases import paradigm
from klarsprak.language.inflection.spelled import listed_spellings
from klarsprak.language.inflection.verb_phrases import REFLEXIVES

PRESENT_PARTICIPLE = "prp"
"""How the slots of a present participle begin."""
AFTER_POSSESSIVES = "NOUN-after-possessive"
"""Where the table of spellings has a part of speech: *NOUN-after-possessive god man*."""
_OLD = "Style=Arch"


class Reading(NamedTuple):
    """A form of a word with the place that it has in the paradigm."""

    slot: ParadigmSlot
    text: str
    features: Features

    @property
    def is_modern(self) -> bool:
        """Whether this is no old form."""
        return "Style" not in self.features


def forms(word: str, pos: str) -> list[Form]:
    """All inflected forms of a word or phrase in dictionary form, old ones included.

    >>> [form.text for form in forms("rätt till", "NOUN")][:4]
    ['rätt till', 'rätts till', 'rätten till', 'rättens till']
    """
    return [Form(reading.text, reading.features) for reading in _readings(word, pos)]


def spellings(word: str, pos: str, *, present_participles: bool = False) -> set[str]:
    """What the word's forms look like, lower case, old ones included.

    A present participle is nearly always a noun or adjective of its own (*medgivande, verkställande direktör*).

    >>> sorted(spellings("brev", "NOUN"))
    ['brev', 'breven', 'brevens', 'brevet', 'brevets', 'brevs']
    """
    listed = None if present_participles else listed_spellings(word, pos)
    return inflected(word, pos, present_participles) if listed is None else set(listed)


def inflected(word: str, pos: str, present_participles: bool = False) -> set[str]:
    """``spellings`` without a look in the table of words whose forms are listed."""
    looks: set[str] = set()
    for slot, variants in paradigm(word, pos).items():
        if present_participles or not is_present_participle(slot):
            looks.update(text.removeprefix(ARCHAIC).lower() for text in variants)
    return looks


def spellings_after_possessives(phrase: str) -> set[str]:
    """What a noun phrase looks like after *vår, denna, nämndens*; from the table where it is there.

    >>> spellings_after_possessives("skriftlig varning")
    {'skriftliga varning'}
    """
    listed = listed_spellings(phrase, AFTER_POSSESSIVES)
    return after_possessives(phrase) if listed is None else set(listed)


def is_present_participle(slot: ParadigmSlot) -> bool:
    """Whether a form in the slot is one like *medgivande, medgivandes*."""
    return slot.startswith(PRESENT_PARTICIPLE)


def features_of(found: str, word: str, pos: str) -> list[Features]:
    """The features that ``found`` can have as a form of ``word``; empty where it is none.

    >>> [dict(features) for features in features_of("Bidragets", "bidrag", "NOUN")]
    [{'Case': 'Gen', 'Definite': 'Def', 'Number': 'Sing', 'Gender': 'Neut'}]
    """
    return [reading.features for reading in readings_of(found, word, pos)]


def inflect(word: str, pos: str, features: Mapping[str, str]) -> str | None:
    """Today's form of ``word`` that has all of ``features``; None where none has, or several that differ.

    >>> inflect("ta", "VERB", {"Tense": "Past", "Voice": "Act", "Mood": "Ind"})
    'tog'
    >>> inflect("ta", "VERB", {"Voice": "Act"})
    """
    gender = _gender_feature(word, pos)
    texts: set[str | None] = set()
    for slot, variants in paradigm(word, pos).items():
        if features.items() <= slot_features(slot, gender).items():
            texts.add(modern_text(variants))
    return only(texts)


def modern_text(variants: tuple[str, ...]) -> str | None:
    """Today's form of those in a slot; None where there are old ones only.

    >>> modern_text(("ta", "*taga")), modern_text(("*vore",))
    ('ta', None)
    """
    return None if variants[0].startswith(ARCHAIC) else variants[0]


def match_case(found: str, suggestion: str) -> str:
    """``suggestion`` with a capital, or all in capitals, as ``found`` is.

    >>> match_case("Erhåller", "får"), match_case("ERHÅLLER", "får"), match_case("Å", "på")
    ('Får', 'FÅR', 'På')
    """
    letters = list(filter(str.isalpha, found))
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return suggestion.upper()
    if letters and letters[0].isupper():
        return suggestion[:1].upper() + suggestion[1:]
    return suggestion


def put_between(suggestion: str, subject: str, adverbs: str = "") -> str:
    """The suggestion with words in it: what follows a finite verb goes before its particle.

    Adverbs go after a reflexive.

    >>> put_between("sattes i gång", "arbetet", "inte"), put_between("startade", "inte")
    ('sattes arbetet inte i gång', 'startade inte')
    >>> put_between("åtar sig att", "kommunen", "inte")
    'åtar kommunen sig inte att'
    """
    verb, _, rest = suggestion.partition(" ")
    first, _, others = rest.partition(" ")
    reflexive, particle = (first, others) if first in REFLEXIVES else ("", rest)
    return " ".join(filter(None, (verb, subject, reflexive, adverbs, particle)))


def readings_of(found: str, word: str, pos: str) -> list[Reading]:
    """What ``found``, whatever its capitals and spaces, can be as a form of ``word``.

    >>> [reading.slot for reading in readings_of("Ansökan", "ansökan", "NOUN")]
    ['si.ind.nom', 'si.def.nom']
    """
    wanted = fold(found)
    return [reading for reading in _readings(word, pos) if reading.text.lower() == wanted]


def fold(text: str) -> str:
    """The text in small letters with one space between words."""
    return " ".join(text.lower().split())


@lru_cache(maxsize=8192)  # an archive has words without end
def _readings(word: str, pos: str) -> tuple[Reading, ...]:
    """All forms of a word or phrase."""
    gender = _gender_feature(word, pos)
    readings = []
    for slot, text, is_old in every_text(paradigm(word, pos)):
        features = slot_features(slot, f"{gender}|{_OLD}" if is_old else gender)
        readings.append(Reading(slot, text, features))
    return tuple(readings)


def _gender_feature(word: str, pos: str) -> str:
    """*Gender=Neut* for a noun, as far as that is known; empty for other words."""
    if pos not in ("NOUN", "PROPN"):
        return ""
    gender = gender_of(word)
    return f"Gender={gender}" if gender else ""
