"""Telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from klarsprak.signature.model import Label, PieceKind

_SPACE = r"[ \u00a0]"
_DASH = r"[-‐‑–—/]"
_AREA = rf"(?:\+46|0046){_SPACE}?[-–]?{_SPACE}?(?:\(0\))?{_SPACE}?\d{{1,3}}|\(0\d{{1,3}}\)|0\d{{1,3}}"
_REST = rf"\d{{2,4}}(?:{_SPACE}?\d{{2,3}}){{1,3}}"
_EXTENSION = rf"(?:,?{_SPACE}*\(?(?:ankn(?:ytning)?|anknytn)\.?:?{_SPACE}*\d{{2,5}}\)?)"
_NUMBER = re.compile(
    rf"(?<![\w+.,-])(?:(?:{_AREA})(?:{_SPACE}?{_DASH}{_SPACE}?|{_SPACE})?{_REST}|0\d{{7,9}})(?!\d|[-–]\d)(?P<extension>{_EXTENSION})?",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"^(?:\d{2,3}(?:[ \u00a0-]\d{2,3}){1,3}|\d{5,8})(?![\d-])")
_EXTENSION_ALONE = re.compile(rf"\b(?:ankn(?:ytning)?|anknytn)\.?:?{_SPACE}*\d{{2,5}}(?!\d)", re.IGNORECASE)


_FAX = re.compile(r"(?<!tel/)(?<!telefon/)\b(?:tele)?fax\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s*\([^)]*\)|\s*,?\s*(?:direkt|växeln?|vxl?|fax)\b(?!\W*\d)", re.IGNORECASE)
"""What a number is said to be behind it, and not the label of the next one."""
_SWITCHBOARD = re.compile(
    r"\b(?:(?:telefon)?växeln?|vxl?|jour\w*|texttelefon|receptionen?|polisen|112|vårdguiden)\b", re.IGNORECASE
)
_SHARED = re.compile(r"\b(?:kundtjänst|kundcenter|kontaktcenter|medborgarservice|servicecenter)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:direkt\w*|dir|mobil\w*|mob|ankn\w*)\b", re.IGNORECASE)


class Number(NamedTuple):
    """A number in a text, by its offsets; ``own`` tells that an extension makes it the writer's own."""

    start: int
    end: int
    own: bool

    def moved(self, by: int) -> Number:
        """The number by its offsets in a text that begins elsewhere."""
        return Number(self.start + by, self.end + by, self.own)


def find_numbers(text: str, *, labelled: bool) -> Iterator[Number]:
    """The Swedish numbers in the text; a number without area code counts where a label says that it is one."""
    end = 0
    for match in _NUMBER.finditer(text):
        if e164(text[match.start() : match.start("extension") if match["extension"] else match.end()]):
            yield Number(match.start(), match.end(), bool(match["extension"]))
            end = match.end()
    if end:
        return
    local = _LOCAL.match(text) if labelled else None
    if local and 5 <= sum(map(str.isdigit, local.group())) <= 8:
        yield Number(local.start(), local.end(), False)
    elif extension := _EXTENSION_ALONE.search(text):
        yield Number(extension.start(), extension.end(), True)


def kind_of(text: str, number: Number, label: Label | None) -> PieceKind:
    """What the number is by its label and the words beside it; ``text`` begins behind the number before it."""
    behind = _BEHIND.match(text, number.end)
    beside = f"{text[: number.start]} {behind.group() if behind else ''}"
    if label is Label.FAX or _FAX.search(beside):
        return PieceKind.FAX
    if number.own or _OWN.search(beside):
        return PieceKind.PHONE
    if label is Label.SHARED_PHONE or _SHARED.search(beside):
        return PieceKind.SHARED
    return PieceKind.SWITCHBOARD if label is Label.SWITCHBOARD or _SWITCHBOARD.search(beside) else PieceKind.PHONE


def e164(text: str) -> str | None:
    """The number in international form, or None where it can't be one."""
    # Slow to import, and most lines hold no number at all.
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_possible_number, parse

    try:
        number = parse(text, "SE")
    except NumberParseException:
        return None
    return format_number(number, PhoneNumberFormat.E164) if is_possible_number(number) else None


def normalised(numbers: Iterable[str]) -> frozenset[str]:
    """The numbers in international form, those that are none left out."""
    return frozenset(found for number in numbers if (found := e164(number)))


def is_among(text: str, known: frozenset[str]) -> bool:
    """Whether the number, if without extension, is one of those in international form; with or without area code."""
    if re.search(_EXTENSION, text, re.IGNORECASE):
        return False
    if text[0] in "0+(":
        return e164(text) in known
    digits = re.sub(r"\D", "", text)
    return any(number.endswith(digits) for number in known)
