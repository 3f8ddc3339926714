"""What YAML allows and these files don't: keys that stand twice, values of strange types, files without end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import yaml

from klarsprak.files.meant import short
from klarsprak.files.syntax import Fault

DEEPEST = 40
"""So many levels may a file have, far more than any key needs: below lies the end of Python's patience."""
LARGEST = 200_000
"""So many keys and values may a file with references (*\\*namn*) have when these are spelled out.

The packs that ship have 30,000 together; ten references to ten references and so on soon have billions.
"""
_SIGNS = 100
"""A long text counts as many: a thousand references to one of a million signs are as bad."""
_TEXT = "tag:yaml.org,2002:str"
_USUAL = (f"tag:yaml.org,2002:{name}" for name in ("map", "seq", "str", "int", "float", "bool", "null", "merge"))
_USUAL_TAGS = frozenset(_USUAL)
_NUMBERS = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_LONGEST_NUMBER = 30
"""Python turns no number of thousands of digits into one."""
_MERGED = "tag:yaml.org,2002:merge"
Resolve = Callable[[str], str]
"""The tag of a plain text by what it looks like: *3* is a number."""


class _EndlessError(Exception):
    """A file that can't be walked through to its end."""

    def __init__(self, node: yaml.Node, message: str) -> None:
        self.fault = _fault(node, message)


def faults_of(root: yaml.Node, resolve: Resolve) -> list[Fault]:
    """What is wrong with a file's nodes; empty where all is well."""
    try:
        nodes = _Extent().nodes(root)
    except _EndlessError as error:
        return [error.fault]
    return [fault for node in nodes for fault in _faults(node, resolve)]


def keys_as_text(root: yaml.Node) -> None:
    """Make every key a text, as it is written: *112* under ``terms`` is no number, and *no* no *false*."""
    for node in _Extent().nodes(root):
        if isinstance(node, yaml.MappingNode):
            for key, _ in node.value:
                if key.tag != _MERGED:
                    key.tag = _TEXT


class _Extent:
    """How large a file is, and how deep; raises ``_EndlessError`` for one that has no end, or none in reach."""

    def __init__(self) -> None:
        self._measured: dict[int, tuple[int, int]] = {}
        """The number of nodes and of levels in a node, itself among them, by its ``id``."""
        self._nodes: list[yaml.Node] = []
        self._written = 0
        """The number of nodes where each counts once, as it stands in the file."""

    def nodes(self, root: yaml.Node) -> list[yaml.Node]:
        """Every node once, those within before those around."""
        self._measure(root, frozenset())
        return self._nodes

    def _measure(self, node: yaml.Node, above: frozenset[int]) -> tuple[int, int]:
        if id(node) in above:
            raise _EndlessError(node, "hänvisningen med * leder till sig själv. Skriv ut det som ska stå där.")
        if len(above) >= DEEPEST:
            raise _EndlessError(node, f"mer än {DEEPEST} nivåer. Så många behöver ingen nyckel.")
        if id(node) not in self._measured:
            self._measured[id(node)] = self._sum(node, above | {id(node)})
            self._nodes.append(node)
        return self._measured[id(node)]

    def _sum(self, node: yaml.Node, above: frozenset[int]) -> tuple[int, int]:
        size, levels = _own_size(node), 0
        self._written += size
        for child in children(node):
            child_size, child_levels = self._measure(child, above)
            size += child_size
            levels = max(levels, child_levels)
        is_spread = size > LARGEST and size > 2 * self._written
        if is_spread or levels + len(above) > DEEPEST:
            raise _EndlessError(node, "filen blir orimligt stor när hänvisningarna med * fylls i. Skriv ut dem.")
        return size, levels + 1


def _own_size(node: yaml.Node) -> int:
    """What a node counts without those within it."""
    return 1 + len(node.value) // _SIGNS if isinstance(node, yaml.ScalarNode) else 1


def children(node: yaml.Node) -> Iterable[yaml.Node]:
    """The nodes right within a node; of a mapping its keys too."""
    inner: Iterable[yaml.Node] = ()
    if isinstance(node, yaml.SequenceNode):
        inner = node.value
    elif isinstance(node, yaml.MappingNode):
        inner = chain.from_iterable(node.value)
    return inner


def _faults(node: yaml.Node, resolve: Resolve) -> Iterator[Fault]:
    """What is wrong with a node itself."""
    if node.tag not in _USUAL_TAGS or _is_forced(node, resolve):
        yield _fault(node, 'en text kan inte börja med ! utan citattecken. Skriv citattecken runt den: "!ord".')
    elif node.tag in _NUMBERS and len(node.value) > _LONGEST_NUMBER:
        yield _fault(node, f"talet har fler än {_LONGEST_NUMBER} siffror. Så stora tal behöver ingen nyckel.")
    if isinstance(node, yaml.MappingNode):
        yield from _key_faults(node)


def _is_forced(node: yaml.Node, resolve: Resolve) -> bool:
    """Whether a tag makes a value something else than it looks like: *!!int tre*."""
    if not isinstance(node, yaml.ScalarNode) or node.tag == _TEXT:
        return False
    return node.tag != resolve(node.value)


def _key_faults(node: yaml.MappingNode) -> Iterator[Fault]:
    """Keys that are no text, and keys that stand twice: YAML takes the last and forgets the first."""
    seen: dict[str, yaml.Node] = {}
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            yield _fault(key, f"{_BRACKETS[type(key)]} kan inte stå som nyckel. Skriv citattecken runt texten.")
        elif key.value in seen:
            first = seen[key.value].start_mark.line + 1
            yield _fault(key, f"nyckeln ”{short(key.value)}” finns redan på rad {first}. Ta bort den ena.")
        else:
            seen[key.value] = key


_BRACKETS = {yaml.SequenceNode: "[…]", yaml.MappingNode: "{…}"}


def _fault(node: yaml.Node, message: str) -> Fault:
    return Fault((node.start_mark.line, node.start_mark.column), message)
