"""Texts that are hard for a regular expression, made from its own parts: repeat what it lets be repeated.

An expression explodes where two ways lead through the same text: *(a+)+b* tries all divisions of *aaaa*.  Texts that
hold much of what it repeats, and then not what it waits for, show that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from re import _constants as names  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_ALPHABET = "a b0A.-,\n:;!?()§/å_x1@\t”'é\u00a0\"<>&=*|—"
"""Signs to try, those first that most expressions repeat."""
_ANY_TEXT = (
    "a",
    "0",
    " ",
    "\n",
    ".",
    "-",
    "A",
    "a ",
    "0 ",
    "A ",
    "a.",
    "a, ",
    "a\n",
    " \n",
    "Aa ",
    "0.",
    "-a",
    "a (",
)
"""Repeated, they are hard for many expressions."""
_MOST_BODIES = 40
"""Repeated parts of one expression that are tried."""
_MISMATCHES = ("\x01", "\n\x01", "")
"""What comes after all that repeats: nothing that an expression waits for."""
Parsed = Iterable[tuple[Any, Any]]


class Hard(NamedTuple):
    """A text that may be hard for an expression: *before* once, *body* over and over, *after* once."""

    before: str
    body: str
    after: str

    def text_of(self, times: int) -> str:
        """It with so many repetitions."""
        return self.before + self.body * times + self.after


def hard_texts(regex: str, flags: int = 0) -> list[Hard]:
    """What may be hard for the expression: nothing, where it repeats nothing often.  Raises ``re.error`` for none."""
    known = list(_repeats(_parser.parse(regex, flags), ""))
    if not known:
        return []
    bodies = dict.fromkeys(chain(_ANY_TEXT, islice(_bodies(known), _MOST_BODIES)))
    hard = [Hard("", body, after) for body in bodies for after in _MISMATCHES]
    hard += [Hard(*repeat, after) for repeat in known[:_MOST_BODIES] for after in _MISMATCHES[:2]]
    return list(dict.fromkeys(hard))


def _bodies(known: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What can be repeated: what a repeat repeats, and that after all that stands before it."""
    for before, body in known:
        yield body
        yield before + body


def _repeats(parsed: Parsed, before: str) -> Iterator[tuple[str, str]]:
    """Each repeat of the expression: a text that leads to it, and one that it takes."""
    for operator, argument in parsed:
        for child in _children(operator, argument):
            yield from _repeats(child, before)
        if operator in _REPEATS and argument[1] > _FEW:
            for body in filter(None, dict.fromkeys(_texts(argument[2]))):
                yield before, body
        before += _text([(operator, argument)])


_FEW = 20
"""So often may a part be repeated without being a danger."""
_REPEATS = (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT)


_WITHIN: dict[Any, Callable[[Any], Sequence[Parsed]]] = {
    **dict.fromkeys(_REPEATS, lambda argument: (argument[2],)),
    names.BRANCH: lambda argument: tuple(argument[1]),
    names.SUBPATTERN: lambda argument: (argument[3],),
    names.ASSERT: lambda argument: (argument[1],),
    names.ASSERT_NOT: lambda argument: (argument[1],),
    names.ATOMIC_GROUP: lambda argument: (argument,),
    names.GROUPREF_EXISTS: lambda argument: tuple(filter(None, argument[1:])),
}


def _children(operator: Any, argument: Any) -> Sequence[Parsed]:
    """The parts of an expression that stand within a part of it."""
    within = _WITHIN.get(operator)
    return within(argument) if within else ()


def _texts(parsed: Parsed) -> Iterator[str]:
    """Texts that a repeated part takes: one for each of its branches, and for each sign of its first class."""
    parts = list(parsed)
    yield _text(parts)
    if len(parts) == 1:
        operator, argument = parts[0]
        if operator in (names.IN, names.NOT_LITERAL, names.ANY, names.CATEGORY):
            yield from islice((sign for sign in _ALPHABET if _takes(operator, argument, sign)), 8)
        for child in _children(operator, argument):
            yield from _texts(child)


def _text(parsed: Parsed) -> str:
    """A text that the part takes, as short as may be but for repeats, of which it has one at least."""
    return "".join(_one(operator, argument) for operator, argument in parsed)


def _one(operator: Any, argument: Any) -> str:
    """The shortest text that one part takes."""
    if operator in (names.ASSERT, names.ASSERT_NOT):
        return ""
    children = _children(operator, argument)
    if operator in _REPEATS:
        return _text(children[0]) * int(min(max(argument[0], 1), _FEW))
    if children:
        return _text(children[0])
    if operator is names.LITERAL:
        return chr(argument)
    return next((sign for sign in _ALPHABET if _takes(operator, argument, sign)), "")


def _takes(operator: Any, argument: Any, sign: str) -> bool:
    """Whether one sign fits a class of the expression."""
    if operator is names.IN:
        taken = any(_takes(each, what, sign) for each, what in argument if each is not names.NEGATE)
        return taken != (argument[0][0] is names.NEGATE)
    fits = _FITS.get(operator)
    return fits is not None and fits(argument, sign)


_FITS: dict[Any, Callable[[Any, str], bool]] = {
    names.LITERAL: lambda argument, sign: bool(argument == ord(sign)),
    names.NOT_LITERAL: lambda argument, sign: bool(argument != ord(sign)),
    names.RANGE: lambda argument, sign: bool(argument[0] <= ord(sign) <= argument[1]),
    names.ANY: lambda _, sign: sign != "\n",
    names.CATEGORY: lambda argument, sign: re.match(_CATEGORIES[argument], sign) is not None,
}
_CATEGORIES: dict[Any, str] = {
    names.CATEGORY_DIGIT: r"\d",
    names.CATEGORY_NOT_DIGIT: r"\D",
    names.CATEGORY_SPACE: r"\s",
    names.CATEGORY_NOT_SPACE: r"\S",
    names.CATEGORY_WORD: r"\w",
    names.CATEGORY_NOT_WORD: r"\W",
}
