"""Whether the facts of one text stand in the other too."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.compare.fact import Fact, FactKind
from klarsprak.compare.names import OWN
from klarsprak.compare.quantities import Quantity
from klarsprak.compare.scanning import FactSheet
from klarsprak.language.gazetteer import hint

_WE = re.compile(r"\b(?:vi|oss|vår|vårt|våra|jag|mig|kommunen|kommunens)\b")
_YOU = re.compile(r"\b(?:du|dig|din|ditt|dina|ni|er|ert|era)\b")


def unkept(sheet: FactSheet, other: FactSheet) -> Iterator[Fact]:
    """The facts of a text that the other lacks, each once.

    A number without a unit may stand in the other as a part of a word: *6* in *F-6*.
    """
    seen: set[object] = set()
    for fact in sheet.facts:
        if fact.is_soft or (fact.kind, fact.key) in seen:
            continue
        seen.add((fact.kind, fact.key))
        if not _is_said(fact, sheet, other):
            yield fact


def _is_said(fact: Fact, sheet: FactSheet, other: FactSheet) -> bool:
    """Whether the other text says the fact, in its facts or, of names, anywhere in its words."""
    if other.index.same(fact):
        return True
    if fact.kind is FactKind.NAME:
        return fact.key in other.words or _becomes_you(fact, sheet, other)
    if fact.kind is FactKind.BODY:
        return _is_body_said(str(fact.key), other)
    if isinstance(fact.key, Quantity) and not fact.key.base:
        return re.search(rf"[^\W\d][-–]{re.escape(fact.text)}(?!\d)", other.text) is not None
    return fact.kind is FactKind.WEEKDAY and _is_beside_day(fact, sheet)


def _becomes_you(fact: Fact, sheet: FactSheet, other: FactSheet) -> bool:
    """*Gerda Hallin har ansökt* may become *Du har ansökt*, where the draft nowhere says *du*."""
    if _YOU.search(sheet.text) or not _is_person(fact, sheet):
        return False
    return _YOU.search(other.text) is not None


def _is_person(fact: Fact, sheet: FactSheet) -> bool:
    """Whether somebody who does something is named: *Gerda*, *Gerda Hallin*; not who is to be called or written to.

    A name counts whose first word people are called by, at the start of a sentence or a clause.
    """
    first = _first_of_name(fact, sheet)
    if hint(first.text) != "P":
        return False
    before = sheet.statements[first.statement].text[: first.start].lower().split()
    return not before or before[-1] in _BEFORE_SUBJECTS


_BEFORE_SUBJECTS = frozenset("att om när då eftersom som har hade ska kan får och".split())


def _first_of_name(fact: Fact, sheet: FactSheet) -> Fact:
    """The word that the name begins with: *Gerda* of *Gerda Hallin*."""
    for each in sheet.facts:
        is_beside = each.statement == fact.statement and each.end == fact.start - 1
        if is_beside and each.kind is FactKind.NAME:
            return each
    return fact


def _is_body_said(key: str, other: FactSheet) -> bool:
    """Whether the other text names the body in any form, or says *vi* of one of the municipality's own."""
    if not key.startswith(OWN):
        return key in other.text
    return key.removeprefix(OWN) in other.text or _WE.search(other.text) is not None


def _is_beside_day(fact: Fact, sheet: FactSheet) -> bool:
    """Whether the weekday stands with a day: *torsdagen den 20 november* tells the day without it."""
    return any(
        each.kind is FactKind.DATE and each.statement == fact.statement and 0 <= each.start - fact.end <= _NEXT_TO
        for each in sheet.facts
    )


_NEXT_TO = 6
