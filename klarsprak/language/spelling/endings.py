"""Endings that tell how a word is made: that it may be new and no slip, and what follows it in a compound."""

from __future__ import annotations

PRODUCTIVE = tuple(
    "are aren arna ares isk iska iskt ering eringen ning ningen ningar bar bart bara ism ismen ist itet iteten ologi "
    "ologer ologisk urger ande andet else elsen ad ade at ats ar er erna or s".split()
)
"""Endings that make new words and forms of any stem."""
LEARNED = tuple(
    f"{stem}{ending}"
    for stem in ("tion", "sion", "xion", "ering", "itet", "ator", "ologi", "ment", "lys", "ans", "ens")
    for ending in ("", "s", "en", "ens", "er", "erna", "ar", "arna")
)
"""Endings of words from Latin and Greek, of which trades have more than lists do."""
LINKED = ("ning", "ring", "ling", "tion", "sion", "het", "skap")
"""Endings of first parts that an *s* follows."""
_LINKS = "saeou"
"""Letters that link a first part to the next."""


def differs_by_link(word: str, other: str, joint: int) -> bool:
    """Whether the words are the same but for the link before the part that begins there in the other one.

    *tid(s)bokning*, *res(e)kostnader*.
    """
    if other[joint - 1] in _LINKS and word == other[: joint - 1] + other[joint:]:
        return True
    return len(word) > len(other) and word[joint] in _LINKS and word == other[:joint] + word[joint] + other[joint:]
