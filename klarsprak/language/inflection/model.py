"""What inflection speaks of: features, forms, and a word's paradigm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TypeVar

_T = TypeVar("_T")

Features = Mapping[str, str]
"""Universal Dependencies' names and values, besides ``Style=Arch`` and ``Reflex`` (the pronoun)."""

ParadigmSlot = str
"""A place in a paradigm: ``prs.act``, ``pl.def.gen``; ``~`` leads further features: ``inf.act~Reflex=sig``."""

Paradigm = dict[ParadigmSlot, tuple[str, ...]]
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

_TENSES = {
    "inf": "VerbForm=Inf",
    "prs": f"{_FINITE}|Tense=Pres",
    "prt": f"{_FINITE}|Tense=Past",
    "sup": "VerbForm=Sup",
}
_PLAIN_VERB_SLOTS = {
    "imp": "Mood=Imp|VerbForm=Fin|Voice=Act",
    "sub": "Mood=Sub|Tense=Past|VerbForm=Fin|Voice=Act",
    "prp": "Tense=Pres|VerbForm=Part",
    "prp.gen": "Case=Gen|Tense=Pres|VerbForm=Part",
}
_DEGREES = {
    "cmp": "Case=Nom|Degree=Cmp",
    "supl": "Case=Nom|Definite=Ind|Degree=Sup",
    "supl.def": "Case=Nom|Definite=Def|Degree=Sup",
}
_CASES = {
    "si.ind.nom": "Case=Nom|Definite=Ind|Number=Sing",
    "si.ind.gen": "Case=Gen|Definite=Ind|Number=Sing",
    "si.def.nom": "Case=Nom|Definite=Def|Number=Sing",
    "si.def.gen": "Case=Gen|Definite=Def|Number=Sing",
    "pl.ind.nom": "Case=Nom|Definite=Ind|Number=Plur",
    "pl.ind.gen": "Case=Gen|Definite=Ind|Number=Plur",
    "pl.def.nom": "Case=Nom|Definite=Def|Number=Plur",
    "pl.def.gen": "Case=Gen|Definite=Def|Number=Plur",
}
INVARIABLE: ParadigmSlot = "inv"
"""The one slot of a word that isn't inflected."""


def _verb_slots() -> Iterator[tuple[ParadigmSlot, str]]:
    """*inf.act* to *ptc.masc*."""
    for slot, text in _TENSES.items():
        yield f"{slot}.act", f"{text}|Voice=Act"
        yield f"{slot}.pass", f"{text}|Voice=Pass"
    yield from _PLAIN_VERB_SLOTS.items()
    for slot, text in _AGREEMENTS.items():
        yield f"ptc.{slot}", f"Case=Nom|{text}|Tense=Past|VerbForm=Part"


_SLOTS: dict[ParadigmSlot, str] = {
    **dict(_verb_slots()),
    **{slot: f"{_ADJECTIVE}|{text}" for slot, text in _AGREEMENTS.items()},
    **_DEGREES,
    **_CASES,
    INVARIABLE: "",
}
"""The features that each slot stands for."""


@cache
def parse_features(text: str) -> Features:
    """Features from ``Name=Value|Name=Value``.

    >>> dict(parse_features("Case=Nom|Number=Sing"))
    {'Case': 'Nom', 'Number': 'Sing'}
    """
    pairs = filter(None, sorted(text.split("|")))
    return MappingProxyType(dict(pair.split("=") for pair in pairs))


@cache
def slot_features(slot: ParadigmSlot, more: str = "") -> Features:
    """The features that a slot stands for, with ``more`` of them.

    >>> dict(slot_features("pl.def.gen", "Gender=Neut"))
    {'Case': 'Gen', 'Definite': 'Def', 'Number': 'Plur', 'Gender': 'Neut'}
    """
    base, _, extra = slot.partition("~")
    return MappingProxyType({**parse_features(_SLOTS[base]), **parse_features(extra), **parse_features(more)})


def every_text(paradigm: Paradigm) -> Iterator[tuple[ParadigmSlot, str, bool]]:
    """Every text of a paradigm with its slot and whether it is an old form.

    >>> list(every_text({"inf.act": ("ta", "*taga")}))
    [('inf.act', 'ta', False), ('inf.act', 'taga', True)]
    """
    for slot, variants in paradigm.items():
        for variant in variants:
            yield slot, variant.removeprefix(ARCHAIC), variant.startswith(ARCHAIC)


def surround(text: str, before: str = "", after: str = "") -> str:
    """The text with something around it; the mark of an old form stays in front.

    >>> surround("*taga", "för", " del av")
    '*förtaga del av'
    """
    mark = ARCHAIC if text.startswith(ARCHAIC) else ""
    return mark + before + text.removeprefix(ARCHAIC) + after


def read_table(name: str) -> Iterator[list[str]]:
    """The rows of a table beside the code, split at white space; ``#`` begins a comment."""
    path = Path(__file__).with_name("data") / name
    for line in path.read_text("utf-8").splitlines():
        if row := line.partition("#")[0].split():
            yield row


def read_variants(cell: str) -> tuple[str, ...]:
    """The forms that a cell of a table lists, today's first; a dash is none.

    >>> read_variants("dög/dugde"), read_variants("-")
    (('dög', 'dugde'), ())
    """
    return () if cell == "-" else tuple(cell.split("/"))


def read_words(name: str) -> Iterator[str]:
    """All words of a table that is a plain list."""
    for row in read_table(name):
        yield from row


def only(results: set[_T]) -> _T | None:
    """The one result; None where there is none, or several that differ.

    >>> only({"brevet"}), only({"brevet", "breven"})
    ('brevet', None)
    """
    return results.pop() if len(results) == 1 else None
