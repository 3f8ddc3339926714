"""Whom the letter is sent to, as its address or greeting says: a person, two persons, or an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain, islice, pairwise

from klarsprak.analysis import Analysis
from klarsprak.prose.letter_head import (
    BETWEEN_NAMES,
    CARE_OF,
    LAST_LINE_OF_SENDER,
    LONGEST_LINE,
    above_postcodes,
    above_streets,
    beside_greeted,
    greeted,
    head_lines,
    names_above,
)
from klarsprak.prose.organisation_names import names_organisation
from klarsprak.signature.address_forms import has_postcode
from klarsprak.signature.names import is_first_name, names_in
from klarsprak.signature.spans import Span
from klarsprak.swedish import TO_ONE, TO_SEVERAL


class Addressee(StrEnum):
    """Who gets the letter."""

    PERSON = "person"
    PERSONS = "persons"
    ORGANISATION = "organisation"


_SENDER = re.compile(r"(?i)kommun\b|kommuns\b|förvaltning|nämnd|kontor|myndighet|region\b|\bstad\b|enhet")
ATTENTION = re.compile(
    r"(?<!\w)(?:[Aa]tt|ATT|Attention|Ordf)[.:]+\s?"
    r"(?=(?:(?:ordf(?:örande|\.)|kassör(?:en)?|sekreterare|styrelsen|vd|verksamhetschef|rektor) )?[A-ZÅÄÖ])"
)
"""What leads to whoever reads for an organisation: *Norrlida IF, Att: Anna Ek*."""
_READS_FOR_IT = re.compile(rf"{ATTENTION.pattern}|, (?:ordförande|kassör|firmatecknare)$")
_OF_WHO_READS = ("tt.", "tt:", "TT.", "TT:", "Attention", "Ordf", ", ordförande", ", kassör", ", firmatecknare")
"""One of these stands in each of them: quicker to look for."""
_LABEL = re.compile(
    r"(?i)(?:till|mottagare|delgivning|delges|adressat|sökande|hyresgäst|kund|abonnent|arrendator|\w*innehavare"
    r"|låntagare|fastighetsägare):?$"
)
_TO_MANY = re.compile(r"Till (?:dig|er|alla|samtliga|våra|boende|\w+ägare\w*|\w+havare\w*|hyresgäst\w*|kund\w*)\b")
_IN_STEAD_OF = re.compile(
    r"(?i)(?:till )?(?:(?P<may_be_two>vårdnadshavar\w*|föräld\w+|målsm[aä]n)|god man|gode män|förvaltaren?"
    r"|dödsbo(?:et)?) (?:till|för|efter)\b"
)
"""Who reads in the stead of the one that is named below."""
_OF_READER = re.compile(
    r"(?:Till|Namn|Sökande|Den sökande|Klient|Brukare|Adressat|Mottagare|Hyresgäst|Kund|Abonnent|Arrendator"
    r"|Låntagare|\w+innehavare|Avser|Gäller)\s?:\s*(?P<labelled>[^\d,]+)(?:, [A-ZÅÄÖ][^\d:]+\d[^:]*)?"
    r"|(?:(?:Den )?[Ss]ökande\s?:\s*)?(?P<numbered>[^\d,:]+),? (?:(?:19|20)?\d{6}|[ÅYX]{2,4}MMDD)[-–][\dXx]{4}"
)
"""A line that names whom a decision is about: *Namn: Anna Ek*, *Sökande: Anna Ek, 380217-XXXX*, or the street."""
_APPLICANT = re.compile(r"(?:Den )?[Ss]ökande\s?:(?!.*[ ,]20\d{6}[-–])")
"""Whoever has applied reads the decision, though it says no *du*; for a child another reads."""
_ORGANISATION_APPLIES = re.compile(
    r"(?:Den )?(?:[Ss]ökande|[Aa]nordnare|[Aa]rrangör|[Mm]ottagare|[Bb]yggherre|[Tt]illståndshavare)\s?:"
    r"\s*(?P<name>[^\d,(]+)"
)
"""An organisation that applies: *Sökande: Norrlida IF, org.nr 802000-0000*."""
_OF_GROWN_UP = re.compile(r"(?!Avser|Gäller)[\w ]+\s?:|[^\d,:]+,? 19\d{6}[-–]")
"""Such a line of a child says nothing of who reads: *Avser: Nils Alm*, *Nils Alm, 20160217-XXXX*."""
_GUARDIANS = re.compile(
    r"(?i)(?:, \d+ år)?,? (?:med|och|samt|jämte|&) (?:(?:hans|hennes|hens) )?(?:vårdnadshavare|föräldrar|målsman)$"
)
"""Who reads along with the one who is named: *Anna Ek med vårdnadshavare*, *Anna Ek, 11 år, och hennes föräldrar*."""
_LEGAL_FORM = re.compile(
    r"(?i)(?:^(?:ideella|ekonomiska)? ?föreningen )?(?P<name>.+?)"
    r"(?:,? (?:AB|HB|KB|ideella? förening|ek(?:onomisk|\.)? ?för(?:ening|\.)?))?$"
)
"""*Dansgruppen Rask ideell förening* is called *Dansgruppen Rask* in the text."""
_GUARDIAN = re.compile(r"(?i)(?:vårdnadshavare|målsman)\s?:")
"""How the line below a pupil's name begins."""
_YOU = TO_ONE | TO_SEVERAL - {"er"}
"""Not *er*, which is an ending, too."""


