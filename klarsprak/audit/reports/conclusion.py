"""The report's conclusion in words: three to five sentences, and no claim that the figures don't bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from klarsprak.audit.reports.difference import LEAST_COMPARED, clear_difference, comparable
from klarsprak.audit.reports.frequencies import Frequency
from klarsprak.audit.reports.groups import LEAST_LETTERS, OTHERS, PER_WORDS, Group
from klarsprak.audit.reports.naming import type_name
from klarsprak.audit.reports.statistics import Statistics
from klarsprak.finding import Level
from klarsprak.swedish import listed, number, percent

MOST_FAULTS = 3
MOST_NAMED = 3
"""Units and types that are named for standing out, in either direction."""


def conclude(known: Statistics) -> Iterator[str]:
    """The sentences, the most important first."""
    if not known.all.letters:
        yield "Det finns inga granskade brev. Därför finns det inget att säga om hur de är skrivna."
        return
    yield _mended(known.all)
    yield _commonest(known)
    if not known.all.is_large:
        yield f"Det är färre än {LEAST_LETTERS} brev. Det säger inget om hur ni brukar skriva."
        return
    yield from _outstanding(known)
    yield _over_years(known.years)


def share_of(share: float, whole: Group) -> str:
    """A share of the letters, *62 %*; in a small group how many: *2 av 3*."""
    if whole.is_large:
        return percent(share)
    return f"{round(share * whole.letters)} av {whole.letters}"


def _mended(whole: Group) -> str:
    """*Av de 240 granskade breven har 149 (62 %) något som måste rättas.*"""
    faulty = 1 - whole.faultless
    count = round(faulty * whole.letters)
    if whole.letters == 1:
        return f"Det enda granskade brevet har {'något' if count else 'inget'} som måste rättas."
    letters = number(whole.letters)
    if not count:
        return f"Inget av de {letters} granskade breven har något som måste rättas."
    if count == whole.letters:
        return f"Alla {letters} granskade brev har något som måste rättas."
    share = f" ({percent(faulty)})" if whole.is_large else ""
    return f"Av de {letters} granskade breven har {number(count)}{share} något som måste rättas."


def _commonest(known: Statistics) -> str:
    """Which faults are in most letters; what is only worth a thought is none."""
    faults = [rule for rule in known.rules if rule.level > Level.INFO][:MOST_FAULTS]
    if not faults:
        return "Det finns inget annat som bör skrivas om."
    if known.all.letters == 1:
        return f"Rätta eller skriv om till exempel {listed([f'”{rule.title}”' for rule in faults])}."
    names = listed([_fault(rule, known.all) for rule in faults])
    return f"Vanligast bland det som måste rättas eller bör skrivas om är {names}."


def _fault(rule: Frequency, whole: Group) -> str:
    """*”Underskrift: telefon” (62 % av breven)*"""
    of = "av breven" if whole.is_large else "brev"
    return f"”{rule.title}” ({share_of(rule.share, whole)} {of})"


class _Compared(NamedTuple):
    """A unit or type, and how many more findings per 1,000 words it has than all others; 0 if not clearly so."""

    kind: str
    group: Group
    by: float

    def __str__(self) -> str:
        """*enheten Tekniska nämnden (84 brev, 41,2 per 1 000 ord)*"""
        per = f"{number(self.group.rate, 1)} {PER_WORDS}"
        return f"{self.kind} {self.group.name} ({number(self.group.letters)} brev, {per})"


def _outstanding(known: Statistics) -> Iterator[str]:
    """Which units and types differ clearly from all other letters."""
    compared = list(_compared(known))
    if not compared:
        yield f"Ingen enhet eller brevtyp har {LEAST_COMPARED} olika brev att jämföra med {LEAST_COMPARED} andra."
        return
    more = _named([each for each in compared if each.by > 0])
    fewer = _named([each for each in compared if each.by < 0])
    sentences = ((more, "Klart fler"), (fewer, "Klart färre"))
    told = [f"{how} anmärkningar än övriga brev har {named}." for named, how in sentences if named]
    yield from told or ["Ingen enhet eller brevtyp skiljer sig klart från de andra."]


def _compared(known: Statistics) -> Iterator[_Compared]:
    """The units and types that have letters enough, with all other letters."""
    kinds = [("enheten", group) for group in known.units]
    kinds += [("brevtypen", group._replace(name=type_name(group.name))) for group in known.types]
    for kind, group in kinds:
        others = known.all.sums.without(group.sums)
        if group.name != OTHERS and comparable(group.sums, others):
            yield _Compared(kind, group, clear_difference(group.sums, others))


def _named(outliers: Sequence[_Compared]) -> str:
    """Those with the greatest difference; nothing for none."""
    greatest = sorted(outliers, key=lambda each: -abs(each.by))[:MOST_NAMED]
    return listed(list(map(str, greatest)))


def _over_years(years: list[Group]) -> str:
    """What has changed from the first to the last year that has letters enough."""
    large = [year for year in years if year.sums.contents >= LEAST_COMPARED]
    if len(large) < 2:
        return (
            f"Breven räcker inte för att säga vad som har ändrats över åren: det behövs {LEAST_COMPARED} från två år."
        )
    first, last = large[0], large[-1]
    by = clear_difference(last.sums, first.sums)
    between = f"år {first.name} ({number(first.letters)} brev)", f"år {last.name} ({number(last.letters)} brev)"
    if not by:
        return f"Mellan {' och '.join(between)} har antalet anmärkningar inte ändrats klart."
    became = "fler" if by > 0 else "färre"
    before, after = number(first.rate, 1), number(last.rate, 1)
    return f"Anmärkningarna har blivit {became}: {before} {PER_WORDS} {between[0]}, {after} {between[1]}."
