"""Roles that are somebody else's by what the whole letter is about: the neighbour who builds, the land's owner."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain

from klarsprak.analysis import Analysis
from klarsprak.prose.addressee import Addressee, addressee, organisations_names, readers_names
from klarsprak.prose.letter_head import head_lines
from klarsprak.signature.names import names_in
from klarsprak.signature.spans import Span

LEGAL_FORMS = frozenset({"AB", "HB", "KB"})
"""What a company's name ends in."""
_ASSOCIATION = re.compile(r"(?i)\bbrf\b|förening|samfällighet|klubb|\bIF\b|sällskap")
_TO_ASSOCIATION = re.compile(r"(?:Brf|BRF|Bostadsrättsföreningen|HSB Brf|Samfällighetsföreningen) [A-ZÅÄÖ]")
"""How the first line of an address to one begins, whatever the sender above it is called."""
_COMPANY = re.compile(r"(?:bolag|företag)(?:et|ets|en|ens)?$")
_CLUB = re.compile(r"(?:förening|klubb|samfällighet)(?:en|ens)?$")
_FOSTERS = re.compile(r"\b(?:familjehem|jourhem|kontaktfamilj|stödfamilj)")
_PARENT = re.compile(r"(?:vårdnadshavar|föräld|mamma|pappa|modern|fadern)\w*$")
"""Whose child a foster home has."""
_HEARD = re.compile(
    r"\bgranne till (?!dig|er)\S|\b(?:ägaren|ägarna) till \S+(?: \S+)? (?:vill|har sökt|söker|planerar|ska)\b"
    r"|\b(?:du|dig|ni|er)\b[^.]{0,60} (?:sakägare|grannfastighet\w*|rågranne)\b"
)
"""A letter to a neighbour, who is heard about what another has applied for."""
_TO_RESIDENTS = re.compile(
    r"(?m)^(?:[^.\n]{0,40}\b)?till (?:(?:dig|er|alla|samtliga|våra|berörda)(?: er| dig)? )?"
    r"(?:som (?:bor|hyr)|boende|närboende|hyresgäst\w*|hushåll\w*)\b"
)
"""A letter to all who live there, of whom not all own their house."""
_OWNER = re.compile(r"(?:fastighets|mark|hus|villa|tomt)ägar\w*$")
_PARKED = re.compile(r"\b(?:kontrollavgift|felparkering|parkeringsavgift|parkeringsanmärkning)")
"""Whoever has parked is the driver; whose land it was done on is another."""
_LAND = re.compile(r"(?:mark|fastighets)ägar\w*$")
_HAS_APPLIED = re.compile(
    r"(?P<name>[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?),? "
    r"(?:har|hade)(?: \w+){0,3} (?:ansökt|sökt|begärt)\b"
)
"""*Stina Hellgren, har ansökt om …*, in a letter to somebody else."""
_APPLICANT_LINE = re.compile(r"(?m)^(?:[Dd]en )?[Ss]ökanden?\s?:\s*(?P<name>[A-ZÅÄÖ][^\d,(\n]+)")
"""*Sökande: Kajkraft Elnät AB*, in a letter to Anna Ek."""
_OPPOSITE = re.compile(r"(?m)^[Mm]otpart(?:en)?\s?:\s*(?P<name>[A-ZÅÄÖ][^\d,(\n]+)")
"""*Motpart: Anna Ek*, below *Sökande: Kajhus AB*: a board writes to both."""
_READER_APPLIED = re.compile(r"\b(?:[Dd]u|[Nn]i) har (?:ansökt|sökt)\b|\b(?:[Dd]in|[Ee]r) ansök(?:an|ningen)\b")
"""*Du har ansökt om …*: then it is the one who has applied that reads."""
_MOST_SENT_TO = 6
"""So many lines below it are looked at."""
_IN_LIFE = re.compile(r"(?:vårdnadshavar|föräld|målsm|elev|patient|brukar|klient|resenär|passagerar)\w*$")
"""Roles that no organisation has."""
_SENT_TO = re.compile(
    r"(?i)^(?:(?:protokolls)?utdrag|beslut(?:et)?)(?: ska)? (?:skickas|sänds|expedieras|delges|meddelas)(?: till)?:?$"
)
"""The line above those who get an extract of the minutes."""
_IS_NOT = re.compile(r"\b(?:du|ni) (?:är|var) (?:inte|ej)(?: längre)? (?P<role>\w{4,})")
_APPLICANT = re.compile(r"sökand\w*$")
_APPLIES = re.compile(r"(?:sökand|sökt|söker|byggherr|fastighetsägar|ägar|bygger|som)\w*$")
_NUISANCE = r"(?:stör|buller|skäll|hundskall|lukt|rök|eldning|nedskräp|gödsel|musik|oljud|skadedjur|vanvård)"
_HAS_COMPLAINED = re.compile(
    rf"\b(?:ditt|ert) klagomål|\b(?:din|er) (?:störnings|klagomåls)?anmälan \w+ (?:\w+ )?{_NUISANCE}"
    rf"|\b(?:du|ni) (?:har |hade )?(?:klaga[tr]|tipsa[tr]|anmäl(?:t|er|de) (?:\w+ )?{_NUISANCE})"
    r"|\b(?:klagade|klagat|tipsade|tipsat) (?:du|ni)\b"
    r"|\b(?:du|ni)(?: som)? bor (?:nära|intill|bredvid|ovanför|granne)\b"
)
"""A letter to one who complains of another, or lives beside."""
_OVERSEEN = re.compile(
    r"(?:verksamhetsutövar|livsmedelsföretagar|näringsidkar|(?:hund|djur|katt|häst|stall|fågel)(?:ägar|hållar)|krögar"
    r"|restaurangägar|byggherr|(?:fastighets|mark|hus|villa|tomt|fordons|bil|båt)ägar|tillståndshavar"
    r"|tillståndsinnehavar|arrangör|anordnar|bolag|företag|motpart|grann)\w*$"
)
"""Whom one complains of."""
_RENTS = re.compile(
    r"\b(?:du|ni)(?: som)? hyr(?! ut)\b|\bhyr (?:du|ni)(?! ut)\b"
    r"|\b(?:din|er|ditt|ert) (?:hyresvärd|hyreskontrakt|hyreslägenhet)"
)
"""A letter to a tenant, whose house is another's."""
_OWNS_HOUSE = re.compile(r"(?:fastighets|mark|hus)ägar\w*$")
_SUBLET = re.compile(r"\bandra hand\b|\bandrahand|\binneboende\b")
_FIRST_TENANT = re.compile(r"förstahands")


