"""What its readers know before they open the letter: a club's board, a god man, a restaurant's owner, a parent …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.prose.addressee import ATTENTION, Addressee, addressee, organisations_names
from klarsprak.prose.audience_sign import Sign
from klarsprak.prose.audience_signs import EVERYBODY, GROUP, SIGNS, TO_GROUP
from klarsprak.prose.letter_head import head_lines, is_of_head
from klarsprak.prose.organisation_names import names_organisation
from klarsprak.prose.reader_lines import lines_of_reader


class Audience(StrEnum):
    """A group of readers who know the words of their own everyday."""

    ASSOCIATION = "förening"
    HOUSING_ASSOCIATION = "bostadsrättsförening"
    COMPANY = "företag"
    FOOD_BUSINESS = "livsmedel"
    BUILDING_COMPANY = "byggföretag"
    FARMER = "lantbruk"
    LEGAL_GUARDIAN = "godman"
    PARENT = "förälder"
    STUDENT = "studerande"
    TENANT = "hyresgäst"
    CUSTOMER = "kund"
    PATIENT = "patient"
    EMPLOYEE = "anställd"
    AUTHORITY = "myndighet"
    CARE_PROVIDER = "omsorg"
    FOSTER_HOME = "familjehem"
    CARE_PROFESSIONAL = "vårdpersonal"
    SUPPLIER = "leverantör"
    LANDLORD = "hyresvärd"
    SCHOOL_OWNER = "skolhuvudman"


class _Head(NamedTuple):
    """What stands above the text."""

    lines: list[str]
    names: list[str]
    """The names of the organisation that gets the letter."""
    of_reader: list[str]
    """The lines that name the reader, and those beside them."""


_PERSONS = frozenset({Addressee.PERSON, Addressee.PERSONS})
_ALSO = {
    Audience.HOUSING_ASSOCIATION: Audience.ASSOCIATION,
    Audience.BUILDING_COMPANY: Audience.COMPANY,
}
"""Whose words they know, too: a builder runs a company."""


def audiences(analysis: Analysis) -> frozenset[Audience]:
    """Which audiences the letter is plainly written to; none where it shows none, or is for readers of many kinds.

    *Almviks roddklubb, Tallgatan 2, 512 95 Norrlida* is an association, *Som god man ska du …* a god man.  Asked once
    a letter.
    """
    lines = list(_with_label(takewhile(is_of_head, head_lines(analysis))))
    if any(map(_is_to_many_kinds, lines)):
        return frozenset()
    of_reader = lines_of_reader(analysis)
    names = [*_organisations(lines, analysis), *filter(names_organisation, of_reader)]
    head = _Head(lines, names, of_reader)
    found = {
        Audience(name) for name, signs in SIGNS.items() if any(_is_there(each, head, analysis) for each in signs)
    }
    return frozenset(found | {_ALSO[each] for each in found & _ALSO.keys()})


def _with_label(lines: Iterable[str]) -> Iterator[str]:
    """The lines, with *Till* before the one that stands below it."""
    for above, line in pairwise(chain([""], lines)):
        yield f"Till {line}" if above.lower().rstrip(":") == "till" else line


def _is_to_many_kinds(line: str) -> bool:
    """Whether a line of the head says that the letter goes to several groups, or to one and everybody else.

    *Till boende och verksamhetsutövare*, *Till hyresgäster och föreningar*; but not *Till lärare på skolan*.
    """
    if not TO_GROUP.match(line):
        return False
    groups = {match.lastgroup for match in GROUP.finditer(line)}
    return len(groups) > 1 or EVERYBODY.search(line) is not None


def _organisations(lines: list[str], analysis: Analysis) -> Iterator[str]:
    """The organisation that the letter is sent to, as the address has it or as it stands before *Att: Anna Ek*."""
    if analysis.once(addressee) is not Addressee.ORGANISATION:
        return
    yield from organisations_names(analysis)
    for above, line in pairwise(chain([""], lines)):
        attention = ATTENTION.search(line)
        if attention:
            yield line[: attention.start()].strip(" ,") or above


def _is_there(sign: Sign, head: _Head, analysis: Analysis) -> bool:
    """Whether the letter has all that the sign asks for: who gets it, what a line of its head and its text say."""
    if not sign.to_person and analysis.once(addressee) in _PERSONS:
        return False
    if not _is_in_head(sign, head):
        return False
    if any(not pattern.search(analysis.text) for pattern in sign.said):
        return False
    return not (sign.unless and sign.unless.search(analysis.text))


def _is_in_head(sign: Sign, head: _Head) -> bool:
    """Whether the letter's head has what the sign asks of it."""
    if sign.name and not any(map(sign.name.search, head.names)):
        return False
    if sign.reader and not any(map(sign.reader.search, head.of_reader)):
        return False
    return not sign.line or any(map(sign.line.match, head.lines))
