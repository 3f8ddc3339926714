"""Whether a reference to law is right: the act in force, its number, its chapters and sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from klarsprak.laws.parser import Reference
from klarsprak.laws.register import NO_CHAPTERS, Act, register
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

    ``act`` is the act that the text names, ``successor`` the one to name instead where that is sure, ``detail``
    says in Swedish what is wrong with a chapter or section.
    """

    problem: Problem
    act: Act | None = None
    successor: Act | None = None
    detail: str = ""


# New sections come last in a chapter, and new chapters last in an act: this many more than the register knows of
# prove nothing.
_SLACK_SECTIONS = 5
_SLACK_CHAPTERS = 1
_SLACK_NO_CHAPTERS = 1
_FEWEST_SECTIONS = 8
"""A chapter with fewer sections in the register may not have been read to its end."""
_NUMBERS = re.compile(r"\d+")
_TRANSITIONAL = LazyRegex(
    r"\b(?:upphävd\w*|upphävt|upphörde?|upphört|tidigare|äldre|gamla|dåvarande|dessförinnan|ersatts|ersattes|ersatte|"
    r"ersätter|ersatt av|i dess lydelse|lydelse före|övergångsbestämmelse\w*|då gällande|som gällde|gällde då|"
    r"gällde (?:fram )?till|före den|fram till|inte längre)\b",
)


def is_transitional(context: str) -> bool:
    """Whether the words around a reference say that the act is the earlier one."""
    return _TRANSITIONAL.search(context) is not None


def status(
    reference: Reference, written: date | None = None, context: str = "", today: date | None = None
) -> Status | None:
    """What is wrong with a reference, or None.

    ``written`` is the letter's day: an act repealed later was right then.  ``context`` is the sentence around the
    reference: an act that it calls the earlier one is no mistake.
    """
    if reference.source not in ("sfs", "eu") or (reference.inherited and reference.law is None):
        return None
    day = written or today or date.today()
    return (
        _wrong_number(reference)
        or _repealed(reference, day, context)
        or _no_such_section(reference, day)
        or _unknown(reference, today or date.today())
    )


def _wrong_number(reference: Reference) -> Status | None:
    sfs, named = reference.sfs, reference.named
    if sfs is None or not named or reference.inherited or any(act.sfs == sfs for act in named):
        return None
    best = named[0]
    if best.sfs not in register().cited:
        return None  # the register may lack a namesake
    if register().get(sfs) is None and sfs[:4] < best.sfs[:4]:
        return None  # an old act of that name, which the register may lack
    return Status(Problem.WRONG_NUMBER, best, best if best.in_force else None)


def _repealed(reference: Reference, day: date, context: str) -> Status | None:
    act = reference.law
    if act is None or act.applied(day) or is_transitional(context):
        return None
    if reference.sfs is None and any(other.in_force for other in reference.named):
        return None  # the letter has named the old act with its number; that reference is enough
    successor = _latest(act)
    if successor is None and reference.sfs is None:
        return None
    return Status(Problem.REPEALED, act, successor)


def _latest(act: Act) -> Act | None:
    """The act in force that took the place of ``act``, where that is known for sure."""
    seen = {act.sfs}
    same_name = next((found for found in register().named(act.name.lower()) if found.in_force), None)
    if act.sfs not in register().cited:
        return same_name  # the register's own ``repealed_by`` need not be the successor
    while act.successor is not None and act.successor not in seen:
        seen.add(act.successor)
        following = register().get(act.successor)
        if following is None or following.in_force:
            return following
        act = following
    return same_name


def _no_such_section(reference: Reference, day: date) -> Status | None:
    act = reference.law
    if act is None or reference.inherited or reference.article or not act.applied(day) or not act.in_force:
        return None
    if reference.sfs is None and any(
        other.applied(day) and other.sfs != act.sfs and not other.in_force for other in reference.named
    ):
        return None  # an old letter means the act of its own day
    chapters = register().chapters.get(act.sfs)
    if chapters is None:
        return None
    detail = _missing(chapters, reference, act.sfs in register().cited)
    return Status(Problem.NO_SUCH_SECTION, act, None, detail) if detail else None


def _missing(chapters: dict[str, int], reference: Reference, well_known: bool) -> str:
    chapter, last = reference.chapter, max(map(_last, reference.sections), default=0)
    if NO_CHAPTERS in chapters:
        if chapter is not None:
            return "lagen är inte indelad i kapitel"
        return _beyond(chapters[NO_CHAPTERS], last, _SLACK_NO_CHAPTERS, "lagen")
    if chapter is None:
        return ""
    numbers = [_last(known) for known in chapters]
    highest, complete = max(numbers), len(set(numbers)) >= 0.8 * max(numbers)
    if _last(chapter) > highest + _SLACK_CHAPTERS and complete and well_known:
        return f"lagen har {highest} kapitel"
    return _beyond(chapters.get(chapter, 0), last, _SLACK_SECTIONS, f"{chapter} kap.")


def _beyond(known: int, cited: int, slack: int, where: str) -> str:
    return f"{where} har {known} paragrafer" if known >= _FEWEST_SECTIONS and cited > known + slack else ""


def _last(numbers: str) -> int:
    return max(map(int, _NUMBERS.findall(numbers)), default=0)


def _unknown(reference: Reference, today: date) -> Status | None:
    """A number that can't exist; that the register lacks a number proves nothing."""
    match = re.fullmatch(r"(\d{4}):(\d+)", reference.sfs or "")
    if match is None or reference.law is not None:
        return None
    year, number = int(match[1]), int(match[2])
    impossible = year > today.year or year < 1686 or number == 0 or number > 2500
    return Status(Problem.UNKNOWN) if impossible else None
