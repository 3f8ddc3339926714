"""Regular expressions that are compiled when they are first asked for: most runs of the program need none of them."""

from __future__ import annotations

import re
import sys
from functools import cached_property


class LazyRegex:
    """A regular expression with the methods of ``re.Pattern`` that the grammar of references uses."""

    def __init__(self, *alternatives: str, flags: int = re.IGNORECASE) -> None:
        self._alternatives = alternatives
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile("|".join(self._alternatives), self._flags)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place that fits."""
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """What fits from ``start`` on."""
        return self._compiled.match(text, start)

    def fits(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether the whole stretch fits."""
        return self._compiled.fullmatch(text, start, end) is not None

    def sub(self, instead: str, text: str) -> str:
        """The text with ``instead`` for each place that fits."""
        return self._compiled.sub(instead, text)

    def all(self, text: str) -> list[re.Match[str]]:
        """All places that fit."""
        return list(self._compiled.finditer(text))
