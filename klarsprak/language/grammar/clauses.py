"""Clauses told by word order and morphology: what opens one, and which finite verb is the main clause's."""

from __future__ import annotations

from typing import NamedTuple

from klarsprak.language.analysed import AnalysedBlock


class SentenceForms(NamedTuple):
    """A sentence as three lists of the same length: lower-case forms, parts of speech, features."""

    forms: list[str]
    tags: list[str]
    features: list[frozenset[str]]

    @classmethod
    def of(cls, block: AnalysedBlock, start: int, end: int) -> SentenceForms:
        """The tokens of the block from ``start`` to ``end``."""
        return cls(block.words[start:end], block.tags[start:end], block.features[start:end])


SUBORDINATORS = frozenset(
    "att som om när då eftersom medan innan sedan därför fast fastän ifall huruvida såvida såvitt ehuru enär emedan "
    "vilken vilket vilka vars därest".split()
)
QUESTIONS = frozenset({"vad", "vem", "hur", "varför"})
JOINERS = frozenset({"och", "eller", "men", "samt"})
VERBS = frozenset({"VERB", "AUX"})


def main_verb(sentence: SentenceForms) -> int | None:
    """The main clause's finite verb: the first that no subordinate clause before it has a claim to.

    A finite verb after *och* or *eller* belongs to the clause before: *om du söker och får bidrag*.
    """
    waiting = 0
    seen_clause = False
    for i in range(len(sentence.forms)):
        if opens_clause(sentence, i):
            waiting += 1
            seen_clause = True
        elif is_finite(sentence, i):
            if waiting:
                waiting -= 1
            elif not (seen_clause and _is_joined(sentence, i)):
                return i
    return None


def is_finite(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is a finite verb."""
    return sentence.tags[i] in VERBS and "VerbForm=Fin" in sentence.features[i]


def _is_joined(sentence: SentenceForms, verb: int) -> bool:
    """Whether *och* or the like stands before the verb, at once or with one word between."""
    return not JOINERS.isdisjoint(sentence.forms[max(0, verb - 2) : verb])


def opens_clause(sentence: SentenceForms, i: int) -> bool:
    """Whether the word opens a subordinate clause."""
    form = sentence.forms[i]
    if form in QUESTIONS:
        return i > 0
    if form not in SUBORDINATORS:
        return False
    tag = sentence.tags[i]
    if form == "att":
        return tag != "PART"
    return tag in ("SCONJ", "PRON", "DET") or (tag == "ADV" and form in ("när", "då"))
