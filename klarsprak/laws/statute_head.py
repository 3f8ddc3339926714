"""The head of a statute's text: number, title, amendments, and whether it still applies."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from klarsprak.files.errors import FileError

_NUMBER = r"^(?:1[6-9]|20)\d\d:\d{1,4}$"
_FENCE = "---"
_NO_HEAD = "filen ska börja med nycklarna number och title mellan två rader med ---."

SfsNumber = Annotated[str, Field(pattern=_NUMBER)]


def _as_list(value: object) -> object:
    """A list of the one number that stands alone: *amendments: 2026:811*."""
    return [value] if isinstance(value, str) else value


class StatuteHead(BaseModel):
    """What stands before the text, between two lines of three hyphens."""

    model_config = ConfigDict(defer_build=True, extra="forbid")

    number: SfsNumber = Field(description="Lagens nummer, till exempel 2017:900.")
    title: str = Field(min_length=3, description="Lagens rubrik, till exempel Förvaltningslag.")
    amendments: Annotated[list[SfsNumber], BeforeValidator(_as_list)] = Field(
        default=[], description="Nummer på de lagar som har ändrat den, den senaste sist."
    )
    repealed: date | None = Field(default=None, description="Första dagen då den inte längre gäller.")
    replaced_by: SfsNumber | None = Field(default=None, description="Numret på lagen som gäller i stället.")

    @property
    def last_amendment(self) -> str:
        """The number of the youngest act that has amended it, "" where none has."""
        return max(self.amendments, key=_order, default="")


def read_head(path: Path, lines: list[str]) -> tuple[StatuteHead, list[str]]:
    """The head, and the lines of the text after it; raises ``FileError`` with the line and what is wrong."""
    end = _end_of_head(lines)
    if end is None:
        raise FileError(f"{path}:1: {_NO_HEAD}")
    head = _parse(path, lines[1:end])
    _check(path, head)
    return head, lines[end + 1 :]


def _end_of_head(lines: list[str]) -> int | None:
    """The number of the line that ends the head, counted from 0; None where there is no head.

    A head stands between the first line, which is *---*, and the next that is.
    """
    stripped = [line.strip() for line in lines]
    has_head = stripped[:1] == [_FENCE] and _FENCE in stripped[1:]
    if not has_head:
        return None
    return stripped.index(_FENCE, 1)


def _parse(path: Path, lines: list[str]) -> StatuteHead:
    """The head in those lines; raises ``FileError`` where they are no YAML, or the keys aren't right."""
    try:
        # A number such as 2017:900 would be read as minutes and seconds.
        data = yaml.load("\n".join(lines), yaml.BaseLoader)
        return StatuteHead.model_validate(data)
    except yaml.YAMLError as error:
        raise FileError(f"{path}:{_line_in_file(error)}: nycklarna går inte att läsa.") from None
    except ValidationError as error:
        raise FileError(f"{path}:{_describe_fault(error, lines)}") from None


def _line_in_file(error: yaml.YAMLError) -> int:
    """The number in the file of the line where the YAML breaks off, 1 where that isn't known."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if mark is None:
        return 1
    line: int = mark.line
    return line + 2


def _describe_fault(error: ValidationError, lines: list[str]) -> str:
    """The line of the first key that is wrong, and what is wrong with it."""
    first = error.errors()[0]
    if not first["loc"]:
        return f"1: {_NO_HEAD}"
    key = str(first["loc"][0])
    if first["type"] == "missing":
        return f"1: nyckeln {key} saknas."
    line = _line_of(key, lines)
    if first["type"] == "extra_forbidden":
        return f"{line}: okänd nyckel ”{key}”. Nycklarna är {', '.join(StatuteHead.model_fields)}."
    wanted = StatuteHead.model_fields[key].description
    return f"{line}: ”{first['input']}” går inte för {key}. {wanted}"


def _line_of(key: str, lines: list[str]) -> int:
    """The number in the file of the line that begins with the key, 1 where none does.

    The head's first line is the file's second.
    """
    for number, line in enumerate(lines, 2):
        if line.startswith(f"{key}:"):
            return number
    return 1


def _check(path: Path, head: StatuteHead) -> None:
    """Raises ``FileError`` where the keys contradict each other.

    An act that has been replaced is repealed, and none has been amended by an older one.
    """
    if head.replaced_by and head.repealed is None:
        raise FileError(f"{path}: replaced_by utan repealed. Skriv också första dagen då lagen inte gäller.")
    made = _order(head.number)
    for number in head.amendments:
        if _order(number) <= made:
            raise FileError(f"{path}: {number} kan inte ha ändrat {head.number}, som är yngre.")


def _order(number: str) -> tuple[int, int]:
    """Year and running number, by which acts are ordered in time."""
    year, _, running = number.partition(":")
    return int(year), int(running)
