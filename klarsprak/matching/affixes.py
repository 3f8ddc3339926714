"""Words told by how they begin or end, with a memory: letters use the same words again and again."""

from __future__ import annotations

import re
from functools import cache

_REMEMBERED = 50_000
"""Words whose answer is kept, so that an archive of any length takes the same memory."""


class Affixes:
    """Remembers of each word whether it has one of the beginnings or endings: ``åter.+|.+nämnden``."""

    def __init__(self, affixes: str) -> None:
        self._pattern = re.compile(affixes)
        self._with: set[str] = set()
        self._without: set[str] = set()

    def has(self, form: str) -> bool:
        """Whether the lower-case form has one."""
        if form in self._with:
            return True
        if form in self._without:
            return False
        return bool(self.among(frozenset({form})))

    def among(self, forms: frozenset[str]) -> frozenset[str]:
        """Those of the forms that have one."""
        if len(self._without) > _REMEMBERED:
            self._with.clear()
            self._without.clear()
        may_have = forms - self._without
        new = may_have - self._with
        if new:
            found = set(filter(self._pattern.fullmatch, new))
            self._with |= found
            self._without |= new - found
        return may_have & self._with


compiled = cache(Affixes)
"""The one memory for each expression, shared by all patterns that hold it."""
