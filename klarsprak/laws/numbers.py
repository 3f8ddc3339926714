"""Reads lists of numbers: *3*, *3 och 5*, *1, 3 och 5*, *1–3*, *första och andra*."""

from __future__ import annotations

from klarsprak.laws.cursor import TokenCursor
from klarsprak.laws.tokens import spell_number

JOINERS = ("JOIN", "THROUGH")
ORDINALS = {
    word: str(i)
    for i, word in enumerate("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde".split(), 1)
}
_LISTED = ("NUM", *JOINERS)
_MOST = 40
"""No law is cited with more numbers in a row; a table of figures may have thousands."""


def read_numbers(cursor: TokenCursor, i: int, points: bool = False) -> tuple[tuple[str, ...], int]:
    """*3*, *3 och 5*, *1, 3 och 5*, *1–3*; as points only the *2* of *9 § 2 och 10 §*.

    Nothing where token ``i`` is no number.
    """
    if cursor.kind(i) != "NUM":
        return (), i
    numbers = [spell_number(cursor.tokens[i].text)]
    after, last = i + 1, i + 2 * _MOST
    while after < last and _goes_on(cursor, after, points):
        _add(numbers, cursor.kind(after), spell_number(cursor.tokens[after + 1].text))
        after += 2
    return tuple(numbers), after


def read_ordinals(cursor: TokenCursor, i: int) -> tuple[list[str], int]:
    """*första*, *första och andra*, *första–tredje*; token ``i`` is the first one.

    Spelt with figures: *1*, *2*.
    """
    ordinals = [_spell_ordinal(cursor, i)]
    after = i + 1
    while cursor.kind(after) in JOINERS and cursor.kind(after + 1) == "ORD":
        _add(ordinals, cursor.kind(after), _spell_ordinal(cursor, after + 1))
        after += 2
    return ordinals, after


def _spell_ordinal(cursor: TokenCursor, i: int) -> str:
    """*första* → *1*; *sista* stays as it is."""
    word = cursor.tokens[i].text.lower()
    return ORDINALS.get(word, word)


def _add(numbers: list[str], joiner: str, number: str) -> None:
    """Put one more number after those read: *1–3* is one, *1 och 3* are two."""
    if joiner == "THROUGH":
        number = f"{numbers.pop()}–{number}"
    numbers.append(number)


def _goes_on(cursor: TokenCursor, i: int, points: bool) -> bool:
    """Whether token ``i``, the *och* of *3 och 5*, joins one more number to those before it.

    Points end where sections go on: *9 § 2 och 10 §*.
    """
    joiner = cursor.next_kind(i - 1)
    if joiner not in JOINERS or cursor.next_kind(i) != "NUM":
        return False
    if joiner == "THROUGH" or not points:
        return True
    return not _leads_to_section(cursor, i + 1)


def _leads_to_section(cursor: TokenCursor, i: int) -> bool:
    """Whether the numbers from token ``i`` on are sections or chapters.

    The *10* of *9 § 2 och 10 §* is, and the *4* of *9 § 2, 4 och 5 kap.*.
    """
    for last in range(i, i + _MOST + 1):
        if not _is_in_list(cursor, last):
            return cursor.kind(last) in ("SECT", "KAP")
    return False


def _is_in_list(cursor: TokenCursor, i: int) -> bool:
    """Whether token ``i`` is a number, or what joins two, and one more token comes next to it.

    The *10* of *10 och 11 §§* and its *och* are.
    """
    return cursor.kind(i) in _LISTED and cursor.is_joined(i)
