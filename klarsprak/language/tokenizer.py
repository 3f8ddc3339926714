"""The tokeniser: where the words and signs of a Swedish letter begin and end.

A text is cut at its blanks; each chunk gives up signs from its front and its end as long as it can, and what is left
is divided at signs between letters.  So spaCy does it too, whose tokens the language model was trained on: a change
here is a change of what it sees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from klarsprak.language.abbreviations import ABBREVIATION, FINAL, LEADING
from klarsprak.language.addresses import is_address
from klarsprak.language.signs import (
    CURRENCIES,
    DIGITS,
    DOLLARS,
    PUNCTUATION,
    QUOTES,
    UNITS,
    are_letters,
    is_capital,
    is_icon,
    is_letter,
    is_small,
)
from klarsprak.language.unbroken import LONGEST
from klarsprak.lazy_regex import LazyRegex

_STRETCHES = re.compile(r"(\S+)( ?)|(\s+)")
"""A chunk and the blank that belongs to no token, or other blanks."""

_MEASURE = LazyRegex(
    r"""
    [\d.,]*(?:km|cm|mm|m|m2|m3|m²|m³|kvm|ha|kg|hg|g|mg|µg|ton|l|dl|ml|kWh|MWh|kW|MW|W|kr|tkr|mkr|öre|st|ggr|p)
    /[a-zåäö]+[23²³]?
  | [cC]/[oO]
    """,
    flags=re.VERBOSE,
)
"""Something for something else, with its number or without, and care of: 40 km/h, 500kr/månad, c/o."""

_LISTED = LEADING | FINAL
_OPENING = PUNCTUATION | QUOTES | CURRENCIES | set("%=—–")
# ’s is no ending of its own in Swedish, and s’ is a genitive (Columbus’).
_CLOSING = (PUNCTUATION | QUOTES | set("—–")) - {"'"}
_AFTER_FIGURE = UNITS | CURRENCIES | {*DOLLARS, "+"}
_LONGEST_AFTER_FIGURE = max(map(len, _AFTER_FIGURE))
_BEFORE_STOP = PUNCTUATION | QUOTES | DIGITS | set("%²-+|")
"""Signs, besides small letters, after which a stop is a token of its own."""
_DEGREES = {"°C", "°F", "°K"}


def tokenize(text: str) -> tuple[list[str], list[bool]]:
    """The text's tokens in order, and of each whether a blank (one space, which belongs to no token) follows.

    Joined with these blanks the tokens are the text: other or more blanks are tokens of their own.

    >>> tokenize("Ring oss (kl. 9–12),  tack!")[0]
    ['Ring', 'oss', '(', 'kl.', '9–12', ')', ',', ' ', 'tack', '!']
    >>> tokenize("Hej du!")
    (['Hej', 'du', '!'], [True, False, False])
    """
    tokens: list[str] = []
    spaced: list[bool] = []
    for chunk, blank, blanks in _STRETCHES.findall(text):
        if chunk.isalpha():
            tokens.append(chunk)
        elif chunk:
            parts = _divided(chunk)
            tokens += parts
            spaced += [False] * (len(parts) - 1)
        else:
            tokens.append(blanks)
        spaced.append(blank == " ")
    return tokens, spaced


def _divided(chunk: str) -> tuple[str, ...]:
    """The tokens of a text without blanks: signs before, what is left, signs after.

    >>> _divided("(se");  _divided("bl.a.).");  _divided("och/eller")
    ('(', 'se')
    ('bl.a.', ')', '.')
    ('och', '/', 'eller')
    """
    before: list[str] = []
    after: list[str] = []
    start, end = 0, len(chunk)
    while start < end and not _is_whole(chunk, start, end):
        if opening := _prefix(chunk, start, end):
            before.append(chunk[start : start + opening])
            start += opening
            if start == end or _is_whole(chunk, start, end):  # an abbreviation keeps its stop: (kl.
                break
        if closing := _suffix(chunk, start, end):
            after.append(chunk[end - closing : end])
            end -= closing
        elif not opening:
            return *before, *_cut_within(chunk[start:end]), *reversed(after)
    return *before, *filter(None, [chunk[start:end]]), *reversed(after)


def _is_whole(chunk: str, start: int, end: int) -> bool:
    """Whether nothing divides this part: a word of letters, or what is to stay one.

    What is longer than any word is not looked at: thousands of brackets round it would each have all of it read anew.
    """
    if end - start > LONGEST:
        return False
    part = chunk[start:end]
    return part.isalpha() or _is_one_token(part)


def _is_one_token(text: str) -> bool:
    """Whether the tokeniser is not to divide this: an abbreviation, a measure.

    >>> [text for text in ("bl.a.", "500kr/månad", "km/h", "c/o", "och/eller") if _is_one_token(text)]
    ['bl.a.', '500kr/månad', 'km/h', 'c/o']
    """
    if "." in text and _is_abbreviation(text):
        return True
    return "/" in text and _MEASURE.fits(text)


def _is_abbreviation(text: str) -> bool:
    """Whether a text with a stop is an abbreviation; a word with its stop is looked up in no time."""
    if len(text) > len("A.") and text[:-1].isalpha():
        return text.lower() in _LISTED
    return ABBREVIATION.match(text) is not None


def _prefix(chunk: str, start: int, end: int) -> int:
    """Signs to divide from the front of the part: most often one or none."""
    sign = chunk[start]
    if sign.isalnum():
        return chunk.index("$", start) + 1 - start if chunk.startswith(DOLLARS, start, end) else 0
    if sign in _OPENING:
        return 1
    if sign == "§":
        return 2 if chunk.startswith("§§", start, end) else 1
    if sign == ".":
        return _several_stops(chunk, start, end)
    if sign == "+":  # the plus of a number stays
        return 0 if start + 1 < end and chunk[start + 1] in DIGITS else 1
    return int(is_icon(sign))


def _several_stops(chunk: str, start: int, end: int) -> int:
    """Stops at the front of the part, if there are more than one."""
    after = start
    while after < end and chunk[after] == ".":
        after += 1
    return after - start if after - start > 1 else 0


def _suffix(chunk: str, start: int, end: int) -> int:
    """Signs to divide from the end of the part: most often one or none."""
    sign = chunk[end - 1]
    if sign in _CLOSING:
        return 2 if sign == "…" and chunk.endswith("……", start, end) else 1
    if sign in _SUFFIXES:
        return _SUFFIXES[sign](chunk, start, end)
    return _after_figure(chunk, start, end) or int(is_icon(sign))


def _after_figure(chunk: str, start: int, end: int) -> int:
    """Signs of a unit or currency that the part ends in, if a figure stands before them: *5km*, *25%*."""
    at, least = end, max(start, end - _LONGEST_AFTER_FIGURE)
    while at > least and chunk[at - 1] not in DIGITS:
        at -= 1
    if start < at < end and chunk[at - 1] in DIGITS and chunk[at:end] in _AFTER_FIGURE:
        return end - at
    return 0


def _stops(chunk: str, start: int, end: int) -> int:
    """Stops at the end of the part: several, or one of a word, number or sign, but not of a capital (*K.-G.*)."""
    at = end
    while at > start and chunk[at - 1] == ".":
        at -= 1
    if end - at > 1:
        return end - at
    if at == start:
        return 0
    return int(_gives_its_stop(chunk[max(start, at - 2) : at]))


def _gives_its_stop(ending: str) -> bool:
    """Whether a stop after these two signs, or this one, is a token of its own."""
    if ending[-1] in _BEFORE_STOP or is_small(ending[-1]) or ending in _DEGREES:
        return True
    return len(ending) > 1 and ending.replace("_", "a").isalnum()


def _apostrophe(chunk: str, start: int, end: int) -> int:
    """One at the end of the part, unless it is the genitive's: *Columbus'*."""
    return int(end - start > 1 and chunk[end - 2] not in "sSxXzZ")


def _sections(chunk: str, start: int, end: int) -> int:
    """*§* or *§§* at the end of the part, after a number or small letter: *3§*, *4a§§*."""
    length = 2 if chunk.endswith("§§", start, end) else 1
    if end - length <= start:
        return 0
    before = chunk[end - length - 1]
    return length if before in DIGITS or "a" <= before <= "z" else 0


_SUFFIXES: dict[str, Callable[[str, int, int], int]] = {".": _stops, "'": _apostrophe, "§": _sections}


def _cut_within(part: str) -> list[str]:
    """The part divided at signs between letters; an address is not."""
    signs = list(_infixes(part))
    if not signs or is_address(part):
        return [part]
    bounds = [0, *(bound for sign in signs for bound in sign), len(part)]
    return [part[start:end] for start, end in pairwise(bounds) if start < end]


_SIGN_WITHIN = re.compile(r"\.\.+|--|[^\w-]")
"""What may divide; most words hold none, nor do days and numbers: *2026-03-02*."""


def _infixes(part: str) -> Iterator[tuple[int, int]]:
    """Where the signs that divide a part stand: first sign, and after the last."""
    for found in _SIGN_WITHIN.finditer(part):
        sign, (at, after) = found[0], found.span()
        divides = _BETWEEN.get(sign)
        if divides(part[max(0, at - 2) : at], part[after : after + 2]) if divides else _divides_always(sign):
            yield at, after


def _divides_always(sign: str) -> bool:
    return sign == "…" or sign.startswith("..") or is_icon(sign)


def _between_letters(before: str, after: str) -> bool:
    return is_letter(before[-1:]) and is_letter(after[:1])


def _between_sentences(before: str, after: str) -> bool:
    """*slut.Nu*."""
    return is_small(before[-1:]) and is_capital(after[:1])


def _before_value(before: str, after: str) -> bool:
    """*Handläggare:Anna*, but *EU:s*, *S:t*."""
    return _between_sentences(before, after) and is_small(after[1:])


def _before_word(before: str, after: str) -> bool:
    """*Berg(handläggare)*, but *handläggare(n)*."""
    return is_letter(before[-1:]) and are_letters(after, 2)


def _between_words(before: str, after: str) -> bool:
    """Both words of a slash pair are words (och/eller); a case number's slash joins (SN2024/12, 2024/SN)."""
    if not are_letters(after, 2):
        return False
    return are_letters(before, 2) or (before[1:] == "-" and is_letter(before[:1]))


_BETWEEN: dict[str, Callable[[str, str], bool]] = {
    **dict.fromkeys((*",!?;<>=", "--"), _between_letters),
    **dict.fromkeys('”“"»)(][', _before_word),
    ".": _between_sentences,
    ":": _before_value,
    "/": _between_words,
}
"""Whether a sign divides, by the two signs before it and the two after."""
