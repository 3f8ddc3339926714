"""Who a mail that was saved as text comes from: *Från: Anna Ek, budget- och skuldrådgivningen, Norrlida kommun*."""

from __future__ import annotations

import re

from klarsprak.signature.candidates import Candidates
from klarsprak.signature.model import LetterLine
from klarsprak.signature.ranks import Rank
from klarsprak.signature.spans import Span
from klarsprak.signature.titles import looks_like_title
from klarsprak.signature.units import organisation_in, unit_in

# *Från: Anna Ek,*, and what follows; *Från: Gatuavdelningen, Norrlida kommun*
_FROM = re.compile(r"(?:från|from|avsändare)\s?:\s*(?P<first>[^,\n]+),\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[,|]\s*")
# *budget- och skuldrådgivningen*, *Miljö och hälsa*: a name in the definite form, or two things joined, but no town
_UNIT = re.compile(r"(?:[^\W\d]+-? (?:och|&) )?[^\W\d]{4,}(?:en|et|an|na)|[^\W\d]{3,}-? (?:och|&) [^\W\d]{3,}")
_TOP = 4
"""Lines that may stand above it: *Till*, *Datum*, *Ämne*."""


def read_mail_sender(lines: list[LetterLine], found: Candidates) -> None:
    """The unit that stands behind the name on the line that says who the mail comes from, whatever it looks like.

    Asked where no other place tells a unit.
    """
    if found.best("unit"):
        return
    for line in lines[: _TOP + 1]:
        unit = _unit_of(line.span)
        if unit:
            found.add("unit", Rank.HEADER, unit.part())
            return


def _unit_of(line: Span) -> Span | None:
    """The part of the line that may be a unit, behind a name or first: no title and not the municipality."""
    sender = _FROM.match(line.text)
    first = unit_in(line.matched(sender, "first")) if sender else None
    if first:
        return first
    start = sender.end() if sender else len(line.text)
    while start < len(line.text):
        between = _BETWEEN.search(line.text, start)
        part = line.cut(start, between.start() if between else None)
        if _UNIT.fullmatch(part.text) and not organisation_in(part.text) and not looks_like_title(part.text):
            return part
        start = between.end() if between else len(line.text)
    return None
