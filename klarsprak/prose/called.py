"""The pronoun that suits words for the reader or the sender, in the form that their place asks for."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.words_at import WordsAt


class Pronoun(NamedTuple):
    """A pronoun's forms: as subject, as object, and as owner of one thing, of one of neuter gender, of several."""

    subject: str
    object: str
    common: str
    neuter: str
    plural: str


ONE_READER = Pronoun("du", "dig", "din", "ditt", "dina")
SEVERAL_READERS = Pronoun("ni", "er", "er", "ert", "era")
SENDER = Pronoun("vi", "oss", "vår", "vårt", "våra")

_FARTHEST_OWNED = 4
"""Words after an owner among which what is owned is looked for: *sökandens många och långa resor*."""
_FALLS_TO = frozenset({"åligger", "åvilar", "åvilade", "ålåg", "tillkommer"})
"""What something does to somebody whom it falls to: *det åligger fastighetsägaren att …*."""
_MAY_STAND_BETWEEN = frozenset({"det", "härmed", "därför", "dock", "även", "inte"})
_OBJECT_FOLLOWS = frozenset({"Inf", "Sup"})
"""Forms of a verb after which no subject stands: *förelägga sökanden*, *har gett sökanden*."""


def called(words: WordsAt, pronoun: Pronoun) -> str:
    """The form of the pronoun that can stand for the words: *ditt* for *sökandens* before *ansvar*, *dig* after *av*.

    Where their place doesn't tell, it is the subject: *du*.
    """
    if _is_owner(words):
        return _of_what_is_owned(words, pronoun)
    return pronoun.object if _is_object(words) else pronoun.subject


def _is_owner(words: WordsAt) -> bool:
    """Whether they stand in the genitive; of a name the ending stands outside of what is flagged."""
    last = words.end - 1
    if not words.block.words[last].endswith("s"):
        return False
    return words.block.tags[last] != "VERB" and words.block.morphology(last).get("Case") == "Gen"


def _of_what_is_owned(words: WordsAt, pronoun: Pronoun) -> str:
    """The owner's form that agrees with the noun that follows: *ditt ansvar*, *dina behov*, else *din*."""
    block, last = words.block, words.sentence.end
    for token in range(words.end, min(words.end + _FARTHEST_OWNED, last)):
        if block.tags[token] == "NOUN":
            features = block.morphology(token)
            if features.get("Number") == "Plur":
                return pronoun.plural
            return pronoun.neuter if features.get("Gender") == "Neut" else pronoun.common
    return pronoun.common


def _is_object(words: WordsAt) -> bool:
    """Whether a preposition or a verb that takes no subject after it stands before them."""
    block, before = words.block, words.start - 1
    while before >= words.sentence.start and block.words[before] in _MAY_STAND_BETWEEN:
        before -= 1
    if before < words.sentence.start:
        return False
    if block.words[before] in _FALLS_TO:
        return True
    if before == words.start - 1 and block.tags[before] == "ADP":
        return True
    return block.tags[before] == "VERB" and block.morphology(before).get("VerbForm") in _OBJECT_FOLLOWS
