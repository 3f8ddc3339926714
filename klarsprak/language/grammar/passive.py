"""The s-passive, told from morphology, and its agent."""

from __future__ import annotations

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.words_at import WordsAt

BREAKS = frozenset({"och", "eller", "men", "att", "som", "om", "när", ",", ";", ":", "."})
"""Between a verb and what belongs to it none of these stands."""
REACH = 5
"""How many words away a verb's agent or auxiliary stands at most."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})
_ON_BEHALF = frozenset({"uppdrag", "delegation"})


def is_passive(block: AnalysedBlock, token: int) -> bool:
    """Whether the token is a verb in the s-passive, other than a participle: *beviljas*, not *beviljad*.

    Asked of each word that ends in s.
    """
    return block.tags[token] == "VERB" and "Voice=Pass" in block.features[token] and block.words[token].endswith("s")


def has_agent(verb: WordsAt) -> bool:
    """Whether *av* and a doer follow the verb: at once, or after a particle or adverb, or *på uppdrag av*.

    *Ansökan prövas av nämnden*, *avgiften tas ut årligen av kommunen*.
    """
    block, start, end = verb
    for token in range(end, min(start + REACH, verb.sentence.end)):
        if block.words[token] == "av":
            return True
        if _separates(block, token):
            return False
    return False


def _separates(block: AnalysedBlock, token: int) -> bool:
    """Whether an *av* after the word belongs to something else: *beslutas om delar av planen*.

    *på uppdrag av* and *på delegation av* lead to the doer all the same.
    """
    word = block.words[token]
    if word in BREAKS:
        return True
    if word in _ON_BEHALF:
        return False
    return block.tags[token] in _CONTENT
