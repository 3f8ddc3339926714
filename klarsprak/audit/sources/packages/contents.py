"""What of an archive is read: the letters, those of packages as their lists and registers have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from klarsprak.audit.letter.record import Record
from klarsprak.audit.sources.members import Member, raise_bad, shown
from klarsprak.audit.sources.packages.files import Files, is_hidden, is_within, roots, suffix_of
from klarsprak.audit.sources.packages.package import Choice, Package
from klarsprak.audit.sources.packages.seals import Seal


class Item(NamedTuple):
    """A letter to read: what must hold of its content, and what a register says of it."""

    seal: Seal | None = None
    record: Record | None = None

    def content(self, fetch: Callable[[], bytes]) -> bytes:
        """What is fetched, as its package was made with it; raises ``BadMemberError``."""
        data = fetch()
        return self.seal.check(data) if self.seal else data


@dataclass(slots=True)
class Contents:
    """What is read, by paths in order; ``faults`` are those that can't be, with why, ``passed_over`` the others."""

    letters: dict[str, Item] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    passed_over: list[str] = field(default_factory=list)

    def beside(self, name: str) -> Iterator[Member]:
        """What stands for all but the letters, in the archive file of that name."""
        for path, fault in self.faults.items():
            yield Member(shown(name, path), partial(raise_bad, fault))
        for path in self.passed_over:
            yield Member(shown(name, path), bytes, passed_over=True)


def sort_out(files: Files, suffixes: frozenset[str], choice: Choice) -> Contents:
    """Which of the files are read; those in no package are picked by their suffixes, as in folders."""
    found = Contents()
    packages = roots(files.entries)
    for folder in packages:
        add_package(files.below(folder), folder, suffixes, choice, found)
    for path in _outside(files.entries, packages):
        if suffix_of(path) in suffixes and not is_hidden(path):
            found.letters[path] = Item()
    return found


def _outside(paths: Iterable[str], packages: list[str]) -> Iterator[str]:
    """The files that lie in no package."""
    for path in paths:
        if not any(is_within(path, folder) for folder in packages):
            yield path


def add_package(files: Files, folder: str, suffixes: frozenset[str], choice: Choice, found: Contents) -> None:
    """Sort out a package whose files are named from its folder."""
    package = Package(files, suffixes, choice)
    for verdict in package.verdicts():
        path = f"{folder}/{verdict.path}" if folder else verdict.path
        if verdict.fault:
            found.faults[path] = verdict.fault
        elif verdict.is_passed_over:
            found.passed_over.append(path)
        else:
            found.letters[path] = Item(verdict.seal, verdict.record)
