"""What the invitation to a meeting says (iCalendar, RFC 5545), apart from when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.letter import ReadError
from klarsprak.readers.text.charset import decode

_BEGIN = "BEGIN:VCALENDAR"
_FOLD = re.compile(r"\r?\n[ \t]")
_TEXT = re.compile(r"(?:DESCRIPTION|COMMENT)(?:;[^:\n]*)?:(.*)", re.IGNORECASE)
_PAGE = re.compile(r"X-ALT-DESC(?:;[^:\n]*)?:(.*)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([nN,;\\])")


def is_calendar(data: bytes) -> bool:
    """Whether the file begins as calendars do, or is empty: a type alone makes no calendar of a letter."""
    try:
        text = decode(data).lstrip()
    except ReadError:
        return False
    return not text or text[: len(_BEGIN)].upper() == _BEGIN


def is_whole_calendar(data: bytes) -> bool:
    """Whether the file is a calendar from its first line to its last, whatever it is called."""
    return is_calendar(data) and data.rstrip().upper().endswith(b"END:VCALENDAR")


def described(data: bytes) -> str:
    """The descriptions, one below the other: *DESCRIPTION:Hej!\\\\nVi ses.* is two lines; empty where there is none.

    Raises ``ReadError`` for bytes that are no text.
    """
    lines = _FOLD.sub("", decode(data)).splitlines()
    return "\n\n".join(dict.fromkeys(filter(None, _texts(lines))))


def describes_more_than(text: str, data: bytes) -> bool:
    """Whether a description has words that the mail's ``text`` lacks; one that can't be read may have."""
    try:
        return not set(described(data).split()) <= set(text.split())
    except ReadError:
        return True


def _texts(lines: list[str]) -> Iterator[str]:
    """Each description; Outlook's page is looked at only where there is no plain one."""
    for pattern in (_TEXT, _PAGE):
        found = [match[1] for match in map(pattern.fullmatch, lines) if match]
        if any(map(str.strip, found)):
            yield from (_ESCAPE.sub(_unescaped, text).strip() for text in found)
            return


def _unescaped(escape: re.Match[str]) -> str:
    return "\n" if escape[1] in "nN" else escape[1]
