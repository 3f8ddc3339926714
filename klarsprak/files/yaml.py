"""YAML files that people write: errors that say where, what, and what was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from klarsprak.files.errors import FileError, reason

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # libyaml isn't everywhere
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Location = Sequence[str | int]


def read_mapping(path: Path) -> dict[str, Any]:
    """The file's mapping, which may be empty; raises ``FileError`` where it can't be read or holds something else."""
    content = read_text(path)
    try:
        data = yaml.load(content, Loader)
    except yaml.YAMLError as error:
        raise FileError(_syntax(path, error)) from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise FileError(f"{path}:1:1: filen ska innehålla nycklar och värden, till exempel ”pack: namn”.")
    return data


def read_text(path: Path) -> str:
    """The file's text; raises ``FileError`` where it can't be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(f"{path}: filen är inte sparad i UTF-8. Spara om den i UTF-8.") from None
    except OSError as error:
        raise FileError(f"{path}: filen går inte att läsa ({reason(error)}).") from None


def _syntax(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
    return f"{where}: filen följer inte YAML. Kontrollera indrag, kolon, citattecken och hakparenteser."


def error_at(path: Path, location: Location, message: str, *, key: bool = False) -> FileError:
    """A ``FileError`` at the value (or the key) that ``location`` leads to, or at the nearest thing above it."""
    root = yaml.compose(read_text(path), yaml.SafeLoader)
    if root is None:
        return FileError(f"{path}:1:1: {message}")
    mark = _mark(root, location, key=key)
    return FileError(f"{path}:{mark.line + 1}:{mark.column + 1}: {message}")


def error_at_value(path: Path, key: str, value: str, message: str) -> FileError:
    """A ``FileError`` where ``value`` stands under the top's ``key``; without a place if it doesn't stand there."""
    root = yaml.compose(read_text(path), yaml.SafeLoader) if path.is_file() else None
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    below = (node for name, node in pairs if name.value == key)
    mark = next((scalar.start_mark for node in below for scalar in _scalars(node) if scalar.value == value), None)
    return FileError(message if mark is None else f"{path}:{mark.line + 1}:{mark.column + 1}: {message}")


def _scalars(node: Any) -> Iterator[Any]:
    """The texts in a node, keys and values."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _scalars(each)
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for each in pair:
                yield from _scalars(each)


def _mark(node: Any, location: Location, *, key: bool) -> Any:
    mark = node.start_mark
    for step in location:
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if pair is None and isinstance(step, int):
                continue  # a single value stands for a list of one
            if pair is None:
                break
            mark, node = (pair[0] if key else pair[1]).start_mark, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            mark = node.start_mark
        elif not isinstance(step, int) and not isinstance(node, yaml.SequenceNode):
            break  # a list, though, may stand for a mapping with one key
    return mark
