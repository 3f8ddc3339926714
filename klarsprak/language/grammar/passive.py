"""The s-passive, told from morphology, and its agent."""

from __future__ import annotations

from klarsprak.language.analysed import AnalysedBlock

_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})


_ON_BEHALF = frozenset({"uppdrag", "delegation"})


def is_passive(block: AnalysedBlock, token: int) -> bool:
    """Whether the token is a verb in the s-passive, other than a participle."""
    return block.tags[token] == "VERB" and "Voice=Pass" in block.features[token] and block.words[token].endswith("s")


def has_agent(block: AnalysedBlock, verb: int, end: int) -> bool:
    """Whether *av* and a doer follow the verb: at once, or after a particle or adverb, or *på uppdrag av*.

    ``end`` is where its sentence ends.
    """
    for token in range(verb + 1, min(verb + REACH, end)):
        word = block.words[token]
        if word == "av":
            return True
        if word in BREAKS or (block.tags[token] in _CONTENT and word not in _ON_BEHALF):
            return False
    return False


BREAKS = frozenset({"och", "eller", "men", "att", "som", "om", "när", ",", ";", ":", "."})


REACH = 5
