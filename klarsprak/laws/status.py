"""Whether a reference to law is right: the act in force, its number, its chapters and sections."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from klarsprak.laws.acts import Act
from klarsprak.laws.former import calls_former, still_applies, tells_of_its_time
from klarsprak.laws.missing import describe_missing
from klarsprak.laws.model import Reference
from klarsprak.laws.register import Register
from klarsprak.laws.renumbered import Renumbered, has_renumbered, renumbered
from klarsprak.laws.succession import act_in_its_place, act_that_repealed
from klarsprak.lazy_regex import LazyRegex


class Problem(StrEnum):
    """What can be wrong with a reference."""

    REPEALED = "repealed"
    WRONG_NUMBER = "wrong_number"
    RENUMBERED = "renumbered"
    NO_SUCH_SECTION = "no_such_section"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Status:
    """A problem with a reference.

    ``act`` is the act that the text names, ``successor`` the one to name instead where that is sure, ``ended_by`` the
    act that repealed it, ``owner`` the one that a wrong number belongs to, where the register has it; ``detail`` says
    in Swedish what is wrong with a chapter or section; ``moved`` tells where the rules of the sections stand now, as
    far as that is known.
    """

    problem: Problem
    act: Act | None = None
    successor: Act | None = None
    owner: Act | None = None
    detail: str = ""
    ended_by: Act | None = None
    moved: tuple[Renumbered, ...] = ()


class Context(NamedTuple):
    """The words around a reference: its sentence, what its paragraph says before that, the acts numbered beside it.

    *beside* are the numbers of the acts that the same sentence or list gives, *headings* those of the letter.
    """

    sentence: str = ""
    before: str = ""
    beside: frozenset[str] = frozenset()
    headings: str = ""


NO_CONTEXT = Context()


class _Question(NamedTuple):
    """What is asked of a reference: is it right in a letter of that day, with those words around it?"""

    reference: Reference
    register: Register
    day: date
    today: date
    context: Context


_FIRST_YEAR = 1686
"""No act that the register numbers is older."""
_MOST_ACTS_A_YEAR = 2500
_NUMBER = LazyRegex(r"\d{4}:\d+")
_NEAR = 1000
"""Signs before a reference that tell what it is about: a long paragraph isn't read through for each of them."""
_MOST_SAYING_NOTHING = 6
"""Words of *Beslutet är fattat med stöd av*."""


def status(
    reference: Reference,
    register: Register,
    written: date | None = None,
    context: Context = NO_CONTEXT,
    today: date | None = None,
) -> Status | None:
    """What is wrong with a reference, or None.

    ``written`` is the letter's day: an act repealed later was right then.  ``context`` holds the words around the
    reference: an act that they call the earlier one, or that applied on the day that they tell of, is no mistake.
    """
    if not _is_checked(reference):
        return None
    this_day = today or date.today()
    question = _Question(reference, register, written or this_day, this_day, context)
    for check in _CHECKS:
        wrong = check(question)
        if wrong is not None:
            return wrong
    return None


def _is_checked(reference: Reference) -> bool:
    """Whether the register can tell: not of a municipality's own rules, nor of *5 §* of a law that isn't known."""
    has_number = reference.source in ("sfs", "eu")
    is_unknown = reference.law is None and reference.inherited
    return has_number and not is_unknown


def _wrong_number(question: _Question) -> Status | None:
    """*förvaltningslagen (2017:725)*: a number that isn't that of an act of the name.

    The act to name instead is the first of them, the one in force.
    """
    sfs, candidates = question.reference.sfs, question.reference.candidates
    if sfs is None or not candidates:
        return None
    if sfs in map(_number_of, candidates):
        return None
    best, owner = candidates[0], question.register.get(sfs)
    if _may_be_namesake(sfs, owner, best, question.register):
        return None
    successor = best if best.in_force else None
    return Status(Problem.WRONG_NUMBER, best, successor, owner)


def _number_of(act: Act) -> str:
    return act.sfs


def _may_be_namesake(sfs: str, owner: Act | None, best: Act, register: Register) -> bool:
    """Whether the number may belong to an act of the same name that the register lacks.

    It may lack namesakes of all acts that letters don't often cite, and of the others old ones: *kommunallagen
    (1953:753)*.
    """
    if best.sfs not in register.cited:
        return True
    year, best_year = sfs[:4], best.sfs[:4]
    return owner is None and year < best_year


