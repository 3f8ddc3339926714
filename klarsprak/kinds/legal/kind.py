"""``legal``: a reference to law that is unexplained, repealed or wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.config.settings import RuleSettings
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.legal.cited import Cited, cited
from klarsprak.kinds.legal.placing import crowds, is_subject
from klarsprak.language.pipeline import Need
from klarsprak.laws import (
    Act,
    Problem,
    Reference,
    Status,
    load_register,
    plain,
    status,
)
from klarsprak.laws.imported import choose_register
from klarsprak.letter import Role
from klarsprak.prose.letter_date import letter_date

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()


Check = Literal["unexplained", "repealed", "wrong_number", "no_such_section", "unknown", "subject", "many"]


class LegalRule(Rule):
    """What to check of each reference."""

    kind: Literal["legal"]
    check: Check = Field(
        description="Vad som prövas. unexplained: att brevet säger vad paragrafen betyder. repealed: att lagen "
        "gäller. wrong_number: att namn och nummer hör ihop. no_such_section: att kapitlet och paragrafen finns. "
        "unknown: att numret kan finnas. subject: att meningen inte börjar med en paragraf. many: antalet paragrafer "
        "i en mening."
    )
    max: int = Field(default=2, description="Högsta antal hänvisningar i en mening som går an (many).", ge=1)
    placeholders = frozenset({"text", "suggestion", "law", "successor", "explain", "date", "count"})

    def need(self) -> Need:
        """Where a sentence has its verb takes morphology to tell."""
        return super().need() | (Need.MORPHOLOGY if self.check in ("subject", "many") else Need.FORMS)


class LegalKind(Kind[LegalRule]):
    """Finds the references of a letter once, then asks each rule's question of them."""

    rule_type = LegalRule

    def __init__(self, rules: Sequence[LegalRule], settings: RuleSettings) -> None:
        super().__init__(rules, settings)
        self.register_file = choose_register(settings.law_register)
        load_register(self.register_file)  # a file that can't be used is told before any letter is read

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The references that break a rule; a section is flagged as unexplained once in a letter."""
        register = load_register(self.register_file)
        day = cache(lambda: letter_date(analysis.letter))
        found = cited(analysis, register, day)
        if not found:
            return
        written = day()
        problems = [(one, status(one.reference, register, written, one.sentence)) for one in found]
        for rule in self.rules:
            if rule.check == "unexplained":
                yield from (_unexplained(rule, one, written) for one in _never_explained(found))
            elif rule.check == "subject":
                yield from (_hit(rule, one, (), {}) for one in found if is_subject(one))
            elif rule.check == "many":
                yield from (_many(rule, crowd) for crowd in crowds(found, rule.max))
            else:
                wanted = ((one, wrong) for one, wrong in problems if wrong and wrong.problem == rule.check)
                yield from (_wrong(rule, one, wrong) for one, wrong in wanted)


def _many(rule: LegalRule, crowd: list[Cited]) -> Hit:
    start, end = crowd[0].reference.start, crowd[-1].reference.end
    return Hit(rule, crowd[0].block.index, start, end, values={"count": len(crowd)})


def _never_explained(found: list[Cited]) -> Iterator[Cited]:
    """The first mention of each section that the letter nowhere explains."""
    told = {key for one in found if one.reference.sections and one.is_explained for key in one.keys}
    for one in found:
        if not _needs_explaining(one):
            continue
        general = {(law, chapter, section, "") for law, chapter, section, _ in one.keys}
        if not one.keys <= told and not general <= told:
            told |= one.keys
            yield one


def _needs_explaining(one: Cited) -> bool:
    reference = one.reference
    named = reference.law is not None or not reference.inherited
    return bool(reference.sections) and named and one.block.block.role is not Role.HEADING


def _unexplained(rule: LegalRule, one: Cited, written: date | None) -> Hit:
    example = plain(one.reference, written)
    explain = f"Skriv till exempel: ”{example}”" if example else "Skriv med egna ord vad paragrafen säger."
    values = {"law": _name(one.reference.law), "explain": explain, "successor": "", "date": ""}
    return _hit(rule, one, (), values)


def _wrong(rule: LegalRule, one: Cited, found: Status) -> Hit:
    successor = found.successor
    values = {
        "law": _name(found.act),
        "successor": successor.full_name if successor else "",
        "date": _swedish(found.act.repealed) if found.act and found.act.repealed else "",
        "explain": _EXPLAIN[found.problem](one.reference, found),
    }
    return _hit(rule, one, _suggestions(one.reference, found), values)


def _hit(rule: LegalRule, one: Cited, suggestions: tuple[str, ...], values: dict[str, str]) -> Hit:
    reference = one.reference
    return Hit(rule, one.block.index, reference.start, reference.end, suggestions, values)


def _suggestions(reference: Reference, found: Status) -> tuple[str, ...]:
    """What to write instead, where it is certain: sections of a new act are numbered in another way."""
    new = found.successor
    if new is None:
        return ()
    if found.problem is Problem.WRONG_NUMBER and reference.sfs:
        return (reference.text.replace(reference.sfs, new.sfs),)
    if reference.sections or reference.chapter or found.act is None or _is_inflected(reference.text):
        return ()
    name = new.name if reference.sfs is None and found.act.name != new.name else new.full_name
    return (name[:1].upper() + name[1:] if reference.text[:1].isupper() else name,)


def _is_inflected(text: str) -> bool:
    words = text.split()
    return words[0].lower() in ("lag", "förordning") or any(
        word.endswith(("lagens", "balkens", "ningens")) for word in words
    )


def _repealed(reference: Reference, found: Status) -> str:
    since = f"Sedan den {_swedish(found.act.repealed)}" if found.act and found.act.repealed else "Nu"
    if found.successor is None:
        return "Ta reda på vilka regler som gäller nu."
    same_place = "" if not reference.sections else " Kontrollera också paragrafen: numren kan vara andra där."
    return f"{since} gäller {found.successor.full_name}.{same_place}"


def _wrong_number(reference: Reference, found: Status) -> str:
    owner = found.owner
    theirs = f" Nummer {reference.sfs} är {owner.name}." if owner else ""
    right = f"{_capital(_name(found.act))} har nummer {found.act.sfs}." if found.act else ""
    return f"{right}{theirs}"


def _no_such_section(reference: Reference, found: Status) -> str:
    return f"{_capital(found.detail)}."


def _unknown(reference: Reference, found: Status) -> str:
    return "Kontrollera numret."


_EXPLAIN = {
    Problem.REPEALED: _repealed,
    Problem.WRONG_NUMBER: _wrong_number,
    Problem.NO_SUCH_SECTION: _no_such_section,
    Problem.UNKNOWN: _unknown,
}


def _name(act: Act | None) -> str:
    return act.name if act else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _swedish(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
