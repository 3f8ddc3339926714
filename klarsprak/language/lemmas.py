"""Lemmas from form, part of speech and morphology: a table of treebank words, the lexicon, and rules for endings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from klarsprak.language.endings import look_up
from klarsprak.language.mapped import unpacked

_T = TypeVar("_T")

LEMMAS = Path(__file__).parent / "model" / "lemmas.bin"

_TELLING = ("VerbForm", "Tense", "Mood", "Voice", "Number", "Definite", "Case", "Degree", "Gender")
_INFLECTED = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX"})
_KNOWN_SIZE = 10_000
"""Words whose lemma is kept; a third of a kilobyte each."""


def word_class(pos: str, feats: Mapping[str, str]) -> str:
    """The part of speech with the features that an ending can show.

    >>> word_class("NOUN", {"Gender": "Neut", "Number": "Plur", "Definite": "Def", "Foreign": "Yes"})
    'NOUN Plur Def Neut'
    """
    telling = (feats[name] for name in _TELLING if name in feats)
    return " ".join([pos, *telling])


@lru_cache(maxsize=2_000)  # a treebank has some hundred
def _word_class(pos: str, feats: str) -> str:
    """The same, of features in the treebank's notation."""
    return word_class(pos, parse_feats(feats))


def parse_feats(feats: str) -> dict[str, str]:
    """Features of Universal Dependencies by name.

    >>> parse_feats("Case=Nom|Number=Sing"), parse_feats("")
    ({'Case': 'Nom', 'Number': 'Sing'}, {})
    """
    items = filter(None, feats.split("|"))
    return dict(item.split("=", 1) for item in items)


class Lemmas:
    """The data that lemmas come from.

    ``table`` holds the lemmas of words (``form POS``, or ``form`` and a whole class) that the rest would get wrong,
    ``edits`` the changes of ending that occur in each word class with the lexicon's paradigms for each part of
    speech, ``rules`` for each class the change of the longest ending.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.table: dict[str, str] = data["table"]
        self.edits: dict[str, set[str]] = _as_sets(data["edits"])
        self.paradigms: dict[str, set[int]] = _as_sets(data["paradigms"])
        self.rules: dict[str, dict[str, str]] = data["rules"]

    def lemma(self, form: str, pos: str, feats: str) -> str:
        """The lemma of ``form``, given its part of speech and its features in the treebank's notation.

        >>> lemmas().lemma("besluten", "NOUN", "Case=Nom|Definite=Def|Gender=Neut|Number=Plur")
        'beslut'
        """
        lower = form.lower()
        kind = _word_class(pos, feats)
        listed = self.table.get(f"{lower} {kind}") or self.table.get(f"{lower} {pos}")
        return listed or self.derive(form, lower, pos, kind)

    def derive(self, form: str, lower: str, pos: str, kind: str) -> str:
        """The lemma that lexicon and rules give, the table left aside.

        >>> lemmas().derive("Annas", "annas", "PROPN", "PROPN Gen")
        'Anna'
        >>> lemmas().derive("sökande", "sökande", "ADJ", "ADJ")
        'sökande'
        """
        if pos == "PROPN":
            return _without_genitive(form) if "Gen" in kind else form
        if _is_present_participle(lower, pos):
            return lower
        in_lexicon = self._by_lexicon(lower, pos, kind)
        return self._by_ending(lower, kind) if in_lexicon is None else in_lexicon

    def _by_lexicon(self, lower: str, pos: str, kind: str) -> str | None:
        """The lemma as the lexicon has it; None where it takes the form for another part of speech or form.

        >>> lemmas()._by_lexicon("brevet", "NOUN", "NOUN Sing Def Nom Neut")
        'brev'
        """
        if pos not in _INFLECTED or not lower[-1].isalpha():
            return None
        entry = look_up(lower)
        occurs = f"{entry.ending}/{entry.lemma_ending}" in self.edits.get(kind, ())
        fits = occurs and entry.paradigm in self.paradigms.get(pos, ())
        return entry.lemma(lower) if fits else None

    def _by_ending(self, lower: str, kind: str) -> str:
        """The lemma by the rule for the longest ending of the form that has one in its class."""
        ending, _, lemma_ending = self._edit(lower, kind).partition("/")
        return lower.removesuffix(ending) + lemma_ending

    def _edit(self, lower: str, kind: str) -> str:
        """The rule for the longest ending, *ade/a*; a blank marks the beginning of the word."""
        rules = self.rules.get(kind, {})
        marked = " " + lower
        for start in range(len(marked) + 1):
            if marked[start:] in rules:
                return rules[marked[start:]]
        return "/"


def _as_sets(lists: dict[str, list[_T]]) -> dict[str, set[_T]]:
    """The lists, that are looked into for each new word, as sets."""
    return {name: set(items) for name, items in lists.items()}


def _is_present_participle(lower: str, pos: str) -> bool:
    """Whether an adjective is a present participle, which is its own lemma: *sökande, boende*."""
    return pos == "ADJ" and lower.endswith(("ande", "ende"))


def _without_genitive(name: str) -> str:
    """The name in the nominative.

    >>> _without_genitive("Annas"), _without_genitive("EU:s"), _without_genitive("Anna")
    ('Anna', 'EU', 'Anna')
    """
    return name[:-1].removesuffix(":") if name.lower().endswith("s") else name


@cache
def lemmas() -> Lemmas:
    """The data that ships with the model."""
    return Lemmas(json.loads(unpacked(LEMMAS)))


@lru_cache(maxsize=_KNOWN_SIZE)
def lemma_of(form: str, pos: str, feats: str) -> str:
    """The lemma of a tagged word as the data that ships with the model have it; blanks are their own.

    Asked for when it is needed: of hundreds of words in a letter a few are.
    """
    return form if form.isspace() else lemmas().lemma(form, pos, feats)
