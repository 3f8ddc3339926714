"""``reader``: the reader's own name where *du* would stand: *Anna Ek har ansökt om hemtjänst*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.prose.addressee import organisations_names, readers_names

_SAYS_OF = re.compile(
    r"(?=(?:, (?:19|20)?(?:\d{6}|[ÅYX]{2,4}MMDD)[-–][\dX]{4},?)?\s+"
    r"(?!(?:efter|under|över|eller|istället|nedan|före|vidare)\b)"
    r"(?:har|hade|är|var|ska|skall|kan|kunde|får|fick|vill|ville|måste|bör|inkom|bor|går|gick|ser|såg|mår|står|sa|kom|kör"
    r"|[a-zåäöé]{3,}(?:ar|er|as|es|de|te)|[a-zåäö]*(?:hör|gör|står|går|får|tar))\b"
    r"|s\s+[a-zåäö])"
)
"""What tells that something is said of somebody: a verb, *beviljas*, or what is theirs, *Eks ansökan*."""
_DOES = re.compile(
    r"(?= (?:har|hade|inkom|ansök\w+|sökte|söker|uppger|uppgav|anger|angav|anför|anförde|beviljas|beviljades"
    r"|tilldelas|erbjuds|föreläggs|ska|skall|måste|får|saknar|bedriver|driver|planerar|önskar|är|begär|bör|kan)\b"
    r"|s ansökan\b)"
)
"""What an organisation does that the letter is sent to: *Sjöbo Plåt AB* **har** *ansökt*."""
_SAYS_BEFORE = re.compile(
    r"(?i:(?:ansökan|ansökningen|anmälan|begäran|skrivelse|synpunkter|klagomål|överklagande|yttrande)"
    r"(?: om [^.,:;]{1,60})? (?:från|av|för)"
    r"|\b(?:avser|gäller|tillerkänner|tillerkänns|bevilja[rs]?|beviljade|medge[rs]?|tilldela[rs]?|erbjud(?:a|er)"
    r")) $"
)
"""What tells the same before the name: *mottagit ansökan från* **Anna Ek**, *beslutar att bevilja* **Anna Ek**.

Not *förelägger* **Anna Ek** *att*: an order names those whom it binds.
"""
_WITH_READER = re.compile(
    r"(?i:\b(?:du|dig|din|ni|er) (?:och|eller) "
    r"|(?:stället|lokalen|restaurangen|krogen|puben|hotellet|butiken|kiosken|kaf[eé]et|caf[eé]et|anläggningen|förskolan"
    r"|fartyget|båten|varumärket|festivalen|evenemanget|arrangemanget) [”\"]?)$"
)
"""Before a name it tells that another reads along, *Du och* **Per** *får varsin nyckel*, or that it is a thing's.

*Serveringsstället* **Bistro Bryggan** *saknar fläkt* is about the place, and not about who owns it.
"""
_BEFORE = 100
"""Characters before a name that may tell."""
_ENDS = (".", "!", "?", ":")
"""How a text ends that is no heading: *Ansökan om båtplats för Anna Ek*."""
_TITLES = ("Fru", "Herr", "fru", "herr")
_SURNAME = re.compile(r" (?P<name>[A-ZÅÄÖ][\w-]+)")


class ReaderRule(Rule):
    """The reader by name, in the third person."""

    kind: Literal["reader"]
    organisation: bool = Field(
        default=False, description="Leta efter namnet på föreningen eller bolaget som brevet är ställt till."
    )


class ReaderKind(Kind[ReaderRule]):
    """Looks for the names that the letter is addressed to in what it says."""

    rule_type = ReaderRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """A hit for each time that something is said of one whom the letter is sent to, by first name or whole.

        *Anna Ek har ansökt*, *Anna bor ensam*, *Fru Ek bor ensam*, but not *Hej Anna Ek!* nor *Sökande: Anna Ek*.
        """
        persons = readers_names(analysis)
        persons |= _first_names(persons, analysis) | _with_titles(persons)
        organisations = organisations_names(analysis)
        for rule in self.rules:
            names, says = (organisations, _DOES) if rule.organisation else (persons, _SAYS_OF)
            if names and rule.holds(None, analysis):
                yield from _hits(rule, names, says, analysis)


def _hits(rule: ReaderRule, names: Iterable[str], says: re.Pattern[str], analysis: Analysis) -> Iterator[Hit]:
    """A hit for each time that something is said of one of the names, in the order of the text."""
    for block in analysis.blocks:
        if block.is_prose:
            for start, end in sorted(set(_said_of(names, says, block.text))):
                yield Hit(rule, block.index, start, end)


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


def _said_of(names: Iterable[str], says: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands that something is said of: *Anna Ek* **har ansökt**, **bevilja** *Anna Ek*."""
    is_text = text.rstrip().endswith(_ENDS)
    for name in names:
        for start, end in _places(name, text):
            if _WITH_READER.search(text, max(0, start - _BEFORE), start):
                continue
            if says.match(text, end) or (is_text and _SAYS_BEFORE.search(text, max(0, start - _BEFORE), start)):
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
