"""The ``klarsprak.yml`` that an organisation begins with, written from the keys that there are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from klarsprak.config.location import FILE_NAME
from klarsprak.config.model import Config

SCHEMA_NAME = "klarsprak.schema.json"
"""The file beside ``klarsprak.yml`` that makes an editor complete its keys."""
_HEAD = f"""\
# yaml-language-server: $schema={SCHEMA_NAME}
#
# Kommunens egna val för klarsprak. Programmet läser filen när det granskar brev i den här mappen och mapparna under.
# Ni väljer vilka nycklar ni använder. Ta bort tecknet # framför de raderna, och skriv era egna värden.
# Rader med # och mellanslag är förklaringar.
"""
_WIDTH = 110


def text() -> str:
    """The file: every key with what it means and an example, all of it commented out."""
    return "\n".join([_HEAD, *_entries(Config, "")])


def schema() -> str:
    """The JSON Schema of ``klarsprak.yml`` that ships."""
    return (files("klarsprak.config") / "config.schema.json").read_text(encoding="utf-8")


def _entries(model: type[BaseModel], indent: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield from _told(field.description or "", indent)
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield f"#{indent}{name}:"
            yield from _entries(field.annotation, indent + "  ")
        else:
            yield from _example(name, field, indent)
        if not indent:
            yield ""


def _told(description: str, indent: str) -> Iterator[str]:
    """The description as a comment, which inside a key stays one when the example is put to use."""
    mark = f"#{indent}# " if indent else "# "
    for line in textwrap.wrap(description, _WIDTH):
        yield mark + line


def _example(name: str, field: FieldInfo, indent: str) -> Iterator[str]:
    value: Any = field.examples[0] if field.examples else field.get_default(call_default_factory=True)
    # What holds a list stands with the list on one line, what doesn't with a line for each key.
    flow = None if any(isinstance(each, list) for each in (value, *_values(value))) else False
    dumped = yaml.safe_dump(
        {name: _plain(value)}, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=10_000
    )
    for line in dumped.splitlines():
        yield f"#{indent}{line}"


def _values(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else []


def _plain(value: Any) -> Any:
    """The value in types that YAML knows."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def targets(folder: Path) -> dict[Path, str]:
    """The files that begin an organisation's configuration in a folder, and their text."""
    return {folder / SCHEMA_NAME: schema(), folder / FILE_NAME: text()}
