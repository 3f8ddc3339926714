"""Three like letters in a row, which no Swedish word has: *uppplogad*, *tilllåta*."""

from __future__ import annotations

import re
from collections.abc import Callable

_TRIPLE = re.compile(r"(.)\1\1")
_LEAST = 6
"""Letters of a word in which three like ones are a slip; *iii* and *xxxx* are no words."""


def has_triple(word: str) -> bool:
    """Whether three like letters follow one another."""
    return _TRIPLE.search(word) is not None


def without_third(word: str, lists: Callable[[str], bool]) -> str | None:
    """The lower-case word with two of the three letters, or one where only that is listed; None for other words.

    >>> without_third("uppplogad", {"upp"}.__contains__), without_third("kommmer", {"kommer"}.__contains__)
    ('upplogad', 'kommer')
    """
    if len(word) < _LEAST or not word.isalpha() or not has_triple(word):
        return None
    doubled, single = (_TRIPLE.sub(kept, word) for kept in (r"\1\1", r"\1"))
    return single if lists(single) and not lists(doubled) else doubled
