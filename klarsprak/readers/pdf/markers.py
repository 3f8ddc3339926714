"""What stands before the text of a list's items: bullets, dashes, numbers and letters."""

from __future__ import annotations

import re

_BULLET = r"[•·‣▪■●○◦➢➤✓*□]\s*\S"  # •en ritning
_NUMBER = r"\(?([1-9]\d{0,2}|[a-zåäö])[.)]\s+\S"  # 12. En ritning, (b) en ritning
_DASH = r"[-–—]\s+\S"  # – en ritning
_SECTION = r"[1-9]\d?(?:\.\d{1,2})+\.?\s+\S"  # 2.1 Bakgrund

_WITH_BULLET = re.compile(_BULLET)
_NUMBERED = re.compile(_NUMBER)
_ITEM = re.compile(f"{_BULLET}|{_NUMBER}|{_DASH}")
_ITEM_OR_SECTION = re.compile(f"{_BULLET}|{_NUMBER}|{_DASH}|{_SECTION}")


def begins_with_bullet(text: str) -> bool:
    """Whether the text begins with a bullet: *• en ritning*."""
    return _WITH_BULLET.match(text) is not None


def begins_with_number(text: str) -> bool:
    """Whether the text begins with the number or letter of a list's item.

    *1. En ritning* and *b) en ritning* do, *998 12 Lindvik* doesn't.
    """
    return _NUMBERED.match(text) is not None


def begins_item(text: str) -> bool:
    """Whether the text begins as a list's item does.

    It does with a bullet, a dash or a number: *• en ritning*, *– en ritning*, *1. En ritning*.
    """
    return _ITEM.match(text) is not None


def begins_item_or_section(text: str) -> bool:
    """Whether the text begins as an item does, or with the number of a section: *2.1 Bakgrund*."""
    return _ITEM_OR_SECTION.match(text) is not None


def have_like_markers(one: str, other: str) -> bool:
    """Whether two items may be in the same list.

    *1.* and *2)* may; *1.* and *a)* may not, nor *•* and *–*.
    """
    return _kind_of_marker(one) == _kind_of_marker(other)


def _kind_of_marker(item: str) -> str:
    """What an item is counted with: digits, letters, or a sign of its own."""
    sign = item.lstrip("(")[0]
    if sign.isdigit():
        return "digit"
    if sign.isalpha():
        return "letter"
    return item[0]


def follows(first: str, item: str) -> bool:
    """Whether an item's marker may come right after that of another one.

    *2.* may after *1.*, *b)* after *a)*, and *•* after *•*.
    """
    earlier, later = _NUMBERED.match(first), _NUMBERED.match(item)
    if earlier is None or later is None:
        return earlier is later  # neither has a number
    before, after = earlier[1], later[1]
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    return ord(after[0]) == ord(before[0]) + 1
