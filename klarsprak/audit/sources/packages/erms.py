"""A package's register of cases: which records there are, where they went, and which files they are.

E-ARK CITS ERMS, on which FGS Ärendehantering 2.0 builds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.audit.letter.record import Record
from klarsprak.audit.sources.packages.filed import Direction, Filed, day_of, short
from klarsprak.audit.sources.packages.xml import (
    HEAD,
    Element,
    attribute,
    children,
    elements,
    local,
    text_of,
)

_ROOT = re.compile(rb"<(?:[\w.-]+:)?erms\b")
_DATES = (
    "expedited", "sent", "dispatch", "decision", "decision_date", "originated", "created", "main_signature",
    "finished", "received", "captured", "archived",
)  # fmt: skip
"""Kinds of dates, the one first that tells best when a letter went out."""
_GOES_OUT = frozenset({"expedited", "sent", "dispatch"})
_AGENTS = ("dispatcher", "sender", "creator", "responsible_person", "administrator", "owner", "authorising_person")
"""Those who act in a case and may stand for the unit that writes, the most telling first."""
_OUT = re.compile(r"out|utg|exped", re.IGNORECASE)
"""*outgoing*, and what FGS's own words may say: *utgående*, *expedierad*."""


def is_register(data: bytes) -> bool:
    """Whether an XML file is a register of cases, by its first kilobytes."""
    return _ROOT.search(data, 0, HEAD) is not None


def records(data: bytes) -> Iterator[Filed]:
    """The records of a register, those within cases and those beside.

    Raises ``BrokenXmlError`` where the register is broken; the records before that place have been given.
    """
    for element in elements(data, ("record",)):
        around = element.getparent()
        if around is not None and local(around) in _AROUND:
            yield _filed(element)


_AROUND = ("aggregation", "records", "erms")
"""The elements in which a record is one, and no other thing of that name."""


def _filed(element: Element) -> Filed:
    """What stands in a record, and in the case around it where it says nothing itself."""
    case = _case_around(element)
    dates = _dates(element)
    record = Record(
        date=next(filter(None, map(dates.get, _DATES)), None),
        case=_case_number(element, case),
        unit=_unit(element) or (None if case is None else _unit(case)),
        type=short(element.get("recordType")),
    )
    hrefs = (attribute(each, "path") for each in element.iter("{*}appendix"))
    return Filed(record, _direction(element, dates), tuple(filter(None, hrefs)))


def _case_around(record: Element) -> Element | None:
    """The case that a record lies in: the innermost one, volumes and classes being none."""
    around = list(record.iterancestors("{*}aggregation"))
    cases = (each for each in around if each.get("aggregationType") in ("caseFile", "file", "subfile"))
    return next(cases, around[0] if around else None)


def _case_number(record: Element, case: Element | None) -> str | None:
    if case is None:
        return short(text_of(record, "parentAggregationId"))
    return short(text_of(case, "objectId") or text_of(case, "extraId"))


def _dates(record: Element) -> dict[str, str]:
    """The first day of each kind."""
    found: dict[str, str] = {}
    for dates in children(record, "dates"):
        for each in children(dates, "date"):
            day = day_of(each.text)
            if day:
                found.setdefault(attribute(each, "dateType"), day)
    return found


def _direction(record: Element, dates: dict[str, str]) -> Direction:
    """As the record says it; one that doesn't has gone out if a day says when it was sent."""
    for each in children(record, "direction"):
        says = attribute(each, "directionDefinition")
        if says == "other":
            says = attribute(each, "otherDirectionDefinition")
        return Direction.OUT if _OUT.match(says.strip()) else Direction.OTHER
    is_expedited = any(attribute(each, "value") == "expedited" for each in children(record, "status"))
    return Direction.OUT if is_expedited or not _GOES_OUT.isdisjoint(dates) else Direction.UNKNOWN


def _unit(element: Element) -> str | None:
    """The unit of whoever acts in a record or a case."""
    found: dict[str, str] = {}
    for agent in _agents(element):
        unit = short(text_of(agent, "unitName"))
        if unit:
            found.setdefault(attribute(agent, "agentType"), unit)
    return next(filter(None, map(found.get, _AGENTS)), None)


def _agents(element: Element) -> Iterator[Element]:
    for agents in children(element, "agents"):
        yield from children(agents, "agent")
