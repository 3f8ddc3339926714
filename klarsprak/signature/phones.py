"""Telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from klarsprak.signature.decisions import DecisionRow, decide
from klarsprak.signature.memory import once_a_letter
from klarsprak.signature.model import Label, PieceKind

_SPACE = r"[ \u00a0]"
_DASH = r"[-‐‑–—/]"
# *+46 (0)980*, *(0980)*, *08*
_AREA = rf"(?:\+46|0046){_SPACE}?[-–]?{_SPACE}?(?:\(0\))?{_SPACE}?\d{{1,3}}|\(0\d{{1,3}}\)|0\d{{1,3}}"
_REST = rf"\d{{2,4}}(?:{_SPACE}?\d{{2,3}}){{1,3}}"
_EXTENSION = rf"(?:,?{_SPACE}*\(?(?:ankn(?:ytning)?|anknytn)\.?:?{_SPACE}*\d{{2,5}}\)?)"
# *0980-319 214*, *08-465 004 12, ankn. 12*
_NUMBER = re.compile(
    rf"(?<![\w+.,-])(?P<number>(?:{_AREA})(?:{_SPACE}?{_DASH}{_SPACE}?|{_SPACE})?{_REST}|0\d{{7,9}})(?!\d|[-–]\d)(?P<extension>{_EXTENSION})?",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"^(?:\d{2,3}(?:[ \u00a0-]\d{2,3}){1,3}|\d{5,8})(?![\d-])")
_EXTENSION_ALONE = re.compile(rf"\b(?:ankn(?:ytning)?|anknytn)\.?:?{_SPACE}*\d{{2,5}}(?!\d)", re.IGNORECASE)
_WITH_EXTENSION = re.compile(_EXTENSION, re.IGNORECASE)
_DIGIT, _NO_DIGIT = re.compile(r"\d"), re.compile(r"\D")

_FAX = re.compile(r"(?<!tel/)(?<!telefon/)\b(?:tele)?fax\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s*+(?:\((?![^)]*\d{3})[^)]*\)|(?:,\s*+)?(?:direkt|växeln?|vxl?|fax)\b(?!\W*\d))", re.IGNORECASE
)
"""What a number is said to be behind it, and not the label of the next one."""
# *växel*, *receptionen*, *jourtelefon*
_SWITCHBOARD = re.compile(
    r"\b(?:(?:telefon)?växeln?|vxl?|jour\w*|texttelefon|reception(?:en)?|polisen|112|vårdguiden)\b",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"\b(?:kundtjänst|kundservice|kundcenter|kontaktcenter|medborgarservice|servicecenter"
    r"|\w+s expedition(?:en)?)\b|\bexp\.",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:direkt\w*|dir|mobil\w*|mob|ankn\w*)\b", re.IGNORECASE)
_ROUND = re.compile(r"(?!(?:(?:00)?460?|0)7[0-9])[0-9]+00")
"""Digits of a number that ends as switchboards do; a mobile telephone is somebody's own."""
_FEWEST_DIGITS, _MOST_DIGITS = 5, 8
"""Of a number without area code."""
_WITH_AREA = re.compile(rf"\(?0[1-9][0-9]{{0,2}}\)?(?:{_SPACE}?{_DASH}?{_SPACE}?[0-9]){{4,10}}")
_FEWEST_WITH_AREA, _MOST_WITH_AREA = 7, 11
"""Digits that such a number is possible with."""


def names_shared(text: str) -> bool:
    """Whether it names a customer service: *Kundtjänst*."""
    return _SHARED.search(text) is not None


class PhoneNumber(NamedTuple):
    """A number in a text, by its offsets; ``own`` tells that an extension makes it the writer's own."""

    start: int
    end: int
    own: bool

    def moved(self, by: int) -> PhoneNumber:
        """The number by its offsets in a text that begins elsewhere."""
        return PhoneNumber(self.start + by, self.end + by, self.own)


class NumberContext(NamedTuple):
    """What tells what a number is: its label, the words beside it, and whether it has an extension."""

    label: Label | None
    words: str
    own: bool


def find_numbers(text: str, *, labelled: bool) -> list[PhoneNumber]:
    """The Swedish numbers in the text; a number without area code counts where a label says that it is one.

    *0980-319 214*; *319 214* behind *Telefon:*; *ankn. 214* anywhere.
    """
    if not _DIGIT.search(text):  # most lines
        return []
    return _whole_numbers(text) or _short_numbers(text, labelled=labelled)


@once_a_letter
def _whole_numbers(text: str) -> list[PhoneNumber]:
    """*0980-319 214*, with an extension or without.

    *2024-03-01* and *556012-5790* don't begin as a Swedish number does; others are too long or too short for one.
    """
    numbers: list[PhoneNumber] = []
    for match in _NUMBER.finditer(text):
        if to_e164(match["number"]):
            is_own = match["extension"] is not None
            numbers.append(PhoneNumber(match.start(), match.end(), is_own))
    return numbers


