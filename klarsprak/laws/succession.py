"""Which act in force took the place of a repealed one."""

from __future__ import annotations

from klarsprak.laws.acts import Act, fold
from klarsprak.laws.register import Register


def act_in_its_place(act: Act, register: Register) -> Act | None:
    """The act in force that took the place of ``act``, where that is known for sure.

    *lagen (1992:1528) om offentlig upphandling* → that of 2007 → that of 2016.  Where the acts between aren't known,
    it is the one in force of the same name: *skollagen* of 2010 for that of 1985.
    """
    last, seen = act, {act.sfs}
    while last.successor is not None and last.successor not in seen:
        seen.add(last.successor)
        following = register.get(last.successor)
        if following is None:
            break
        if following.in_force:
            return following if following.is_sure else None
        last = following
    return _namesake_in_force(act, register)


def act_that_repealed(act: Act, register: Register) -> Act | None:
    """The act in force that repealed ``act``, which may be about something else; None where that isn't known."""
    if act.repealed_by is None:
        return None
    by = register.get(act.repealed_by)
    return by if by is not None and by.in_force and by.is_sure else None


def _namesake_in_force(act: Act, register: Register) -> Act | None:
    """The act in force of the same name."""
    for namesake in register.find_by_name(fold(act.name)):
        if namesake.in_force and namesake.is_sure:
            return namesake
    return None
