"""An act, and the spelling of its name by which it is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klarsprak.lazy_regex import LazyRegex

NO_CHAPTERS = "-"
"""What stands for the chapter of an act without chapters."""
_YEAR = LazyRegex(r"(?:19|20)\d\d|1[678]\d\d")
_FIRST_YEAR = LazyRegex(r"\d{4}")
_NAMED_BY_TITLE = ("lagen", "förordningen", "kungörelsen")


@dataclass(frozen=True, slots=True)
class Act:
    """An act, or a legal act of the EU.

    ``sfs`` is its number (*2017:900*, *(EU) 2016/679*), ``name`` the definite name that running text uses
    (*förvaltningslagen*), ``short`` its short form or "".  Of an act in force the following are None.  ``successor``
    is the number of the act that took its place, where that is sure; ``repealed_by`` that of the act that repealed
    it, which may be about something else.  ``repealed`` is the first day it no longer applied, ``gone_by`` a day on
    which it didn't, where the first one isn't known.  ``is_sure`` tells that no sources disagree on whether it is in
    force; an act of which they do counts as in force, and nothing is said of it.
    """

    sfs: str
    name: str
    short: str = ""
    in_force: bool = True
    successor: str | None = None
    repealed: date | None = None
    everyday: str = ""
    covers: str = ""
    repealed_by: str | None = None
    gone_by: date | None = None
    is_sure: bool = True

    @property
    def is_eu(self) -> bool:
        """Whether the EU made it, which numbers its legal acts *(EU) 2016/679*."""
        return "/" in self.sfs

    @property
    def year(self) -> int:
        """The year when it was made, 0 where the number doesn't tell."""
        match = _YEAR.search(self.sfs)
        return int(match[0]) if match else 0

    @property
    def full_name(self) -> str:
        """Name and number as a letter writes them the first time.

        *förvaltningslagen (2017:900)*, *lagen (1997:736) om färdtjänst*
        """
        if self.is_eu:
            return f"{self.name}, {self.sfs}"
        head, space, rest = self.name.partition(" ")
        if head in _NAMED_BY_TITLE:
            return f"{head} ({self.sfs}){space}{rest}"
        return f"{self.name} ({self.sfs})"

    def applied(self, day: date) -> bool:
        """Whether the act had not yet been repealed on that day.

        Where the day isn't known, but the act that repealed it, it counts as applied to the end of the year after
        that act's; where neither is, to the day by which it was gone.
        """
        if self.in_force:
            return True
        if self.repealed is not None:
            return day < self.repealed
        ending_year = _FIRST_YEAR.match(self.successor or self.repealed_by or "")
        if ending_year is not None:
            return day.year <= int(ending_year[0]) + 1
        return self.gone_by is not None and day < self.gone_by


def fold(name: str) -> str:
    """A name as the index spells it, in lower case with single spaces: *Socialtjänstlagen* is *socialtjänstlagen*."""
    return " ".join(name.lower().split())


def by_rank(acts: list[Act]) -> tuple[Act, ...]:
    """The acts, the one in force or the latest first.

    *skollagen* of 2010 stands before that of 1985.
    """
    return tuple(sorted(acts, key=_rank, reverse=True))


def _rank(act: Act) -> tuple[bool, int]:
    """What acts of one name are sorted by: the higher, the more likely it is meant."""
    return act.in_force, act.year