def _short_numbers(text: str, *, labelled: bool) -> list[PhoneNumber]:
    """*319 214* behind a label, or *ankn. 214*; one at most.

    Without a label, *319 214* may be anything that is counted.
    """
    local = _LOCAL.match(text) if labelled else None
    if local and _has_numbers_length(local.group()):
        return [PhoneNumber(local.start(), local.end(), own=False)]
    extension = _EXTENSION_ALONE.search(text) if "ankn" in text.lower() else None
    if extension:
        return [PhoneNumber(extension.start(), extension.end(), own=True)]
    return []


def _has_numbers_length(text: str) -> bool:
    """Whether it has as many digits as a number without area code: *319 214*."""
    digits = _NO_DIGIT.sub("", text)
    return _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS


def kind_of_number(text: str, number: PhoneNumber, label: Label | None) -> PieceKind:
    """What the number is by its label and the words beside it; ``text`` begins behind the number before it."""
    return decide(NUMBERS, context_of_number(text, number, label), otherwise=PieceKind.PHONE)


def context_of_number(text: str, number: PhoneNumber, label: Label | None) -> NumberContext:
    """What tells what the number is.

    *fax* in *fax 0980-319 215* and in *0980-319 215 (fax)*, but not in *0980-319 214, fax 0980-319 215* of the first.
    """
    words = text[: number.start]
    behind = _BEHIND.match(text, number.end)
    return NumberContext(label, f"{words} {behind.group()}" if behind else words, number.own)


NUMBERS: tuple[DecisionRow[NumberContext, PieceKind], ...] = (
    DecisionRow("labelled as fax", lambda it: it.label is Label.FAX, PieceKind.FAX, "Fax: 0980-319 215"),
    DecisionRow("fax", lambda it: _FAX.search(it.words), PieceKind.FAX, "0980-319 215 (fax)"),
    DecisionRow("with extension", lambda it: it.own, PieceKind.PHONE, "Växel 0980-319 200, ankn. 214"),
    DecisionRow("own", lambda it: _OWN.search(it.words), PieceKind.PHONE, "Växel: direkt 0980-319 214"),
    DecisionRow(
        "labelled as shared", lambda it: it.label is Label.SHARED_PHONE, PieceKind.SHARED, "Kundtjänst: 0980-319 201"
    ),
    DecisionRow("shared", lambda it: _SHARED.search(it.words), PieceKind.SHARED, "0980-319 201 (kundtjänst)"),
    DecisionRow(
        "labelled as switchboard",
        lambda it: it.label is Label.SWITCHBOARD,
        PieceKind.SWITCHBOARD,
        "Växel: 0980-319 200",
    ),
    DecisionRow(
        "switchboard", lambda it: _SWITCHBOARD.search(it.words), PieceKind.SWITCHBOARD, "0980-319 200 (växel)"
    ),
)
"""What a number is; one that none of these says anything of is the writer's."""


@once_a_letter
def to_e164(text: str) -> str | None:
    """The number in international form, or None where it can't be one."""
    if _WITH_AREA.fullmatch(text):  # nearly all are written so, and need no other country's rules
        digits = _NO_DIGIT.sub("", text)
        if _FEWEST_WITH_AREA <= len(digits) <= _MOST_WITH_AREA:
            return f"+46{digits[1:]}"
    # Slow to import, and many letters hold no other number.
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_possible_number, parse

    try:
        number = parse(text, "SE")
    except NumberParseException:
        return None
    return format_number(number, PhoneNumberFormat.E164) if is_possible_number(number) else None


def as_e164(numbers: Iterable[str]) -> frozenset[str]:
    """The numbers in international form, those that are none left out.

    *0980-319 200* and *+46 980 31 92 00* are the same one.
    """
    forms = map(to_e164, numbers)
    return frozenset(form for form in forms if form)


def is_round(text: str) -> bool:
    """Whether the number ends in two noughts, as nearly every switchboard's does and one own number in a hundred.

    *0980-319 200*, but not *0980-319 200, ankn. 14* or *070-174 06 00*.
    """
    if _WITH_EXTENSION.search(text) or _EXTENSION_ALONE.search(text):
        return False
    return _ROUND.fullmatch(_NO_DIGIT.sub("", text)) is not None


def is_among(text: str, known: frozenset[str]) -> bool:
    """Whether the number, if without extension, is one of those in international form; with or without area code.

    *0980-319 200* and *319 200* are the switchboard's, *0980-319 200, ankn. 214* is somebody's own.
    """
    if _WITH_EXTENSION.search(text):
        return False
    if text[0] in "0+(":
        return to_e164(text) in known
    digits = _NO_DIGIT.sub("", text)
    return any(number.endswith(digits) for number in known)