def addressee(analysis: Analysis) -> Addressee | None:
    """Who the reader is, by the address, the greeting or the mail's *To*; None where the letter says none of them.

    *Ravioli & Vänner AB, Hyttgatan 2, 694 81 Granefors* is an organisation, *Hej Emelie!* a person.
    """
    lines = list(head_lines(analysis))
    if any(map(_is_to_child_and_parents, lines)):
        return Addressee.PERSONS
    found = _by_address(lines)
    if any(map(_is_organisation, _above_care_of(lines))):  # where a farm's name below looks like a person's
        return Addressee.ORGANISATION
    if found is Addressee.ORGANISATION and _is_below_sender(lines):
        return _by_label(lines) or _by_line(lines) or (None if any(map(_TO_MANY.match, lines)) else found)
    by_street = next(filter(None, map(_of_names, above_streets(lines))), None)
    return (
        found
        or _by_label(lines)
        or by_street
        or _by_greeted(lines)
        or _of_count(len(greeted(lines)))
        or _by_envelope(analysis)
        or _by_line(lines)
    )


def readers_names(analysis: Analysis) -> frozenset[str]:
    """The whole names of the persons whom the letter is sent to, by its address, the mail's *To* or a label, if any.

    *Anna Ek* of *Anna Ek, Tallgatan 2, 512 95 Norrlida*; none where it is an organisation's address.
    """
    lines = list(head_lines(analysis))
    for above in chain(above_postcodes(lines), above_streets(lines)):
        if _of_names(above):
            return _persons(above)
    envelope = analysis.letter.envelope
    if envelope:
        return _persons(envelope.recipients)
    pupils = _persons([name for name, below in pairwise(lines) if _GUARDIAN.match(below)])
    if pupils:
        return pupils
    return _persons_by_line(list(filter(_APPLICANT.match, lines)) if _YOU.isdisjoint(analysis.forms) else lines)


def organisations_names(analysis: Analysis) -> frozenset[str]:
    """The names of the organisation that the letter is sent to, in full and without its form, if any.

    *Sjöbo Plåt AB* and *Sjöbo Plåt* of *Sjöbo Plåt AB, Ågatan 5, 745 93 Norrlida*; none of the sender's own.
    """
    if analysis.once(addressee) is not Addressee.ORGANISATION:
        return frozenset()
    lines = list(head_lines(analysis))
    above = chain.from_iterable(chain(above_postcodes(lines), above_streets(lines)))
    found = next(filter(_is_organisation, chain(above, _above_care_of(lines))), None)
    if found is None or _signs(found, analysis):
        return frozenset()
    form = _LEGAL_FORM.fullmatch(found)
    return frozenset({found, form["name"] if form else found})


def _signs(name: str, analysis: Analysis) -> bool:
    """Whether the name stands on a line of its own again, below the text: then it is the sender's."""
    lines = (line.strip() for block in analysis.letter.blocks for line in block.text.splitlines())
    return sum(line == name for line in lines) > 1


def _is_to_child_and_parents(line: str) -> bool:
    """*Till Nils Alm, 11 år, och hans föräldrar*."""
    return _GUARDIANS.search(line) is not None and _count_names(line.removeprefix("Till ")) > 1


def _is_organisation(line: str) -> bool:
    """Whether the line names an organisation that isn't the sender."""
    return names_organisation(line) and not _SENDER.search(line) and not _reads_for_it(line)


def _reads_for_it(line: str) -> bool:
    """Whether the line names who reads for an organisation: *Att: Anna Ek*, *Bo Alm, kassör*."""
    return any(map(line.__contains__, _OF_WHO_READS)) and _READS_FOR_IT.search(line) is not None


def _above_care_of(lines: list[str]) -> Iterator[str]:
    """The lines that stand above *c/o Anna Ek*, or before it on the same line."""
    for before, line in pairwise(lines):
        care_of = CARE_OF.search(line) if "/" in line and len(line) <= LONGEST_LINE else None
        if care_of:
            yield line[: care_of.start()].strip(" ,") or before


def _persons_by_line(lines: list[str]) -> frozenset[str]:
    """The ones whom a line of the head says that the decision is about: *Namn: Anna Ek*; no child of the reader's."""
    return frozenset().union(*(_persons([named]) for named in _named_by_line(lines)))


def _named_by_line(lines: list[str]) -> Iterator[str]:
    """*Anna Ek och Bo Alm* of *Sökande: Anna Ek och Bo Alm*."""
    own = (line.split(" –")[0] for above, line in pairwise(["", *lines]) if not _IN_STEAD_OF.match(above))
    for match in filter(None, map(_OF_READER.fullmatch, own)):
        yield (match["labelled"] or match["numbered"]).strip()


