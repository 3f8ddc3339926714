"""What the program knows of an act or a section, as lines in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klarsprak.laws.plain import sections
from klarsprak.laws.references import Reference, find_references
from klarsprak.laws.register import NO_CHAPTERS, Act, Register, fold
from klarsprak.laws.status import status

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()


def swedish(day: date) -> str:
    """*1 juli 2025*."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def reference(query: str, register: Register) -> Reference | None:
    """What the words ask for: a section, or an act by name, short form or number; None where it isn't known."""
    found = next((one for one in find_references(query) if one.law is not None), None)
    if found is not None:
        return found
    name = fold(query)
    acts = (register.get(query.strip()), *register.shortened(query.strip()), *register.named(name))
    act = next((act for act in acts if act is not None), None)
    return None if act is None else Reference(0, len(query), query, act, act.sfs)


def summary(register: Register) -> str:
    """The register's day, where it is from and how large it is."""
    source = "som följer med programmet" if register.source is None else str(register.source)
    return (
        f"Lagregistret ({source}) visar läget den {swedish(register.date)}: {register.size} lagar och förordningar."
    )


def rows(register: Register) -> Iterator[str]:
    """One line for each act that letters often cite: number, short form and name."""
    width = max((len(act.short) for act in register.cited.values()), default=0)
    for act in sorted(register.cited.values(), key=lambda act: act.name.casefold()):
        ended = "" if act.in_force else "  (gäller inte längre)"
        yield f"{act.sfs:<19} {act.short:<{width}} {act.name}{ended}".rstrip()


def described(found: Reference, register: Register) -> Iterator[str]:
    """The act, then what is known of the section asked for, or of all its sections."""
    act = found.law
    assert act is not None
    yield from _act(act, register)
    if found.sections or found.chapter:
        yield from _section(found, act, register)
    else:
        yield from _chapters(act, register)
        yield from _plain(act)


def _act(act: Act, register: Register) -> Iterator[str]:
    yield act.full_name[:1].upper() + act.full_name[1:]
    shorts = [short for short, numbers in register.shorts.items() if act.sfs in numbers]
    if shorts:
        yield f"Kortform: {', '.join(shorts)}"
    if act.covers:
        yield f"Handlar om: {act.covers}"
    if act.everyday:
        yield f"Med vardagliga ord: {act.everyday}"
    entry = register.entry(act.sfs)
    if entry is not None and entry.amended:
        yield f"Ändrad till och med: {entry.amended}"
    yield _standing(act, register)


def _standing(act: Act, register: Register) -> str:
    if act.in_force:
        return f"Gäller, enligt registret den {swedish(register.date)}."
    since = f" sedan den {swedish(act.repealed)}" if act.repealed else ""
    successor = register.get(act.successor or "")
    instead = f" I stället gäller {successor.full_name}." if successor is not None else ""
    return f"Gäller inte{since}.{instead}"


def _chapters(act: Act, register: Register) -> Iterator[str]:
    chapters = register.chapters.get(act.sfs)
    if chapters is None:
        yield "Registret vet inte vilka kapitel och paragrafer lagen har."
    elif NO_CHAPTERS in chapters:
        last = chapters[NO_CHAPTERS]
        yield f"Paragrafer: 1–{last}" if last else "Lagen är inte indelad i kapitel."
    else:
        yield f"Kapitel: {', '.join(_chapter(chapter, last) for chapter, last in chapters.items())}"


def _chapter(chapter: str, last: int) -> str:
    return f"{chapter} (1–{last} §§)" if last > 1 else f"{chapter} (1 §)" if last else chapter


def _section(found: Reference, act: Act, register: Register) -> Iterator[str]:
    place = _place(found.chapter or "", ", ".join(found.sections), article=found.article)
    wrong = status(found, register.date)
    if wrong is not None and wrong.detail:
        yield f"{place} finns inte: {wrong.detail}."
        return
    keys = [(act.sfs, found.chapter or "", section) for section in found.sections]
    known = {key: text for key, text in sections().items() if key[:3] in keys}
    points = {point for point in found.points if any(key[3] == point for key in known)}
    shown = {key: text for key, text in known.items() if not points or key[3] in points}
    for key, text in shown.items():
        yield f"{_place(*key[1:], article=found.article)}: {text}"
    if not shown:
        yield f"{place}: programmet har ingen enkel mening för den."


def _plain(act: Act) -> Iterator[str]:
    for (sfs, *place), text in sections().items():
        if sfs == act.sfs:
            yield f"{_place(*place, article=act.is_eu)}: {text}"


def _place(chapter: str, section: str, point: str = "", *, article: bool = False) -> str:
    if article:
        return f"Artikel {section}"
    parts = [f"{chapter} kap." if chapter else "", f"{_spaced(section)} §" if section else "", point]
    return " ".join(part for part in parts if part)


def _spaced(section: str) -> str:
    """*31b* as letters write it: *31 b*."""
    return f"{section[:-1]} {section[-1]}" if section[-1:].isalpha() and len(section) > 1 else section
