"""What has changed between two registers, as lines in Swedish and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from klarsprak.laws.acts import NO_CHAPTERS, Act
from klarsprak.laws.changes import Change, Difference, Kind, Place
from klarsprak.laws.register import Register
from klarsprak.laws.tokens import spaced
from klarsprak.laws.wording import Key
from klarsprak.laws.written_changes import (
    ActShape,
    ChangedSectionShape,
    ChapterShape,
    DiffShape,
    RepealedShape,
    SectionShape,
    as_data,
)
from klarsprak.swedish import counted, written_day


def describe_difference(found: Difference, old: Register, new: Register) -> Iterator[str]:
    """The difference line by line, acts before their parts."""
    yield f"{describe_span(old, new)}: {_summary(found)}"
    if found.new:
        yield "\nNya:"
        yield from (f"  {name_of(sfs, new)}" for sfs in found.new)
    if found.repealed:
        yield "\nUpphävda:"
        yield from (f"  {name_of(sfs, new)}{describe_change(each)}" for sfs, each in found.repealed.items())
    parts = list(_describe_parts(found, new))
    if parts:
        yield "\nÄndrade:"
        yield from parts


def describe_span(old: Register, new: Register) -> str:
    """*Från den 25 april 2026 till den 1 november 2026*."""
    return f"Från den {written_day(old.day)} till den {written_day(new.day)}"


def _summary(found: Difference) -> str:
    """*3 nya lagar, 1 upphävd, 12 ändrade paragrafer*."""
    if found.is_empty:
        return "inget som registren känner till har ändrats."
    changed = sum(map(len, found.sections.values()))
    new = counted(len(found.new), "ny lag", "nya lagar")
    repealed = counted(len(found.repealed), "upphävd", "upphävda")
    sections = counted(changed, "ändrad eller upphävd paragraf", "ändrade eller upphävda paragrafer")
    return f"{new}, {repealed}, {sections}."


def name_of(sfs: str, register: Register) -> str:
    """*Socialtjänstlagen (2025:400)*; the number alone of an act that the register lacks."""
    act = register.get(sfs)
    return _capital(act.full_name) if act is not None else sfs


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _describe_parts(found: Difference, new: Register) -> Iterator[str]:
    """Each act of which a chapter or section has come, gone or changed, and below it which."""
    acts = dict.fromkeys([*found.chapters_new, *found.chapters_gone, *found.sections_new, *found.sections])
    for sfs in acts:
        yield f"  {name_of(sfs, new)}"
        for label, chapters in (("nytt", found.chapters_new), ("borta", found.chapters_gone)):
            yield from (f"    {chapter} kap.: {label}" for chapter in chapters.get(sfs, ()))
        yield from (f"    {spell_key(key)}: ny" for key in found.sections_new.get(sfs, ()))
        yield from (
            f"    {spell_key(key)}{describe_change(each)}" for key, each in found.sections.get(sfs, {}).items()
        )


def describe_change(change: Change) -> str:
    """*: ändrad genom 2025:1299, sedan den 1 januari 2026*; of a repealed act, what applies instead."""
    if change.kind is Kind.ACT_REPEALED:
        since = f" sedan den {written_day(change.since)}" if change.since else ""
        return f": gäller inte{since}{_instead(change)}"
    by = f" genom {change.amended}" if change.amended else ""
    since = f", sedan den {written_day(change.since)}" if change.since else ""
    return f": {_what(change)}{by}{since}"


def _what(change: Change) -> str:
    """*ändrad*, or *upphävd* where the act that did it is known."""
    if change.kind is Kind.CHANGED:
        return "ändrad"
    return "upphävd" if change.amended else "finns inte längre"


def _instead(change: Change) -> str:
    """What applies in place of a repealed act, or which act repealed it."""
    if change.successor is not None:
        return f"; i stället gäller {change.successor.full_name}"
    if change.ended_by is not None:
        return f"; upphävd genom {change.ended_by.full_name}"
    return ""


def spell_key(key: Key) -> str:
    """*4 kap. 1 a §*, *5 §*."""
    chapter = "" if key.chapter == NO_CHAPTERS else key.chapter
    return spell_place(Place("", chapter, key.section))


def spell_place(place: Place, is_eu: bool = False) -> str:
    """*4 kap. 1 a §*, *1–3 §§*, *13 kap.*, *artikel 15*; "" of an act alone."""
    if is_eu:
        return f"artikel {place.section}" if place.section else ""
    numbers = "–".join(map(spaced, place.section.split("–")))
    sign = "§§" if "–" in place.section else "§"
    chapter = f"{spaced(place.chapter)} kap." if place.chapter else ""
    return " ".join(filter(None, (chapter, f"{numbers} {sign}" if place.section else "")))


def difference_as_json(found: Difference, old: Register, new: Register) -> dict[str, Any]:
    """The difference for programs, with a version of its shape."""
    return as_data(
        DiffShape(
            from_=old.day,
            to=new.day,
            new=[ActShape(sfs=sfs, name=_name(sfs, new)) for sfs in found.new],
            repealed=[
                RepealedShape(sfs=sfs, name=_name(sfs, new), **facts_of(each)) for sfs, each in found.repealed.items()
            ],
            chapters_new=_chapters(found.chapters_new),
            chapters_gone=_chapters(found.chapters_gone),
            sections_new=[
                SectionShape(sfs=sfs, chapter=_chapter(key), section=key.section)
                for sfs, keys in found.sections_new.items()
                for key in keys
            ],
            sections=[
                ChangedSectionShape(sfs=sfs, chapter=_chapter(key), section=key.section, **facts_of(each))
                for sfs, keys in found.sections.items()
                for key, each in keys.items()
            ],
        )
    )


def _name(sfs: str, register: Register) -> str | None:
    act = register.get(sfs)
    return act.name if act else None


def _chapters(chapters: dict[str, list[str]]) -> list[ChapterShape]:
    return [ChapterShape(sfs=sfs, chapter=chapter) for sfs, numbers in chapters.items() for chapter in numbers]


def _chapter(key: Key) -> str | None:
    return None if key.chapter == NO_CHAPTERS else key.chapter


def facts_of(change: Change) -> dict[str, Any]:
    """What has happened, by which act, since when, and what applies instead."""
    return {
        "change": change.kind,
        "by": change.amended or _number(change.ended_by),
        "since": change.since,
        "successor": _number(change.successor),
    }


def _number(act: Act | None) -> str | None:
    return act.sfs if act else None
