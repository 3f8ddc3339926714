"""What a text has named so far: it tells which law *samma lag*, or a name without number, means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from klarsprak.laws.naming import LawPhrase
from klarsprak.laws.register import Act


class Memory:
    """What a text has named so far: it tells which law *samma lag* or a name without number means.

    ``law`` is the law last named and ``chapter`` the chapter of it, ``numbers`` those of the acts that the text has
    given with their numbers, the last one first, ``shorts`` the short forms of laws that it has used; ``day`` tells
    when it was written, where that is known.
    """

    def __init__(self, day: Callable[[], date | None]) -> None:
        self.day = day
        self.law: LawPhrase | None = None
        self.chapter: str | None = None
        self.numbers: list[str] = []
        self.shorts: set[str] = set()

    def remember(self, law: LawPhrase, chapter: str | None) -> None:
        """The text has named a law, and a chapter of it or none."""
        self.law, self.chapter = law, chapter
        self.shorts.add(law.short)
        if law.sfs is not None and law.sfs not in self.numbers[:1]:
            self.numbers.insert(0, law.sfs)

    def meant(self, law: LawPhrase) -> LawPhrase:
        """The law with the act that it means here, where the words could mean several."""
        if law.sfs is not None or len(law.named) < 2:
            return law
        by_number = {act.sfs: act for act in law.named}
        act = next((by_number[sfs] for sfs in self.numbers if sfs in by_number), None) or self._of_its_day(law)
        return law if act is None or act is law.act else replace(law, act=act)

    def _of_its_day(self, law: LawPhrase) -> Act | None:
        """The act that has since been replaced but not yet had been when the text was written."""
        day = self.day()
        if day is None:
            return None
        old = [act for act in law.named if not act.in_force and act.applied(day) and act.year <= day.year]
        return old[-1] if old else None
