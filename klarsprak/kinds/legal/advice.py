"""What to say of a reference that is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from klarsprak.laws import Act, Problem, Reference, Status
from klarsprak.laws.renumbered import Renumbered
from klarsprak.swedish import listed, written_day

_INDEFINITE = ("lag", "förordning")
_GENITIVES = ("lagens", "balkens", "ningens")


def explain(reference: Reference, status: Status) -> str:
    """What is wrong and what to do, in one or two Swedish sentences."""
    return _EXPLAIN[status.problem](reference, status)


def _explain_repealed(reference: Reference, status: Status) -> str:
    """*Sedan den 2 maj 2011 gäller plan- och bygglagen (2010:900).*

    Where the day isn't known, or others held between the two: *Nu gäller …*.
    """
    if status.successor is None:
        return f"{_ended_by(status)}Ta reda på vilka regler som gäller nu."
    day = repealed_on(status.act)
    since = f"Sedan den {day}" if day and _is_next(status.act, status.successor) else "Nu"
    successor = f"{since} gäller {status.successor.full_name}."
    if not reference.sections:
        return successor
    if status.moved:
        return f"{successor} Reglerna om {_matters(status.moved)} står där i {_places(status.moved)}."
    return f"{successor} Kontrollera också paragrafen: numren kan vara andra där."


def _is_next(act: Act | None, successor: Act) -> bool:
    """Whether the successor was there when the act ended: *2016:1145* wasn't on *1 January 2008*."""
    return act is not None and act.repealed is not None and successor.year <= act.repealed.year


def _explain_renumbered(_: Reference, status: Status) -> str:
    """*Sedan den 1 juli 2025 står reglerna om ekonomiskt bistånd i 12 kap. 1 § socialtjänstlagen (2025:400).*"""
    where = f"{_places(status.moved)} {full_name(status.successor)}"
    return f"Sedan den {repealed_on(status.act)} står reglerna om {_matters(status.moved)} i {where}."


def _matters(moved: Sequence[Renumbered]) -> str:
    """*ekonomiskt bistånd och praktik för den som får försörjningsstöd*"""
    return listed(list(dict.fromkeys(row.about for row in moved)))


def _places(moved: Sequence[Renumbered]) -> str:
    """*12 kap. 1 § och 12 kap. 4 §*"""
    return listed(list(dict.fromkeys(row.now for row in moved)))


def _ended_by(status: Status) -> str:
    """*Den upphävdes genom arkivförordningen (1991:446).*, with a blank after it; "" where that isn't known.

    It tells where to begin to look: the rules may stand there, or elsewhere.
    """
    if status.ended_by is None:
        return ""
    return f"Den upphävdes genom {status.ended_by.full_name}. "


def _explain_number(reference: Reference, status: Status) -> str:
    """*Plan- och bygglagen har nummer 2010:900. Nummer 2010:800 är skollagen.*

    Who has the number tells which of the two is wrong.
    """
    right = theirs = ""
    if status.act is not None:
        right = f"{_capital(status.act.name)} har nummer {status.act.sfs}."
    if status.owner is not None:
        theirs = f" Nummer {reference.sfs} är {status.owner.name}."
    return f"{right}{theirs}"


def _explain_section(_: Reference, status: Status) -> str:
    """What the register knows of the act: which chapters and sections it has."""
    return f"{_capital(status.detail)}."


def _explain_unknown(_: Reference, __: Status) -> str:
    """No act has such a number."""
    return "Kontrollera numret."


def explain_section(reference: Reference, example: str, source: str, *, is_half_told: bool) -> str:
    """What the writer could say of a section that isn't explained, or not wholly.

    ``example`` says it in plain words, ``source`` is the wording of the act that those were written from; "" where
    nobody knows.
    """
    if example:
        advice = f"Skriv till exempel: ”{example}”"
        return f"{advice} Det bygger på {source}." if source else advice
    which = "vilken lag det är och " if reference.inherited else ""
    if is_half_told:
        return f"Skriv {which}resten med egna ord, eller sätt numret sist i brevet."
    return f"Skriv {which}med egna ord vad {_kind_of_place(reference)} säger."


def _kind_of_place(reference: Reference) -> str:
    """*stycket*, where one is named, or else what it is of: *paragrafen*, *paragraferna*, *kapitlet*."""
    if len(reference.paragraphs) == 1:
        return "stycket"
    if len(reference.sections) > 1:
        return "paragraferna"
    return "paragrafen" if reference.sections else "kapitlet"


_EXPLAIN: dict[Problem, Callable[[Reference, Status], str]] = {
    Problem.REPEALED: _explain_repealed,
    Problem.WRONG_NUMBER: _explain_number,
    Problem.RENUMBERED: _explain_renumbered,
    Problem.NO_SUCH_SECTION: _explain_section,
    Problem.UNKNOWN: _explain_unknown,
}


def suggestions(reference: Reference, status: Status) -> tuple[str, ...]:
    """What to write instead, where it is certain.

    *plan- och bygglagen (1987:10)* is *plan- och bygglagen (2010:900)*.
    """
    new = status.successor
    if new is None or status.problem is Problem.RENUMBERED:
        return ()
    if status.problem is Problem.WRONG_NUMBER and reference.sfs:
        return (reference.text.replace(reference.sfs, new.sfs),)
    if status.act is None or not _can_be_renamed(reference):
        return ()
    instead = _new_name(reference, status.act, new)
    if reference.text[:1].isupper():
        return (_capital(instead),)
    return (instead,)


def _can_be_renamed(reference: Reference) -> bool:
    """Whether another act's name can stand where the reference does.

    Sections of a new act are numbered in another way: *4 § socialtjänstlagen* may be another section there.
    """
    if reference.sections or reference.chapter:
        return False
    return not _is_inflected(reference.text)


def _is_inflected(text: str) -> bool:
    """Whether another name can't be put in as it is: *lag om …*, *socialtjänstlagens*.

    *lag (1987:10) om …* goes on with words of the old name.
    """
    words = text.split()
    if words[0].lower() in _INDEFINITE:
        return True
    return any(word.endswith(_GENITIVES) for word in words)


def _new_name(reference: Reference, old: Act, new: Act) -> str:
    """The new act's name; with its number, unless the letter wrote none and the name alone tells them apart.

    A *plan- och bygglagen* that became another *plan- och bygglagen* needs its number.
    """
    if reference.sfs is None and old.name != new.name:
        return new.name
    return new.full_name


def repealed_on(act: Act | None) -> str:
    """The day from which the act doesn't hold, *2 maj 2011*; "" where it is in force or the day isn't known.

    From that day the new act holds.
    """
    if act is None or act.repealed is None:
        return ""
    return written_day(act.repealed)


def name(act: Act | None) -> str:
    """The act's name without its number; "" where nobody knows which act is meant."""
    if act is None:
        return ""
    return act.name


def full_name(act: Act | None) -> str:
    """The act's name with its number.

    *plan- och bygglagen (2010:900)*.
    """
    if act is None:
        return ""
    return act.full_name


def _capital(text: str) -> str:
    """*Skollagen* for *skollagen*."""
    return text[:1].upper() + text[1:]
