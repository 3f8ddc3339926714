"""How sure it is that a candidate was meant."""

from __future__ import annotations

from itertools import takewhile
from operator import eq

from klarsprak.language.spelling import slips
from klarsprak.language.spelling.candidates import Candidate
from klarsprak.language.spelling.endings import differs_by_link
from klarsprak.language.spelling.tripled import has_triple

COMMON = 4
"""How common a word is that is meant even where the letters happen to be a compound: *sak-erhet*."""
SEEN = 2
"""How common in compounds the parts are of one that was meant."""
OF_ONE = 0.8
"""The cost of a usual slip, at most;"""
OF_ONE_ODD = 1.1
"""and of an unusual one.  More are two."""
_SURE = {4: 9, 5: 9, 6: 3, 7: 2, 8: 1, 9: 1}
"""How common, at least, what was meant is where that is beyond doubt, by the letters of the word."""
_LONG_PART = 5
_OF_COUNTRIES = ("ländsk", "ländska", "ländskt")


def is_in_long_part(word: str, candidate: Candidate) -> bool:
    """Whether the slip is in a part long enough to be told, and is no link between parts: *tid(s)bokning*."""
    other, joints = candidate.word, candidate.joints
    if has_triple(other) or any(differs_by_link(word, other, joint) for joint in joints):
        return False
    place = sum(1 for _ in takewhile(bool, map(eq, word, other)))
    start = max((joint for joint in joints if joint <= place), default=0)
    end = min((joint for joint in joints if joint > place), default=len(other))
    return end - start >= (_LONG_PART if candidate.cost > slips.OF_DOUBLING else _LONG_PART - 1)


def is_sure(word: str, best: Candidate) -> bool:
    """Whether nothing speaks against the best: a rare word that two slips lead to was hardly meant.

    Neither do adjectives of countries' names, of which the lists have few: *nyazeeländska*.
    """
    if word.endswith(_OF_COUNTRIES):
        return False
    if best.parts > 1:
        return True
    least = COMMON if best.cost > OF_ONE_ODD else SEEN if best.cost > OF_ONE else 0
    return best.band >= max(_SURE.get(len(word), 0), least)


def is_odd(best: Candidate) -> bool:
    """Whether the slip is an unusual one, or one of a letter left out in a compound: *sediment(n)ation*."""
    return best.cost > OF_ONE or (best.parts > 1 and best.cost >= slips.OF_LEFT_OUT)


def is_far(best: Candidate, *, is_sure: bool) -> bool:
    """Whether an odd slip leads to it or to a compound, or few write it: *borrar* isn't *borrör*."""
    if best.cost > OF_ONE and (is_sure or best.band <= SEEN):
        return True
    if best.parts > 1:
        return best.cost >= slips.OF_LEFT_OUT
    return best.band < SEEN and best.cost > slips.OF_DOUBLING
