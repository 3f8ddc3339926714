"""Lemmas from form, part of speech and morphology: a table of treebank words, the lexicon, and rules for endings."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from klarsprak.language.endings import look_up

LEMMAS = Path(__file__).parent / "model" / "lemmas.bin"

_TELLING = ("VerbForm", "Tense", "Mood", "Voice", "Number", "Definite", "Case", "Degree", "Gender")
_SEASONS = frozenset({"våras", "somras", "höstas", "vintras", "julas", "påskas"})
"""After *i* these are times; their ending makes the tagger see passives."""
_INFLECTED = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX"})


def word_class(pos: str, feats: Mapping[str, str]) -> str:
    """The part of speech with the features that an ending can show."""
    return " ".join([pos, *(feats[name] for name in _TELLING if name in feats)])


def parse_feats(feats: str) -> dict[str, str]:
    """Features of Universal Dependencies (``Case=Nom|Number=Sing``) by name."""
    return dict(item.split("=", 1) for item in feats.split("|")) if feats else {}


class Lemmas:
    """The data that lemmas come from.

    ``table`` holds the lemmas of words (``form POS``, or ``form`` and a whole class) that the rest would get wrong,
    ``edits`` the changes of ending that occur in each word class with the lexicon's paradigms for each part of
    speech, ``rules`` for each class the change of the longest ending.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.table: dict[str, str] = data["table"]
        self.edits: dict[str, set[str]] = {name: set(codes) for name, codes in data["edits"].items()}
        self.paradigms: dict[str, set[int]] = {pos: set(numbers) for pos, numbers in data["paradigms"].items()}
        self.rules: dict[str, dict[str, str]] = data["rules"]

    def lemma(self, form: str, pos: str, feats: str) -> str:
        """The lemma of ``form``, given its part of speech and its features in the treebank's notation."""
        lower = form.lower()
        kind = word_class(pos, parse_feats(feats))
        listed = self.table.get(f"{lower} {kind}") or self.table.get(f"{lower} {pos}")
        return listed or self.derive(form, lower, pos, kind)

    def derive(self, form: str, lower: str, pos: str, kind: str) -> str:
        """The lemma that lexicon and rules give, the table left aside."""
        if pos == "PROPN":
            return _without_genitive(form) if "Gen" in kind else form
        if pos == "ADJ" and lower.endswith(("ande", "ende")):
            return lower
        if pos in _INFLECTED and lower[-1].isalpha():
            entry = look_up(lower)
            is_known = f"{entry.ending}/{entry.lemma_ending}" in self.edits.get(kind, ())
            if is_known and entry.paradigm in self.paradigms.get(pos, ()):
                return entry.lemma(lower)
        return self._by_ending(lower, kind)

    def _by_ending(self, lower: str, kind: str) -> str:
        rules = self.rules.get(kind)
        if not rules:
            return lower
        marked = " " + lower
        code = next((rules[marked[i:]] for i in range(len(marked) + 1) if marked[i:] in rules), "/")
        ending, _, lemma_ending = code.partition("/")
        return (lower[: len(lower) - len(ending)] if lower.endswith(ending) else lower) + lemma_ending


def _without_genitive(name: str) -> str:
    return name[:-1].removesuffix(":") if name.lower().endswith("s") else name


@cache
def load() -> Lemmas:
    """The data that ships with the model."""
    return Lemmas(json.loads(zlib.decompress(LEMMAS.read_bytes())))


_known: dict[tuple[int, int, str], str] = {}
_KNOWN_SIZE = 100_000


def _lemma(token: Token) -> str:
    key = (token.orth, token.pos, str(token.morph))
    found = _known.get(key)
    if found is None:
        if len(_known) > _KNOWN_SIZE:
            _known.clear()
        found = _known[key] = load().lemma(token.text, token.pos_, key[2])
    return found


@Language.component("swedish_lemmas", requires=["token.pos", "token.morph"], assigns=["token.lemma"])
def set_lemmas(doc: Doc) -> Doc:
    """Give every token its lemma; part of speech and morphology must be there."""
    for token in doc:
        if token.is_space:
            token.pos_ = "SPACE"
            token.set_morph("")  # type: ignore[attr-defined]
        elif token.lower_ in _SEASONS and token.i and token.nbor(-1).lower_ == "i":
            token.pos_ = "NOUN"
            token.set_morph("")  # type: ignore[attr-defined]
        token.lemma_ = token.text if token.is_space else _lemma(token)
    return doc
