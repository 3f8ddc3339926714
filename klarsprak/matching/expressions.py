"""Regular expressions of rules, made so that a letter without a match costs little."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from klarsprak.matching.strings import StringIndex, shape_of

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
        every = list(strings)
        self.any_case = [string for string in every if string == string.lower()]
        self.exact = [string for string in every if string != string.lower()]
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


class _HasText(Protocol):
    """A text that comes with its lower-case form."""

    @property
    def raw(self) -> str:
        """The text as it stands."""

    @property
    def lower(self) -> str:
        """The same in lower case."""


class HavingIndex:
    """The strings of many rules, looked for all at once: most rules' strings stand nowhere in a letter."""

    def __init__(self, rules: Sequence[Having]) -> None:
        self._anywhere = [number for number, having in enumerate(rules) if having.is_empty]
        self._any_case = _Wanted([having.any_case for having in rules])
        self._exact = _Wanted([having.exact for having in rules])
        self._shaped = _Wanted([having.shapes for having in rules])
        self._of_shape = [number for number, having in enumerate(rules) if having.shapes]

    def among(self, texts: Sequence[_HasText]) -> dict[int, list[int]]:
        """The numbers of the rules that may match, each with the numbers of the texts in which it may, in order."""
        if not texts:
            return {}
        found: defaultdict[int, set[int]] = defaultdict(set)
        self._any_case.look_in([text.lower for text in texts], found)
        self._exact.look_in([text.raw for text in texts], found)
        found.update((rule, set(range(len(texts)))) for rule in self._anywhere)
        shaped: defaultdict[int, set[int]] = defaultdict(set)
        self._shaped.look_in([shape_of(text.raw) for text in texts], shaped)
        for rule in self._of_shape:
            found[rule] &= shaped[rule]
        return {rule: sorted(numbers) for rule, numbers in found.items() if numbers}


class _Wanted:
    """Strings, and the numbers of the rules that want each."""

    def __init__(self, strings_of_rules: Sequence[Iterable[str]]) -> None:
        self._rules: defaultdict[str, list[int]] = defaultdict(list)
        for rule, strings in enumerate(strings_of_rules):
            for string in strings:
                self._rules[string].append(rule)
        self._index = StringIndex(self._rules)

    def look_in(self, texts: Sequence[str], found: defaultdict[int, set[int]]) -> None:
        """Enter the texts that hold a rule's strings under the rule."""
        for string, numbers in self._index.found_in(texts).items():
            for rule in self._rules[string]:
                found[rule].update(numbers)


class Expression:
    """A regular expression that is compiled when it is first tried."""

    def __init__(self, regex: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._regex, self._flags = regex, flags

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """The expression as it stands."""
        return re.compile(self._regex, self._flags)

    @cached_property
    def _lowered(self) -> re.Pattern[str] | None:
        """For lower-case text the same without ``(?i)``, which is many times faster.

        None where there is no ``(?i)``, or where small letters alone could not match.
        """
        inline = _IGNORE_CASE.match(self._regex)
        if inline is None:
            return None
        rest = self._regex[inline.end() :]
        if not rest or _asks_for_capitals(rest):
            return None
        multiline = re.MULTILINE if "m" in inline[1] else re.NOFLAG
        return re.compile(rest, self._flags | multiline)

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
