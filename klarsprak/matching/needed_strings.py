"""Strings that an expression can't do without: a text with none of them needn't be searched for it.

As few as tell it, since each is looked for by itself, and told quickly, since each run of the program does so.
``rarest`` looks for the rarest, however many: these are looked for all at once, and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_NOTHING = frozenset[str]()
_REPEATS = (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT)


class Wording:
    """What a text in lower case may say, as an expression: looked for only where a string stands that it needs.

    To look for a string takes a fiftieth of the time that most expressions take to find nothing.  It is compiled when
    a text first has one of them: most runs of the program need few.
    """

    def __init__(self, regex: str) -> None:
        self._regex = regex

    @cached_property
    def _needed(self) -> tuple[str, ...]:
        """The strings; where none are known, the empty one, which every text holds."""
        return tuple(needed_strings(self._regex)) or ("",)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._regex)

    def may_stand_in(self, text: str) -> bool:
        """Whether the text has one of the strings."""
        for string in self._needed:  # noqa: SIM110 - ``any`` takes twice as long
            if string in text:
                return True
        return False

    def stands_in(self, text: str) -> bool:
        """Whether the text says it."""
        return self.may_stand_in(text) and self._compiled.search(text) is not None


def needed_strings(regex: str) -> frozenset[str]:
    """Strings of which every match holds one, as they stand; empty where none are known.

    *förening* and *klubb* of ``(?:er|din) (?:förening|klubb)``: of what stands one behind the other, the longest.
    """
    parsed = _parser.parse(regex)
    if parsed.state.flags & names.SRE_FLAG_IGNORECASE:
        return _NOTHING
    strings = _of_sequence(parsed)
    return frozenset(string for string in strings if not any(other in string for other in strings - {string}))


def _of_sequence(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The strings of parts that follow one another; letters side by side make one."""
    known: list[frozenset[str]] = []
    letters = ""
    for operator, argument in parsed:
        if operator is names.LITERAL:
            letters += chr(argument)
        elif operator is not names.AT:
            known += [_alone(letters), _of_part(operator, argument)]
            letters = ""
    return max([*known, _alone(letters)], key=_shortest)


def _alone(letters: str) -> frozenset[str]:
    """The one string, where there are letters."""
    return frozenset({letters}) if letters else _NOTHING


def _of_part(operator: Any, argument: Any) -> frozenset[str]:
    """The strings of one part: of a group, of all its branches, of what must stand once at least."""
    if operator is names.BRANCH:
        branches = list(map(_of_sequence, argument[1]))
        return _NOTHING.union(*branches) if all(branches) else _NOTHING
    if operator is names.SUBPATTERN:
        _, more_flags, _, within = argument
        return _NOTHING if more_flags else _of_sequence(within)
    if operator in _REPEATS:
        least, _, within = argument
        return _of_sequence(within) if least else _NOTHING
    return _NOTHING


def _shortest(strings: frozenset[str]) -> int:
    """How long the shortest is, which stands most often in a text; nothing at all is shorter."""
    return min(map(len, strings), default=-1)
