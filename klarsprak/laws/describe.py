"""What the program knows of an act or a section, as lines in Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klarsprak.laws.acts import NO_CHAPTERS, Act, fold
from klarsprak.laws.model import Reference
from klarsprak.laws.plain import SectionKey, sections
from klarsprak.laws.references import find_references
from klarsprak.laws.register import Register
from klarsprak.laws.status import status

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()


def spell_date(day: date) -> str:
    """*1 juli 2025*."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def look_up(query: str, register: Register) -> Reference | None:
    """What the words ask for: a section, or an act by name, short form or number; None where it isn't known.

    *9 kap. 31 b § PBL*, *SoL*, *socialtjänstlagen*, *2001:453*
    """
    for reference in find_references(query, register):
        if reference.law is not None:
            return reference
    act = _find_act(query.strip(), register)
    if act is None:
        return None
    return Reference(0, len(query), query, act, act.sfs)


def _find_act(words: str, register: Register) -> Act | None:
    """The act with that number, short form or name, where these name no law in running text: *BAB*, *2001:453*."""
    act = register.get(words)
    if act is not None:
        return act
    acts = register.find_by_short(words) or register.find_by_name(fold(words))
    return acts[0] if acts else None


def describe_register(register: Register) -> str:
    """The register's day, where it is from and how large it is."""
    source = "som följer med programmet" if register.source is None else str(register.source)
    day = spell_date(register.day)
    return f"Lagregistret ({source}) visar läget den {day}: {register.size} lagar och förordningar."


def list_acts(register: Register) -> Iterator[str]:
    """One line for each act that letters often cite: number, short form and name."""
    acts = sorted(register.cited.values(), key=_name_to_sort)
    shorts = (act.short for act in acts)
    width = max(map(len, shorts), default=0)
    for act in acts:
        ended = "" if act.in_force else "  (gäller inte längre)"
        line = f"{act.sfs:<19} {act.short:<{width}} {act.name}{ended}"
        yield line.rstrip()


def _name_to_sort(act: Act) -> str:
    """The name by which the list is ordered."""
    return act.name.casefold()


def describe(reference: Reference, register: Register) -> Iterator[str]:
    """The act, then what is known of the section asked for, or of all its sections."""
    act = reference.law
    assert act is not None
    yield from _describe_act(act, register)
    if reference.sections or reference.chapter:
        yield from _describe_place(reference, act, register)
    else:
        yield _describe_chapters(act, register)
        yield from _plain_sections(act)


def _describe_act(act: Act, register: Register) -> Iterator[str]:
    """Its name, what is known of it, and whether it still applies."""
    yield act.full_name[:1].upper() + act.full_name[1:]
    facts = {
        "Kortform": ", ".join(_shorts(act, register)),
        "Handlar om": act.covers,
        "Med vardagliga ord": act.everyday,
        "Ändrad till och med": _last_amendment(act, register),
    }
    for fact, value in facts.items():
        if value:
            yield f"{fact}: {value}"
    yield _describe_force(act, register)


def _shorts(act: Act, register: Register) -> Iterator[str]:
    """The act's short forms: *SoL*."""
    for short, numbers in register.shorts.items():
        if act.sfs in numbers:
            yield short


def _last_amendment(act: Act, register: Register) -> str:
    """The number of the act that amended it last, "" where that isn't known: only imported acts tell."""
    imported = register.imported(act.sfs)
    return "" if imported is None else imported.amended


def _describe_force(act: Act, register: Register) -> str:
    """*Gäller inte sedan den 1 juli 2025. I stället gäller socialtjänstlagen (2025:400).*"""
    if act.in_force:
        return f"Gäller, enligt registret den {spell_date(register.day)}."
    since = f" sedan den {spell_date(act.repealed)}" if act.repealed else ""
    return f"Gäller inte{since}.{_describe_successor(act, register)}"


def _describe_successor(act: Act, register: Register) -> str:
    """What a repealed act has been replaced by, with a blank before it; "" where that isn't known."""
    successor = register.get(act.successor or "")
    if successor is None:
        return ""
    return f" I stället gäller {successor.full_name}."


def _describe_chapters(act: Act, register: Register) -> str:
    """*Paragrafer: 1–49*, *Kapitel: 1 (1–4 §§), 2 (1 §), 3*."""
    chapters = register.chapters.get(act.sfs)
    if chapters is None:
        return "Registret vet inte vilka kapitel och paragrafer lagen har."
    if NO_CHAPTERS in chapters:
        return _describe_sections(chapters[NO_CHAPTERS])
    spelt = (_spell_chapter(chapter, last) for chapter, last in chapters.items())
    return f"Kapitel: {', '.join(spelt)}"


def _describe_sections(last: int) -> str:
    """The sections of an act without chapters; ``last`` is 0 where their number isn't known."""
    return f"Paragrafer: 1–{last}" if last else "Lagen är inte indelad i kapitel."


def _spell_chapter(chapter: str, last: int) -> str:
    """*9 (1–46 §§)*, *10 (1 §)*, or *11* where the last section isn't known."""
    if not last:
        return chapter
    return f"{chapter} (1 §)" if last == 1 else f"{chapter} (1–{last} §§)"


def _describe_place(reference: Reference, act: Act, register: Register) -> Iterator[str]:
    """That the section doesn't exist, or what it says, as far as that is known."""
    place = _spell_place(reference.chapter or "", ", ".join(reference.sections), article=reference.article)
    wrong = status(reference, register, register.day)
    if wrong is not None and wrong.detail:
        yield f"{place} finns inte: {wrong.detail}."
        return
    plain = list(_plain_of(reference, act))
    yield from plain
    if not plain:
        yield f"{place}: programmet har ingen enkel mening för den."


def _plain_of(reference: Reference, act: Act) -> Iterator[str]:
    """What the sections say: of the points asked for, or of all where none of those has a sentence."""
    keys = list(_keys_of(reference, act))
    asked = [key for key in keys if key[3] in reference.points]
    for key in asked or keys:
        _, *place = key
        yield f"{_spell_place(*place, article=reference.article)}: {sections()[key]}"


def _keys_of(reference: Reference, act: Act) -> Iterator[SectionKey]:
    """The sections of the place, and their points, that have a plain sentence."""
    chapter = reference.chapter or ""
    for key in sections():
        sfs, of_chapter, section, _ = key
        if (sfs, of_chapter) == (act.sfs, chapter) and section in reference.sections:
            yield key


def _plain_sections(act: Act) -> Iterator[str]:
    """What each of the act's sections says that has a plain sentence."""
    for (sfs, *place), text in sections().items():
        if sfs == act.sfs:
            yield f"{_spell_place(*place, article=act.is_eu)}: {text}"


def _spell_place(chapter: str, section: str, point: str = "", *, article: bool = False) -> str:
    """*9 kap. 31 b §*, *9 § 3*, *Artikel 15*."""
    if article:
        return f"Artikel {section}"
    parts = []
    if chapter:
        parts.append(f"{chapter} kap.")
    if section:
        parts.append(f"{_spell_section(section)} §")
    if point:
        parts.append(point)
    return " ".join(parts)


def _spell_section(section: str) -> str:
    """*31b* as letters write it: *31 b*."""
    number, letter = section[:-1], section[-1]
    if not number or not letter.isalpha():
        return section
    return f"{number} {letter}"
