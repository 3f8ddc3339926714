"""What has changed between two registers: acts, chapters and sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from klarsprak.laws.acts import NO_CHAPTERS, Act
from klarsprak.laws.model import Reference
from klarsprak.laws.register import Register
from klarsprak.laws.succession import act_in_its_place, act_that_repealed
from klarsprak.laws.wording import Key, Mark, Wording


class Kind(StrEnum):
    """What has happened to an act or a section."""

    ACT_REPEALED = "act_repealed"
    CHANGED = "changed"
    GONE = "gone"


class Place(NamedTuple):
    """What a text points to: an act by its number, and a chapter and a section of it, "" for what isn't given.

    ``section`` may be a range: *1–3*.
    """

    sfs: str
    chapter: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What has happened to a place; ``amended`` is the act that did it, "" where that isn't known.

    ``since`` is the day from which it holds, where it is known; ``successor`` the act that took a repealed one's
    place, where that is sure, and ``ended_by`` the one that repealed it.
    """

    kind: Kind
    amended: str = ""
    since: date | None = None
    successor: Act | None = None
    ended_by: Act | None = None


def places_of(reference: Reference) -> Iterator[Place]:
    """The places that a reference points to; none where it isn't known which act is meant.

    *4 kap. 1 och 2 §§ SoL*, *13 kap. kommunallagen*, *kommunallagen*
    """
    sfs = reference.law.sfs if reference.law is not None else reference.sfs
    if not sfs or reference.source not in ("sfs", "eu"):
        return
    for section in reference.sections or ("",):
        yield Place(sfs, reference.chapter or "", section)


class Changes:
    """What is known to have changed from an older register to a newer one; what isn't known hasn't.

    Where both know how a section is worded, the wordings are compared.  Where only the newer one does, a section has
    changed if the act that gave it its wording was in force after the older register's day, or made in a later year.
    """

    def __init__(self, old: Register, new: Register) -> None:
        self.old = old
        self.new = new
        self._by_act: dict[str, dict[Key, Change]] = {}
        self._wordings: dict[str, tuple[Wording | None, Wording | None]] = {}

    def wordings(self, sfs: str) -> tuple[Wording | None, Wording | None]:
        """How both registers know the act's sections to be worded."""
        if sfs not in self._wordings:
            self._wordings[sfs] = self.old.wording(sfs), self.new.wording(sfs)
        return self._wordings[sfs]

    def of_act(self, sfs: str) -> Change | None:
        """That the act has been repealed, by what the newer register says."""
        now = self.new.get(sfs)
        if now is None or now.in_force:
            return None
        then = self.old.get(sfs)
        if then is not None and not then.in_force:
            return None
        ended_by = act_that_repealed(now, self.new)
        return Change(
            Kind.ACT_REPEALED, now.repealed_by or "", now.repealed, act_in_its_place(now, self.new), ended_by
        )

    def of_place(self, place: Place) -> Change | None:
        """What has happened to the act, or to the section; of a range, to one of its sections."""
        repealed = self.of_act(place.sfs)
        if repealed is not None:
            return repealed
        if not place.section:
            return self._of_chapter(place)
        changed = self.sections_of(place.sfs)
        for key in self._keys_of(place):
            if key in changed:
                return changed[key]
        return self._never_there(place)

    def sections_of(self, sfs: str) -> dict[Key, Change]:
        """The sections of an act that have changed or are gone."""
        if sfs not in self._by_act:
            self._by_act[sfs] = dict(self._compare(sfs))
        return self._by_act[sfs]

    def _compare(self, sfs: str) -> Iterator[tuple[Key, Change]]:
        if self.old.spelt_wording(sfs) == self.new.spelt_wording(sfs):
            return
        old, new = self.wordings(sfs)
        if new is None:
            return
        for key, mark in new.sections.items():
            if self._is_changed(sfs, key, mark, old, new):
                yield key, _change(Kind.GONE if mark.is_gone else Kind.CHANGED, mark.amended, new)
        if old is not None:
            for key in _gone(old, new):
                yield key, _change(Kind.GONE, "", new)

    def _is_changed(self, sfs: str, key: Key, mark: Mark, old: Wording | None, new: Wording) -> bool:
        """Whether a section has another wording than it had, or none any more."""
        if old is not None:
            before = old.sections.get(key)
            return before is not None and before.digest != mark.digest
        return bool(mark.amended) and self._is_later(sfs, mark.amended, new)

    def _is_later(self, sfs: str, amended: str, new: Wording) -> bool:
        """Whether an amendment is one that the older register can't have known."""
        day = self.old.day_of(sfs)
        since = new.amendments.get(amended)
        if since:
            return day.isoformat() < since <= self.new.day_of(sfs).isoformat()
        known = self.old.amended(sfs)
        if known:
            return order(known) < order(amended)
        return order(amended)[0] > day.year

    def _of_chapter(self, place: Place) -> Change | None:
        """That a chapter is gone, of which no section is named."""
        old, new = self.wordings(place.sfs)
        if not place.chapter or old is None or new is None:
            return None
        is_gone = place.chapter in _chapters(old) and place.chapter not in _chapters(new)
        return Change(Kind.GONE) if is_gone else None

    def _keys_of(self, place: Place) -> Iterator[Key]:
        """The sections meant, as the act numbers them; in some acts the numbers run on from chapter to chapter."""
        chapter = place.chapter or NO_CHAPTERS
        known = self._known(place.sfs)
        if not place.chapter and not any(key.chapter == NO_CHAPTERS for key in known):
            wanted = set(_numbers(place.section, known))
            found = [key for key in known if key.section in wanted]
            if len({key.chapter for key in found}) == 1 and _run_on(known):
                yield from found
            return
        for number in _numbers(place.section, known):
            yield Key(chapter, number)

    def _known(self, sfs: str) -> set[Key]:
        """All sections of an act that either register knows."""
        return {key for wording in self.wordings(sfs) if wording is not None for key in wording.sections}

    def _never_there(self, place: Place) -> Change | None:
        """That the newer register lacks a section of a chapter that it knows, and the older one counts as there."""
        old, new = self.wordings(place.sfs)
        chapter = place.chapter or NO_CHAPTERS
        if new is None or old is not None or chapter not in _chapters(new):
            return None
        last = self.old.chapters.get(place.sfs, {}).get(chapter, 0)
        if not place.section.isdigit() or int(place.section) > last:
            return None
        return None if Key(chapter, place.section) in new.sections else Change(Kind.GONE)


