"""Where words stand in a text, and where they stand by themselves."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

Stretch = tuple[int, int]
"""Where something begins and ends in the text."""
_WORD = re.compile(r"\w+")
_MANY = 40
"""So many words are looked for one by one; a text may be asked for thousands, which would take the square."""


class WordsAlone:
    """A text that is asked where words stand by themselves in it; for many it is looked through once for them all."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked = 0

    @cached_property
    def _known(self) -> Mapping[str, list[int]]:
        """Where its words begin: not told before many are asked for, since most letters ask for a few."""
        return _starts_of_words(self._text)

    def places(self, word: str) -> Iterator[Stretch]:
        """Where the word stands that is no part of another: *lss* in *lss-beslut*, but not in *klss*."""
        self._asked += 1
        if self._asked > _MANY and _WORD.fullmatch(word):
            for start in self._known.get(word, ()):
                yield start, start + len(word)
            return
        for start, end in places(word, self._text):
            if not (is_word(self._text, start - 1) or is_word(self._text, end)):
                yield start, end


def _starts_of_words(text: str) -> Mapping[str, list[int]]:
    """Where each word of letters, figures and underscores begins."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        starts[match[0]].append(match.start())
    return starts


def places(words: str, text: str) -> Iterator[Stretch]:
    """Where the words begin and end in the text, from the first place to the last."""
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + len(words))


def is_word(text: str, place: int) -> bool:
    """Whether a letter, figure or underscore stands there; nothing does before the text and after it.

    What stands before the text's first place is no letter either.
    """
    if not 0 <= place < len(text):
        return False
    return text[place].isalnum() or text[place] == "_"