def _says(what: re.Pattern[str], analysis: Analysis) -> bool:
    """Whether the letter says such a thing anywhere; ``what`` is in lower case."""
    return what.search(analysis.text) is not None


_BY_SUBJECT = (
    (_OWNS_HOUSE, partial(_says, _RENTS)),
    (_FIRST_TENANT, partial(_says, _SUBLET)),
    (_PARENT, partial(_says, _FOSTERS)),
    (_LAND, partial(_says, _PARKED)),
    (_OWNER, partial(_says, _TO_RESIDENTS)),
    (_APPLIES, partial(_says, _HEARD)),
    (_OVERSEEN, partial(_says, _HAS_COMPLAINED)),
)
"""Roles that are another's where the letter says such a thing, which is looked for once a letter."""


def is_of_case(role: str, analysis: Analysis) -> bool:
    """Whether the role is another's by whom the letter is to and what it is about.

    A parent to a company, whatever the letter says that the reader isn't, the parent to a foster home, the land's
    owner to one who has parked there, an owner to all who live there and to a tenant, the company to an association,
    who has applied to the neighbour, and who is overseen to the one who has complained.  In minutes that go to
    several every role is one of theirs.
    """
    if analysis.once(_goes_to_several):
        return True
    if _is_person_to_organisation(role, analysis) or _is_denied(role, analysis):
        return True
    if any(who.match(role) is not None and analysis.once(is_said) for who, is_said in _BY_SUBJECT):
        return True
    if _is_of_other_kind(role, analysis):
        return True
    return _APPLICANT.match(role) is not None and analysis.once(_another_has_applied)


def _is_person_to_organisation(role: str, analysis: Analysis) -> bool:
    """Whether the role is a person's in life, and the letter to a company: *vårdnadshavare* to a taxi firm."""
    return _IN_LIFE.match(role) is not None and analysis.once(addressee) is Addressee.ORGANISATION


def _is_denied(role: str, analysis: Analysis) -> bool:
    """Whether the letter says that its reader isn't one: *Ni är inte vårdnadshavare för Maja*."""
    return any(role.startswith(denied) for denied in analysis.once(_denied))


def _denied(analysis: Analysis) -> frozenset[str]:
    """What the letter says that its reader isn't, in lower case."""
    return frozenset(match["role"] for match in _IS_NOT.finditer(analysis.text))


def _another_has_applied(analysis: Analysis) -> bool:
    """Whether the letter names who has applied, and to somebody else: *Stina Hellgren har ansökt om …*, *Sökande: …*.

    Where the letter doesn't say whom it is to, that may be the reader; where it names the other party too, either.
    """
    readers = {part for name in readers_names(analysis) for part in name.split()}
    if not readers:
        named_both = _OPPOSITE.search(analysis.whole_text) is not None
        return named_both and _READER_APPLIED.search(analysis.whole_text) is None
    named = chain(_HAS_APPLIED.finditer(analysis.whole_text), _APPLICANT_LINE.finditer(analysis.whole_text))
    return any(readers.isdisjoint(found["name"].split()) for found in named)


def _goes_to_several(analysis: Analysis) -> bool:
    """Whether the end of a decision names two or more whom it goes to: *Beslutet skickas till*, *Kajen AB*, *Bo Ek*.

    Offices among them aren't parties.
    """
    lines = [line.strip() for block in analysis.letter.blocks for line in block.text.splitlines()]
    sent = next((number for number, line in enumerate(lines) if _SENT_TO.match(line)), len(lines))
    return sum(map(_names_party, lines[sent + 1 : sent + 1 + _MOST_SENT_TO])) > 1


def _names_party(line: str) -> bool:
    """Whether the line names a person, a company or an association, with or without *(delges)*."""
    name = line.partition("(")[0].strip(" –-•,")
    return any(name.endswith(f" {form}") for form in LEGAL_FORMS) or bool(
        _ASSOCIATION.search(name) or names_in(Span(name, 0, 0))
    )


def _is_of_other_kind(role: str, analysis: Analysis) -> bool:
    """Whether the reader is an association and the role a company's, or the other way round: *bolaget* to a *Brf*."""
    names = analysis.once(organisations_names)
    if _COMPANY.match(role) and any(map(_TO_ASSOCIATION.match, head_lines(analysis))):
        return True
    is_firm = any(LEGAL_FORMS.intersection(name.split()) for name in names)
    is_group = any(_ASSOCIATION.search(name) for name in names)
    if _COMPANY.match(role):
        return is_group and not is_firm
    return _CLUB.match(role) is not None and is_firm and not is_group
