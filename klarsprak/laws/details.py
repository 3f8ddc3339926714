"""Reads what follows a section: paragraphs (*stycken*), points and sentences."""

from __future__ import annotations

from collections.abc import Callable

from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.model import Locator
from klarsprak.laws.numbers import read_numbers, read_ordinals
from klarsprak.lazy_regex import LazyRegex

_MOST_POINTS = 99
_LABELS = ("STYCKE", "POINT", "MENING")
# A number after the section sign is no point where it counts something: *inom 44 § 3 veckor*.
_COUNTS = LazyRegex(
    r"\s*(?:veck|dag|kr\b|kron|månad|år\b|procent|%|person|timm|minut|meter|kvm|st\b(?!\.?\s\d)|gång|barn\b)",
    r"\s*(?:jan|feb|mars|april|maj|juni|juli|aug|sept|okt|nov|dec|[.:,]\d)",
)
_MORE_LETTERS = LazyRegex(r"\s(?:och|eller|samt)\s([a-h])(?=\s(?!kap|§))", flags=0)
_DIGITS = LazyRegex(r"\d+")


def read_details(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """Puts the details that follow the place on it; the token after them.

    *9 kap. 30 §* may go on *första stycket 2*.
    """
    while cursor.is_adjacent(locator.end, i):
        after = read_detail(cursor, locator, i)
        if after == i:
            break
        locator.end = cursor.tokens[after - 1].end
        i = after
    return i


def read_detail(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """Puts one detail on the place: *första stycket*; the token after it, ``i`` where there is none."""
    read = _READERS.get(cursor.kind(i))
    return i if read is None else read(cursor, locator, i)


def _read_joined(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*första stycket och andra stycket*, *punkt 1 och punkt 2*, *, 2 st.*: but never a new section.

    Token ``i`` is the *och* or the comma.
    """
    if not _begins_detail(cursor, i):
        return i
    after = read_detail(cursor, locator, i + 1)
    return after if after > i + 1 else i


def _begins_detail(cursor: TokenCursor, i: int) -> bool:
    """Whether one more detail comes after token ``i``, and no section: *och andra*, *och punkt*, *, 2 st.*."""
    following = cursor.next_kind(i)
    if following == "NUM":
        return cursor.next_kind(i + 1) in ("STYCKE", "POINT")
    return following in ("ORD", "POINT")


def _read_ordinals(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*första stycket*, *andra och tredje punkterna*, *första meningen*."""
    ordinals, after = read_ordinals(cursor, i)
    label = cursor.next_kind(after - 1)
    if label not in _LABELS:
        return i
    locator.add(label, ordinals)
    return after + 1


def _read_labelled(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*punkt 2*, *punkterna 1 och 3*, *st. 2*."""
    if cursor.next_kind(i) != "NUM":
        return i
    numbers, after = read_numbers(cursor, i + 1)
    locator.add(cursor.kind(i), numbers)
    return after


def _read_after_sign(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*9 § § 2*: a section sign too many is passed over."""
    if not cursor.is_joined(i):
        return i
    return _read_numbered(cursor, locator, i + 1)


def _read_numbered(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*9 § 2*, *9 § 2 st.*, *9 § 2 p.*: numbers are points where no word says that they are something else.

    Those of *9 § 2 kap.* and *9 § 10 §* begin a place of their own.
    """
    numbers, after = read_numbers(cursor, i, points=True)
    if not numbers:
        return i
    label = cursor.next_kind(after - 1)
    if label in _LABELS:
        locator.add(label, numbers)
        return after + 1
    if label in ("KAP", "SECT") or not _are_points(cursor, numbers, after):
        return i
    locator.points.extend(numbers)
    return _read_more_letters(cursor, locator, after)


def _are_points(cursor: TokenCursor, numbers: tuple[str, ...], after: int) -> bool:
    """Whether the numbers before token ``after`` can be points: not *120*, nor *3* in *3 veckor*."""
    first = _DIGITS.all(numbers[0])[0]
    if int(first[0]) > _MOST_POINTS:
        return False
    return _COUNTS.match(cursor.text, cursor.tokens[after - 1].end) is None


def _read_more_letters(cursor: TokenCursor, locator: Locator, i: int) -> int:
    """*9 § 2 a och b*: the second letter is a point as well; the token after it, ``i`` where there is none."""
    last = locator.points[-1]
    if not last[-1].isalpha():
        return i
    more = _MORE_LETTERS.match(cursor.text, cursor.tokens[i - 1].end)
    if more is None:
        return i
    locator.points.append(last[:-1] + more[1])
    after = cursor.token_at(more.end(), i)
    cursor.widen(after - 1, more.end())
    return after


_READERS: dict[str, Callable[[TokenCursor, Locator, int], int]] = {
    "JOIN": _read_joined,
    "ORD": _read_ordinals,
    "POINT": _read_labelled,
    "STYCKE": _read_labelled,
    "NUM": _read_numbered,
    "SECT": _read_after_sign,
}
"""How a detail is read, by the kind of its first token."""
