"""YAML files that people write: read whole, with errors that say where, what, and what was meant."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from klarsprak.files.errors import FileError, reason
from klarsprak.files.nodes import faults_of, keys_as_text
from klarsprak.files.odd import NO_FILE, is_odd
from klarsprak.files.syntax import Fault, Position, hard_space, syntax_fault

try:
    from yaml import CSafeLoader as _Base
except ImportError:  # libyaml isn't everywhere
    from yaml import SafeLoader as _Base  # type: ignore[assignment]


class Loader(_Base):
    """Reads plain values as YAML 1.2 does, and as editors do: *no*, *2026-03-02* and *0980* are texts.

    PyYAML follows YAML 1.1, for which they are false, a day and a number.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (the library fills it)


_PLAIN = {
    "bool": ("true|True|TRUE|false|False|FALSE", "tTfF"),
    "null": ("~|null|Null|NULL|", ["~", "n", "N", ""]),
    "int": ("[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    "float": (r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?", "-+0123456789"),
    "merge": ("<<", "<"),
}
"""What looks like something else than a text, and the signs that it begins with."""
for _name, (_looks, _first) in _PLAIN.items():
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(rf"(?:{_looks})\Z"), list(_first))


LONGEST = 5_000_000
"""Signs of a file that is parsed: each becomes a hundred bytes.  The packs that ship have two million together."""
_NO_KEYS = "filen ska innehålla nycklar och värden, ett par på varje rad: ”nyckel: värde”."
_NO_TEXT = "filen är ingen textfil. Ange en annan fil."


def read_mapping(path: Path) -> dict[str, Any]:
    """The file's mapping, which may be empty.

    Raises ``FileError`` with all that is wrong where it can't be read or holds something else.
    """
    text = read_text(path)
    if len(text) > LONGEST:
        raise FileError(f"{path}: filen är för stor. Den får ha högst {LONGEST // 1_000_000} miljoner tecken.")
    try:
        root = compose(text)
    except yaml.YAMLError as error:
        raise _error(path, syntax_fault(text, error)) from None
    if root is None:
        return {}
    faults = faults_of(root, _looks_like)
    if faults:
        raise _error(path, *faults)
    keys_as_text(root)
    data = _construct(path, root)
    if not isinstance(data, dict):
        raise _error(path, hard_space(text) or Fault((0, 0), _NO_KEYS))
    return data


def _looks_like(text: str) -> str:
    """The tag of a plain text: that of numbers for *3*."""
    tag: str = Loader("").resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag


@lru_cache(maxsize=8)
def compose(text: str) -> yaml.Node | None:
    """The text's nodes, each with its place; None for an empty one.  Raises ``yaml.YAMLError``."""
    return yaml.compose(text, Loader)


def _construct(path: Path, root: yaml.Node) -> Any:
    """What the nodes say; raises ``FileError``."""
    try:
        return Loader("").construct_document(root)
    except yaml.MarkedYAMLError as error:  # what is merged (*<<*) is no mapping
        mark = error.problem_mark or root.start_mark
        fault = Fault((mark.line, mark.column), "efter << ska en hänvisning till nycklar stå: *namn.")
        raise _error(path, fault) from None


def read_text(path: Path) -> str:
    """The file's text; raises ``FileError`` where it can't be read."""
    if is_odd(path):
        raise FileError(f"{path}: {NO_FILE}")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        # A Word document or a picture, which saved as UTF-8 would be ruined; Windows saves text so, too.
        if b"\0" in error.object and not error.object.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise FileError(f"{path}: {_NO_TEXT}") from None
        position = _position(error)
        raise FileError(f"{where(path, position)}: filen är inte sparad i UTF-8. Spara om den i UTF-8.") from None
    except OSError as error:
        raise FileError(f"{path}: filen går inte att läsa ({reason(error)}).") from None


def _position(error: UnicodeDecodeError) -> Position:
    """Where the first byte stands that is no UTF-8."""
    before = error.object[: error.start].decode("utf-8-sig")
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def where(path: Path, position: Position) -> str:
    """File, line and column, as editors count them: *klarsprak.yml:2:17*."""
    line, column = position
    return f"{path}:{line + 1}:{column + 1}"


def _error(path: Path, *faults: Fault | None) -> FileError:
    """The faults at their places, in the order of the file."""
    known = sorted(fault for fault in faults if fault is not None)
    lines = [f"{where(path, fault.position)}: {fault.message}" for fault in known]
    return FileError(*(lines or [f"{path}: filen går inte att tolka som YAML. Skriv av den i en ny fil."]))
