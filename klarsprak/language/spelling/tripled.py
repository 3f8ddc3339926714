"""Three like letters in a row, which no Swedish word has: *uppplogad*, *tilllåta*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_TRIPLE = re.compile(r"(.)\1\1")
_DOUBLE = re.compile(r"([bdfgklmnprst])\1(?=[aeiouyåäölrv])")
_LONG_PART = 4
"""Letters on each side of a joint at which one of three may have been left out."""
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


def with_third(word: str) -> Iterator[str]:
    """The word as it was put together, where two of three like letters are written: *handikapp* and *platser*.

    >>> list(with_third("handikapplatser")), list(with_third("bedömmer"))
    (['handikappplatser'], [])
    """
    for match in _DOUBLE.finditer(word, _LONG_PART - 2):
        if len(word) - match.end() >= _LONG_PART - 1 and match.end() >= _LONG_PART + 1:
            yield word[: match.end()] + match[1] + word[match.end() :]
