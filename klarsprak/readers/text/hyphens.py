"""Hyphens at the end of a line: which ones only the layout made."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

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
    first = 0
    for line in lines:
        tokens = [match.group().casefold() for match in _TOKEN.finditer(line)]
        is_cut = line.endswith(("-", SOFT_HYPHEN))
        words.update(tokens[first : len(tokens) - is_cut])
        first = int(is_cut)  # the next line begins with the rest of a word
    return frozenset(words)


def close_line(line: str, following: str, known: Collection[str] = frozenset()) -> str:
    """``line`` as it stands right before ``following`` when both are one paragraph.

    A hyphen that hyphenation made is gone (*an-/sökan*); one that belongs to the word stays (*e-/post*, *EU-/medel*,
    *2024-/05-01*), with a space before a conjunction (*kommun-/och*).  ``known`` are the letter's own words in lower
    case, see ``whole_words``.
    """
    if line.endswith(SOFT_HYPHEN):
        return line.rstrip(SOFT_HYPHEN)
    if line.endswith("-"):
        return _close_at_hyphen(line, following, known)
    return line if _runs_on(line, following) else line + " "


def _runs_on(line: str, following: str) -> bool:
    """Whether a line that ends in no hyphen still goes on without a space: *unge/ungar*, *08.00–16.00*."""
    if line.endswith("/"):
        return len(line) > 1 and not line[-2].isspace()
    return bool(re.search(r"\d–$", line)) and following[:1].isdigit()


def _close_at_hyphen(line: str, following: str, known: Collection[str]) -> str:
    """The line with its last hyphen or without it, or with a space after what is a dash or stands for a word."""
    stem, rest = _stem(line), _first_word(following)
    is_cut_word = stem and rest and rest not in _CONJUNCTIONS
    if not is_cut_word:
        return line + " "
    return line if _keeps_hyphen(stem, rest, known) else _without_hyphen(line, stem, rest)


def _stem(line: str) -> str:
    """What stands of a word before the hyphen that ends the line; nothing before a dash or a bracket."""
    match = _LAST.search(line[:-1])
    last = match.group() if match else ""
    return last if last[-1:].isalnum() else ""


def _first_word(following: str) -> str:
    match = _FIRST.match(following)
    return match.group() if match else ""


def _keeps_hyphen(stem: str, rest: str, known: Collection[str]) -> bool:
    """Whether the hyphen belongs to the word: the letter's own words say so, else how its parts look."""
    joined = (stem + rest).casefold()
    if joined in known:
        return False
    return _is_known_hyphened(stem, rest, known) or any(takes(stem, rest) for _, takes in TAKES_HYPHEN)


def _is_known_hyphened(stem: str, rest: str, known: Collection[str]) -> bool:
    """Whether the letter has the word with its hyphen elsewhere, be it with another ending: *mall-brevet*."""
    beginning = f"{stem}-{rest}".casefold()[: len(stem) + 6]
    return any(word.startswith(beginning) for word in known if "-" in word)


def _has_capital(stem: str, rest: str) -> bool:
    """Whether a name or an abbreviation is a part, but not where all is in capitals: *BE-/SLUT*."""
    if stem.isupper():
        return len(rest) == 1 or not rest.isupper()
    return rest[0].isupper()


def _is_short_form(stem: str, rest: str) -> bool:
    """Whether the first part is a word of its own that takes a hyphen: *icke-/rökare*, but not *id-/rott*."""
    form = stem.casefold()
    if form == "id":
        return not rest.startswith("rott")
    return form in _HYPHENED or _VOWELS.isdisjoint(form)


TAKES_HYPHEN: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("a letter by itself", lambda stem, rest: len(stem) == 1),  # e-/post
    ("a number before", lambda stem, rest: not stem.replace("-", "").isalpha()),  # 16-/åring
    ("a number after", lambda stem, rest: not rest[0].isalpha()),  # artikel-/2
    ("a name or an abbreviation", _has_capital),  # Karl-/Erik, EU-/medel
    ("a short form", _is_short_form),  # it-/system, sms-/avisering
)
"""What the two parts of a word show that is written with a hyphen, and whether they do."""


def _without_hyphen(line: str, stem: str, rest: str) -> str:
    """Of three consonants that a word break has restored, one goes again: *till-/lägg* → *tillägg*."""
    is_tripled = stem[-2:] == rest[0] * 2 and rest[0] in _CONSONANTS
    return line[:-2] if is_tripled else line[:-1]
