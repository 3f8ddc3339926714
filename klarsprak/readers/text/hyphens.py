"""Hyphens at the end of a line: which ones only the layout made."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

SOFT_HYPHEN = "\u00ad"

_CONJUNCTIONS = frozenset("och eller samt respektive resp. resp till alternativt såväl".split())
"""After a hyphen these mean that a part of the word is left out: *kommun- och landstingsval*."""

_TOKEN = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_LAST = re.compile(r"[^\s/(\"”’]*$")
_FIRST = re.compile(r"[^\W_]+")
_HYPHENED = frozenset("icke it ip hiv dna usb hbtqi".split())
_VOWELS = frozenset("aeiouyåäöé")
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")


def whole_words(lines: Iterable[str]) -> frozenset[str]:
    """The words of the lines that no line end cuts, in lower case: what ``close_line`` judges by."""
    words: set[str] = set()
    cut = False
    for line in lines:
        tokens = [match.group().casefold() for match in _TOKEN.finditer(line)]
        next_cut = line.endswith(("-", SOFT_HYPHEN))
        words.update(tokens[cut : len(tokens) - next_cut])
        cut = next_cut
    return frozenset(words)


def close_line(line: str, following: str, known: Collection[str] = frozenset()) -> str:
    """``line`` as it stands right before ``following`` when both are one paragraph.

    A hyphen that hyphenation made is gone (*an-/sökan*); one that belongs to the word stays (*e-/post*, *EU-/medel*,
    *2024-/05-01*), with a space before a conjunction (*kommun-/och*).  ``known`` are the letter's own words in lower
    case, see ``whole_words``.
    """
    if line.endswith(SOFT_HYPHEN):
        return line.rstrip(SOFT_HYPHEN)
    if not line.endswith("-"):
        return line if _runs_on(line, following) else line + " "
    last = _LAST.search(line[:-1])
    stem = last.group() if last else ""
    first = _FIRST.match(following)
    if not stem or not stem[-1].isalnum() or first is None:
        return line + " "
    rest = first.group()
    if rest in _CONJUNCTIONS:
        return line + " "
    if _keeps_hyphen(stem, rest, known):
        return line
    return _without_hyphen(line, stem, rest, known)


def _runs_on(line: str, following: str) -> bool:
    """Whether a line that ends in no hyphen still goes on without a space: *unge/ungar*, *08.00–16.00*."""
    if line.endswith("/"):
        return len(line) > 1 and not line[-2].isspace()
    return bool(re.search(r"\d–$", line)) and following[:1].isdigit()


def _keeps_hyphen(stem: str, rest: str, known: Collection[str]) -> bool:
    joined, hyphened = (stem + rest).casefold(), f"{stem}-{rest}".casefold()
    if joined in known:
        return False
    if any(word.startswith(hyphened[: len(stem) + 6]) for word in known if "-" in word):
        return True
    capitals = stem.isupper() and rest.isupper() and len(rest) > 1
    own_sign = len(stem) == 1 or any(not c.isalpha() for c in stem.replace("-", "")) or not rest[0].isalpha()
    if own_sign or ((rest[0].isupper() or stem.isupper()) and not capitals):
        return True
    return _is_short_form(stem.casefold(), rest)


def _is_short_form(stem: str, rest: str) -> bool:
    """Whether the first part is a word of its own that takes a hyphen: *it-system*, *tv-licens*, *icke-rökare*."""
    if stem == "id":
        return not rest.startswith("rott")
    return stem in _HYPHENED or not _VOWELS & set(stem)


def _without_hyphen(line: str, stem: str, rest: str, known: Collection[str]) -> str:
    """Of three consonants that a word break has restored, one goes again: *till-/lägg* → *tillägg*."""
    tripled = len(stem) > 1 and stem[-1] == stem[-2] == rest[0] and stem[-1] in _CONSONANTS
    return line[:-2] if tripled else line[:-1]
