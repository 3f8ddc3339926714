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
    r"(?:har|hade|är|var|ska|skall|kan|kunde|får|fick|vill|ville|måste|bör|inkom|bor|går|gick|ser|såg|mår|står|sa|kom|kör"
    r"|[a-zåäöé]{3,}(?:ar|er|as|es|de|te)|[a-zåäö]*(?:hör|gör|står|går|får|tar))\b"
    r"|s\s+[a-zåäö])"
)
"""What tells that something is said of somebody: a verb, *beviljas*, or what is theirs, *Eks ansökan*."""
_TITLES = ("Fru", "Herr", "fru", "herr")
_SURNAME = re.compile(r" (?P<name>[A-ZÅÄÖ][\w-]+)")


class ReaderRule(Rule):
    """The reader by name, in the third person."""

    kind: Literal["reader"]


class ReaderKind(Kind[ReaderRule]):
    """Looks for the names that the letter is addressed to in what it says."""

    rule_type = ReaderRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """A hit for each time that something is said of one whom the letter is sent to, by first name or whole.

        *Anna Ek har ansökt*, *Anna bor ensam*, *Fru Ek bor ensam*, but not *Hej Anna Ek!* nor *Sökande: Anna Ek*.
        """
        names = readers_names(analysis)
        if not names:
            return
        names |= _first_names(names, analysis) | _with_titles(names)
        for block in analysis.blocks:
            if block.is_prose:
                for start, end in sorted(_said_of(names, block.text)):
                    yield from self._hits(analysis, block.index, start, end)

    def _hits(self, analysis: Analysis, block: int, start: int, end: int) -> Iterator[Hit]:
        for rule in self.rules:
            if rule.holds(None, analysis):
                yield Hit(rule, block, start, end)


def _with_titles(names: Iterable[str]) -> frozenset[str]:
    """*Fru Ek* and *Herr Ek* for *Anna Ek*."""
    return frozenset(f"{title} {name.split()[-1]}" for name in names for title in _TITLES)


def _first_names(names: Iterable[str], analysis: Analysis) -> frozenset[str]:
    """The first names that are nobody else's in the letter.

    Not *Anna* of *Anna Ek*, where it names *Anna Berg*, too.
    """
    firsts = {name.split()[0]: name for name in names}
    return frozenset(first for first, name in firsts.items() if not _names_another(first, name, analysis))


def _names_another(first: str, name: str, analysis: Analysis) -> bool:
    """Whether the letter names somebody of that first name and with another surname."""
    surnames = (_SURNAME.match(block.text, end) for block in analysis.blocks for _, end in _places(first, block.text))
    return any(surname and surname["name"] not in name.split() for surname in surnames)


def _said_of(names: Iterable[str], text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands that something is said of: *Anna Ek* **har ansökt**."""
    for name in names:
        for start, end in _places(name, text):
            if _SAYS_OF.match(text, end):
                yield start, end


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the name begins and ends in the text, unless it is the end of a longer word.

    Looked for as it is: an expression made for the names of one letter takes longer to make than to use.
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not _goes_on(text[max(start - 1, 0) : start]):
            yield start, end
        start = text.find(name, end)


def _goes_on(before: str) -> bool:
    """Whether the sign before a name makes it the end of a longer word: *Lill-* before *Anna Ek*."""
    return before.isalnum() or before in {"-", "_"}
