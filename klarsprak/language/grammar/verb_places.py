"""Where a form of a verb can stand: what an infinitive, an imperative and a clause of its own need before them."""

from __future__ import annotations

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.inflection import Features
from klarsprak.language.words_at import WordsAt

_GOVERNORS = frozenset(
    "att ska skall skulle kan kunna kunde kunnat bör böra borde må måste vill vilja ville får få fick fått "
    "behöver behöva behövde brukar brukade lär låt låta låter lät törs tör torde ämnar avser tänker hinner orkar "
    "slipper väljer ombeds ombedes ombads uppmanas uppmanades anmodas anmodades ber bad bett".split()
)
"""Words that an infinitive needs one of somewhere before it."""
_OPEN_WITH_VERB = frozenset("när då eftersom sedan medan".split())
"""What opens a clause whose verb no word before them governs."""
_MAY_OPEN = frozenset("om som innan tills ifall såvida".split())
"""These do where what governs has its verb already: *kan besluta om vite* **om** *rättelse inte vidtas*."""
_OPENERS = frozenset("och eller men samt , : ; – - ”".split())
"""After these an imperative may stand."""


def can_follow(before: list[str], reading: Features) -> bool:
    """Whether the form can stand after those words: an infinitive after *ska*, an imperative first or after *och*.

    Other forms can follow anything.
    """
    if reading.get("VerbForm") == "Inf":
        return not _GOVERNORS.isdisjoint(_of_clause(before))
    if is_imperative(reading) and before:
        return before[-1] in _OPENERS
    return True


def _of_clause(before: list[str]) -> list[str]:
    """The words since the last one that opens a clause of its own: *skäl att ge lov* **då** *tomten inte*."""
    opener = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _OPEN_WITH_VERB), 0)
    return before[opener:]


def is_imperative(reading: Features) -> bool:
    """*skicka*, *betala*."""
    return reading.get("Mood") == "Imp"


def is_of_own_clause(words: WordsAt) -> bool:
    """Whether the verb's clause opens after the infinitive that the words before it govern, and governs nothing.

    *kan besluta om vite* **om** *rättelse inte vidtas*; after *och* the verb may be the second that is governed:
    *ska skrivas i en plan om buller och* **vidtas** *i maj*.
    """
    block = words.block
    for token in range(words.start - 1, words.sentence.start - 1, -1):
        word = block.words[token]
        if word in _MAY_OPEN:
            return "VerbForm=Inf" in block.features[_verb_before(block, token, words.sentence.start)]
        if word in _GOVERNORS or block.tags[token] == "CCONJ" or block.tags[token] in VERBS:
            return False
    return False


def _verb_before(block: AnalysedBlock, token: int, first: int) -> int:
    """The nearest verb before the token; ``first`` where there is none after it."""
    return next((i for i in range(token - 1, first, -1) if block.tags[i] in VERBS), first)