def _persons(lines: Iterable[str]) -> frozenset[str]:
    """The names in the lines, the nearest first, up to the first line that holds none; none of an organisation."""
    persons: list[str] = []
    for line in lines:
        if names_organisation(line) or _reads_for_it(line) or _IN_STEAD_OF.match(line):
            return frozenset()
        if not _count_names(line):
            break
        persons += filter(_is_full_name, BETWEEN_NAMES.split(_GUARDIANS.sub("", line)))
    return frozenset(persons)


def _by_address(lines: list[str]) -> Addressee | None:
    """The first address below a name that isn't the sender's; the next, where a company's own stands at the top."""
    found = list(islice(filter(None, map(_of_names, above_postcodes(lines))), 2))
    if not found:
        return None
    return found[-1] if _is_below_sender(lines) else found[0]


def _is_below_sender(lines: list[str]) -> bool:
    """Whether the letter begins with an organisation's address, which is the sender's if it names a reader below."""
    first = next((number for number, line in enumerate(lines) if has_postcode(line)), None)
    top = lines[: LAST_LINE_OF_SENDER + 1]
    return (
        first is not None
        and first < len(top)
        and _of_names(names_above(lines[: first + 1])) is Addressee.ORGANISATION
    )


def _by_line(lines: list[str]) -> Addressee | None:
    """The one whom a line of the head says that the decision is about: *Sökande: Anna Ek*."""
    telling = [line for line in lines if ":" in line or "19" in line]  # each of the expressions asks for one of these
    if any(map(_is_organisations_line, telling)):
        return Addressee.ORGANISATION
    return _of_count(sum(map(_count_names, _named_by_line(list(filter(_OF_GROWN_UP.match, telling))))))


def _is_organisations_line(line: str) -> bool:
    """*Sökande: Norrlida IF, org.nr 802000-0000*; not *Sökande: Anna Ek, Norrlida IF*."""
    match = _ORGANISATION_APPLIES.match(line)
    return match is not None and _is_organisation(match["name"])


def _by_label(lines: list[str]) -> Addressee | None:
    """The name below *Till* or *Delges*, or the organisation before *Att: Anna Ek*, where no street is given."""
    if any(map(_reads_for_it, lines)):
        return Addressee.ORGANISATION
    below = (line for label, line in pairwise(lines) if _LABEL.match(label))
    return next(filter(None, (_of_names([line]) for line in below)), None)


def _by_greeted(lines: list[str]) -> Addressee | None:
    """The organisation beside which the one whom the letter greets is named: *Att: Anna Ek* above *Hej Anna!*."""
    if any(map(_is_organisations, chain.from_iterable(beside_greeted(lines, greeted(lines))))):
        return Addressee.ORGANISATION
    return None


def _is_organisations(line: str) -> bool:
    """Whether the line names an organisation that isn't the sender, perhaps with who reads for it."""
    return names_organisation(line) and not _SENDER.search(line)


def _of_names(lines: Iterable[str]) -> Addressee | None:
    """What the lines name: an organisation, wherever *Att:* or a person's name stands beside it.

    Two persons, and those who read for a child, are two; the sender's own address is nobody's.  Where the child is
    named on the same line, *Vårdnadshavare till Maja Ek*, those below it are who reads.
    """
    persons = 0
    for line in lines:
        if _SENDER.search(line):
            break
        reader = _IN_STEAD_OF.match(line)
        if persons and reader and reader["may_be_two"]:
            return _of_count(persons) if _count_names(line[reader.end() :].strip()) else Addressee.PERSONS
        if line == "Styrelsen" or names_organisation(line) or _reads_for_it(line):
            return Addressee.ORGANISATION
        count = _count_names(line)
        if not count:
            break
        persons += count
    return _of_count(persons)


def _count_names(text: str) -> int:
    """How many persons the text names: 2 of *Anna Ek och Bo Alm* and of *Anna och Bo Alm*, 0 of *Delgivning*.

    *Anna Ek med vårdnadshavare* and *Familjen Ek* are several, too.
    """
    if _GUARDIANS.search(text):
        return 2 * bool(_count_names(_GUARDIANS.sub("", text)))
    if text.startswith("Familjen "):
        return 2
    *first, last = BETWEEN_NAMES.split(text)
    is_named = _is_full_name(last) and all(is_first_name(name) or _is_full_name(name) for name in first)
    return len(first) + 1 if is_named else 0


def _is_full_name(text: str) -> bool:
    """*Anna Ek*; neither *Anna* nor *Delgivning av beslut*."""
    return bool(names_in(Span(text, 0, 0)))


def _of_count(persons: int) -> Addressee | None:
    """One or more."""
    if not persons:
        return None
    return Addressee.PERSON if persons == 1 else Addressee.PERSONS


def _by_envelope(analysis: Analysis) -> Addressee | None:
    """The names that a mail is sent to; nothing of *Kundtjänst*.

    *To: Anna Ek <anna.ek@norrlida.example>* is a person, though the mail begins with *Hej!*.
    """
    envelope = analysis.letter.envelope
    return _of_names(envelope.recipients) if envelope else None
