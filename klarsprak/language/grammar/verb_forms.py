"""Which form of a verb a word is, where the words before it decide and the tagger may err."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.inflection import Features, features_of

_HAVE = frozenset("ha har hade haft".split())
_GOVERNORS = frozenset(
    "att ska skall skulle kan kunna kunde kunnat bör böra borde må måste vill vilja ville får få fick fått "
    "behöver behöva behövde brukar brukade lär låt låta låter lät törs tör torde ämnar avser tänker hinner orkar "
    "slipper väljer".split()
)
"""Words that an infinitive needs one of somewhere before it."""
_OPENERS = frozenset("och eller men samt , : ; – - ”".split())
"""After these an imperative may stand."""


def verb_features(block: AnalysedBlock, start: int, end: int, verb: str) -> Features:
    """The tagger's view of the first of the tokens, a form of ``verb``, unless the words before it rule that out.

    Where the tagger's view is ruled out, the form that is left.
    """
    tagged = block.morphology(start)
    modern = [reading for reading in _readings(block, start, end, verb) if "Style" not in reading]
    before = _before(block, start)
    possible = [reading for reading in modern if _is_possible(reading, before)]
    if not _HAVE.isdisjoint(before[-3:]):
        possible = [reading for reading in possible if reading.get("VerbForm") == "Sup"] or possible
    if possible and not any(_agrees(reading, tagged) for reading in possible):
        return possible[0]
    return tagged


def is_other_word(block: AnalysedBlock, start: int, end: int, verb: str) -> bool:
    """Whether the tokens could only be an imperative and stand where none can: *ett bortfall, ditt uttag*."""
    readings = _readings(block, start, end, verb)
    if not readings or any(reading.get("Mood") != "Imp" for reading in readings):
        return False
    return (end == start + 1 and block.tags[start] == "NOUN") or not _is_possible(readings[0], _before(block, start))


def _readings(block: AnalysedBlock, start: int, end: int, verb: str) -> Sequence[Features]:
    return _known(block.written(start, end).lower(), verb)


@lru_cache(maxsize=20_000)
def _known(found: str, verb: str) -> Sequence[Features]:
    return features_of(found, verb, "VERB")


def _before(block: AnalysedBlock, token: int) -> list[str]:
    """The words of the sentence before the token."""
    return block.words[block.sentence_at(token).start : token]


def _is_possible(reading: Features, before: list[str]) -> bool:
    if reading.get("VerbForm") == "Inf":
        return not _GOVERNORS.isdisjoint(before)
    if reading.get("Mood") == "Imp":
        return not before or before[-1] in _OPENERS
    return True


def _agrees(reading: Features, tagged: Features) -> bool:
    return "VerbForm" in tagged and all(reading.get(name, value) == value for name, value in tagged.items())
