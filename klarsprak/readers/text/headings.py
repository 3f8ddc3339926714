"""Which short lines of a plain text are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from klarsprak.letter import Role
from klarsprak.readers.text.line import SENTENCE_BREAK

LONGEST = 90
CLOSE = 7
"""So many paragraphs after the closing phrase may be the signature."""

_ENDS = (",", ":", ";", "!")
_GREETING = re.compile(r"(?:hej|hejsan|god dag|bästa?e?|kära?e?|till)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:med (?:vänlig|varm)|vänlig|många|bästa|varma|soliga)[a-z]* hälsning|(?:hälsning(?:ar|en)?|mvh|"
    r"med högaktning|högaktningsfullt|enligt uppdrag|på .{1,60} vägnar|för .{1,60}nämnden)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:er|vår)\w* )?(?:datum|dnr|diarie\w*|ärende(?:nummer|nr)?|handläggare|beteckning|referens|telefon|tel|fax|"
    r"e-?post|adress|bilag\w*|kopia|cc|sida|postadress)\b[.:]?",
    re.IGNORECASE,
)
_DATE = re.compile(r".{0,30}(?:\d{4}-\d\d-\d\d|\d{1,2} [a-zå]{3,9}\.? (?:19|20)\d\d)", re.IGNORECASE)
_AFTER_CLOSE = re.compile(r"(?:[^a-zåäö]{5,}$|(?:hur|så|om|vad|när|överklagande|information)\b)")
"""What stands below the signature and is a heading all the same: *Hur man överklagar*, *BILAGA*."""
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[§IVX]+\.?)\s+")
_CONTACT = re.compile(r".*\b\d{3} ?\d{2} [A-ZÅÄÖ]|.*@|box \d", re.IGNORECASE)
_STREET = re.compile(r".*\d{4}|.*\w \d{1,3}$")


class Part(Protocol):
    """What has to be known of a paragraph to judge it."""

    role: Role

    @property
    def text(self) -> str:  # noqa: D102
        ...

    @property
    def after_gap(self) -> bool:  # noqa: D102
        ...


def mark_headings(parts: Sequence[Part]) -> None:
    """Gives headings their role: short lines that stand above text and are no greeting, name, address or date."""
    closed = -CLOSE - 1
    candidates = []
    for index, part in enumerate(parts):
        if is_closing(part.text):
            closed = index
        elif part.after_gap and may_be_heading(part.text) and _is_free(parts, index):
            candidates += [index] * (index - closed > CLOSE or _opens_appendix(part.text))
    for index in reversed(candidates):
        if index + 1 < len(parts) and _stands_above(parts[index], parts[index + 1]):
            parts[index].role = Role.HEADING


def _is_free(parts: Sequence[Part], index: int) -> bool:
    """Whether the paragraph is none of a list; a numbered heading looks like an item, but stands alone."""
    if parts[index].role is Role.LIST_ITEM:
        around = [*parts[max(index - 1, 0) : index], *parts[index + 1 : index + 2]]
        return bool(_NUMBERED.match(parts[index].text)) and all(part.role is not Role.LIST_ITEM for part in around)
    return parts[index].role is Role.PARAGRAPH


def _opens_appendix(text: str) -> bool:
    return bool(_AFTER_CLOSE.match(text if text.isupper() else text[:1].lower() + text[1:]))


def is_closing(text: str) -> bool:
    """Whether the paragraph is a letter's closing phrase, *Med vänlig hälsning*."""
    return bool(_CLOSING.match(text.rstrip(",.! ")))


def may_be_heading(text: str) -> bool:
    """Whether a line by itself could be a heading."""
    abbreviated = text.lower().startswith("ang.")
    words = _NUMBERED.sub("", text, count=1)
    if len(text) > LONGEST or text.endswith(_ENDS if abbreviated else (*_ENDS, ".")):
        return False
    if not words[:1].isupper() or not re.search(r"[^\W\d_]{3}", words):
        return False
    if SENTENCE_BREAK.search(words) and not abbreviated:
        return False
    return not any(pattern.match(text) for pattern in (_GREETING, _LABEL, _DATE, _CONTACT))


def _stands_above(part: Part, below: Part) -> bool:
    if below.role is Role.LIST_ITEM or _is_prose(below.text):
        return not _STREET.match(part.text) or _is_long(part.text)
    if below.role is Role.HEADING or (below.after_gap and _GREETING.match(below.text)):
        return _is_long(part.text) and not re.search(r"\bkommun\b|förvaltning|nämnden$", part.text)
    return False


def _is_long(text: str) -> bool:
    return len(text.split()) >= 3


def _is_prose(text: str) -> bool:
    words = len(text.split())
    return (words >= 3 and text.endswith((".", ":", "?")) and not _LABEL.match(text)) or (
        words >= 8 and not _GREETING.match(text)
    )
