"""What inflection speaks of: features, forms, and a word's paradigm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

Features = Mapping[str, str]
"""Universal Dependencies' names and values, besides ``Style=Arch`` and ``Reflex`` (the pronoun)."""

Slot = str
"""A place in a paradigm: ``prs.act``, ``pl.def.gen``; ``~`` leads further features: ``inf.act~Reflex=sig``."""

Paradigm = dict[Slot, tuple[str, ...]]
"""The texts of each slot: the first is today's, the others are old or rarer ones.  A missing slot has no form."""

ARCHAIC = "*"
"""Leads a text that is an old form, within a paradigm."""


class Form(NamedTuple):
    """A form of a word or phrase."""

    text: str
    features: Features


_FINITE = "Mood=Ind|VerbForm=Fin"
_ADJECTIVE = "Case=Nom|Degree=Pos"
_AGREEMENTS = {
    "com": "Definite=Ind|Gender=Com|Number=Sing",
    "neut": "Definite=Ind|Gender=Neut|Number=Sing",
    "plur": "Definite=Ind|Number=Plur",
    "def": "Definite=Def|Number=Sing",
    "defpl": "Definite=Def|Number=Plur",
    "masc": "Definite=Def|Gender=Com|Number=Sing",
}
AGREEMENTS = tuple(_AGREEMENTS)
"""The slots of an adjective in the positive."""

_SLOTS: dict[str, str] = {
    "inf": "VerbForm=Inf",
    "prs": f"{_FINITE}|Tense=Pres",
    "prt": f"{_FINITE}|Tense=Past",
    "sup": "VerbForm=Sup",
}
_SLOTS = {
    f"{slot}.{voice.lower()}": f"{text}|Voice={voice}" for slot, text in _SLOTS.items() for voice in ("Act", "Pass")
}
_SLOTS |= {"imp": "Mood=Imp|VerbForm=Fin|Voice=Act", "sub": "Mood=Sub|Tense=Past|VerbForm=Fin|Voice=Act"}
_SLOTS |= {"prp": "Tense=Pres|VerbForm=Part", "prp.gen": "Case=Gen|Tense=Pres|VerbForm=Part"}
_SLOTS |= {f"ptc.{slot}": f"Case=Nom|{text}|Tense=Past|VerbForm=Part" for slot, text in _AGREEMENTS.items()}
_SLOTS |= {slot: f"{_ADJECTIVE}|{text}" for slot, text in _AGREEMENTS.items()}
_SLOTS |= {"cmp": "Case=Nom|Degree=Cmp", "supl": "Case=Nom|Definite=Ind|Degree=Sup"}
_SLOTS |= {"supl.def": "Case=Nom|Definite=Def|Degree=Sup", "inv": ""}
_SLOTS |= {
    f"{number.lower()[:2]}.{definite.lower()}.{case.lower()}": f"Case={case}|Definite={definite}|Number={number}"
    for number in ("Sing", "Plur")
    for definite in ("Ind", "Def")
    for case in ("Nom", "Gen")
}


@cache
def parse_features(text: str) -> Features:
    """Features from ``Name=Value|Name=Value``."""
    return MappingProxyType(dict(pair.split("=") for pair in sorted(text.split("|")) if pair))


@cache
def slot_features(slot: Slot, more: str = "") -> Features:
    """The features that a slot stands for, with ``more`` of them."""
    base, _, extra = slot.partition("~")
    return MappingProxyType({**parse_features(_SLOTS[base]), **parse_features(extra), **parse_features(more)})


def texts(paradigm: Paradigm) -> Iterator[tuple[Slot, str, bool]]:
    """Every text of a paradigm with its slot and whether it is an old form."""
    for slot, variants in paradigm.items():
        for variant in variants:
            yield slot, variant.removeprefix(ARCHAIC), variant.startswith(ARCHAIC)


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table beside the code, split at white space; ``#`` begins a comment."""
    path = Path(__file__).with_name("data") / name
    for line in path.read_text("utf-8").splitlines():
        if row := line.partition("#")[0].split():
            yield row


def words(name: str) -> Iterable[str]:
    """All words of a table that is a plain list."""
    return (word for row in table(name) for word in row)
