"""Lists of words as people write them, made into expressions."""

from __future__ import annotations

import re


def any_of(*lists: str) -> str:
    """An expression for the words and phrases between commas; a star stands for the rest of a word, or a whole one.

    >>> bool(re.search(any_of("avslå*, säger nej"), "beslutet avslås"))
    True
    """
    phrases = (phrase.strip() for words in lists for phrase in words.split(","))
    spelt = (re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases if phrase)
    return rf"(?<!\w)(?:{'|'.join(sorted(spelt, key=len, reverse=True))})(?!\w)"


def compiled(*lists: str) -> re.Pattern[str]:
    """The same, for text in lower case."""
    return re.compile(any_of(*lists))
