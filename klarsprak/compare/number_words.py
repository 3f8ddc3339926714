"""Numbers in figures and in words: *1 500*, *ett tusen femhundra*, *tolv*."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    word: value
    for value, words in enumerate(
        "noll;en ett;två;tre;fyra;fem;sex;sju;åtta;nio;tio;elva;tolv;tretton;fjorton;femton;sexton;sjutton;arton;"
        "nitton".split(";")
    )
    for word in words.split()
}
_TENS = dict(zip("tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split(), range(20, 100, 10), strict=True))
_SMALL = _UNITS | _TENS
_GREAT = {"tusen": 1000, "miljon": 1_000_000, "miljoner": 1_000_000, "miljard": 10**9, "miljarder": 10**9}
_HUNDRED = "hundra"
_PARTS = sorted((*_SMALL, *_GREAT, _HUNDRED), key=len, reverse=True)
_PART = re.compile("|".join(_PARTS))
_WORD = f"(?:{'|'.join(_PARTS)})++"
"""Nothing of it is given back: *femtio* is *fem* and *tio* too, and a row of them would be divided in every way."""

FIGURES = r"\d{1,3}(?:[ .]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?"
"""*1 500*, *1.500*, *1500*, *2,50*; spaces that don't break are read as spaces."""
WORDS = rf"{_WORD}(?: {_WORD})*"
"""*tolv*, *ett tusen femhundra*, *tjugofem*."""
NUMBER = rf"(?<![\w,.:])(?<![A-Za-zÅÄÖåäö][-–])(?:(?P<figures>{FIGURES})|(?P<words>{WORDS}))(?![\w])"
"""A number that stands by itself."""


def value_of_figures(written: str) -> Decimal:
    """The number that figures write.

    >>> value_of_figures("1 500,50")
    Decimal('1500.50')
    """
    return Decimal(written.replace(" ", "").replace(".", "").replace(",", "."))


def value_of_words(written: str) -> Decimal:
    """The number that words write.

    >>> [int(value_of_words(words)) for words in ("tolv", "tjugofem", "ett tusen femhundra", "två miljoner")]
    [12, 25, 1500, 2000000]
    """
    total = current = 0
    for part in _PART.findall(written.lower()):
        if part == _HUNDRED:
            current = 100 * max(current, 1)
        elif part in _GREAT:
            total, current = total + _GREAT[part] * max(current, 1), 0
        else:
            current += _SMALL[part]
    return Decimal(total + current)


def value_of(match: re.Match[str]) -> Decimal:
    """The number that a match of ``NUMBER`` writes."""
    figures = match["figures"]
    return value_of_figures(figures) if figures else value_of_words(match["words"])
