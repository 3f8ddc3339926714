"""A package's register of cases by FGS Ärendehantering 1.0, whose elements have Swedish names.

Many systems of municipalities write it, in packages by FGS Paketstruktur 1.2; 2.0 is in ``erms``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.audit.letter.record import Record
from klarsprak.audit.sources.packages.filed import Direction, Filed, day_of, short
from klarsprak.audit.sources.packages.xml import HEAD, Element, attribute, children, elements, text_of

_ROOT = re.compile(rb"<(?:[\w.-]+:)?Leveransobjekt\b")
_RECORD = "ArkivobjektHandling"
_DATES = ("Expedierad", "Beslutat", "Upprattad", "Skapad", "Inkommen")
"""Kinds of days, the one first that tells best when a letter went out."""
_OUT = re.compile(r"exp|utg|skick", re.IGNORECASE)
_IN = re.compile(r"ink", re.IGNORECASE)
"""What a record's state says of its direction: *Expedierad*, *Utgående*; *Inkommen*."""
_KEEPS = re.compile(r"regist|arkiv", re.IGNORECASE)
"""The part of somebody who keeps the records, and writes no letters: *Registrator*."""


def is_register(data: bytes) -> bool:
    """Whether an XML file is a register of records, by its first element; other things are delivered alike."""
    return _ROOT.search(data, 0, HEAD) is not None and _RECORD.encode() in data


def records(data: bytes) -> Iterator[Filed]:
    """The records of a register, those within cases and those beside.

    Raises ``BrokenXmlError`` where the register is broken; the records before that place have been given.
    """
    for element in elements(data, (_RECORD,)):
        case = next(element.iterancestors("{*}ArkivobjektArende"), None)
        days = {name: day_of(text_of(element, name)) for name in _DATES}
        record = Record(
            date=next(filter(None, days.values()), None),
            case=None if case is None else short(text_of(case, "ArkivobjektID") or text_of(case, "ExtraID")),
            unit=_unit(element) or (None if case is None else _unit(case)),
            type=short(text_of(element, "Handlingstyp")),
        )
        hrefs = (attribute(each, "Lank") for each in children(element, "Bilaga"))
        yield Filed(record, _direction(element, days), tuple(filter(None, hrefs)))


def _direction(record: Element, days: dict[str, str | None]) -> Direction:
    """As the record's state says it, else by whether a day says that it was sent, or that it came."""
    says = text_of(record, "StatusHandling") or ""
    if _OUT.match(says):
        return Direction.OUT
    if _IN.match(says):
        return Direction.OTHER
    if days["Expedierad"]:
        return Direction.OUT
    return Direction.OTHER if days["Inkommen"] else Direction.UNKNOWN


def _unit(element: Element) -> str | None:
    """The unit of whoever acts in a record or a case, those who keep records last."""
    agents = sorted(children(element, "Agent"), key=lambda each: bool(_KEEPS.search(text_of(each, "Roll") or "")))
    units = (short(text_of(each, "Enhetsnamn")) for each in agents)
    return next(filter(None, units), None)
