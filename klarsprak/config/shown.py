"""A configuration as a person reads it: the keys by the names that the files use, and which file says what."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from klarsprak.config.extends import Layer
from klarsprak.config.model import Config
from klarsprak.config.swedish_keys import SWEDISH
from klarsprak.files.places import Location, key_at, position_of, scalar_at

Way = tuple[str, ...]


def shown(config: Config) -> Iterator[str]:
    """The keys that are set, as YAML; where files build on each other, each value with its file and line."""
    yield from _Shown(config).lines(config.model_dump(mode="json", exclude_unset=True), (), "")


class _Shown:
    """Writes the keys of a configuration line by line."""

    def __init__(self, config: Config) -> None:
        self._layers = config.layers
        self._folder = config.folder

    def lines(self, keys: Mapping[str, Any], way: Way, indent: str) -> Iterator[str]:
        """The lines of a group of keys."""
        for key, value in keys.items():
            yield from self._entry((*way, key), value, indent)

    def _entry(self, way: Way, value: Any, indent: str) -> Iterator[str]:
        """The lines of one key."""
        name = f"{indent}{_as_yaml(self._name(way))}:"
        if isinstance(value, dict):
            yield name
            yield from self.lines(value, way, indent + "  ")
        elif isinstance(value, list):
            yield name if value else f"{name} []"
            yield from (f"{indent}- {self._value(way, item)}" for item in value)
        else:
            yield f"{name} {self._value(way, value)}"

    def _name(self, way: Way) -> str:
        """The key as the nearest file spells it that has it; one that no file spells, in the language around it."""
        paths = [layer.path for layer in self._layers if _within(layer.keys, way) is not None]
        for path in paths:
            spelled = key_at(path, way, SWEDISH)
            if spelled is not None:
                return spelled
        is_swedish = any(key_at(path, way[:-1], SWEDISH) in SWEDISH.values() for path in paths)
        return SWEDISH.get(way[-1], way[-1]) if is_swedish else way[-1]

    def _value(self, way: Way, value: Any) -> str:
        """The value as the file spells it that says so; of several files with its file and line: *# ../a.yml:4*."""
        layer = next((layer for layer in self._layers if _says(layer, way, value)), None)
        if layer is None:  # said on the command line
            return _as_yaml(value)
        there = _within(layer.keys, way)
        location: Location = [*way, there.index(value)] if isinstance(there, list) else way
        spelled = scalar_at(layer.path, location, SWEDISH)
        text = _as_yaml(value if spelled is None or not isinstance(value, str) else spelled)
        return f"{text}{self._origin(layer, location)}"

    def _origin(self, layer: Layer, location: Location) -> str:
        """The file, counted from the folder of the nearest, and line; nothing where one file says all."""
        if len(self._layers) == 1:
            return ""
        line, _ = position_of(layer.path, location, names=SWEDISH)
        return f"  # {_relative(layer.path, self._folder)}:{line + 1}"


def _says(layer: Layer, way: Way, value: Any) -> bool:
    """Whether the file sets the value, alone or in a list."""
    there = _within(layer.keys, way)
    return value in there if isinstance(there, list) else there is not None


def _within(keys: Any, way: Way) -> Any:
    """What stands at the end of the way; None where it leads nowhere."""
    for step in way:
        keys = keys.get(step) if isinstance(keys, dict) else None
    return keys


def _relative(path: Path, folder: Path) -> str:
    """The path from the folder; the whole of it where they lie on different disks of Windows."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path)


def _as_yaml(value: Any) -> str:
    """A single value as YAML spells it."""
    dumped: str = yaml.safe_dump(value, allow_unicode=True, default_flow_style=True, width=1_000_000)
    return dumped.splitlines()[0]
