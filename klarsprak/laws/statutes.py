"""Reads a folder of statute texts for the register; the handbook's page *lagar.md* describes their format."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from klarsprak.files.errors import FileError
from klarsprak.files.yaml import read_text
from klarsprak.laws.imported import Entry
from klarsprak.laws.titles import definite, last_section

SUFFIXES = (".md", ".txt")
_NUMBER = r"^(?:1[6-9]|20)\d\d:\d{1,4}$"
_FENCE = "---"
_LEAD = r"^\s*(?:#+\s*|\*\*\s*)?"
_CHAPTER = re.compile(rf"{_LEAD}(\d+)\s?([a-z])?\s?kap\.?(?=[\s*]|$)", re.IGNORECASE)
_SECTION = re.compile(rf"{_LEAD}(\d+)\s?([a-z]{{1,2}})?\s?§(?!§)(?!\s*(?:i|och|gäller)\b)")

Number = Annotated[str, Field(pattern=_NUMBER)]


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class Head(BaseModel):
    """What stands before the text, between two lines of three hyphens."""

    model_config = ConfigDict(extra="forbid")

    number: Number = Field(description="Lagens nummer, till exempel 2017:900.")
    title: str = Field(min_length=3, description="Lagens rubrik, till exempel Förvaltningslag.")
    amendments: Annotated[list[Number], BeforeValidator(_as_list)] = Field(
        default=[], description="Nummer på de lagar som har ändrat den, den senaste sist."
    )
    repealed: date | None = Field(default=None, description="Första dagen då den inte längre gäller.")
    replaced_by: Number | None = Field(default=None, description="Numret på lagen som gäller i stället.")


def read_folder(folder: Path) -> list[Entry]:
    """The acts of every text in the folder and its subfolders; raises ``FileError`` for the first that is wrong."""
    if not folder.is_dir():
        raise FileError(f"{folder}: mappen finns inte.")
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    if not paths:
        raise FileError(f"{folder}: mappen har inga lagtexter. De ska sluta på {' eller '.join(SUFFIXES)}.")
    found: dict[str, Path] = {}
    entries = []
    for path in paths:
        entry = read_statute(path)
        if entry.sfs in found:
            raise FileError(f"{path}: {entry.sfs} finns också i {found[entry.sfs]}. Ta bort den ena.")
        found[entry.sfs] = path
        entries.append(entry)
    return entries


def read_statute(path: Path) -> Entry:
    """The act in a file; raises ``FileError`` with the line and what is wrong."""
    lines = read_text(path).splitlines()
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == _FENCE), None)
    if not lines or lines[0].strip() != _FENCE or end is None:
        raise FileError(f"{path}:1: filen ska börja med nycklarna number och title mellan två rader med ---.")
    head = _head(path, lines[1:end])
    _check(path, head)
    name = definite(head.title)
    return Entry(
        head.number,
        name,
        head.repealed is not None,
        head.replaced_by or "",
        head.repealed,
        _chapters(lines[end + 1 :]),
        max(head.amendments, key=_order, default=""),
    )


def _head(path: Path, lines: list[str]) -> Head:
    try:
        # A number such as 2017:900 would be read as minutes and seconds.
        data = yaml.load("\n".join(lines), yaml.BaseLoader)
        return Head.model_validate(data)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise FileError(f"{path}:{mark.line + 2 if mark else 1}: nycklarna går inte att läsa.") from None
    except ValidationError as error:
        raise FileError(_told(path, error, lines)) from None


def _told(path: Path, error: ValidationError, lines: list[str]) -> str:
    first = error.errors()[0]
    key = str(first["loc"][0]) if first["loc"] else ""
    line = next((i for i, read_text in enumerate(lines, 2) if read_text.startswith(f"{key}:")), 1)
    if first["type"] == "missing":
        return f"{path}:1: nyckeln {key} saknas."
    if first["type"] == "extra_forbidden":
        return f"{path}:{line}: okänd nyckel ”{key}”. Nycklarna är {', '.join(Head.model_fields)}."
    if not key:
        return f"{path}:1: filen ska börja med nycklarna number och title mellan två rader med ---."
    wanted = Head.model_fields[key].description
    return f"{path}:{line}: ”{first['input']}” går inte för {key}. {wanted}"


def _check(path: Path, head: Head) -> None:
    if head.replaced_by and head.repealed is None:
        raise FileError(f"{path}: replaced_by utan repealed. Skriv också första dagen då lagen inte gäller.")
    early = next((number for number in head.amendments if _order(number) <= _order(head.number)), None)
    if early is not None:
        raise FileError(f"{path}: {early} kan inte ha ändrat {head.number}, som är yngre.")


def _order(number: str) -> tuple[int, int]:
    year, _, running = number.partition(":")
    return int(year), int(running)


def _chapters(lines: list[str]) -> dict[str, int]:
    """The last section of each chapter, 0 where that is not sure; "" is an act without chapters."""
    sections: dict[str, list[int]] = defaultdict(list)
    chapter = ""
    for line in lines:
        if (match := _CHAPTER.match(line)) is not None:
            chapter = match[1] + (match[2] or "").lower()
            sections[chapter]  # a chapter without sections that can be read is one all the same
        elif (match := _SECTION.match(line)) is not None:
            sections[chapter].append(int(match[1]))
    if len(sections) > 1:
        sections.pop("", None)
    return {chapter: last_section(numbers) for chapter, numbers in sections.items()}
