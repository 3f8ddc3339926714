"""Which signs stand apart from the words they touch: what the tokeniser asks of a single sign.

The sets are those that spaCy 3.8 goes by, with which the language model was trained, as far as a Swedish letter may
hold them.  Newer signs are left with their words, as they were then.
"""

from __future__ import annotations

import unicodedata

DIGITS = frozenset("0123456789")
PUNCTUATION = frozenset("…,:;!?¿؟¡()[]{}<>_#*&。？！，、；：～·।،۔؛٪")
QUOTES = frozenset("'\"”“`‘´’‚,„»«「」『』（）〔〕【】《》\u2329\u232a〈〉⟦⟧")
CURRENCIES = frozenset("$£¥฿﷼") | frozenset(map(chr, range(ord("₠"), ord("₿") + 1)))
DOLLARS = ("US$", "C$", "A$")
"""Currencies that start with letters."""

_LENGTHS = ("km", "m", "dm", "cm", "mm")
UNITS = frozenset(length + power for length in _LENGTHS for power in ("", "²", "³")) | frozenset(
    "ha µm nm yd in ft kg g mg µg t lb oz m/s km/h kmh mph hPa Pa mbar mb MB kb KB gb GB tb TB T G M K %".split()
)
"""Units of measurement that are a word of their own after a figure: *5km*, *25%*."""

_NEWER_ICONS = (
    ("\U0001f6d5", "\U0001f6df"),
    ("\U0001f6fa", "\U0001f6ff"),
    ("\U0001f7d9", "\U0001f7ff"),
    ("\U0001f90c", "\U0001f90f"),
    ("\U0001f93f", "\U0001f93f"),
    ("\U0001f971", "\U0001f972"),
    ("\U0001f977", "\U0001f979"),
    ("\U0001f97b", "\U0001f97b"),
    ("\U0001f9a3", "\U0001f9af"),
    ("\U0001f9ba", "\U0001f9bf"),
    ("\U0001f9c3", "\U0001f9cf"),
    ("\U0001fa00", "\U0001fa5f"),
    ("\U0001fa6e", "\U0001fbff"),
)
"""First and last of those that came after Unicode 11: Python's own tables change with its version."""


def is_icon(sign: str) -> bool:
    """Whether the sign is a picture, an arrow, a degree: *☎*, *©*, *°*, an emoji, but no tone of skin.

    >>> [sign for sign in "☎©°→😀🥲+" if is_icon(sign)]
    ['☎', '©', '°', '😀']
    """
    if sign < "\x80" or unicodedata.category(sign) != "So":
        return False
    return sign < _NEWER_ICONS[0][0] or not any(first <= sign <= last for first, last in _NEWER_ICONS)


def is_letter(sign: str) -> bool:
    """Whether the sign is a letter of a word: no *ª*, *µ*, *ʼ*, *ⁿ* or *ﬁ*, which stand for others.  Of no sign, no.

    >>> [sign for sign in "aÅéжªµʼⁿﬁ1_" if is_letter(sign)]
    ['a', 'Å', 'é', 'ж']
    """
    if not sign.isalpha() or sign in "ªµº":
        return False
    return not ("\u02b0" <= sign < "\u0370" or "\u2000" <= sign < "\u3000" or sign >= "\ufb00")


def is_small(sign: str) -> bool:
    """Whether the sign is a small letter, or one of a script without capitals."""
    return is_letter(sign) and not sign.isupper()


def is_capital(sign: str) -> bool:
    """Whether the sign is a capital letter, or one of a script without capitals."""
    return is_letter(sign) and not sign.islower()


def are_letters(signs: str, count: int) -> bool:
    """Whether there are ``count`` signs, all of them letters."""
    return len(signs) == count and all(map(is_letter, signs))
