"""Which form of a verb a word is, where the words before it decide and the tagger may err."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from klarsprak.language.inflection import Features, features_of
from klarsprak.language.words_at import WordsAt

_HAVE = frozenset("ha har hade haft".split())
_HAVE_REACH = 3
"""How many words before a supine its *har* stands at most: *har inte ännu betalat*."""
_GOVERNORS = frozenset(
    "att ska skall skulle kan kunna kunde kunnat bör böra borde må måste vill vilja ville får få fick fått "
    "behöver behöva behövde brukar brukade lär låt låta låter lät törs tör torde ämnar avser tänker hinner orkar "
    "slipper väljer".split()
)
"""Words that an infinitive needs one of somewhere before it."""
_OPENERS = frozenset("och eller men samt , : ; – - ”".split())
"""After these an imperative may stand."""


def verb_features(words: WordsAt, verb: str) -> Features:
    """The tagger's view of the first of the words, a form of ``verb``, unless the words before it rule that out.

    Where the tagger's view is ruled out, the form that is left.
    """
    tagged = words.morphology
    possible = _possible(words, verb)
    if not possible or any(_agrees(reading, tagged) for reading in possible):
        return tagged
    return possible[0]


def _possible(words: WordsAt, verb: str) -> list[Features]:
    """The forms that can stand after the words before.

    *Bestritt* is a past tense or a supine; after *har* it is the supine.
    """
    possible = list(_following(words, verb))
    if _HAVE.isdisjoint(words.before[-_HAVE_REACH:]):
        return possible
    supines = [reading for reading in possible if reading.get("VerbForm") == "Sup"]
    return supines or possible


def _following(words: WordsAt, verb: str) -> Iterator[Features]:
    """The forms, old-fashioned ones left out, that nothing before the words speaks against.

    An old one (*vidtoge*) would be there for most forms, and the letter seldom means it.
    """
    before = words.before
    for reading in _readings(words, verb):
        if "Style" not in reading and _can_follow(before, reading):
            yield reading


def is_other_word(words: WordsAt, verb: str) -> bool:
    """Whether the words could only be an imperative and stand where none can: *ett bortfall, ditt uttag*.

    *Bortfall* can be nothing of *bortfalla* but its imperative, and no imperative follows *ett*.
    """
    readings = _readings(words, verb)
    if not readings or not all(map(_is_imperative, readings)):
        return False
    if words.is_one and words.tag == "NOUN":
        return True
    return not _can_follow(words.before, readings[0])


def _readings(words: WordsAt, verb: str) -> Sequence[Features]:
    """What forms of the verb the words can be: *skriv* an imperative, *vidtas* an infinitive or a present."""
    return _known(words.text.lower(), verb)


@lru_cache(maxsize=20_000)
def _known(form: str, verb: str) -> Sequence[Features]:
    """The same for a form, lower case: letters use the same ones again and again."""
    return features_of(form, verb, "VERB")


def _can_follow(before: list[str], reading: Features) -> bool:
    """Whether the form can stand after those words: an infinitive after *ska*, an imperative first or after *och*.

    Other forms can follow anything.
    """
    if reading.get("VerbForm") == "Inf":
        return not _GOVERNORS.isdisjoint(before)
    if _is_imperative(reading) and before:
        return before[-1] in _OPENERS
    return True


def _is_imperative(reading: Features) -> bool:
    """*skicka*, *betala*."""
    return reading.get("Mood") == "Imp"


def _agrees(reading: Features, tagged: Features) -> bool:
    """Whether what the tagger saw goes with the form; it must have seen a verb.

    A feature that the form doesn't have goes with all values.
    """
    if "VerbForm" not in tagged:
        return False
    return all(reading.get(name, value) == value for name, value in tagged.items())
