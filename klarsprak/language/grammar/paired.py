"""Two passives that *och* or *eller* joins, with one doer."""

from __future__ import annotations

from klarsprak.language.grammar.passive import is_passive
from klarsprak.language.words_at import WordsAt

_PAIRS = frozenset({"och", "eller"})
_CHOICE, _NEXT = 14, 3
"""So many words before the verb stands the one that *eller* gives another choice than, or that *och* joins it to."""
_NEW_CLAUSE = frozenset({"VERB", "AUX", "SCONJ", "PUNCT"})
_PARTICLES = frozenset({"ADP", "ADV", "PART"})


def paired_with(verb: WordsAt) -> int:
    """The token of the passive that *och* or *eller* joins to the verb, -1 where there is none.

    *ska* **lämnas** *in eller skickas*, *kan* **lämnas** *på nätet eller skickas*: one doer, said once for both.
    """
    block, start, _ = verb
    if start < 2 or block.words[start - 1] not in _PAIRS:
        return -1
    is_choice = block.words[start - 1] == "eller"
    for token in range(start - 2, max(verb.sentence.start, start - (_CHOICE if is_choice else _NEXT)) - 1, -1):
        if is_passive(block, token):
            return token
        if block.tags[token] in _NEW_CLAUSE if is_choice else block.tags[token] not in _PARTICLES:
            break
    return -1
