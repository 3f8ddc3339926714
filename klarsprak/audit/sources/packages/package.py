"""One archive package: which of its files are letters that went out, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from klarsprak.audit.letter.record import Record
from klarsprak.audit.sources.members import BadMemberError
from klarsprak.audit.sources.packages import registers
from klarsprak.audit.sources.packages.filed import Direction, Filed
from klarsprak.audit.sources.packages.files import (
    LINK,
    Files,
    folder_of,
    is_hidden,
    is_mets,
    name_of,
    path_of_href,
    suffix_of,
)
from klarsprak.audit.sources.packages.mets import FileList, read_list
from klarsprak.audit.sources.packages.seals import Seal
from klarsprak.audit.sources.packages.xml import BrokenXmlError

_REPRESENTATIONS = "representations"
_BESIDE = frozenset({"metadata", "documentation", "schemas", "submission", "preservation"})
"""Folders of a package or a representation that hold no letters."""
_MOST_XML = 50
"""So many XML files among the letters, at most, are looked into for a register."""
_LETTERS = frozenset(
    {
        "text/plain",
        "text/html",
        "message/rfc822",
        "application/pdf",
        "application/msword",
        "application/rtf",
        "text/rtf",
        "application/vnd.ms-outlook",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
"""Media types of letters, for files whose name has no suffix: *0000123*."""
_DIGITS = re.compile(r"(\d+)")

OUT_OF_PACKAGE = "Adressen i paketets fillista leder ut ur paketet. Filen är inte granskad."
_UNLISTED = "Filen står inte i paketets fillista (METS.xml) och är inte granskad."
_MISSING = "Filen står i paketets fillista (METS.xml), men finns inte i paketet."
_RECORD_MISSING = "Filen står i paketets ärenderegister, men finns inte i paketet."
_UNSURE = "Paketets ärenderegister är trasigt. Därför är det okänt om brevet är utgående, och det är inte granskat."


class Choice(NamedTuple):
    """What of packages is read: records that went out or all, every representation or the newest."""

    all_records: bool = False
    newest: bool = False

    def __str__(self) -> str:
        """What tells this choice from others, short."""
        return f"{self.all_records:d}{self.newest:d}"


OUTGOING = Choice()
"""What is read unless somebody asks for more or less: what went out, in every representation."""


class Verdict(NamedTuple):
    """What becomes of a file: it is read, passed over, or can't be read, for a reason in Swedish."""

    path: str
    fault: str = ""
    is_passed_over: bool = False
    seal: Seal | None = None
    record: Record | None = None


@dataclass(slots=True)
class _Register:
    """What the registers of a package say, by the paths of files."""

    by_path: dict[str, Filed] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    is_there: bool = False
    is_whole: bool = True


