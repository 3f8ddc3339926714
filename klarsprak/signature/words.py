"""The words that signature blocks are made of."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    """The words of each section of ``words.txt`` in its order, without comments."""
    text = files(__package__).joinpath("words.txt").read_text(encoding="utf-8")
    sections: dict[str, tuple[str, ...]] = {}
    for section in text.split("\n[")[1:]:
        name, _, lines = section.partition("]\n")
        sections[name] = tuple(filter(_is_word, lines.splitlines()))
    return sections


def _is_word(line: str) -> bool:
    """Whether the line is neither empty nor a comment."""
    return line != "" and not line.startswith("#")


@cache
def words(section: str) -> frozenset[str]:
    """The words of a section of ``words.txt``."""
    return frozenset(_sections()[section])


@cache
def endings(section: str) -> tuple[str, ...]:
    """The word endings of a section, without their hyphen, ready for ``str.endswith``.

    *-chef* in the file: *enhetschef* ends so.
    """
    return tuple(word.removeprefix("-") for word in _sections()[section])


def is_compound_on(word: str, section: str) -> bool:
    """Whether the word, in lower case, ends as the section's words do and is longer than the ending alone.

    *miljökontoret*, but not *kontoret*, which alone names nothing.
    """
    return word[2:].endswith(endings(section))  # two letters at least stand before the ending


@lru_cache(maxsize=8192)  # an archive has words without end
def is_title_word(word: str) -> bool:
    """Whether the word, in lower case, is a title or ends in one: *rektor*, *bygglovshandläggare*.

    A word that stands before titles is none, whatever it ends as: *ansvarig*.
    """
    if word in words("title"):
        return True
    return word not in words("title-before") and word.endswith(endings("title-end"))
