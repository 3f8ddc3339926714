"""Which form of a verb a word is, where the words before it decide and the tagger may err."""

from __future__ import annotations

from spacy.tokens import Span

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


def verb_features(span: Span, verb: str) -> Features:
    """The tagger's view of the first word of ``span``, a form of ``verb``, unless the words before it rule that out.

    Where the tagger's view is ruled out, the form that is left.
    """
    tagged: Features = span[0].morph.to_dict()
    modern = [reading for reading in features_of(span.text, verb, "VERB") if "Style" not in reading]
    before = [token.lower_ for token in span.doc[span.sent.start : span.start]]
    possible = [reading for reading in modern if _is_possible(reading, before)]
    if _HAVE.intersection(before[-3:]):
        possible = [reading for reading in possible if reading.get("VerbForm") == "Sup"] or possible
    if possible and not any(_agrees(reading, tagged) for reading in possible):
        return possible[0]
    return tagged


def is_other_word(span: Span, verb: str) -> bool:
    """Whether ``span`` could only be an imperative and stands where none can: *ett bortfall, ditt uttag*."""
    readings = features_of(span.text, verb, "VERB")
    if not readings or any(reading.get("Mood") != "Imp" for reading in readings):
        return False
    before = [token.lower_ for token in span.doc[span.sent.start : span.start]]
    return (len(span) == 1 and span[0].pos_ == "NOUN") or not _is_possible(readings[0], before)


def _is_possible(reading: Features, before: list[str]) -> bool:
    if reading.get("VerbForm") == "Inf":
        return not _GOVERNORS.isdisjoint(before)
    if reading.get("Mood") == "Imp":
        return not before or before[-1] in _OPENERS
    return True


def _agrees(reading: Features, tagged: Features) -> bool:
    return "VerbForm" in tagged and all(reading.get(name, value) == value for name, value in tagged.items())
