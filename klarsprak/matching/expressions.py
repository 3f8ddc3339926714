"""Regular expressions of rules, made so that a letter without a match costs little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from typing import Any

_IGNORE_CASE = re.compile(r"\(\?(?=\w*i)(\w+)\)")
_ESCAPE = re.compile(r"\\.|\(\?P")
# The engine's own reading of an expression; it has no public name, and another reader could differ from it.
_parsed = import_module("re._parser").parse

Literals = frozenset[str]
"""Strings of which one stands in every match; empty where none is known."""
Operation = tuple[Any, Any]
"""What the engine's reading is made of: an operation's name and what it is done with."""


class Expression:
    """A regular expression that is compiled when a text first holds the strings that it can't do without."""

    def __init__(self, regex: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Raises ``re.error`` for what is no expression."""
        self._regex, self._flags = regex, flags
        parsed = _parsed(regex, int(flags))
        self._any_case = bool(parsed.state.flags & re.IGNORECASE)
        literals = _cheapest(_needed(parsed), _price(parsed))
        self.literals = frozenset(map(str.lower, literals) if self._any_case else literals)

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """The expression as it stands."""
        return re.compile(self._regex, self._flags)

    @cached_property
    def _lowered(self) -> re.Pattern[str] | None:
        """For lower-case text the same without ``(?i)``, which is many times faster."""
        inline = _IGNORE_CASE.match(self._regex)
        rest = self._regex[inline.end() :] if inline else ""
        # A class of capitals would never match; an escape such as \S, and the P of a group's name, keep theirs.
        if not rest or any(map(str.isupper, _ESCAPE.sub("", rest))):
            return None
        multiline = re.MULTILINE if inline and "m" in inline[1] else re.NOFLAG
        return re.compile(rest, self._flags | multiline)

    def may_occur(self, text: str, lower: str) -> bool:
        """Whether ``text``, or ``lower``, its lower-case form, holds what the expression can't do without."""
        searched = lower if self._any_case else text
        for literal in self.literals:
            if literal in searched:
                return True
        return not self.literals

    def occurs(self, text: str, lower: str) -> bool:
        """Whether the expression is found in ``text``, of which ``lower`` is the lower-case form."""
        if not self.may_occur(text, lower):
            return False
        return (self._lowered.search(lower) if self._lowered else self.exact.search(text)) is not None


def _needed(parsed: Iterable[Operation]) -> Iterator[Literals]:
    """Sets of strings of each of which one stands in every match."""
    runs = {""}
    for name, argument in _flat(parsed):
        branches = _branches(name, argument)
        if len(branches) != 1 and name not in _NO_WIDTH:
            yield frozenset(runs)
        if branches and len(branches) * len(runs) <= _MOST_LITERALS:
            runs = {run + branch for run in runs for branch in branches}
        elif name not in _NO_WIDTH:
            runs = {""}
        if name == "BRANCH":
            yield _union([_cheapest(_needed(branch), _SLOW) for branch in argument[1]])
        elif name in _INNER and (name not in _REPEATS or argument[0] > 0):
            inner = list(_flat(argument[_INNER[name]]))
            times = argument[0] if name in _REPEATS and len(inner) == 1 and _branches(*inner[0]) else 1
            yield from _needed(list(argument[_INNER[name]]) * min(times, _MOST_TIMES))
    yield frozenset(runs)


def _flat(parsed: Iterable[Operation]) -> Iterator[tuple[str, Any]]:
    """The operations by name; those of a group that only holds things together as if it weren't there."""
    for operation, argument in parsed:
        name = str(operation)
        if name == "SUBPATTERN" and not argument[1]:
            yield from _flat(argument[3])
        else:
            yield name, argument


def _branches(name: str, argument: Any) -> list[str]:
    """The strings that the operation matches, where these are all."""
    if name == "LITERAL":
        return [chr(argument)]
    if name == "IN":
        return [chr(letter) for _, letter in argument] if _are_letters(argument) else []
    if name != "BRANCH" or not all(map(_are_letters, argument[1])):
        return []
    return ["".join(chr(letter) for _, letter in branch) for branch in argument[1]]


def _are_letters(operations: Iterable[Operation]) -> bool:
    return all(str(operation) == "LITERAL" for operation, _ in operations)


def _union(literals: list[Literals]) -> Literals:
    return frozenset().union(*literals) if all(literals) else frozenset()


def _cheapest(literals: Iterable[Literals], price: float) -> Literals:
    """The set that costs least; empty where the expression itself costs no more."""
    costs = {each: _cost(each, price) for each in literals}
    best = min(costs, key=costs.__getitem__, default=frozenset[str]())
    return best if costs.get(best, price) < price else frozenset()


def _cost(literals: Literals, price: float) -> float:
    """How many looks: one for each string, and those for the expression where a string may stand by chance."""
    if not literals or any(not literal or literal.isspace() for literal in literals):
        return price
    return len(literals) + price * max(map(_chance, literals))


def _price(parsed: Iterable[Operation]) -> float:
    """What it costs to try the expression, where looking for a string in a letter costs one.

    The engine passes fast over letters that can't begin a match where one or a few begin all of them.
    """
    first, _ = next(_flat(parsed), ("", None))
    return _FAST if first in ("LITERAL", "IN") else _SLOW


def _chance(literal: str) -> float:
    """A guess at how many letters hold the string: half as many for each letter, few where a rare sign is in it."""
    if literal.isdigit() or literal in _COMMON_SIGNS:
        return 1.0
    return 0.05 if _RARE_SIGNS.intersection(literal) else 0.5 ** len(literal)


_FAST, _SLOW = 6.0, 25.0
_COMMON_SIGNS = frozenset(".,:-")
_RARE_SIGNS = frozenset("<>[]{}«»_=…")
_NO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_INNER = dict.fromkeys(_REPEATS, 2) | {"ASSERT": 1}
"""Where an operation's argument holds the expression within it, which every match has."""
_MOST_LITERALS = 64
_MOST_TIMES = 3
