"""Regular expressions of rules, made so that a letter without a match costs little."""

from __future__ import annotations

import re
from typing import NamedTuple

_IGNORE_CASE = re.compile(r"\(\?(?=\w*i)(\w+)\)")
_ESCAPE = re.compile(r"\\.|\(\?P")


class Expression(NamedTuple):
    """A regular expression, and for lower-case text the same without ``(?i)``, which is many times faster."""

    exact: re.Pattern[str]
    lowered: re.Pattern[str] | None

    def occurs(self, text: str, lower: str) -> bool:
        """Whether the expression is found in ``text``, of which ``lower`` is the lower-case form."""
        return (self.lowered.search(lower) if self.lowered else self.exact.search(text)) is not None


def expression(regex: str, flags: re.RegexFlag = re.NOFLAG) -> Expression:
    """The expression compiled both ways; raises ``re.error``."""
    inline = _IGNORE_CASE.match(regex)
    rest = regex[inline.end() :] if inline else ""
    if inline and "m" in inline[1]:
        flags |= re.MULTILINE
    # A class of capitals would never match; an escape such as \S, and the P of a group's name, keep their capital.
    usable = rest and not any(map(str.isupper, _ESCAPE.sub("", rest)))
    return Expression(re.compile(regex, flags), re.compile(rest, flags) if usable else None)
