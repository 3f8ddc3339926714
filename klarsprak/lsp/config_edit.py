"""A value more in one of the lists of ``klarsprak.yml``, as an edit of its text: comments and layout stay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from unicodedata import normalize

import yaml

from klarsprak.config.swedish_keys import SWEDISH
from klarsprak.files.yaml import Loader
from klarsprak.readers.text.line import LINE_END

_HEAD = "# Kommunens egna val för klarsprak. Kommandot ”klarsprak init” skriver en fil med alla nycklar."
"""Begins a file that there wasn't before."""


class Edit(NamedTuple):
    """What to write in the place of a stretch of a text, in code points."""

    start: int
    end: int
    new: str

    def made(self, text: str) -> str:
        """The text with the edit in it."""
        return text[: self.start] + self.new + text[self.end :]


def first_text(key: str, value: str) -> str:
    """A file with nothing but the value: *tillåt:* and *- LSS*."""
    return f"{_HEAD}\n{SWEDISH[key]}:\n- {_as_yaml(value)}\n"


def added(text: str, key: str, value: str) -> Edit | None:
    """The edit that adds the value to a list of the top's, *allow*, which need not be there.

    None where the value is there already, and for a file that one can't be sure to do right by: every edit is tried,
    and what the file says with it must be what it said before and the value.
    """
    try:
        before = _read(text)
        root = yaml.compose(text, Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    name = _name(before, key)
    values = _as_list(before.get(name))
    if value in values:
        return None
    edit = _edit(text, root, name, value)
    is_right = edit is not None and _says(edit.made(text), {**before, name: [*values, value]})
    return edit if is_right else None


def _read(text: str) -> dict[str, Any]:
    r"""What the file says; raises ``ValueError`` for one that is no mapping, or has references (*\*namn*)."""
    if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text, Loader)):
        raise ValueError
    data = yaml.load(text, Loader)
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ValueError
    return data


def _says(text: str, expected: Mapping[str, Any]) -> bool:
    try:
        return _read(text) == expected
    except (yaml.YAMLError, ValueError, RecursionError):
        return False


def _name(data: Mapping[str, Any], key: str) -> str:
    """The key as the file spells it; one that isn't there in the language of the others."""
    for name in data:
        if isinstance(name, str) and normalize("NFC", name) in (key, SWEDISH[key]):
            return name
    return key if any(name in SWEDISH for name in data) else SWEDISH[key]


def _as_list(value: Any) -> list[Any]:
    """A single value stands for a list of one, and nothing for an empty one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _edit(text: str, root: yaml.Node | None, name: str, value: str) -> Edit | None:
    """The edit, by how the list is written."""
    new = _as_yaml(value)
    node = next(_values(root, name), None)
    if node is None:
        indent = " " * (root.start_mark.column if root else 0)
        return _at_end(text, f"{indent}{name}:", f"{indent}- {new}")
    if isinstance(node, yaml.ScalarNode):
        return _after_scalar(text, node, new)
    if not isinstance(node, yaml.SequenceNode):
        return None
    return _in_brackets(node, new) if node.flow_style else _below(text, node, new)


def _values(root: yaml.Node | None, name: str) -> Iterator[yaml.Node]:
    """What stands under the top's key of that name."""
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if key.value == name:
                yield value


def _at_end(text: str, *lines: str) -> Edit:
    """Lines below all others."""
    return _insert_lines(text, len(text), *lines)


def _insert_lines(text: str, at: int, *lines: str) -> Edit:
    """Lines where a line begins, or at the end of a text, whose last line may lack its end."""
    line_end = _line_end(text)
    is_open = at > 0 and text[at - 1] not in "\r\n"
    new = "".join(line + line_end for line in lines)
    return Edit(at, at, line_end + new if is_open else new)


def _line_end(text: str) -> str:
    first = LINE_END.search(text)
    return first.group() if first else "\n"


def _after_scalar(text: str, node: yaml.ScalarNode, new: str) -> Edit:
    """*tillåt: LSS* becomes *tillåt: [LSS, SoL]*."""
    start, end = node.start_mark.index, node.end_mark.index
    if start == end:
        space = "" if text[:start].endswith(" ") else " "
        return Edit(start, end, f"{space}[{new}]")
    return Edit(start, end, f"[{text[start:end]}, {new}]")


def _in_brackets(node: yaml.SequenceNode, new: str) -> Edit:
    """*[LSS]* becomes *[LSS, SoL]*."""
    if not node.value:
        at = node.start_mark.index + 1
        return Edit(at, at, new)
    at = node.value[-1].end_mark.index
    return Edit(at, at, f", {new}")


def _below(text: str, node: yaml.SequenceNode, new: str) -> Edit:
    """A line below the last item's, and its comment."""
    last = node.value[-1].end_mark
    at = last.index
    if last.column > 0:
        line_end = LINE_END.search(text, at)
        at = line_end.end() if line_end else len(text)
    return _insert_lines(text, at, f"{' ' * node.start_mark.column}- {new}")


def _as_yaml(value: str) -> str:
    """The value as it stands in a list of either style: *LSS*, *"8"*."""
    dumped: str = yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, width=1_000_000)
    return dumped.strip()[1:-1]
