"""A sentence in lower case in which each reference is replaced by ``REF``: how many words it has besides."""

from __future__ import annotations

import re

REF = "§ref§"
MIN_WORDS = 4
"""A clause with fewer words than this, references apart, says nothing of what a section means."""
_WORDS = re.compile(r"\w+")
_ENOUGH_WORDS = re.compile(rf"\b(?:\w++\W++){{{MIN_WORDS - 1}}}\w")


def words_of(text: str) -> list[str]:
    """The words, those of a reference among them."""
    return _WORDS.findall(text)


def count_words(text: str) -> int:
    """The number of words, references apart."""
    return len(words_of(text.replace(REF, "")))


def is_too_short(text: str) -> bool:
    """Whether the text has too few words to say what a section means.

    *Beslut enligt 25 § FL.*  Long texts aren't counted to their end.
    """
    return _ENOUGH_WORDS.search(text.replace(REF, "")) is None
