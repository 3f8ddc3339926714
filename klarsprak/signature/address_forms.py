"""The forms of addresses: streets with numbers, boxes, post codes with towns, and what may stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.signature.spans import Span
from klarsprak.signature.words import is_compound_on, words

_DIGIT = re.compile(r"\d")
_WORD = r"[A-ZÅÄÖÉ][\wåäöé'’:-]*"
# *2*, *2 B*, *2–4*, *12 A-14 C*
_NUMBER = r"\d{1,4}(?:\s?[A-Za-z]\b)?(?:\s?[–-]\s?\d{1,4}(?!\s?\d)(?:\s?[A-Z]\b)?)?"
# *Kvarngatan 2*, *Norra gatan 12 B*, *Sankt Eriks väg 3*
_STREET = re.compile(rf"(?P<street>{_WORD}(?:\s(?:{_WORD}|[a-zåäö]+)){{0,3}})\s(?P<number>{_NUMBER})(?![\d:-])")
_BOX = re.compile(r"\b(?:Box|BOX|Postbox|P\.?O\.? ?Box|Fack|PB)\s\d{1,5}(?!\d)")
_BOX_WORDS = ("ox", "OX", "Fack", "PB")
_FIVE_DIGITS = re.compile(r"\d{3}[ \u00a0]?\d{2}[ \u00a0]")
"""One of these words stands in every box, and such digits in every post code: quicker to look for."""
# 998 21 Norrlida *Telefon* …
_NO_TOWN = r"(?:Tel|Tfn|Tele\w+|Fax|E-?post\w*|Växel|Vx|Vxl|Besök\w*|Post\w*|Org|Webb\w*|Mobil|Direkt|Bankgiro|Box)\b"
# *Norra Tallvik*, *Ekeby hamn*, *ESBO STAD*
_TOWN = (
    rf"{_WORD}(?:[ \u00a0](?:STAD|Stad|stad)\b)?(?:[ \u00a0](?!\w+\s\d|{_NO_TOWN}){_WORD}){{0,2}}"
    r"(?:[ \u00a0](?:by|hamn|ås|bruk|strand|station|kyrkby|brunn)\b)?"
)
# *998 21 Norrlida*, *SE-998 21 Norra Tallvik*
_POSTCODE = re.compile(rf"(?<![\d-])(?:SE?[- ]?)?\d{{3}}[ \u00a0]?\d{{2}}[ \u00a0]{{1,3}}{_TOWN}")
# *Stadshuset*, *c/o Berg*, *plan 3*, *2 tr*, *Ekeby 12 A*
_BESIDE = re.compile(
    r"(?i:Kommunhuset|Stadshuset|Rådhuset|Medborgarhuset|Kommunalhuset"
    r"|c/o\s.+|(?:plan|våning|ingång|hus|trappa)\s\w+|\d+\s?(?:tr|trappor))$"
    rf"|{_WORD}(?:\s{_WORD})?\s\d{{1,4}}\s?[A-Z]?$"
)


def find_addresses(text: str) -> Iterator[re.Match[str]]:
    """Streets with numbers, boxes, and post codes with towns in the text, from left to right.

    Of two that overlap, the one that begins first counts: *Box 34* in *Norra Box 34*.
    """
    if not _DIGIT.search(text):
        return
    forms = [*_streets(text)]
    if any(map(text.__contains__, _BOX_WORDS)):
        forms += _BOX.finditer(text)
    if _FIVE_DIGITS.search(text):
        forms += _POSTCODE.finditer(text)
    forms.sort(key=lambda match: match.start())
    end = 0
    for match in forms:
        if match.start() >= end:
            yield match
            end = match.end()


def addresses_in(span: Span) -> list[Span]:
    """The addresses within a line, each as a stretch of it.

    *Kvarngatan 2* and *998 21 Norrlida* in *Kvarngatan 2, 998 21 Norrlida*; they are joined later.
    """
    return [span.matched(match) for match in find_addresses(span.text)]


def is_postal(text: str) -> bool:
    """Whether the text holds a post code with its town or a box, so that one can write there.

    *Box 34*, *998 21 Norrlida*, but not *Kvarngatan 2*.
    """
    return has_postcode(text) or _BOX.search(text) is not None


def has_postcode(text: str) -> bool:
    """Whether the address is complete: *Kvarngatan 2, 998 21 Norrlida*."""
    # Most lines have no digit at all, and then nothing has to be tried at each of their letters.
    return _DIGIT.search(text) is not None and _POSTCODE.search(text) is not None


def is_beside_address(text: str) -> bool:
    """Whether the text says more of an address beside it.

    *plan 3*, *c/o Berg*, *Stadshuset*, and *Ekeby 12*, which may be a farm or anything.
    """
    return _BESIDE.match(text) is not None


def is_street(text: str) -> bool:
    """Whether the words in front of a number are a street's name.

    *Norra gatan*, *Kvarngatan*, but not *Delegation* in *Delegation 12*.
    """
    return any(map(is_street_word, text.lower().split()))


def is_street_word(word: str) -> bool:
    """Whether the word, in lower case, is a street's.

    *gatan* and, as an ending, *kvarngatan*.
    """
    return word in words("street") or is_compound_on(word, "street-end")


def _streets(text: str) -> Iterator[re.Match[str]]:
    """What has the form of a street and is called as one."""
    return filter(lambda match: is_street(match["street"]), _STREET.finditer(text))
