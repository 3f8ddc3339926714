"""A mail of Outlook's, or what is attached to one, whatever holds it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

_MESSAGE_CODEPAGE, _BODY_CODEPAGE = 0x3FFD, 0x3FDE


class OutlookItem(Protocol):
    """Properties by their numbers (MS-OXPROPS): 0x0037 is the subject."""

    def text(self, number: int) -> str:
        """A text, empty where there is none."""

    def binary(self, number: int) -> bytes:
        """Bytes, none where there are none."""

    def number(self, number: int) -> int | None:
        """A whole number, None where there is none."""

    def moment(self, number: int) -> datetime | None:
        """A time, None where there is none or no calendar has it."""

    def attachments(self) -> Sequence[OutlookItem]:
        """What is attached, in its order."""

    def embedded(self, number: int) -> OutlookItem | None:
        """A mail that is kept under a property, as one is that is attached."""


def body_charset(item: OutlookItem) -> str:
    """The character set of a page that is kept as bytes: *cp1252*."""
    return _charset_of(item.number(_BODY_CODEPAGE)) or text_charset(item)


def text_charset(item: OutlookItem) -> str:
    """The character set of the texts that are no Unicode."""
    return _charset_of(item.number(_MESSAGE_CODEPAGE)) or "cp1252"


def _charset_of(page: int | None) -> str:
    """*cp1252* for 1252; empty where there is none."""
    if not page:
        return ""
    return {65001: "utf-8", 20127: "ascii", 28591: "iso-8859-1", 28605: "iso-8859-15"}.get(page, f"cp{page}")
