"""YAML files that people write: errors that say where, what, and what was meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from klarsprak.files.errors import FileError, reason

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # libyaml isn't everywhere
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Location = Sequence[str | int]
"""The way to a value: keys of mappings, and indexes of lists from 0."""


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
    """What to say of a file that is no YAML, with the place where the parser knows it.

    It doesn't where a sign can't stand in YAML at all, such as a NUL.
    """
    where = str(path)
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        where = _where(path, error.problem_mark)
    return f"{where}: filen följer inte YAML. Kontrollera indrag, kolon, citattecken och hakparenteser."


def _where(path: Path, mark: yaml.Mark) -> str:
    """File, line and column, as editors count them: *klarsprak.yml:2:17*."""
    return f"{path}:{mark.line + 1}:{mark.column + 1}"


def error_at(path: Path, location: Location, message: str, *, key: bool = False) -> FileError:
    """A ``FileError`` at the value (or the key) that ``location`` leads to, or at the nearest thing above it."""
    root = yaml.compose(read_text(path), yaml.SafeLoader)
    if root is None:
        return FileError(f"{path}:1:1: {message}")
    mark = _mark(root, location, key=key)
    return FileError(f"{_where(path, mark)}: {message}")


def error_at_value(path: Path, key: str, value: str, message: str) -> FileError:
    """A ``FileError`` where ``value`` stands under the top's ``key``; without a place if it doesn't stand there."""
    for scalar in _scalars_under(path, key):
        if scalar.value == value:
            return FileError(f"{_where(path, scalar.start_mark)}: {message}")
    return FileError(message)


def _scalars_under(path: Path, key: str) -> Iterator[yaml.ScalarNode]:
    """The texts under one of the top's keys; none in a file that isn't there or has no keys."""
    if not path.is_file():
        return
    root = yaml.compose(read_text(path), yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return
    for name, node in root.value:
        if name.value == key:
            yield from _scalars(node)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The texts in a node, keys and values."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in _children(node):
        yield from _scalars(child)


def _children(node: yaml.Node) -> Iterable[yaml.Node]:
    """The nodes right within a node; of a mapping its keys too."""
    children: Iterable[yaml.Node] = ()
    if isinstance(node, yaml.SequenceNode):
        children = node.value
    elif isinstance(node, yaml.MappingNode):
        children = chain.from_iterable(node.value)
    return children


def _mark(root: yaml.Node, location: Location, *, key: bool) -> yaml.Mark:
    """Where the node (or its key) begins that ``location`` leads to, or the nearest one above it."""
    node = root
    mark = node.start_mark
    for step in location:
        pair = _follow(node, step)
        if pair is not None:
            name, node = pair
            mark = name.start_mark if key else node.start_mark
        elif not _may_be_left_out(node, step):
            break
    return mark


def _follow(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    """What stands under a key of a mapping, and the key before it; what stands in a list is its own key."""
    if isinstance(node, yaml.MappingNode):
        return _pair(node, str(step))
    is_index = isinstance(node, yaml.SequenceNode) and isinstance(step, int)
    if not is_index:
        return None
    items = node.value[step:]
    if not items:
        return None
    return items[0], items[0]


def _pair(node: yaml.MappingNode, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    """The first key of that name in a mapping, and its value."""
    for name, value in node.value:
        if name.value == key:
            return name, value
    return None


def _may_be_left_out(node: yaml.Node, step: str | int) -> bool:
    """Whether the file may do without the step.

    A single value stands for a list of one, *select: ton*, and a list may stand for a mapping with one key.
    """
    if isinstance(step, int):
        return True
    return isinstance(node, yaml.SequenceNode)
