"""Postal and visiting addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.signature.model import Span
from klarsprak.signature.words import is_compound_on

_WORD = r"[A-ZÅÄÖÉ][\wåäöé'’:-]*"
_NUMBER = r"\d{1,4}(?:\s?[A-Za-z]\b)?(?:\s?[–-]\s?\d{1,4}(?!\s?\d)(?:\s?[A-Z]\b)?)?"
_STREET = re.compile(rf"(?P<street>{_WORD}(?:\s(?:{_WORD}|[a-zåäö]+)){{0,3}})\s(?P<number>{_NUMBER})(?![\d:-])")
_BOX = re.compile(r"\b(?:Box|BOX|Postbox|P\.?O\.? ?Box|Fack)\s\d{1,5}(?!\d)")
_NO_TOWN = r"(?:Tel|Tfn|Tele\w+|Fax|E-?post\w*|Växel|Vx|Vxl|Besök\w*|Post\w*|Org|Webb\w*|Mobil|Direkt|Bankgiro|Box)\b"
_TOWN = rf"{_WORD}(?:[ \u00a0](?!\w+\s\d|{_NO_TOWN}){_WORD}){{0,2}}"
_POSTCODE = re.compile(rf"(?<![\d-])(?:SE?[- ]?)?\d{{3}}[ \u00a0]?\d{{2}}[ \u00a0]{{1,3}}{_TOWN}")
_MAYBE_STREET = re.compile(rf"^{_WORD}(?:\s{_WORD})?\s\d{{1,4}}\s?[A-Z]?$")
_HOUSE = re.compile(r"^(?:Kommunhuset|Stadshuset|Rådhuset|Medborgarhuset|Kommunalhuset)$", re.IGNORECASE)
_EXTRA = re.compile(r"^(?:c/o\s.+|(?:plan|våning|ingång|hus|trappa)\s\w+|\d+\s?(?:tr|trappor))$", re.IGNORECASE)
_STREET_WORDS = {
    "gata",
    "väg",
    "torg",
    "stig",
    "torget",
    "gatan",
    "vägen",
    "gränd",
    "plan",
    "platsen",
    "gården",
    "allé",
    "backe",
    "strand",
    "kyrkoplan",
}


def is_street_word(word: str) -> bool:
    """Whether the word, in lower case, is a street's, such as *kvarngatan*."""
    return word in _STREET_WORDS or is_compound_on(word, "street-end")


def is_extra(text: str) -> bool:
    """Whether the text says more of an address beside it: *plan 3*, *c/o Berg*, *Stadshuset*, *Ekeby 12*."""
    return bool(_EXTRA.match(text) or _HOUSE.match(text) or _MAYBE_STREET.match(text))


def find_addresses(text: str) -> Iterator[re.Match[str]]:
    """Streets with numbers, boxes, and post codes with towns in the text, from left to right."""
    matches = [match for match in _STREET.finditer(text) if is_street(match["street"])]
    matches += [*_BOX.finditer(text), *_POSTCODE.finditer(text)]
    end = 0
    for match in sorted(matches, key=lambda match: match.start()):
        if match.start() >= end:
            yield match
            end = match.end()


def is_street(text: str) -> bool:
    """Whether the words in front of a number are a street's name."""
    return any(is_street_word(token.lower()) for token in text.split())


def has_postcode(text: str) -> bool:
    """Whether the address is complete enough to write to."""
    return bool(_POSTCODE.search(text))


def is_postal(text: str) -> bool:
    """Whether the text holds a post code with its town or a box."""
    return bool(_POSTCODE.search(text) or _BOX.search(text))


def spans(span: Span) -> list[Span]:
    """The addresses within a line, each as a stretch of it."""
    return [span.cut(match.start(), match.end()) for match in find_addresses(span.text)]