class Package:
    """A package whose files are named from its own folder."""

    def __init__(self, files: Files, suffixes: frozenset[str], choice: Choice) -> None:
        self._files = files
        self._suffixes = suffixes
        self._choice = choice
        self._lists = {path: self._read_list(path) for path in files.entries if is_mets(path)}
        self._listed = {each.path: each for found in self._lists.values() for each in found.files if each.path}
        self._named: dict[str, list[str]] | None = None
        self._register = self._read_registers()
        self._newest = self._newest_representation() if choice.newest else None

    def verdicts(self) -> Iterator[Verdict]:
        """What is wrong with the package, and then what becomes of each file that may be a letter."""
        for path, found in self._lists.items():
            yield from (Verdict(path if n == 0 else f"{path}#{n}", fault) for n, fault in enumerate(found.faults))
        yield from self._faults_of_addresses()
        for path, fault in self._register.faults.items():
            yield Verdict(path, fault)
        for path in self._register.missing:
            yield Verdict(path, _RECORD_MISSING)
        for path in sorted({*self._files.entries, *self._listed}):
            if self._may_be_letter(path):
                yield self._verdict(path)

    def _verdict(self, path: str) -> Verdict:
        """What becomes of a file that may be a letter."""
        entry = self._files.entries.get(path)
        listed = self._listed.get(path)
        if self._is_passed_over(path):
            return Verdict(path, is_passed_over=True)
        if entry is None:
            return Verdict(path, _MISSING)
        if entry.is_link:
            return Verdict(path, LINK)
        if listed is None and self._is_listed_whole():
            return Verdict(path, _UNLISTED)
        filed = self._register.by_path.get(path)
        if filed is None and self._is_unsure():
            return Verdict(path, _UNSURE)
        return Verdict(path, seal=listed.seal if listed else None, record=filed.record if filed else None)

    def _is_passed_over(self, path: str) -> bool:
        """Whether a file is of an older representation, or its record isn't known to have gone out."""
        if self._newest is not None and _representation(path) != self._newest:
            return True
        if self._choice.all_records or not self._register.is_there:
            return False
        filed = self._register.by_path.get(path)
        if filed is None:
            return self._register.is_whole
        return filed.direction is not Direction.OUT

    def _is_listed_whole(self) -> bool:
        """Whether what isn't in the file lists isn't part of the package; a list may leave out all files."""
        return bool(self._listed) and all(found.is_whole for found in self._lists.values())

    def _is_unsure(self) -> bool:
        """Whether a file that no register names may still have come in."""
        return not (self._register.is_whole or self._choice.all_records)

    def _may_be_letter(self, path: str) -> bool:
        """Whether a file lies where letters do, and its name or the file list says that it may be one."""
        if is_hidden(path) or is_mets(path) or path in self._register.faults or not _is_content(path):
            return False
        suffix = suffix_of(path)
        listed = self._listed.get(path)
        return suffix in self._suffixes or (listed is not None and not suffix and listed.kind in _LETTERS)

    # --- the lists

    def _read_list(self, path: str) -> FileList:
        """The file list at a path; one that can't be unpacked is broken."""
        try:
            found = read_list(self._files.read(path), folder_of(path))
        except BadMemberError as error:
            return FileList(faults=[str(error)])
        kinds = sorted({each.seal.kind for each in found.files if each.seal.is_unknown})
        if kinds:
            which = ", ".join(kinds)
            found.faults.append(f"Kontrollsummor av typ {which} kan inte kontrolleras. Filerna är lästa ändå.")
        return found

    def _faults_of_addresses(self) -> Iterator[Verdict]:
        """The addresses that lead out of the package."""
        for path, found in self._lists.items():
            for each in found.files:
                if each.path is None:
                    yield Verdict(f"{path}#{each.href}", OUT_OF_PACKAGE)

    # --- the registers

    def _read_registers(self) -> _Register:
        """What all registers say."""
        found = _Register()
        for path in self._registers():
            found.is_there = True
            self._add_register(path, found)
        return found

    def _registers(self) -> Iterator[str]:
        """The files that are registers of cases, by their beginning."""
        paths = sorted(path for path in self._files.entries if suffix_of(path) == ".xml" and not is_mets(path))
        candidates = [path for path in paths if not _is_schema(path)]
        candidates.sort(key=_is_content)  # those of metadata first: of the others there may be many
        for path in candidates[:_MOST_XML]:
            try:
                data = self._files.read(path)
            except BadMemberError:
                continue
            if registers.is_register(data):
                yield path

    def _add_register(self, path: str, found: _Register) -> None:
        """Add what a register says; one that has been changed since the package was made isn't trusted."""
        number = 0
        listed = self._listed.get(path)
        try:
            data = self._files.read(path)
            if listed is not None:
                listed.seal.check(data)
            for filed in registers.records(data):
                number += 1
                for href in filed.hrefs:
                    self._note(filed, href, path, found)
        except BadMemberError as error:
            found.faults[path], found.is_whole = str(error), False
        except BrokenXmlError as error:
            found.faults[path] = f"Ärenderegistret {error}. Lästa handlingar i det: {number}."
            found.is_whole = False

    def _note(self, filed: Filed, href: str, register: str, found: _Register) -> None:
        """Note which file a record's address leads to; it may begin at the package, or where the register lies."""
        places = (self._place(folder, href) for folder in _starts(register))
        path = next((place for place in places if place), None) or self._only_one_called(href)
        if path is not None:
            before = found.by_path.get(path)
            # A file of two records is a letter that went out if one of them did.
            if before is None or before.direction is not Direction.OUT:
                found.by_path[path] = filed
        elif path_of_href("", href) is None:
            found.faults[f"{register}#{href}"] = OUT_OF_PACKAGE.replace("fillista", "ärenderegister")
        elif self._choice.all_records or filed.direction is Direction.OUT:
            found.missing.append(str(path_of_href("", href)))

    def _place(self, folder: str, href: str) -> str | None:
        """The file of the package that an address leads to from a folder."""
        path = path_of_href(folder, href)
        return path if path in self._files.entries or path in self._listed else None

    def _only_one_called(self, href: str) -> str | None:
        """The only file of the package with the name of an address that says no folder, as FGS 1.0 may write it."""
        name = path_of_href("", href)
        if not name or "/" in name:
            return None
        if self._named is None:
            self._named = {}
            for path in {*self._files.entries, *self._listed}:
                self._named.setdefault(name_of(path), []).append(path)
        paths = self._named.get(name, [])
        return paths[0] if len(paths) == 1 else None

    # --- the representations

    def _newest_representation(self) -> str | None:
        """The representation that was made last; of those of one day, the one with the highest number."""
        names = {_representation(path) for path in self._files.entries} - {""}
        return max(names, key=lambda name: (self._made(name), _natural(name)), default=None)

    def _made(self, representation: str) -> str:
        """When a representation was made, by its own list, else by its files."""
        start = f"{_REPRESENTATIONS}/{representation}/"
        for path, found in self._lists.items():
            if folder_of(path).lower() + "/" == start.lower() and found.created:
                return found.created
        made = [each.created for path, each in self._listed.items() if path.lower().startswith(start.lower())]
        return max(made, default="")


def _natural(name: str) -> list[tuple[int, str]]:
    """Sorts *rep10* after *rep9*."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in _DIGITS.split(name)]


def _representation(path: str) -> str:
    """*rep1* of *representations/rep1/data/brev.docx*; empty for what lies in none."""
    first, _, rest = path.partition("/")
    return rest.partition("/")[0] if first.lower() == _REPRESENTATIONS else ""


def _is_content(path: str) -> bool:
    """Whether a file lies where a package has what it is about, and not what describes it."""
    first, *steps = path.lower().split("/")
    if first == _REPRESENTATIONS:
        return len(steps) > 1 and steps[1] not in _BESIDE
    return first not in _BESIDE


def _is_schema(path: str) -> bool:
    return "schemas" in path.lower().split("/")[:-1] or name_of(path).lower().startswith("premis")


def _starts(register: str) -> Iterator[str]:
    """The folders that a record's addresses may begin at: the package's, the register's own, and those between."""
    yield ""
    folder = folder_of(register)
    while folder:
        yield folder
        yield f"{folder}/data"
        folder = folder_of(folder)
