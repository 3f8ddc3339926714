"""Capitals that are a part of a company's, a club's or a product's name: *Aros VVS & Rör AB*, *Ekvalla IBK*."""

from __future__ import annotations

import re

from klarsprak.language.spelling.lexicon import shipped_words

_NAME_BEFORE = re.compile(r"(?<=[\wåäö,] )([A-ZÅÄÖ][a-zåäöé]{3,}(?<!s)) $")
"""A name that doesn't open its sentence, and is in no genitive."""
_COMPANY_AFTER = re.compile(
    r"(?:(?: &| i)? [A-ZÅÄÖ][\w-]*){0,5}?(?: &)? (?:AB|HB|KB|Aktiebolag|[Ee]konomisk förening|[Ee]k\. ?för)\b"
)
"""What goes on to a company's kind."""
_COMPANY_BEFORE = re.compile(
    r"\b(?:AB|Aktiebolaget|[Bb]olaget|[Ff]irman|[Ff]öretaget|[Ee]ntreprenören) (?:[A-ZÅÄÖ][\w-]+ (?:& )?){0,2}$"
)
"""What a company's name begins with, or stands before it."""
_CLUBS = frozenset(
    "AIF AIK BC BIF BIS BK BOIS BTK CK DK FBC FBK FC FF FHC FIF FK GF GIF GK HBK HC HF HIF HK HV IBF IBK IBS IF IFK "
    "IK IS IVF JK JJK KFF KIF KK LIF LK MCK MK OIF OK OL PK RF RK SF SIF SK SLK SOK SS TBK TIF TK UIF VBK VK".split()
)
"""What clubs are called by, beside the name of their place: *Ekvalla* **IBK**, *innebandyklubb*."""
_PLACE_BEFORE = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé]{2,}(?:[ -][A-ZÅÄÖ][a-zåäöé]+)? $")
_PLACE_AFTER = re.compile(r" [A-ZÅÄÖ][a-zåäöé]{2,}")
_OF_SPORT = re.compile(
    r"\b(?:lag(?:et)?|klubb|föreningen?|match|spela|träna|tävla|cup|serie|idrott|fotboll|innebandy|handboll|ishockey|"
    r"bandy|simma|orientering|gymnasti|ridning|ridklubb|friidrott|tennis|golf|judo|ungdoms|ledare|hall)",
    re.IGNORECASE,
)
_PARAGRAPH = 2000
"""Signs on either side that are read for what a paragraph is about: one without an end isn't read for each name."""
_NEAR = 100
"""Signs before the capitals in which the name stands: a text of any length takes no longer for each."""


def is_in_company(text: str, start: int, end: int) -> bool:
    """Whether a company's name holds what stands there: *Aros VVS & Rör AB*, *Bostads AB KBO*.

    >>> [is_in_company(text, 0, 2) for text in ("KS Bygg AB lagar", "KS vill att Ekrör AB lagar", "VA AB")]
    [True, False, True]
    """
    before = text[max(0, start - _NEAR) : start]
    return _COMPANY_AFTER.match(text, end) is not None or _COMPANY_BEFORE.search(before) is not None


def is_in_club(text: str, start: int, end: int) -> bool:
    """Whether a club's name holds the capitals, in a paragraph about sport: *innebandy i Ekvalla IBK*, *BK Eken*.

    >>> texts = ("Hon spelar i Ekvalla IBK.", "Ring Eva på IBK.", "Chef för Ekvalla IBK.")
    >>> [is_in_club(text, text.index("IBK"), text.index("IBK") + 3) for text in texts]
    [True, False, False]
    """
    if text[start:end] not in _CLUBS:
        return False
    before = _PLACE_BEFORE.search(text[max(0, start - _NEAR) : start])
    stands_by_place = before is not None or _PLACE_AFTER.match(text, end) is not None
    return stands_by_place and _OF_SPORT.search(text, max(0, start - _PARAGRAPH), end + _PARAGRAPH) is not None


def goes_on_from_name(text: str, start: int) -> bool:
    """Whether what stands there belongs to the name before it, which is no Swedish word: *appen Fritex GO*.

    *Ekvallas KSAU* is the committee of a place.

    >>> [goes_on_from_name(text, len(text)) for text in ("Anmäl dig i Fritex ", "Så har Uppsala ", "Fritex ")]
    [True, False, False]
    """
    name = _NAME_BEFORE.search(text[max(0, start - _NEAR) : start])
    if name is None:
        return False
    word, lexicon = name[1].lower(), shipped_words()
    return not (lexicon.band(word) or lexicon.is_name(word) or lexicon.makes(word))
