"""The ``klarsprak.yml`` that an organisation begins with, written from the keys that there are.

Its keys are Swedish: whoever fills it in owns the rules and is no programmer, and all else that they read is Swedish.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import to_jsonable_python

from klarsprak.config.location import FILE_NAME
from klarsprak.config.model import Config
from klarsprak.config.swedish_keys import SWEDISH

SCHEMA_NAME = "klarsprak.schema.json"
"""The file beside ``klarsprak.yml`` that makes an editor complete its keys."""
_HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_NAME}
#
# Kommunens egna val för klarsprak. Programmet läser filen när det granskar brev i den här mappen och mapparna under.
# Ni väljer vilka nycklar ni använder. Ta bort tecknet # framför de raderna, och skriv era egna värden.
# Rader med # och mellanslag är förklaringar. Nycklarna går också att skriva på engelska: handboken har en tabell.
"""
_WIDTH = 110


def text() -> str:
    """The file: every key with what it means and an example, all of it commented out."""
    return "\n".join([_HEAD, *_entries(Config, "")])


def schema() -> str:
    """The JSON Schema of ``klarsprak.yml`` that ships."""
    return (files("klarsprak.config") / "config.schema.json").read_text(encoding="utf-8")


def _entries(model: type[BaseModel], indent: str) -> Iterator[str]:
    """The lines of each key of a model, with an empty one after each of the top's."""
    for name, field in model.model_fields.items():
        yield from _entry(SWEDISH.get(name, name), field, indent)
        if not indent:
            yield ""


def _entry(name: str, field: FieldInfo, indent: str) -> Iterator[str]:
    """What a key means, and an example of it or of each key below."""
    yield from _as_comment(field.description or "", indent)
    below = field.annotation
    if isinstance(below, type) and issubclass(below, BaseModel):
        yield f"#{indent}{name}:"
        yield from _entries(below, indent + "  ")
    else:
        yield from _example(name, field, indent)


def _as_comment(description: str, indent: str) -> Iterator[str]:
    """The description as a comment, which inside a key stays one when the example is put to use."""
    mark = f"#{indent}# " if indent else "# "
    for line in textwrap.wrap(description, _WIDTH):
        yield mark + line


def _example(name: str, field: FieldInfo, indent: str) -> Iterator[str]:
    """The key with its first example, or else its default."""
    value = to_jsonable_python(_example_of(field))
    # What holds a list stands with the list on one line, what doesn't with a line for each key.
    flow = None if _holds_list(value) else False
    dumped = yaml.safe_dump({name: value}, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=10_000)
    for line in dumped.splitlines():
        yield f"#{indent}{line}"


def _example_of(field: FieldInfo) -> Any:
    """A key's first example, or else its default."""
    if field.examples:
        return field.examples[0]
    return field.get_default(call_default_factory=True)


def _holds_list(value: Any) -> bool:
    """Whether the value is a list or a mapping with one."""
    if isinstance(value, dict):
        return list in map(type, value.values())
    return isinstance(value, list)


def targets(folder: Path) -> dict[Path, str]:
    """The files that begin an organisation's configuration in a folder, and their text."""
    return {folder / SCHEMA_NAME: schema(), folder / FILE_NAME: text()}
