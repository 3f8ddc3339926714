"""``reader``: the reader's own name where *du* would stand: *Anna Ek har ansökt om hemtjänst*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from klarsprak.analysis import Analysis
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.prose.addressee import readers_names

_SAYS_OF = re.compile(
    r"(?=\s+(?!(?:efter|under|över|eller|istället|nedan|före|vidare)\b)"
    r"(?:har|hade|är|var|ska|skall|kan|kunde|får|fick|vill|ville|måste|bör|inkom|bor|[^\W\d_]{3,}(?:ar|er|as|es|de|te))\b"
    r"|s\s+[a-zåäö])"
)
"""What tells that something is said of somebody: a verb, *beviljas*, or what is theirs, *Eks ansökan*."""


class ReaderRule(Rule):
    """The reader by name, in the third person."""

    kind: Literal["reader"]


class ReaderKind(Kind[ReaderRule]):
    """Looks for the names that the letter is addressed to in what it says."""

    rule_type = ReaderRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """A hit for each time that something is said of one whom the letter is sent to, by the whole name.

        *Anna Ek har ansökt*, but not *Hej Anna Ek!* nor *Sökande: Anna Ek*.
        """
        names = readers_names(analysis)
        if not names:
            return
        for block in analysis.blocks:
            if block.is_prose:
                for start, end in sorted(_said_of(names, block.text)):
                    yield from self._hits(analysis, block.index, start, end)

    def _hits(self, analysis: Analysis, block: int, start: int, end: int) -> Iterator[Hit]:
        for rule in self.rules:
            if rule.holds(None, analysis):
                yield Hit(rule, block, start, end)


def _said_of(names: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where a whole name stands that something is said of: *Anna Ek* **har ansökt**.

    Looked for as it is: an expression made for the names of one letter takes longer to make than to use.
    """
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if not _goes_on(text[max(start - 1, 0) : start]) and _SAYS_OF.match(text, end):
                yield start, end
            start = text.find(name, end)


def _goes_on(before: str) -> bool:
    """Whether the sign before a name makes it the end of a longer word: *Lill-* before *Anna Ek*."""
    return before.isalnum() or before in {"-", "_"}
