"""``explain_section``: what the register of laws knows of an act or a section; nothing is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.laws.acts import NO_CHAPTERS, Act
from klarsprak.laws.describe import describe, describe_force, describe_register, explanations_of, look_up, spell_place
from klarsprak.laws.model import Reference
from klarsprak.laws.register import Register
from klarsprak.laws.status import Problem, status
from klarsprak.laws.succession import act_in_its_place
from klarsprak.mcp.answers import SectionAnswer
from klarsprak.mcp.judge import Judge
from klarsprak.mcp.requests import RefusedError, SectionRequest


def explain_section(judge: Judge, request: SectionRequest) -> SectionAnswer:
    """The act, whether it applies and whether the section exists, and the plain sentence for it, if there is one."""
    asked = " ".join(request.reference.split()).rstrip(".")
    if not asked:
        raise RefusedError("Skriv en lag eller en paragraf, till exempel 9 § förvaltningslagen.")
    register = judge.register
    reference = look_up(asked, register)
    if reference is None or reference.law is None:
        return _unknown(asked, register)
    return _known(reference, reference.law, register)


def _unknown(asked: str, register: Register) -> SectionAnswer:
    return SectionAnswer(
        summary=f"”{asked}” finns inte i registret. Skriv lagens hela namn, dess kortform eller dess nummer, till "
        "exempel 4 kap. 1 § SoL. Att lagen saknas i registret betyder inte att den inte finns.",
        known=False,
        lines=[describe_register(register)],
        register_day=register.day.isoformat(),
    )


def _known(reference: Reference, act: Act, register: Register) -> SectionAnswer:
    successor = act_in_its_place(act, register)
    return SectionAnswer(
        summary=" ".join(_summary(reference, act, register)),
        known=True,
        act=act.full_name,
        sfs=act.sfs,
        short=act.short or None,
        place=spell_place(reference) or None,
        exists=_exists(reference, act, register),
        in_force=act.in_force,
        repealed=act.repealed.isoformat() if act.repealed else None,
        replaced_by=successor.full_name if successor and not act.in_force else None,
        explanations=_explanations(reference, act, register),
        lines=[*describe(reference, register), describe_register(register)],
        register_day=register.day.isoformat(),
    )


def _explanations(reference: Reference, act: Act, register: Register) -> list[str]:
    """The plain sentences for the section that is asked for, if it exists."""
    if not reference.is_place or _lacks_section(reference, register):
        return []
    return explanations_of(reference, act)


def _lacks_section(reference: Reference, register: Register) -> bool:
    wrong = status(reference, register, register.day)
    return wrong is not None and wrong.problem is Problem.NO_SUCH_SECTION


def _wrong_number(reference: Reference, register: Register) -> list[str]:
    """*förvaltningslagen (2017:725)*: that the number is another act's, or none's."""
    wrong = status(reference, register, register.day)
    if wrong is None or wrong.problem is not Problem.WRONG_NUMBER or wrong.act is None:
        return []
    return [f"Numret {reference.sfs} är inte den lagens. Rätt är {wrong.act.full_name}."]


def _exists(reference: Reference, act: Act, register: Register) -> bool | None:
    """Whether the act has the section or the chapter; None where the register doesn't tell, or none is asked for."""
    if _lacks_section(reference, register):
        return False
    if not reference.is_place:
        return None
    is_known = bool(explanations_of(reference, act)) or _is_within(reference, act, register)
    return True if is_known else None


def _is_within(reference: Reference, act: Act, register: Register) -> bool:
    """Whether the section's number is at most that of the last one that the register knows of."""
    chapters = register.chapters.get(act.sfs, {})
    last = chapters.get(NO_CHAPTERS if NO_CHAPTERS in chapters else reference.chapter or "")
    has_letter = any(section[-1:].isalpha() for section in reference.sections)
    return last is not None and not has_letter and _highest(reference) <= last


def _highest(reference: Reference) -> int:
    """The highest of the sections' numbers, 0 where only a chapter is asked for."""
    numbers = _NUMBER.findall(" ".join(reference.sections))
    return max(map(int, numbers), default=0)


_NUMBER = re.compile(r"\d+")


def _summary(reference: Reference, act: Act, register: Register) -> Iterator[str]:
    """Whether the act applies, whether the section exists, and what it says, as far as any of that is known."""
    yield from _wrong_number(reference, register)
    yield f"{act.full_name[:1].upper()}{act.full_name[1:]}: {describe_force(act, register)}"
    place = spell_place(reference)
    if not place:
        return
    exists, explanations = _exists(reference, act, register), _explanations(reference, act, register)
    yield _EXISTENCE[exists].format(place=place)
    if exists is not False:
        yield " ".join(explanations) or "Programmet har ingen förklaring av den. Hitta inte på någon."


_EXISTENCE = {
    True: "{place} finns.",
    False: "{place} finns inte.",
    None: "Registret vet inte om {place} finns.",
}
