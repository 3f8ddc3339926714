"""What the program knows of an act or a section, as lines in Swedish."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klarsprak.laws.acts import NO_CHAPTERS, Act, fold
from klarsprak.laws.model import Reference
from klarsprak.laws.plain import SectionKey, sections, sections_of, wording
from klarsprak.laws.references import find_references
from klarsprak.laws.register import Register
from klarsprak.laws.status import status
from klarsprak.laws.succession import act_in_its_place
from klarsprak.laws.tokens import spaced
from klarsprak.swedish import written_day


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
    return next(iter(acts), None)


def describe_register(register: Register) -> str:
    """The register's day, where it is from and how large it is.

    *Lagregistret (som följer med programmet) visar läget den 25 april 2026: 8886 lagar och förordningar, 5000 av dem
    som de var den 1 september 2025.*
    """
    source = register.source or "som följer med programmet"
    day = written_day(register.day)
    older, as_of = register.older
    rest = f", {older} av dem som de var den {written_day(as_of)} eller tidigare" if as_of else ""
    return f"Lagregistret ({source}) visar läget den {day}: {register.size} lagar och förordningar{rest}."


def list_acts(register: Register) -> Iterator[str]:
    """One line for each act that letters often cite: number, short form and name.

    They are in the order of their names, and the columns are even.
    """
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
        "Ändrad till och med": register.amended(act.sfs),
    }
    for fact, value in facts.items():
        if value:
            yield f"{fact}: {value}"
    yield describe_force(act, register)


def _shorts(act: Act, register: Register) -> Iterator[str]:
    """The act's short forms: *SoL*.

    An act may have several; acts that have taken each other's place share theirs.
    """
    for short, numbers in register.shorts.items():
        if act.sfs in numbers:
            yield short


def describe_force(act: Act, register: Register) -> str:
    """*Gäller inte sedan den 1 juli 2025. I stället gäller socialtjänstlagen (2025:400).*"""
    if not act.is_sure:
        return "Registret vet inte om den gäller: källorna säger olika."
    if act.in_force:
        return f"Gäller, enligt registret den {written_day(register.day_of(act.sfs))}."
    since = f" sedan den {written_day(act.repealed)}" if act.repealed else ""
    return f"Gäller inte{since}.{_describe_successor(act, register)}"


def _describe_successor(act: Act, register: Register) -> str:
    """What a repealed act has been replaced by, with a blank before it; "" where that isn't known."""
    successor = act_in_its_place(act, register)
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
    if not last:
        return "Lagen är inte indelad i kapitel."
    return f"Paragrafer: 1–{last}"


def _spell_chapter(chapter: str, last: int) -> str:
    """*9 (1–46 §§)*, *10 (1 §)*, or *11* where the last section isn't known."""
    if last > 1:
        return f"{chapter} (1–{last} §§)"
    if last == 1:
        return f"{chapter} (1 §)"
    return chapter


def spell_place(reference: Reference) -> str:
    """*4 kap. 1 §*, *9, 10 §*; "" of an act alone."""
    section = ", ".join(reference.sections)
    return _spell_place(SectionKey("", reference.chapter or "", section, ""), reference.article)


def explanations_of(reference: Reference, act: Act) -> list[str]:
    """The plain sentences that say what the sections mean; none where the program has none."""
    return [sections()[key].text for key in _keys_asked_for(reference, act)]


def _describe_place(reference: Reference, act: Act, register: Register) -> Iterator[str]:
    """That the section doesn't exist, or what it says, as far as that is known."""
    place = spell_place(reference)
    wrong = status(reference, register, register.day)
    if wrong is not None and wrong.detail:
        yield f"{place} finns inte: {wrong.detail}."
        return
    keys = _keys_asked_for(reference, act)
    yield from _say_all(keys, act)
    if not keys:
        yield f"{place}: programmet har ingen enkel mening för den."


def _keys_asked_for(reference: Reference, act: Act) -> list[SectionKey]:
    """Those of the sections, and their points, that have a plain sentence.

    Only the points asked for, where one of those has; else all that the sections have.
    """
    keys = list(_keys_of(reference, act))
    asked = [key for key in keys if key.point in reference.points]
    return asked or keys


def _keys_of(reference: Reference, act: Act) -> Iterator[SectionKey]:
    """The sections of the place, and their points, that have a plain sentence."""
    chapter = reference.chapter or ""
    for key in sections_of(act.sfs):
        if key.chapter != chapter:
            continue
        if key.section in reference.sections:
            yield key


def _plain_sections(act: Act) -> Iterator[str]:
    """What each of the act's sections says that has a plain sentence.

    Nothing of an act without any.
    """
    yield from _say_all(list(sections_of(act.sfs)), act)


def _say_all(keys: Sequence[SectionKey], act: Act) -> Iterator[str]:
    """What each section says, then which wording of the act the sentences are from."""
    for key in keys:
        yield f"{_spell_place(key, act.is_eu)}: {sections()[key].text}"
    yield from _wordings(keys, act)


def _wordings(keys: Sequence[SectionKey], act: Act) -> Iterator[str]:
    """*Det bygger på lagen med ändringar till och med SFS 2025:582.*; nothing where that isn't known."""
    for read in dict.fromkeys(sections()[key].read for key in keys):
        if read:
            yield f"Det bygger på {wording(read, act)}."


def _spell_place(key: SectionKey, article: bool) -> str:
    """*9 kap. 31 b §*, *9 § 3*, *Artikel 15*."""
    if article:
        return f"Artikel {key.section}"
    chapter = f"{key.chapter} kap." if key.chapter else ""
    section = f"{spaced(key.section)} §" if key.section else ""
    parts = filter(None, (chapter, section, key.point))
    return " ".join(parts)
