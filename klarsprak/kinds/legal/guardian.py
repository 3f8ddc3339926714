"""What sections on god man say, as it is said to the god man: the *du* of the plain sentences is whoever has one."""

from __future__ import annotations

import re

from klarsprak.laws import Reference

_ACT = "1949:381"
_CHAPTERS = frozenset(map(str, range(11, 17)))
_WARD = {
    "du": "huvudmannen",
    "dig": "huvudmannen",
    "din": "huvudmannens",
    "ditt": "huvudmannens",
    "dina": "huvudmannens",
}
_YOU = re.compile(rf"\b(?:{'|'.join(_WARD)})\b", re.IGNORECASE)


def is_about_ward(reference: Reference) -> bool:
    """Whether the section is one of those in föräldrabalken on gode män, förvaltare and their huvudmän."""
    return reference.law is not None and reference.law.sfs == _ACT and reference.chapter in _CHAPTERS


def said_to_guardian(sentence: str) -> str:
    """The sentence with *huvudmannen* for *du*.

    >>> said_to_guardian("Du betalar den själv om din inkomst är över en viss gräns.")
    'Huvudmannen betalar den själv om huvudmannens inkomst är över en viss gräns.'
    """
    return _YOU.sub(_ward, sentence)


def _ward(you: re.Match[str]) -> str:
    """*Huvudmannens* for *Dina*."""
    word = you.group()
    ward = _WARD[word.lower()]
    return ward.capitalize() if word[0].isupper() else ward
