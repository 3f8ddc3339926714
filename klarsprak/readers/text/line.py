"""A line of plain text, and what can be seen of it by itself."""

from __future__ import annotations

import re
from typing import NamedTuple

_SIGN = r"[-–—•*·‣▪▫◦●○■□✓]|\(?(?P<number>\d{1,2})[.)]|\(?[a-zåäö]\)"
MARKER = re.compile(rf"(?:{_SIGN})\s+(?=\S)|[•‣▪●■](?=\S)")
"""The start of a list item."""

SENTENCE_BREAK = re.compile(r"[.?!](?:(?<=\w{3}.)|(?<=\d[-/]\d\d.)) +[A-ZÅÄÖ]")
"""One sentence ends and another begins: found by the stop, since a line may be one word of 100,000 letters."""

LINE_END = re.compile(r"\r\n|\r|\n")


class TextLine(NamedTuple):
    """A line without its indent."""

    text: str
    number: int
    """From 1."""
    column: int = 1
    """Of the first character, from 1."""
    soft: bool | None = None
    """Whether the line goes on in the next one, where the file says so (format=flowed)."""
    glued: bool = False
    """Whether a soft line goes on without a space."""
    cell: bool = False
    """One of several that stand side by side."""

    @property
    def end(self) -> int:
        """The column of the last character."""
        return self.column - 1 + len(self.text)


def is_marker(text: str) -> bool:
    """Whether the text is a list item's marker and nothing else: *a)*."""
    return bool(re.fullmatch(_SIGN, text))
