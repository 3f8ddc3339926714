"""Words told by how they begin or end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property

_STAR = re.compile(r"\.[+*]")
_ESCAPED = re.compile(r"\\(.)")
_WORDS_AND_STARS = re.compile(r"(?:[^\\.^$*+?{}\[\]()]|\\.|\.[+*])+")
"""An expression that says no more than how its words begin and end."""

ENDS = (3, 5)
"""So many signs at either end of a word tell most others from it."""


def put_together(forms: Iterable[str]) -> str:
    """The forms as one text, a line break around each: how they begin and end is looked for in all at once."""
    lines = "\n".join(forms)
    return f"\n{lines}\n"


class Affixes:
    """What words begin or end with, or are: ``åter.+|.+nämnden|ny``.

    A look at the letters that a word must have comes before the expression, which is compiled when a word has them.
    """

    def __init__(self, affixes: str) -> None:
        self._affixes = affixes
        options = affixes.split("|") if _WORDS_AND_STARS.fullmatch(affixes) else [".*"]
        parts = [[_ESCAPED.sub(r"\1", part) for part in _STAR.split(option)] for option in options]
        self._whole = frozenset(only for only, *others in parts if not others)
        starred = [(first, *others) for first, *others in parts if others]
        self._beginnings = tuple(first for first, *_, last in starred if first or not last)
        self._endings = tuple(last for first, *_, last in starred if last and not first)
        self._signs = [f"\n{first}" for first in self._beginnings] + [f"{last}\n" for last in self._endings]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._affixes)

    @property
    def told_by(self) -> frozenset[str]:
        """Words, beginnings and ends of which each form that fits has one; empty where these tell too little.

        A line break stands before a beginning and after an end, which are as long as ``ENDS`` says.
        """
        lengths = [max((length for length in ENDS if length < len(sign)), default=0) for sign in self._signs]
        if not all(lengths):
            return frozenset()
        signs = zip(self._signs, lengths, strict=True)
        cut = (sign[: length + 1] if sign[0] == "\n" else sign[-length - 1 :] for sign, length in signs)
        return self._whole.union(cut)

    def has(self, form: str) -> bool:
        """Whether the lower-case form is one of the words, or begins or ends so."""
        if form in self._whole:
            return True
        if form.endswith(self._endings) or form.startswith(self._beginnings):
            return self._pattern.fullmatch(form) is not None
        return False

    def may_be_among(self, forms: frozenset[str], together: str) -> bool:
        """Whether one of the forms may be what is asked for; ``together`` are the forms put together."""
        if not self._whole.isdisjoint(forms):
            return True
        for sign in self._signs:  # noqa: SIM110 - ``any`` takes twice as long
            if sign in together:
                return True
        return False

    def among(self, forms: frozenset[str], together: str) -> frozenset[str]:
        """Those of the forms that are what is asked for; ``together`` are the forms put together."""
        return frozenset(filter(self.has, forms)) if self.may_be_among(forms, together) else frozenset()


compiled = cache(Affixes)
"""The one for each expression, shared by all patterns that hold it."""
