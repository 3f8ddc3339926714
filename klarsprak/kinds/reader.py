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
        """A hit for each time that something is said of one whom the letter is sent to, by first name or whole.

        *Anna Ek har ansökt*, *Anna bor ensam*, but not *Hej Anna Ek!* nor *Sökande: Anna Ek*.
        """
        names = readers_names(analysis)
        if not names:
            return
        names |= _first_names(names, analysis)
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


def _first_names(names: frozenset[str], analysis: Analysis) -> frozenset[str]:
    """The first names that are nobody else's in the letter.

    Not *Anna* of *Anna Ek*, where it names *Anna Berg*, too.
    """
    firsts = {name.split()[0]: name for name in names}
    whole = re.compile(rf"(?<![\w-])(?P<first>{'|'.join(map(re.escape, sorted(firsts)))}) (?P<rest>[A-ZÅÄÖ][\w-]+)")
    others = {
        match["first"]
        for block in analysis.blocks
        for match in whole.finditer(block.text)
        if match["rest"] not in firsts[match["first"]].split()
    }
    return frozenset(firsts.keys() - others)
