"""A word looked up among the verbs: *blir* is the present of *bli* and nothing else, *rest* a supine or a noun.

The tagger sees the words around and so takes a wrong form for a right one; the list doesn't.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from klarsprak.language.mapped import unpacked
from klarsprak.language.packed_words import PackedTexts, PackedWords

VERBS = Path(__file__).with_name("verbs.bin")
SLOTS = ("inf", "prs", "prt", "sup", "imp")
"""Infinitive, present, past tense, supine and imperative, in the order of a line; after these four the passive."""
_ALL = (*SLOTS, "infs", "prss", "prts", "sups")
_FIRST = {"inf": "a", "prs": "ar", "prt": "ade", "sup": "at", "imp": "a"}
_FIRST_PASSIVE = {"infs": "as", "prss": "as", "prts": "ades", "sups": "ats"}
_FIRST_CONJUGATION = _FIRST | _FIRST_PASSIVE
"""The endings of *kalla*."""


class Reading(NamedTuple):
    """What a form may be: the slot of a verb."""

    verb: str
    """Its infinitive."""
    slot: str
    """One of ``SLOTS``."""
    is_passive: bool


class _Table(NamedTuple):
    """The list.  Verbs of the first conjugation are most of them, and are looked up by their stems."""

    stems: PackedWords
    """Those of the first conjugation, without the *a*."""
    rows: PackedTexts
    """The forms of each other verb by slot, ``/`` between several: *bli blir blev blivit …*."""
    places: PackedTexts
    """Which other verbs a form may be of, a blank between two."""
    ambiguous: PackedWords
    """Forms that may be other words: *vara, svar, när*."""


@cache
def _table() -> _Table:
    stems, rows, places, ambiguous = (part.split("\n") for part in unpacked(VERBS).split("\n\n"))
    return _Table(PackedWords(stems), PackedTexts(rows), PackedTexts(places), PackedWords(ambiguous))


def written(lines: Iterable[str], ambiguous: Iterable[str]) -> str:
    """The text that holds the list; a line is a verb with its forms by slot, alone where it goes like *kalla*."""
    stems = []
    rows: dict[str, str] = {}
    places: dict[str, list[str]] = {}
    for line in lines:
        infinitive, _, others = line.partition(" ")
        verb = infinitive.partition("/")[0]
        if not others:
            stems.append(verb[:-1])
            continue
        rows[verb] = line
        for form in set(line.replace("/", " ").split(" ")):
            places.setdefault(form, []).append(verb)
    verbs_of = {form: " ".join(verbs) for form, verbs in places.items()}
    tables = (PackedWords.of(stems), PackedTexts.of(rows), PackedTexts.of(verbs_of), PackedWords.of(ambiguous))
    return "\n\n".join("\n".join(table.pieces()) for table in tables)


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Reading, ...]:
    """What a lower-case form may be among the verbs; empty for other words.

    >>> readings("blir")
    (Reading(verb='bli', slot='prs', is_passive=False),)
    """
    return tuple(Reading(verb, slot[:3], len(slot) > 3) for verb, slot in _places(word))


def _places(word: str) -> Iterator[tuple[str, str]]:
    """The verbs and slots of a form."""
    table = _table()
    verbs = table.places.get(word)
    for verb in verbs.split(" ") if verbs else ():
        yield from ((verb, slot) for slot in _ALL if word in _forms(verb, slot))
    for slot, ending in _FIRST_CONJUGATION.items():
        stem = word.removesuffix(ending)
        if stem != word and stem in table.stems:
            yield f"{stem}a", slot


def _forms(verb: str, slot: str) -> list[str]:
    """The forms of a verb in a slot, today's first."""
    row = _table().rows.get(verb)
    if row is None:
        return [verb[:-1] + _FIRST_CONJUGATION[slot]]
    forms = row.split(" ")[_ALL.index(slot)]
    return forms.split("/") if forms != "-" else []


@lru_cache(maxsize=20_000)
def slots(word: str) -> frozenset[str]:
    """The slots that a lower-case form may have, of whatever verb: ``{"prs"}`` for *blir*."""
    return frozenset(reading.slot for reading in readings(word))


def is_only_verb(word: str) -> bool:
    """Whether a form of a verb can be no other word: *blir*, but not *vara*, *svar* or *när*."""
    return bool(slots(word)) and word not in _table().ambiguous


def forms_as(word: str, slot: str) -> tuple[str, ...]:
    """The word's verb in another slot of the same voice: *bli* for *blir*; one for each verb that it may be.

    >>> forms_as("blir", "inf"), forms_as("skickats", "prs")
    (('bli',), ('skickas',))
    """
    return tuple(dict.fromkeys(_forms_as(word, slot)))


def _forms_as(word: str, slot: str) -> Iterator[str]:
    for reading in readings(word):
        passive = "s" if reading.is_passive and slot != "imp" else ""
        yield from _forms(reading.verb, slot + passive)[:1]
