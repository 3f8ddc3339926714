"""Regular expressions of rules, made so that a letter without a match costs little."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from klarsprak.matching.views import shape_of

_IGNORE_CASE = re.compile(r"\(\?(?=\w*i)(\w+)\)")
_ESCAPE = re.compile(r"\\.|\(\?P")


class Having:
    """Strings and shapes of which a text must hold one each for a rule's expressions to be tried.

    Where a rule names none, any text will do.  Looking for a string takes a fiftieth of the time that an expression
    takes to find nothing.
    """

    def __init__(self, strings: Iterable[str], shapes: Iterable[str] = ()) -> None:
        """Small letters stand for capitals too; a string with a capital stands only for itself.

        *kl* is found in *Kl 9*, but *SoL* not in *solen*.
        """
        self.strings = list(strings)
        self.any_case = [string for string in self.strings if string == string.lower()]
        self.exact = [string for string in self.strings if string != string.lower()]
        self.shapes = list(shapes)

    @property
    def is_empty(self) -> bool:
        """Whether any text will do, whatever its shape."""
        return not self.any_case and not self.exact

    def stands_in(self, text: str, lower: str) -> bool:
        """Whether one of the strings stands in the text, of which ``lower`` is the lower-case form, and a shape."""
        if self.shapes and not any(shape in shape_of(text) for shape in self.shapes):
            return False
        if self.is_empty:
            return True
        return any(string in lower for string in self.any_case) or any(string in text for string in self.exact)


class Expression:
    """A regular expression that is compiled when it is first tried."""

    def __init__(self, regex: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._regex, self._flags = regex, flags

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """The expression as it stands."""
        return re.compile(self._regex, self._flags)

    @property
    def _for_lower(self) -> tuple[str, re.RegexFlag] | None:
        """For lower-case text the same without ``(?i)``, which is many times faster, and its flags.

        None where there is no ``(?i)``, or where small letters alone could not match.
        """
        inline = _IGNORE_CASE.match(self._regex)
        if inline is None:
            return None
        rest = self._regex[inline.end() :]
        if not rest or _asks_for_capitals(rest):
            return None
        return rest, self._flags | (re.MULTILINE if "m" in inline[1] else re.NOFLAG)

    @cached_property
    def _lowered(self) -> re.Pattern[str] | None:
        return re.compile(*self._for_lower) if self._for_lower else None

    def parsed(self) -> tuple[Any, bool]:
        """The parts of what is looked for, as ``re`` reads them, and whether it is looked for in lower-case text."""
        lowered = self._for_lower
        regex, flags = lowered or (self._regex, self._flags)
        return _parser.parse(regex, flags), lowered is not None

    def matches(self, text: str, lower: str) -> Iterator[re.Match[str]]:
        """The places in ``text``, of which ``lower`` is the lower-case form; most texts have none."""
        if self.occurs(text, lower):
            yield from self.exact.finditer(text)

    def occurs(self, text: str, lower: str) -> bool:
        """Whether the expression is found in ``text``, of which ``lower`` is the lower-case form.

        Where in the text, only ``exact`` can tell: some letters have a lower-case form of two.
        """
        match = self._lowered.search(lower) if self._lowered else self.exact.search(text)
        return match is not None


def _asks_for_capitals(regex: str) -> bool:
    """Whether the expression has a capital, such as the class ``[A-Z]``, that lower-case text never matches.

    An escape such as ``\\S``, and the P of a group's name ``(?P<tal>…)``, keep theirs.
    """
    letters = _ESCAPE.sub("", regex)
    return any(map(str.isupper, letters))
