"""What a letter has named so far: it tells which law *samma lag*, or a name without number, means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property

from klarsprak.laws.acts import Act
from klarsprak.laws.model import LawPhrase


class LawMemory:
    """What a letter has named so far: it tells which law *samma lag* or a name without number means.

    ``law`` is the law last named and ``chapter`` the chapter of it, ``numbers`` those of the acts that the letter has
    given with their numbers, the last one first, ``shorts`` the short forms of laws that it has used; ``day`` tells
    when it was written, where that is known.  ``is_statute`` tells that it has sections of its own, and
    ``is_foreign`` whether it cites another country's law.
    """

    def __init__(self, day: Callable[[], date | None], is_foreign: Callable[[], bool]) -> None:
        self._find_day = day
        self._find_foreign = is_foreign
        self.is_statute = False
        self.law: LawPhrase | None = None
        self.chapter: str | None = None
        self.numbers: list[str] = []
        self.shorts: set[str] = set()

    # Looked for when a law asks, and then kept; functions that remember would have to be made for every letter.
    @cached_property
    def day(self) -> date | None:
        """The day of the letter, None where it isn't known."""
        return self._find_day()

    @cached_property
    def is_foreign(self) -> bool:
        """Whether the letter cites another country's law."""
        return self._find_foreign()

    def remember(self, law: LawPhrase, chapter: str | None) -> None:
        """The letter has named a law, and a chapter of it or none."""
        self.law, self.chapter = law, chapter
        if law.short:
            self.shorts.add(law.short)
        if law.sfs is not None:
            self._remember_number(law.sfs)

    def _remember_number(self, sfs: str) -> None:
        """The letter has given a number; one that it goes on giving is kept once."""
        if sfs not in self.numbers[:1]:
            self.numbers.insert(0, sfs)

    def with_act_meant(self, law: LawPhrase) -> LawPhrase:
        """The law with the act that it means here, where the words could mean several.

        *socialtjänstlagen* is that of 2001 in a letter from then, and in one that has named it *(2001:453)*.
        """
        if law.is_swedish_by_name and self.is_foreign:
            return law.made_abroad()
        if not law.is_ambiguous:
            return law
        act = self._numbered_before(law) or self._of_its_day(law)
        if act is None:
            return law
        return replace(law, act=act)

    def law_divided_into(self, articles: bool) -> LawPhrase | None:
        """The law last named, if it is divided as the place is: into articles or into sections.

        *artikel 6* after *GDPR* is of that, and *6 §* isn't; in a statute *6 §* is its own.
        """
        if self.law is None or self.is_statute or self.law.has_articles is not articles:
            return None
        return self.law

    def _numbered_before(self, law: LawPhrase) -> Act | None:
        """The act that the letter has given with its number: *socialtjänstlagen (2001:453) … socialtjänstlagen*.

        Of several, the last one.
        """
        by_number = {act.sfs: act for act in law.candidates}
        for sfs in self.numbers:
            if sfs in by_number:
                return by_number[sfs]
        return None

    def _of_its_day(self, law: LawPhrase) -> Act | None:
        """The act that has since been replaced but not yet had been when the text was written.

        *socialtjänstlagen* in a letter of 2010 is that of 2001.
        """
        day = self.day
        if day is None:
            return None
        for act in reversed(law.candidates):
            if _was_in_force_then(act, day):
                return act
        return None


def _was_in_force_then(act: Act, day: date) -> bool:
    """Whether the act, which is repealed now, had been made on that day, and not yet repealed.

    Of an act in force it is never asked: that one is meant anyway.
    """
    if act.in_force or act.year > day.year:
        return False
    return act.applied(day)
