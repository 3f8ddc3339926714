"""The pronoun that suits words for the reader or the sender, in the form that their place asks for."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt
from klarsprak.prose.addressed import pronoun


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
_MAY_JOIN = frozenset({"om", "än", "innan", "sedan", "tills"})
"""Prepositions that begin a clause just as often: *ifrågasätts* **om** *bolaget uppfyller kravet*."""
_OBJECT_FOLLOWS = frozenset({"Inf", "Sup"})
"""Forms of a verb after which no subject stands: *förelägga sökanden*, *har gett sökanden*."""


def called(words: WordsAt, pronoun: Pronoun) -> str:
    """The form of the pronoun that can stand for the words: *ditt* for *sökandens* before *ansvar*, *dig* after *av*.

    Where their place doesn't tell, it is the subject: *du*.  What the owner has among the words is said with it: *er
    inkomst* for *hushållets inkomst*.
    """
    owner = WordsAt(words.block, words.start, words.end - 1)
    if owner.end > owner.start and _is_owner(owner) and words.block.tags[words.end - 1] == "NOUN":
        return f"{_of_what_is_owned(owner, pronoun)} {words.block.words[words.end - 1]}"
    if _is_owner(words):
        return _of_what_is_owned(words, pronoun)
    return pronoun.object if _is_object(words) else pronoun.subject


def _begins_clause(words: WordsAt, before: str) -> bool:
    """Whether the words are the subject of a clause that the word before them opens: a finite verb follows."""
    if before not in _MAY_JOIN or words.end >= words.sentence.end:
        return False
    return words.block.morphology(words.end).get("VerbForm") == "Fin"


def _is_owner(words: WordsAt) -> bool:
    """Whether they stand in the genitive; of a name the ending stands outside of what is flagged."""
    last = words.end - 1
    if not words.block.words[last].endswith("s") or _does_something(words):
        return False
    return words.block.tags[last] != "VERB" and words.block.morphology(last).get("Case") == "Gen"


def _does_something(words: WordsAt) -> bool:
    """Whether a name that ends in *s* has a finite verb right after it: **Tobias** *har ansökt*, **Lars** *bor*."""
    block, after = words.block, words.end
    if block.tags[after - 1] != "PROPN" or after >= words.sentence.end:
        return False
    return block.morphology(after).get("VerbForm") == "Fin"


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
        return not _begins_clause(words, block.words[before])
    return block.tags[before] == "VERB" and block.morphology(before).get("VerbForm") in _OBJECT_FOLLOWS


_CALLS_ONE = re.compile(r"\b(?:du|dig|din|ditt|dina)\b", re.IGNORECASE)
_AGREES = re.compile(
    r"\bdu\s+(?:\w+\s+){0,2}?(?:är|blir|bli|vara|var|blev|varit|blivit|mår|känner)\b|\b(?:är|blir|var|blev)\s+du\b"
    r"|\b(?:och|eller)\s+(?:är|blir)\b|\bgör\s+dig\b|\batt\s+bli\b"
    r"|\b(?:själv|ensam|sjuk|frisk|arbetslös|gift|skyldig|gammal|vuxen|född|rädd|nöjd|anställd|klar|uppringd|ledig|lugn)\b"
)
"""Words that would have another ending of several: *när* **du är sjuk**, *när du bor* **ensam**."""
_OF_SEVERAL = dict(zip(ONE_READER, SEVERAL_READERS, strict=True))


def said_to_reader(sentence: str, analysis: Analysis) -> str:
    """An explanation that calls the reader as the letter does: *pengar som* **ni** *får* in a letter that says *ni*.

    As it is where another word would have to agree.
    """
    if analysis.once(pronoun) != SEVERAL_READERS.subject or _AGREES.search(sentence):
        return sentence
    return _CALLS_ONE.sub(lambda match: match_case(match[0], _OF_SEVERAL[match[0].lower()]), sentence)
