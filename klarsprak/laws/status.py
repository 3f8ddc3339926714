"""Whether a reference to law is right: the act in force, its number, its chapters and sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klarsprak.laws.acts import Act, fold
from klarsprak.laws.missing import describe_missing
from klarsprak.laws.model import Reference
from klarsprak.laws.register import Register
from klarsprak.lazy_regex import LazyRegex


class Problem(StrEnum):
    """What can be wrong with a reference."""

    REPEALED = "repealed"
    WRONG_NUMBER = "wrong_number"
    NO_SUCH_SECTION = "no_such_section"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Status:
    """A problem with a reference.

    ``act`` is the act that the text names, ``successor`` the one to name instead where that is sure, ``owner`` the
    one that a wrong number belongs to, where the register has it; ``detail`` says in Swedish what is wrong with a
    chapter or section.
    """

    problem: Problem
    act: Act | None = None
    successor: Act | None = None
    owner: Act | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of a reference: is it right in a letter of that day, with those words around it?"""

    reference: Reference
    register: Register
    day: date
    today: date
    context: str


_FIRST_YEAR = 1686
"""No act that the register numbers is older."""
_MOST_ACTS_A_YEAR = 2500
_NUMBER = LazyRegex(r"\d{4}:\d+")
# What calls an act the earlier one: *den tidigare socialtjänstlagen*, *… i dess lydelse före den 1 juli 2025*.
_TRANSITIONAL = LazyRegex(
    r"\b(?:upphävd\w*|upphävt|upphörde?|upphört|tidigare|äldre|gamla|dåvarande|dessförinnan|ersatts|ersattes|ersatte|"
    r"ersätter|ersatt av|i dess lydelse|lydelse före|övergångsbestämmelse\w*|då gällande|som gällde|gällde då|"
    r"gällde (?:fram )?till|före den|fram till|inte längre)\b",
)


def is_transitional(context: str) -> bool:
    """Whether the words around a reference say that the act is the earlier one."""
    return _TRANSITIONAL.search(context) is not None


def status(
    reference: Reference,
    register: Register,
    written: date | None = None,
    context: str = "",
    today: date | None = None,
) -> Status | None:
    """What is wrong with a reference, or None.

    ``written`` is the letter's day: an act repealed later was right then.  ``context`` is the sentence around the
    reference: an act that it calls the earlier one is no mistake.
    """
    if not _is_checked(reference):
        return None
    today = today or date.today()
    question = _Question(reference, register, written or today, today, context)
    for check in _CHECKS:
        if (wrong := check(question)) is not None:
            return wrong
    return None


def _is_checked(reference: Reference) -> bool:
    """Whether the register can tell: not of a municipality's own rules, nor of *5 §* of a law that isn't known."""
    if reference.source not in ("sfs", "eu"):
        return False
    return reference.law is not None or not reference.inherited


def _wrong_number(question: _Question) -> Status | None:
    """*förvaltningslagen (2017:725)*: a number that isn't that of an act of the name."""
    register, sfs = question.register, question.reference.sfs
    candidates = question.reference.candidates
    if sfs is None or not candidates or _has_number(candidates, sfs):
        return None
    best, owner = candidates[0], register.get(sfs)
    if best.sfs not in register.cited:
        return None  # the register may lack a namesake
    if owner is None and sfs[:4] < best.sfs[:4]:
        return None  # an old act of that name, which the register may lack
    return Status(Problem.WRONG_NUMBER, best, best if best.in_force else None, owner)


def _has_number(acts: tuple[Act, ...], sfs: str) -> bool:
    return any(act.sfs == sfs for act in acts)


def _repealed(question: _Question) -> Status | None:
    """*socialtjänstlagen (2001:453)*: an act that no longer applied on the letter's day.

    Where the words without a number can also mean an act in force, the letter has named the old one with its number
    before, and that reference is enough.
    """
    reference, act = question.reference, question.reference.law
    if act is None or act.applied(question.day) or is_transitional(question.context):
        return None
    successor = _latest(act, question.register)
    is_plain = successor is not None and not _has_act_in_force(reference.candidates)
    is_sure = reference.sfs is not None or is_plain
    return Status(Problem.REPEALED, act, successor) if is_sure else None


def _has_act_in_force(acts: tuple[Act, ...]) -> bool:
    return any(act.in_force for act in acts)


def _latest(act: Act, register: Register) -> Act | None:
    """The act in force that took the place of ``act``, where that is known for sure."""
    if act.sfs not in register.cited:
        return _namesake_in_force(act, register)  # the register's own ``repealed_by`` need not be the successor
    last, seen = act, {act.sfs}
    while last.successor is not None and last.successor not in seen:
        seen.add(last.successor)
        following = register.get(last.successor)
        if following is None or following.in_force:
            return following
        last = following
    return _namesake_in_force(act, register)


def _namesake_in_force(act: Act, register: Register) -> Act | None:
    """The act in force of the same name: *skollagen* of 2010 for that of 1985."""
    namesakes = register.find_by_name(fold(act.name))
    return next((namesake for namesake in namesakes if namesake.in_force), None)


def _no_such_section(question: _Question) -> Status | None:
    """*99 § förvaltningslagen*: a chapter or section that the act lacks."""
    reference, register, act = question.reference, question.register, question.reference.law
    if act is None or reference.inherited or reference.article:
        return None
    if not act.in_force or _may_mean_older(question, act):
        return None
    chapters = register.chapters.get(act.sfs)
    if chapters is None:
        return None
    detail = describe_missing(chapters, reference, act.sfs in register.cited)
    return Status(Problem.NO_SUCH_SECTION, act, detail=detail) if detail else None


def _may_mean_older(question: _Question, act: Act) -> bool:
    """Whether the words alone meant another act on the letter's day, whose sections had other numbers."""
    if question.reference.sfs is not None:
        return False
    older = (other for other in question.reference.candidates if other.sfs != act.sfs)
    return any(other.applied(question.day) and not other.in_force for other in older)


def _unknown(question: _Question) -> Status | None:
    """*lagen (2091:387) om stöd*: a number that can't exist; that the register lacks a number proves nothing."""
    sfs = question.reference.sfs or ""
    if question.reference.law is not None or not _NUMBER.fits(sfs):
        return None
    year, number = map(int, sfs.split(":"))
    is_year = _FIRST_YEAR <= year <= question.today.year
    is_number = 0 < number <= _MOST_ACTS_A_YEAR
    return None if is_year and is_number else Status(Problem.UNKNOWN)


_CHECKS = (_wrong_number, _repealed, _no_such_section, _unknown)
"""The gravest first: only the first that finds something is told."""
