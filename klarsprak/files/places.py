"""Where in a YAML file something stands: what is wrong there is told with file, line and column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import yaml

from klarsprak.files.errors import FileError
from klarsprak.files.nodes import children
from klarsprak.files.syntax import Position
from klarsprak.files.yaml import compose, read_text, where

Location = Sequence[str | int]
"""The way to a value: keys of mappings, and indexes of lists from 0."""
Names = Mapping[str, str]
"""Another name that a key may have in the file, by the name that the program knows it by."""
ONE_NAME: Names = MappingProxyType({})


def error_at(
    path: Path, location: Location, message: str, *, key: bool = False, names: Names = ONE_NAME
) -> FileError:
    """A ``FileError`` at the value (or the key) that ``location`` leads to, or at the nearest thing above it."""
    position = position_of(path, location, key=key, names=names)
    return FileError(f"{where(path, position)}: {message}")


def position_of(path: Path, location: Location, *, key: bool = False, names: Names = ONE_NAME) -> Position:
    """Where the value (or the key) stands, or the nearest thing above it."""
    root = compose(read_text(path))
    if root is None:
        return 0, 0
    node = root
    for name, value in _steps(root, location, names):
        node = name if key else value
    return node.start_mark.line, node.start_mark.column


def written_as(path: Path, location: Location, names: Names = ONE_NAME) -> str:
    """The keys on the way, as the file spells them: *organisation.namn*; empty where there are none."""
    root = compose(read_text(path))
    steps = () if root is None else _steps(root, location, names)
    names_of_keys = (name.value for name, value in steps if name is not value)
    return ".".join(filter(None, names_of_keys))


def key_at(path: Path, location: Location, names: Names = ONE_NAME) -> str | None:
    """The last key of the way as the file spells it; None where the file does without it."""
    root = compose(read_text(path))
    found = [] if root is None else [name.value for name, _ in _steps(root, location, names)]
    return found[-1] if len(found) == len(location) else None


def scalar_at(path: Path, location: Location, names: Names = ONE_NAME) -> str | None:
    """The value as the file spells it, *1.10* for 1.1; None for a list, a mapping and what isn't there."""
    root = compose(read_text(path))
    found = [] if root is None else list(_steps(root, location, names))
    node = found[-1][1] if found else None
    return node.value if isinstance(node, yaml.ScalarNode) else None


def error_at_value(
    path: Path, key: str, is_it: Callable[[str], bool], message: str, names: Names = ONE_NAME
) -> FileError | None:
    """A ``FileError`` where a text of that sort stands under the top's ``key``; None if none does."""
    for scalar in _scalars_under(path, key, names):
        if is_it(scalar.value):
            mark = scalar.start_mark
            return FileError(f"{where(path, (mark.line, mark.column))}: {message}")
    return None


def _scalars_under(path: Path, key: str, names: Names) -> Iterator[yaml.ScalarNode]:
    """The texts under one of the top's keys; none in a file that isn't there or has no keys."""
    root = compose(read_text(path)) if path.is_file() else None
    if isinstance(root, yaml.MappingNode):
        pair = _pair(root, key, names)
        if pair is not None:
            yield from _scalars(pair[1])


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """The texts in a node, keys and values."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in children(node):
        yield from _scalars(child)


def _steps(root: yaml.Node, location: Location, names: Names) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Each step of the way that the file has: the key, and what stands under it.

    A step that the file may do without is passed over: a single value stands for a list of one, *select: ton*, a list
    may stand for a mapping with one key, and pydantic names the types that a value may have on its way.
    """
    node = root
    for step in location:
        pair = _follow(node, step, names)
        if pair is not None:
            yield pair
            node = pair[1]


def _follow(node: yaml.Node, step: str | int, names: Names) -> tuple[yaml.Node, yaml.Node] | None:
    """What stands under a key of a mapping, and the key before it; what stands in a list is its own key."""
    if isinstance(node, yaml.MappingNode):
        return _pair(node, str(step), names)
    is_index = isinstance(node, yaml.SequenceNode) and isinstance(step, int)
    items = node.value[step:] if is_index else []
    return (items[0], items[0]) if items else None


def _pair(node: yaml.MappingNode, key: str, names: Names) -> tuple[yaml.Node, yaml.Node] | None:
    """The first key of that name in a mapping, and its value; else the one of its other name."""
    for wanted in (key, names.get(key)):
        for name, value in node.value:
            if name.value == wanted:
                return name, value
    return None
