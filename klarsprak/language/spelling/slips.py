"""How likely a slip is: lower numbers for those that fingers and ears make most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

KEYS = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
_SLANT = 0.25
"""How far, in keys, each row of a keyboard is moved to the right of the one above."""
_ALIKE = frozenset(map(frozenset, "eä oå gj kc sc vw iy kq sz öo åa äa éè ée èe uo dt bp ei".split()))
"""Letters that sound alike, or that differ by their marks."""
_SOUNDS = (
    "sj stj skj sk sch ch sh",
    "j hj lj gj dj g",
    "tj kj k tsch",
    "ks x cks",
    "ng gn ngn",
    "nk ngk",
    "kt gt ckt",
    "ck kk k",
    "sion tion",
    "mn mmn",
    "ft vt",
    "ss sc c",
    "f ph",
    "qu kv",
)
"""Spellings of the same sound."""
SOUNDS: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
"""By its first letter: what is written by ear, and what it should be, where one of them is more than a letter."""
for _row in _SOUNDS:
    for _wrong, _right in permutations(_row.split(), 2):
        if max(len(_wrong), len(_right)) > 1:
            SOUNDS[_wrong[0]].append((_wrong, _right))
_UNMARKED = {"a": "åä", "o": "ö", "e": "é"}
OF_SOUND = 0.6
OF_ORDER = 0.5
"""*uppmärskamma*: two letters in each other's place."""
OF_MARK = 0.3
"""*forlangning*: a letter without its ring or dots."""
OF_DOUBLING = 0.4
"""*tilstånd*, *brev*: one letter for two of the same, or two for one."""
CHEAPEST = min(OF_SOUND, OF_ORDER, OF_MARK, OF_DOUBLING)
_OF_FIRST = 0.5
"""What is added for the first letter, where few slip."""


def _neighbours() -> frozenset[frozenset[str]]:
    places = {
        letter: (row, column + row * _SLANT) for row, keys in enumerate(KEYS) for column, letter in enumerate(keys)
    }
    return frozenset(
        frozenset((one, other))
        for one, (row, column) in places.items()
        for other, (row2, column2) in places.items()
        if one != other and abs(row - row2) <= 1 and abs(column - column2) <= 1
    )


_NEIGHBOURS = _neighbours()


OF_OTHER = 1.1
"""*pridukt*, *kanskj*: a letter instead of one that is neither like it nor beside it."""
OF_LEFT_OUT = 0.7
"""*förklaing*: a letter too few, of no two that are alike."""


def unmarked(letter: str) -> str:
    """The letters that look like this one but for a ring, dots or an accent.

    >>> unmarked("a"), unmarked("k")
    ('åä', '')
    """
    return _UNMARKED.get(letter, "")


def _close() -> dict[str, str]:
    """By what is written: the letters instead of which it is written rather than others."""
    letters = "".join((*KEYS, "é", "è"))
    return {wrong: "".join(right for right in letters if of_instead(wrong, right, 1) < OF_OTHER) for wrong in letters}


def of_instead(wrong: str, right: str, place: int) -> float:
    """The cost of writing one letter instead of another: *pridukt*.

    >>> of_instead("e", "ä", 3) < of_instead("i", "o", 3) < of_instead("k", "a", 3)
    True
    """
    pair = frozenset((wrong, right))
    first = 0 if place else _OF_FIRST
    if right in unmarked(wrong):
        return OF_MARK
    if pair in _ALIKE:
        return OF_SOUND + first
    return (0.7 if pair in _NEIGHBOURS else OF_OTHER) + first


def of_missing(right: str, before: str, after: str, place: int) -> float:
    """The cost of leaving a letter out between two others: *förklaing*.

    >>> of_missing("l", "l", "s", 3) < of_missing("r", "a", "i", 3)
    True
    """
    if right in (before, after):
        return OF_DOUBLING
    return OF_LEFT_OUT if place else OF_LEFT_OUT + _OF_FIRST


def of_extra(wrong: str, before: str, after: str, place: int) -> float:
    """The cost of a letter too many between two others: *gilitighet*.

    >>> of_extra("s", "s", "i", 3) < of_extra("k", "l", "i", 3)
    True
    """
    if wrong in (before, after):
        return OF_DOUBLING
    is_slip = frozenset((wrong, before)) in _NEIGHBOURS or frozenset((wrong, after)) in _NEIGHBOURS
    return (0.7 if is_slip else 0.8) + (0 if place else _OF_FIRST)


CLOSE = _close()
"""By what is written: all letters that are like it or beside it; writing it instead of another costs ``OF_OTHER``."""


OF_FINGERS = 2
"""So many of these slips come first, and then those of rings and dots: *sandning* isn't *sändning*."""


def slips_at_first(text: str) -> Iterator[str]:
    """The text with such a slip at its first letter."""
    letter, after = text[0], text[1:]
    yield after if after[:1] == letter else after[:1] + letter + after[1:]
    yield letter + text
    for marked in unmarked(letter):
        yield marked + after