def _change(kind: Kind, amended: str, new: Wording) -> Change:
    since = new.amendments.get(amended)
    return Change(kind, amended, date.fromisoformat(since) if since else None)


def _gone(old: Wording, new: Wording) -> Iterator[Key]:
    """The sections that the newer wording has nothing of."""
    return (key for key, mark in old.sections.items() if key not in new.sections and not mark.is_gone)


def _chapters(wording: Wording) -> set[str]:
    return {key.chapter for key, mark in wording.sections.items() if not mark.is_gone}


def _run_on(known: set[Key]) -> bool:
    """Whether no number stands in two chapters."""
    return len({key.section for key in known}) == len(known)


def _numbers(section: str, known: Iterable[Key]) -> Iterator[str]:
    """*4* alone, and of *1–3* all numbers between, with those that have letters: *2a*."""
    first, dash, last = section.partition("–")
    if not dash:
        yield section
        return
    start, end = order_of_section(first), order_of_section(last)
    yield from {key.section for key in known if start <= order_of_section(key.section) <= end}


def order_of_section(number: str) -> tuple[int, str]:
    """*2a* stands after *2* and before *10*."""
    digits = "".join(filter(str.isdigit, number))
    return int(digits or 0), number[len(digits) :]


def order(number: str) -> tuple[int, int]:
    """Year and running number of an act, by which acts are ordered in time: *2025:1299*."""
    year, _, running = number.partition(":")
    digits = running.partition(" ")[0]
    return int(year) if year.isdigit() else 0, int(digits) if digits.isdigit() else 0


@dataclass(slots=True)
class Difference:
    """All that has changed between two registers: acts by number, chapters and sections by their act's."""

    new: list[str] = field(default_factory=list)
    repealed: dict[str, Change] = field(default_factory=dict)
    chapters_new: dict[str, list[str]] = field(default_factory=dict)
    chapters_gone: dict[str, list[str]] = field(default_factory=dict)
    sections_new: dict[str, list[Key]] = field(default_factory=dict)
    sections: dict[str, dict[Key, Change]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known to have changed."""
        parts = (self.new, self.repealed, self.chapters_new, self.chapters_gone, self.sections_new, self.sections)
        return not any(parts)


def difference(old: Register, new: Register) -> Difference:
    """What has changed from the one register to the other."""
    changes = Changes(old, new)
    found = Difference()
    before = set(old.numbers())
    for sfs in sorted(new.numbers(), key=order):
        if sfs not in before:
            found.new.append(sfs)
            continue
        repealed = changes.of_act(sfs)
        if repealed is not None:
            found.repealed[sfs] = repealed
        else:
            _compare_sections(sfs, changes, found)
    return found


def _compare_sections(sfs: str, changes: Changes, found: Difference) -> None:
    """Put what has changed within an act in force on the difference."""
    changed = changes.sections_of(sfs)
    if changed:
        found.sections[sfs] = changed
    if changes.old.spelt_wording(sfs) == changes.new.spelt_wording(sfs):
        return
    old, new = changes.wordings(sfs)
    if old is None or new is None:
        return
    before, after = _chapters(old), _chapters(new)
    come = [key for key, mark in new.sections.items() if key not in old.sections and not mark.is_gone]
    if come:
        found.sections_new[sfs] = come
    if after - before:
        found.chapters_new[sfs] = sorted(after - before, key=order_of_section)
    if before - after:
        found.chapters_gone[sfs] = sorted(before - after, key=order_of_section)
