"""Long stretches without a blank: no words, and slow to look at as such.

*U2FsdGVkX18…*, a web address of two lines, a row of brackets.
"""

from __future__ import annotations

import re

LONGEST = 100
"""Signs without a blank that may be a word, or several with signs between; the longest Swedish ones have fifty."""
STAND_IN = "X"
"""What the language model gets to see instead: a name, it takes it for."""
_LONG = re.compile(rf"(?<!\S)\S{{{LONGEST + 1},}}")
_OPENING = "([{”\"«»'"
_CLOSING = ".,;:!?)]}”\"«»'"
_MOST_CLOSING = 3


def has_long(text: str) -> bool:
    """Whether a stretch is too long to be words: hardly a text has one."""
    return len(text) > LONGEST and max(map(len, text.split()), default=0) > LONGEST


def long_stretches(text: str) -> list[re.Match[str]]:
    """Where such stretches stand."""
    return list(_LONG.finditer(text)) if has_long(text) else []


def shortened(text: str) -> str:
    """The text with a word and blanks for each such stretch, so that all else stands where it stood.

    Brackets around it and stops after it stay: *(https://…)* ends no sentence, *https://….* does.
    """
    return _LONG.sub(_shortened, text) if has_long(text) else text


def _shortened(long: re.Match[str]) -> str:
    stretch = long[0]
    opening = stretch[0] if stretch[0] in _OPENING else ""
    after = stretch[len(stretch.rstrip(_CLOSING)) :]
    closing = after if len(after) <= _MOST_CLOSING else ""
    word = opening + STAND_IN
    return word + " " * (len(stretch) - len(word) - len(closing)) + closing
