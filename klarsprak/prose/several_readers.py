"""Whether *ni* in a letter are several: all of a place or an age, so many, or the reader and somebody named."""

from __future__ import annotations

import re
from itertools import pairwise

from klarsprak.language.analysed import AnalysedBlock

_OF_AGE = frozenset("vuxna föräldrar anhöriga syskon lärare ledare".split())
"""Who *ni* are beside the reader: *ni vuxna*."""
_SHARED = frozenset("trapphus trappuppgång tvättstuga innergård hiss grannskap kvarter by".split())
"""What all who live there have: *ert trapphus*."""
_AT_YOURS = frozenset({"i", "på", "vid"})
"""What follows *hos er* that is where the reader works: *hos er i köket*."""
_FLOORS = frozenset("våning plan huset trapphuset gatan".split())
"""Where several live: *för er på våning 3*."""
_ARE = frozenset({"är", "blir", "var"})
_COUNTS = frozenset("två tre fyra fem sex sju åtta nio tio elva tolv femton tjugo trettio".split())
_WITH_YOU = frozenset({("med", "dig"), ("du", "och"), ("och", "du")})
_MOST_ABOUT_TWO = 5
"""Sentences in a row that begin with *ni*, of two people who have been named before them."""
_WE = frozenset("jag vi oss".split())
"""What is done *med dig* by one of these is done by those who write: *ni* isn't they."""
_WITH_CHILD = re.compile(
    r"\bmed (?:vårdnadshavare|målsman|föräldrar|förälder)\b"
    r"|(?m:^)till [^\n]{3,60} (?:och|samt) (?:hans|hennes|hens|deras) (?:vårdnadshavare|målsman|föräldrar|förälder)\b"
)
"""A child and a parent read the letter."""
_ONE_OF = re.compile(
    r"(?i)\b(?:någon|en|var|vem|alla|ingen|några|endera|flera|många|hälften|flesta|helst|två|tre|fyra|fem|\d+)"
    r" (?:av|bland|utav) er\b"
    r"|\b(?:hej|bästa|kära) (?:båda|bägge|alla)\b"
    r"|\bni (?:unga|ungdomar|äldre|elever|deltagare|medlemmar|boende|grannar|anhöriga|anställda|studenter"
    r"|pensionärer)\b"
)
"""Of a letter in which *du* may be one of those who read, and *ni* all of them."""


def is_for_several(text: str) -> bool:
    """Whether a letter with this text, in lower case, is for a child and a parent, or for one of many.

    *Till Maja Ek och hennes föräldrar*; *ni unga röstar i maj*.
    """
    return _WITH_CHILD.search(text) is not None or _ONE_OF.search(text) is not None


def is_of_place(words: list[str], token: int, after: str, then: str) -> bool:
    """Whether *er* are all of a place or an age: *hos er i köket*, *ert trapphus*, *ni vuxna*, *bland er*."""
    before = words[token - 1 : token]
    if before == ["bland"] or after in _OF_AGE or after in _SHARED:
        return True
    return after in _AT_YOURS and (before == ["hos"] or then in _FLOORS)


def is_counted(after: str, then: str) -> bool:
    """Whether the two words after *ni* say how many they are: *ni* **är åtta** *röstmottagare*."""
    return after in _ARE and (then in _COUNTS or then.isdigit())


def follows_two(block: AnalysedBlock, start: int) -> bool:
    """Whether somebody stands beside the reader in the sentence before, or before those that begin with *ni*.

    *En ledsagare följer med dig.* **Ni kan åka buss.** ``start`` is the sentence's first token.
    """
    for _ in range(_MOST_ABOUT_TWO):
        if start == 0:
            break
        before = block.sentence_at(start - 1)
        start = before.start
        forms = block.words[start : before.end]
        if forms[0] != "ni":
            return _WE.isdisjoint(forms) and not _WITH_YOU.isdisjoint(pairwise(forms))
    return False
