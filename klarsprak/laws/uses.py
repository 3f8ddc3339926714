"""Which of the places that letters cite have changed between two registers, most cited first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from klarsprak.laws.changes import Change, Changes, Place, places_of
from klarsprak.laws.describe_changes import describe_change, describe_span, facts_of, name_of, spell_place
from klarsprak.laws.model import Reference
from klarsprak.laws.references import references_in
from klarsprak.laws.register import Register
from klarsprak.laws.written_changes import AffectedPlaceShape, AffectedShape, as_data
from klarsprak.swedish import counted


@dataclass(frozen=True, slots=True)
class Affected:
    """A place that has changed, and how many letters cite it; ``files`` names them, where that was asked for."""

    place: Place
    change: Change
    letters: int
    files: tuple[str, ...] = ()


@dataclass(slots=True)
class Uses:
    """What letters cite: how many letters there are, how many cite each place, and which."""

    letters: int
    cited: Mapping[Place, int]
    files_of: Callable[[Place], Sequence[str]]
    citing: Callable[[Sequence[Place]], int]
    """How many letters cite one of several places, or more."""


def affected_by(uses: Uses, changes: Changes, with_files: bool) -> list[Affected]:
    """The places that have changed; the most cited first, and those cited alike in the order of the acts."""
    found = []
    for place, letters in uses.cited.items():
        change = changes.of_place(place)
        if change is not None:
            files = tuple(uses.files_of(place)) if with_files else ()
            found.append(Affected(place, change, letters, files))
    return sorted(found, key=lambda each: (-each.letters, each.place))


def places_in(texts: Sequence[str], register: Register, day: Callable[[], date | None]) -> set[Place]:
    """The places that a letter's texts cite; ``day`` tells when it was written."""
    return places_meant(references_in(texts, register, day).values())


def places_meant(references: Iterable[Sequence[Reference]]) -> set[Place]:
    """The places that the references of a letter's texts are to."""
    return {place for found in references for reference in found for place in places_of(reference)}


class UsesOfLetters:
    """Gathers what letters cite, one letter at a time."""

    def __init__(self) -> None:
        self._files: defaultdict[Place, list[str]] = defaultdict(list)
        self._count = 0

    def add(self, name: str, places: Iterable[Place]) -> None:
        """Count a letter by its file's name."""
        self._count += 1
        for place in places:
            self._files[place].append(name)

    def uses(self) -> Uses:
        """What all letters so far cite."""
        counts = Counter({place: len(files) for place, files in self._files.items()})
        return Uses(self._count, counts, self._files.__getitem__, self._citing)

    def _citing(self, places: Sequence[Place]) -> int:
        return len({name for place in places for name in self._files[place]})


def describe_affected(found: Sequence[Affected], uses: Uses, changes: Changes) -> Iterator[str]:
    """How many letters cite what has changed, and each place of those, most cited first."""
    span = describe_span(changes.old, changes.new)
    all_letters = counted(uses.letters, "brev", "brev")
    if not found:
        yield f"{span}: inget av {all_letters} hänvisar till något som registren vet har ändrats."
        return
    citing = uses.citing([each.place for each in found])
    yield f"{span}: {citing} av {all_letters} hänvisar till lagar eller paragrafer som har ändrats eller upphävts.\n"
    width = len(str(found[0].letters))
    for each in found:
        yield f"{each.letters:>{width}} brev  {_spell(each.place, changes.new)}{describe_change(each.change)}"
        yield from (f"{'':{width}}       {name}" for name in each.files)


def _spell(place: Place, register: Register) -> str:
    """*11 kap. 1 § socialtjänstlagen (2025:400)*."""
    name = name_of(place.sfs, register)
    where = spell_place(place, is_eu="/" in place.sfs)
    return (
        f"{where} {name[:1].lower()}{name[1:]}" if where and not name.startswith("EU") else f"{where} {name}".strip()
    )


def affected_as_json(found: Sequence[Affected], uses: Uses, changes: Changes) -> dict[str, Any]:
    """The same for programs, with a version of its shape."""
    return as_data(
        AffectedShape(
            from_=changes.old.day,
            to=changes.new.day,
            letters=uses.letters,
            affected=uses.citing([each.place for each in found]),
            places=[_as_shape(each, changes.new) for each in found],
        )
    )


def _as_shape(each: Affected, register: Register) -> AffectedPlaceShape:
    act = register.get(each.place.sfs)
    return AffectedPlaceShape(
        sfs=each.place.sfs,
        name=act.name if act else None,
        chapter=each.place.chapter or None,
        section=each.place.section or None,
        letters=each.letters,
        files=list(each.files),
        **facts_of(each.change),
    )
