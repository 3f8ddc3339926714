"""Hyphens at the end of a line: which ones only the layout made."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

SOFT_HYPHEN = "\u00ad"

_CONJUNCTIONS = frozenset("och eller samt respektive resp. resp till alternativt såväl".split())
"""After a hyphen these mean that a part of the word is left out: *kommun- och landstingsval*."""

_OTHER_HYPHENS = "\u2010\u2011—"
"""What stands for a hyphen at a line's end in some exports: *kom—/mit*.  No Swedish dash touches a word so."""

_WORD_CUT_BY_ANOTHER = re.compile(rf"[^\W\d_][{_OTHER_HYPHENS}]$")
_TOKEN = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_BEFORE_LAST = re.compile(r"[\s/(\"”’]")
_FIRST = re.compile(r"[^\W_]+")
_INTERVAL = re.compile(r"\d–$")
_HYPHENED = frozenset("icke it ip hiv dna usb hbtqi".split())
_VOWELS = frozenset("aeiouyåäöé")
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")


def whole_words(lines: Iterable[str]) -> frozenset[str]:
    """The words of the lines that no line end cuts, in lower case: what ``close_line`` judges by."""
    words: set[str] = set()
    first = 0
    for line in lines:
        tokens = [match.group().casefold() for match in _TOKEN.finditer(line)]
        is_cut = line.endswith(("-", SOFT_HYPHEN)) or _WORD_CUT_BY_ANOTHER.search(line) is not None
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
    if following[:1].islower() and _WORD_CUT_BY_ANOTHER.search(line):
        line = line[:-1] + "-"
    if line.endswith("-"):
        return _close_at_hyphen(line, following, known)
    if _runs_on(line, following):
        return line
    return line + " "


def _runs_on(line: str, following: str) -> bool:
    """Whether a line that ends in no hyphen still goes on without a space.

    So does *unge/* before *ungar* and *08.00–* before *16.00*, but not a slash or a dash with a space before it.
    """
    if line.endswith("/"):
        return len(line) > 1 and not line[-2].isspace()
    if not following[:1].isdigit():
        return False
    return bool(_INTERVAL.search(line))


def _close_at_hyphen(line: str, following: str, known: Collection[str]) -> str:
    """The line with its last hyphen or without it, as it stands right before ``following``.

    A space follows where it is a dash, *tre veckor -/oftast*, or stands for the rest of a word, *kommun-/och*.
    """
    stem = _stem(line)
    rest = _first_word(following)
    is_dash = not stem or not rest
    if is_dash or rest in _CONJUNCTIONS:
        return line + " "
    if _keeps_hyphen(stem, rest, known):
        return line
    return _without_hyphen(line, stem, rest)


def _stem(line: str) -> str:
    """What stands of a word before the hyphen that ends the line; nothing before a dash or a bracket."""
    last = _BEFORE_LAST.split(line[:-1])[-1]
    ends_in_word = last[-1:].isalnum()
    return last if ends_in_word else ""


def _first_word(following: str) -> str:
    """The word, or the part of one before its own hyphen, that the next line begins with, if any."""
    match = _FIRST.match(following)
    if match is None:
        return ""
    return match.group()


def _keeps_hyphen(stem: str, rest: str, known: Collection[str]) -> bool:
    """Whether the hyphen belongs to the word.

    The letter's own words are surest: it writes *mallbrev* or *mall-brev* elsewhere.  Else its parts show it.
    """
    joined = (stem + rest).casefold()
    if joined in known:
        return False
    if _is_known_hyphened(stem, rest, known):
        return True
    return any(takes_hyphen(stem, rest) for _, takes_hyphen in TAKES_HYPHEN)


def _is_known_hyphened(stem: str, rest: str, known: Collection[str]) -> bool:
    """Whether the letter has the word with its hyphen elsewhere, be it with another ending: *mall-brevet*.

    The first part and five letters of the second one are enough.
    """
    hyphened = f"{stem}-{rest}".casefold()
    beginning = hyphened[: len(stem) + 6]
    known_hyphened = (word for word in known if "-" in word)
    return any(word.startswith(beginning) for word in known_hyphened)


def _has_capital(stem: str, rest: str) -> bool:
    """Whether one part is a name or an abbreviation: *Karl-/Erik*, *EU-/medel*.

    A heading all in capitals doesn't tell: *BE-/SLUT*.
    """
    if not stem.isupper():
        return rest[0].isupper()
    is_in_capitals = rest.isupper() and len(rest) > 1
    return not is_in_capitals


def _is_short_form(stem: str, rest: str) -> bool:
    """Whether the first part is a short form that takes a hyphen, with *id-/kort* told from *id-/rott*.

    Those without a vowel are read out letter by letter: *sms-/avisering*, *tv-/licens*.
    """
    form = stem.casefold()
    if form == "id":
        return not rest.startswith("rott")
    if form in _HYPHENED:
        return True
    return _VOWELS.isdisjoint(form)


TAKES_HYPHEN: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("a letter by itself", lambda stem, rest: len(stem) == 1),  # e-/post
    ("a number before", lambda stem, rest: not stem.replace("-", "").isalpha()),  # 16-/åring
    ("a number after", lambda stem, rest: not rest[0].isalpha()),  # artikel-/2
    ("a name or an abbreviation", _has_capital),  # Karl-/Erik, EU-/medel
    ("a short form", _is_short_form),  # it-/system, sms-/avisering
)
"""What the two parts of a word show that is written with a hyphen, and whether they do."""


def _without_hyphen(line: str, stem: str, rest: str) -> str:
    """The line without the hyphen that ends it.

    Of three consonants that a word break has restored, one goes again: *till-/lägg* → *tillägg*.
    """
    first = rest[0]
    is_tripled = stem.endswith(first * 2)
    if is_tripled and first in _CONSONANTS:
        return line[:-2]
    return line[:-1]
