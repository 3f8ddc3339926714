"""``reader``: the reader's own name where *du* would stand: *Anna Ek har ansökt om hemtjänst*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from klarsprak.analysis import Analysis
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.prose.addressee import readers_names

_SAYS_OF = (
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
        said = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names)))}){_SAYS_OF}")
        for block in analysis.blocks:
            if not block.is_prose:
                continue
            for match in said.finditer(block.text):
                yield from self._hits(analysis, block.index, match)

    def _hits(self, analysis: Analysis, block: int, match: re.Match[str]) -> Iterator[Hit]:
        for rule in self.rules:
            if rule.holds(None, analysis):
                yield Hit(rule, block, match.start(), match.end())
