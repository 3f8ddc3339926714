"""Telephone numbers, addresses on the net, and the numbers of cases, properties and persons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from klarsprak.compare.fact import FactKind, Mention

_NO_DIGIT = re.compile(r"\D")
_SWEDEN = re.compile(r"^(?:\+|00)46")


def _lower(written: str) -> str:
    return written.lower().rstrip(".")


def _page(written: str) -> str:
    """*https://www.ekvalla.example/* is *ekvalla.example*."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", written.lower()).rstrip("/.")


def _phone(written: str) -> str:
    """*+46 31 390 06 21* is *031-390 06 21*."""
    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    return _SWEDEN.sub("0", digits)


def _number(written: str) -> str:
    """*SN 2026/123* is *SN-2026-123*."""
    return re.sub(r"[\W_]+", "", written).lower()


_WAYS: tuple[tuple[FactKind, re.Pattern[str], Callable[[str], str]], ...] = (
    (FactKind.EMAIL, re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), _lower),
    (
        FactKind.WEB,
        re.compile(
            r"(?:https?://|www\.)[^\s<>()”\"]+|(?<![\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:se|nu|com|org|eu|example)\b[^\s<>()”\",;]*"
        ),
        _page,
    ),
    # *+46 31 390 06 21*, *031-390 06 21*, *08-465 004 28*
    (
        FactKind.PHONE,
        re.compile(r"(?<![\w-])(?:(?:\+|00)46[\s-]?(?:\(0\))?|0)\d{1,3}[\s-]*\d(?:[\s-]?\d){4,8}(?![\w-])"),
        _phone,
    ),
    # *19121212-1212*, *5-1234*, *bankgiro 123-4567*
    (FactKind.CASE_NUMBER, re.compile(r"(?<![\w-])(?:\d{8}|\d{6}|\d{3,4})-\d{4}(?![\w-])"), _number),
    # *MBN 2025-0318*, *SN 1998/214*, *BAB 2025/88*
    (
        FactKind.CASE_NUMBER,
        re.compile(
            r"\b[A-ZÅÄÖ]{1,6}[ -]?(?:19|20)\d\d[-/:.]\d+(?:-\d+)?\b|(?<![\w/-])(?:19|20)\d\d[-/]\d{3,7}(?![\w/-])"
        ),
        _number,
    ),
    # *dnr 12345*, *ärendenummer 2025-44*, *OCR 123 456*
    (
        FactKind.CASE_NUMBER,
        re.compile(
            r"(?:(?<=[Dd]nr )|(?<=[Dd]nr: ))[A-ZÅÄÖ]* ?\d[\d/.:-]*\d"
            r"|(?<=[Nn]ummer )\d[\d/:-]*\d(?! kr)|(?<=OCR )\d[\d ]*\d"
        ),
        _number,
    ),
    # *Näset 2:17*
    (FactKind.CASE_NUMBER, re.compile(r"\b[A-ZÅÄÖ][\wåäö-]+ (?:s:)?\d+:\d+\b"), _number),
    # *998 62 Tallmo*
    (FactKind.CASE_NUMBER, re.compile(r"(?<![\w-])\d{3} \d\d(?= [A-ZÅÄÖ])"), _number),
)


def find_contacts(text: str) -> Iterator[Mention]:
    """Ways to reach somebody, and numbers that name something."""
    for kind, pattern, read in _WAYS:
        for match in pattern.finditer(text):
            yield Mention(kind, read(match[0]), *match.span())
