"""Long stretches without a blank, and long stretches of blanks: no words, and slow to look at as such.

*U2FsdGVkX18…*, a web address of two lines, a row of brackets.  The language model sees a word in their stead, and
expressions see them broken: one that looks for *any word, and then a comma* takes as many steps as the square of the
longest word.
"""

from __future__ import annotations

import re

LONGEST = 100
"""Signs without a blank that may be a word, or several with signs between; the longest Swedish ones have fifty."""
STAND_IN = "X"
"""What the language model gets to see instead: a name, it takes it for."""
LONGEST_BLANK = 400
"""Blanks in a row, as a form has them for the answer."""
_BLANKS = re.compile(rf"(?<!\s)\s{{{LONGEST_BLANK + 1},}}")
_LINK = "q"
"""A letter that no word is: what breaks a row of anything else, and is found by no rule."""
_LONG = re.compile(rf"(?<!\S)\S{{{LONGEST + 1},}}")
_MANY_SIGNS = 21
_SIGNS = re.compile(rf"[^\w\s.–-]{{{_MANY_SIGNS},}}|_{{{_MANY_SIGNS},}}")
"""A row of signs, each of which would be a word to the language model: brackets, underscores to write on.

Dots and dashes are one word to it anyhow.
"""
_OPENING = "([{”\"«»'"
_CLOSING = ".,;:!?)]}”\"«»'"
_MOST_CLOSING = 3


def has_long(text: str) -> bool:
    """Whether a stretch is too long to be words: hardly a text has one."""
    return len(text) > LONGEST and max(map(len, text.split()), default=0) > LONGEST


def shortened(text: str) -> str:
    """The text with a word and blanks for each such stretch, so that all else stands where it stood.

    Brackets around it and stops after it stay: *(https://…)* ends no sentence, *https://….* does.  Of a row of signs
    the first one stays.
    """
    longest = max(map(len, text.split()), default=0)
    if longest < _MANY_SIGNS:  # as in most texts: to split one is quicker than to search it
        return text
    text = _LONG.sub(_shortened, text) if longest > LONGEST else text
    return _SIGNS.sub(lambda row: row[0][0].ljust(len(row[0])), text)


def _shortened(long: re.Match[str]) -> str:
    stretch = long[0]
    opening = stretch[0] if stretch[0] in _OPENING else ""
    after = stretch[len(stretch.rstrip(_CLOSING)) :]
    closing = after if len(after) <= _MOST_CLOSING else ""
    word = opening + STAND_IN
    return word + " " * (len(stretch) - len(word) - len(closing)) + closing


def broken(text: str) -> str:
    """The text with such stretches broken, so that all else stands where it stood.

    A stretch keeps its first signs, by which a web address is known; the rest are letters and blanks.
    """
    if has_long(text):
        text = _LONG.sub(_broken, text)
    return _BLANKS.sub(_filled, text) if len(text) > LONGEST_BLANK else text


def _broken(long: re.Match[str]) -> str:
    stretch = long[0]
    piece = " " + _LINK * (LONGEST - 1)
    rest = len(stretch) - LONGEST
    return stretch[:LONGEST] + (piece * (rest // LONGEST + 1))[:rest]


def _filled(blanks: re.Match[str]) -> str:
    row = blanks[0]
    return "".join(_LINK if at % LONGEST_BLANK == LONGEST_BLANK - 1 else blank for at, blank in enumerate(row))


def cut(text: str) -> str:
    """The text with no more than the first signs of such stretches: enough to tell what language they are in."""
    return _LONG.sub(lambda long: long[0][:LONGEST], text) if has_long(text) else text
