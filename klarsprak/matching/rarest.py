"""Strings of which every match of an expression holds one: of all that can be told of it the rarest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from re import IGNORECASE
from re import _constants as names  # type: ignore[attr-defined]
from typing import Any

from klarsprak.matching.views import View

_UNKNOWN = frozenset({""})
"""Every text holds it."""
_MOST_SIGNS = 6
"""More signs than so many at one place tell nothing."""
_MOST_STRINGS = 24
_MOST_REPEATS = 4
_LONG_RANGE = 1 << 10
"""Signs of a range that are looked at; a longer one tells nothing."""
_NO_SIGNS = (names.AT, names.ASSERT_NOT)


def needed(parsed: Any, view: View, *, is_lowered: bool) -> list[frozenset[str]]:
    """Sets of strings, of each of which a text that the parsed expression matches holds one, as the view has it.

    ``is_lowered``: the expression is for the text in lower case.
    """
    found = _Needed(view, _UNKNOWN, is_blind=is_lowered or bool(parsed.state.flags & IGNORECASE))
    found.take(parsed)
    found.note()
    return found.sets


class _Needed:
    """What is known of a part of an expression: sets of strings, and the strings of which one stands at its end."""

    def __init__(self, view: View, ends: frozenset[str], *, is_blind: bool) -> None:
        self.sets: list[frozenset[str]] = []
        self._view = view
        self._ends = ends
        self._is_blind = is_blind
        """Whether capitals may stand for small letters and these for capitals."""

    def take(self, parts: Iterable[tuple[Any, Any]]) -> None:
        """Go on with what follows."""
        for operator, argument in parts:
            if operator is names.LITERAL:
                self._add(self._signs([(operator, argument)]))
            elif operator is names.IN:
                self._add(self._signs(argument))
            elif operator in _TAKEN:
                _TAKEN[operator](self, *argument)
            elif operator not in _NO_SIGNS:
                self._add(None)

    def note(self) -> None:
        """Keep the strings that stand here, before what goes on otherwise."""
        if "" not in self._ends:
            self.sets.append(self._ends)

    def _after(self, ends: frozenset[str]) -> _Needed:
        """What begins where these strings end."""
        return _Needed(self._view, ends, is_blind=self._is_blind)

    def _signs(self, options: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
        """The signs of which one stands at a place, as the view has them; None where there are too many."""
        found: set[str] = set()
        for operator, argument in options:
            if operator is names.LITERAL:
                found |= self._view.signs(argument, argument, self._is_blind)
            elif operator is names.RANGE and argument[1] - argument[0] < _LONG_RANGE:
                found |= self._view.signs(argument[0], argument[1], self._is_blind)
            elif operator is names.CATEGORY and argument is names.CATEGORY_DIGIT and self._view.figure:
                found.add(self._view.figure)
            else:
                return None
        return frozenset(found) if len(found) <= _MOST_SIGNS else None

    def _add(self, signs: frozenset[str] | None) -> None:
        """One of the signs stands next; nobody knows which, where there are none."""
        if signs is None:
            self.note()
            self._ends = _UNKNOWN
        elif len(signs) * len(self._ends) <= _MOST_STRINGS:
            self._ends = frozenset(map("".join, product(self._ends, signs)))
        else:
            self.note()
            self._ends = signs

    def _take_group(self, _: object, more: int, fewer: int, within: Any) -> None:
        """A group stands next, perhaps with flags of its own: *(?i:nämnden)*."""
        before = self._is_blind
        self._is_blind = bool((before or more & IGNORECASE) and not fewer & IGNORECASE)
        self.take(within)
        self._is_blind = before

    def _take_one_of(self, _: object, branches: Sequence[Any]) -> None:
        """One of the branches stands next: each has its rarest strings, and these are what all need."""
        self.note()
        rarest: set[str] = set()
        ends: set[str] = set()
        for branch in branches:
            part = self._after(self._ends)
            part.take(branch)
            part.note()
            rarest |= min(part.sets, key=self._view.share, default=_UNKNOWN)
            ends |= part._ends
        if "" not in rarest:
            self.sets.append(frozenset(rarest))
        self._ends = _UNKNOWN if "" in ends or len(ends) > _MOST_STRINGS else frozenset(ends)

    def _take_repeated(self, least: int, most: int, within: Any) -> None:
        """The same stands next so often; of the last few times it is known what stands at their end."""
        if (least, most) == (0, 1):
            self._take_one_of(None, [(), within])
            return
        last = self._after(_UNKNOWN)
        for _ in range(min(least, _MOST_REPEATS)):
            self.take(within)
            last.take(within)
        if least != most or least > _MOST_REPEATS:
            self.note()
            self._ends = last._ends

    def _take_beside(self, direction: int, within: Any) -> None:
        """Something stands before or behind this place, where other parts stand too."""
        is_behind = direction > 0
        part = self._after(self._ends if is_behind else _UNKNOWN)
        part.take(within)
        part.note()
        self.sets += part.sets
        if not is_behind and self._view.share(part._ends) < self._view.share(self._ends):
            self.note()
            self._ends = part._ends


_TAKEN: dict[Any, Callable[..., None]] = {
    names.SUBPATTERN: _Needed._take_group,
    names.BRANCH: _Needed._take_one_of,
    names.MAX_REPEAT: _Needed._take_repeated,
    names.MIN_REPEAT: _Needed._take_repeated,
    names.POSSESSIVE_REPEAT: _Needed._take_repeated,
    names.ASSERT: _Needed._take_beside,
}
"""What to do with parts that have others within."""
