"""What to say of a reference that is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable

from klarsprak.laws import Act, Problem, Reference, Status, register
from klarsprak.swedish import written_day

_INDEFINITE = ("lag", "förordning")
_GENITIVES = ("lagens", "balkens", "ningens")


def explain(reference: Reference, status: Status) -> str:
    """What is wrong and what to do, in one or two Swedish sentences."""
    return _EXPLAIN[status.problem](reference, status)


def _explain_repealed(reference: Reference, status: Status) -> str:
    """*Sedan den 1 januari 2002 gäller socialtjänstlagen (2001:453).*"""
    if status.successor is None:
        return "Ta reda på vilka regler som gäller nu."
    day = repealed_on(status.act)
    since = f"Sedan den {day}" if day else "Nu"
    same_place = " Kontrollera också paragrafen: numren kan vara andra där." if reference.sections else ""
    return f"{since} gäller {status.successor.full_name}.{same_place}"


def _explain_number(reference: Reference, status: Status) -> str:
    """*Plan- och bygglagen har nummer 2010:900. Nummer 2010:800 är skollagen.*"""
    right = f"{_capital(name(status.act))} har nummer {status.act.sfs}." if status.act else ""
    owner = register().get(reference.sfs or "")
    theirs = f" Nummer {reference.sfs} är {owner.name}." if owner else ""
    return f"{right}{theirs}"


def _explain_section(_: Reference, status: Status) -> str:
    """*Skollagen har 31 kapitel.*"""
    return f"{_capital(status.detail)}."


def _explain_unknown(_: Reference, __: Status) -> str:
    """No act has such a number."""
    return "Kontrollera numret."


_EXPLAIN: dict[Problem, Callable[[Reference, Status], str]] = {
    Problem.REPEALED: _explain_repealed,
    Problem.WRONG_NUMBER: _explain_number,
    Problem.NO_SUCH_SECTION: _explain_section,
    Problem.UNKNOWN: _explain_unknown,
}


def suggestions(reference: Reference, status: Status) -> tuple[str, ...]:
    """What to write instead, where it is certain: sections of a new act are numbered in another way."""
    new = status.successor
    if new is None:
        return ()
    if status.problem is Problem.WRONG_NUMBER and reference.sfs:
        return (reference.text.replace(reference.sfs, new.sfs),)
    if status.act is None or _points_inside(reference) or _is_inflected(reference.text):
        return ()
    is_renamed = reference.sfs is None and status.act.name != new.name
    instead = new.name if is_renamed else new.full_name
    return (_capital(instead) if reference.text[:1].isupper() else instead,)


def _points_inside(reference: Reference) -> bool:
    """Whether a chapter or section is meant, not the act alone."""
    return bool(reference.sections or reference.chapter)


def _is_inflected(text: str) -> bool:
    """Whether another name can't be put in as it is: *lag om …*, *socialtjänstlagens*."""
    words = text.split()
    return words[0].lower() in _INDEFINITE or any(word.endswith(_GENITIVES) for word in words)


def repealed_on(act: Act | None) -> str:
    """The day from which the act doesn't hold, *1 januari 2002*; "" where it is in force or the day isn't known."""
    return written_day(act.repealed) if act and act.repealed else ""


def name(act: Act | None) -> str:
    """The act's name without its number."""
    return act.name if act else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