def _repealed(question: _Question) -> Status | None:
    """*socialtjänstlagen (2001:453)*: an act that no longer applied on the letter's day.

    What is only inferred is never told: *samma lag* is told where the letter has named it.
    """
    reference, register = question.reference, question.register
    act = reference.law
    if act is None or reference.inherited or act.applied(question.day):
        return None
    successor = act_in_its_place(act, register)
    if not _is_surely_meant(question, act, successor) or _is_named_on_purpose(act, successor, question.context):
        return None
    if still_applies(act, question.context.sentence):
        return None
    moved = () if successor is None else renumbered(reference, act.sfs, _what_it_is_about(question))
    return Status(Problem.REPEALED, act, successor, ended_by=act_that_repealed(act, register), moved=moved)


def _is_surely_meant(question: _Question, act: Act, successor: Act | None) -> bool:
    """Whether the repealed act is meant: its number is written, or its name alone is known to mean it.

    People call *lagen (1995:831) om transplantation* by the name of the one before, *transplantationslagen*, so that
    the name of an act that letters don't often cite tells nothing.  Where the words without a number can also mean an
    act in force, the letter has named the old one with its number before, and that reference is enough.
    """
    reference = question.reference
    if reference.sfs is not None:
        return True
    if act.sfs not in question.register.cited:
        return False
    may_be_in_force = any(map(_is_in_force, reference.candidates))
    return successor is not None and not may_be_in_force


def _is_named_on_purpose(act: Act, successor: Act | None, context: Context) -> bool:
    """Whether the letter knows that the act is the earlier one.

    It calls it so, tells of a day when it applied, or names the new one beside it: *lagen (2007:1091) eller lagen
    (2016:1145) om offentlig upphandling*.
    """
    if successor is not None and successor.sfs in context.beside:
        return True
    if calls_former(context.sentence):
        return True
    return tells_of_its_time(act, f"{context.before[-_NEAR:]} {context.sentence}")


def _is_in_force(act: Act) -> bool:
    return act.in_force


def _renumbered(question: _Question) -> Status | None:
    """*Du får försörjningsstöd enligt 4 kap. 1 § socialtjänstlagen.*: a number of the act before, told by its matter.

    Nothing is told of *och 5 §*, whose act is inferred.
    """
    reference, context = question.reference, question.context
    act = reference.law
    if act is None or not act.in_force or reference.inherited:
        return None
    for old in reference.candidates:
        if not has_renumbered(old.sfs) or old.applied(question.day):
            continue
        moved = renumbered(reference, old.sfs, _what_it_is_about(question))
        if moved and not _is_named_on_purpose(old, None, context):
            return Status(Problem.RENUMBERED, old, act, moved=moved)
    return None


def _what_it_is_about(question: _Question) -> str:
    """The sentence; what stands before it and the headings too where it says nothing else: *Lagrum: 4 kap. 1 §*."""
    context = question.context
    alone = context.sentence.replace(question.reference.text, " ")
    if len(alone.split()) > _MOST_SAYING_NOTHING:
        return context.sentence
    return f"{context.headings[:_NEAR]} {context.before[-_NEAR:]} {context.sentence}"


def _no_such_section(question: _Question) -> Status | None:
    """*99 § förvaltningslagen*: a chapter or section that the act lacks."""
    act = question.reference.law
    if act is None or not _can_be_looked_up(question, act):
        return None
    chapters = question.register.chapters.get(act.sfs)
    if chapters is None:
        return None
    is_well_known = act.sfs in question.register.cited
    detail = describe_missing(chapters, question.reference, is_well_known)
    return Status(Problem.NO_SUCH_SECTION, act, detail=detail) if detail else None


def _can_be_looked_up(question: _Question, act: Act) -> bool:
    """Whether the place is one of sections of an act in force, and surely of that act.

    In an old letter the words alone may mean another one, whose sections had other numbers.
    """
    reference = question.reference
    if reference.inherited or reference.article:
        return False
    others = reference.others_meant_on(question.day)
    return act.in_force and all(map(_is_in_force, others))


def _unknown(question: _Question) -> Status | None:
    """*lagen (2091:387) om stöd*: a number that can't exist; that the register lacks a number proves nothing."""
    reference = question.reference
    if reference.law is not None or reference.sfs is None:
        return None
    if _can_exist(reference.sfs, question.today):
        return None
    return Status(Problem.UNKNOWN)


def _can_exist(sfs: str, today: date) -> bool:
    """Whether there can be an act of the number: of *2017:900*, but not of *2091:387* in 2026.

    Of numbers of another kind nothing is known.
    """
    if not _NUMBER.fits(sfs):
        return True
    year, running = map(int, sfs.split(":"))
    is_year = _FIRST_YEAR <= year <= today.year
    return is_year and 0 < running <= _MOST_ACTS_A_YEAR


_CHECKS = (_wrong_number, _repealed, _renumbered, _no_such_section, _unknown)
"""The gravest first: only the first that finds something is told."""
