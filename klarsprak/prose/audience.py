"""What its readers know before they open the letter: a club's board, a god man, a restaurant's owner, a parent …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import partial
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from klarsprak.analysis import Analysis
from klarsprak.prose.addressee import ATTENTION, Addressee, addressee, organisations_names
from klarsprak.prose.audience_sign import Sign
from klarsprak.prose.audience_signs import EVERYBODY, GROUP, SIGNS, TO_GROUP
from klarsprak.prose.letter_head import head_lines, is_of_head
from klarsprak.prose.organisation_names import names_organisation
from klarsprak.prose.reader_lines import goes_to_copy, lines_of_reader
from klarsprak.signature.address_forms import has_postcode


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
_LINES_OF_ADDRESS = 2
"""Lines of an address below the name."""
_KINDS = {
    Audience.ASSOCIATION: (Audience.ASSOCIATION, Audience.HOUSING_ASSOCIATION),
    Audience.COMPANY: (Audience.COMPANY, Audience.BUILDING_COMPANY),
}
"""Audiences that others are of, and know the words of, too: a builder runs a company."""


def is_written_to(readers: Iterable[Audience], analysis: Analysis) -> bool:
    """Whether the letter is plainly written to one of the audiences; each is looked for once a letter, if asked for.

    *Almviks roddklubb, Tallgatan 2, 512 95 Norrlida* is an association, *Som god man ska du …* a god man.  No letter
    is that shows none, or is for readers of many kinds.
    """
    return any(analysis.once(_QUESTIONS[reader]) for reader in readers)


def _is_written_to(audience: Audience, analysis: Analysis) -> bool:
    """The same of one audience, asked anew."""
    head = analysis.once(_head)
    if head is None:
        return False
    signs = chain.from_iterable(SIGNS[kind] for kind in _KINDS.get(audience, (audience,)))
    return any(_is_there(sign, head, analysis) for sign in signs)


_QUESTIONS = {audience: partial(_is_written_to, audience) for audience in Audience}
"""What a letter is asked about each audience."""


def _head(analysis: Analysis) -> _Head | None:
    """What stands above the text; None where it says that the letter is for readers of many kinds."""
    lines = [line for line in _with_label(takewhile(is_of_head, head_lines(analysis))) if not goes_to_copy(line)]
    if any(map(_is_to_many_kinds, lines)):
        return None
    of_reader = lines_of_reader(analysis)
    return _Head(lines, [*_organisations(lines, analysis), *filter(names_organisation, of_reader)], of_reader)


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
    text = analysis.text
    # Most signs have words that the letter hasn't: these are looked at before any of its sentences is.
    if not all(wording.may_stand_in(text) for wording in sign.said):
        return False
    if not all(wording.stands_in(text) for wording in sign.said):
        return False
    return sign.unless is None or not sign.unless.stands_in(text)


def _is_in_head(sign: Sign, head: _Head) -> bool:
    """Whether the letter's head has what the sign asks of it."""
    if sign.name and not any(map(sign.name.exact.search, head.names)):
        return False
    if sign.reader and not any(map(sign.reader.exact.search, head.of_reader)):
        return False
    lines = head.lines[1:] if sign.below_sender and not _begins_with_reader(head.lines) else head.lines
    return not sign.line or any(map(sign.line.exact.match, lines))


def _begins_with_reader(lines: list[str]) -> bool:
    """Whether the reader stands first: *Till …*, or the only address, above a letter of one's own paper."""
    if lines and lines[0].lower().startswith("till "):
        return True
    with_postcode = [number for number, line in enumerate(lines) if has_postcode(line)]
    return len(with_postcode) == 1 and 0 < with_postcode[0] <= _LINES_OF_ADDRESS
