"""YAML files that people write: errors that say where, what, and what was meant."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # libyaml isn't everywhere
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Location = Sequence[str | int]


class FileError(Exception):
    """A file that can't be used; the text is one line in Swedish with file, line and column where they are known."""


def read(path: Path) -> dict[str, Any]:
    """The file's mapping, which may be empty; raises ``FileError`` where it can't be read or holds something else."""
    content = text(path)
    try:
        data = yaml.load(content, Loader)
    except yaml.YAMLError as error:
        raise FileError(_syntax(path, error)) from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise FileError(f"{path}:1:1: filen ska innehålla nycklar och värden, till exempel ”pack: namn”.")
    return data


def text(path: Path) -> str:
    """The file's text; raises ``FileError`` where it can't be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(f"{path}: filen är inte sparad i UTF-8. Spara om den i UTF-8.") from None
    except OSError as error:
        raise FileError(f"{path}: filen går inte att läsa ({reason(error)}).") from None


def reason(error: OSError) -> str:
    """The operating system's reason in Swedish."""
    missing = error.errno == errno.ENOENT and isinstance(error.filename, str)
    if missing and not Path(error.filename).parent.exists():
        return "mappen finns inte"
    return _REASONS.get(error.errno) or _REASONS.get(type(error)) or error.strerror or str(error)


_REASONS: dict[int | type | None, str] = {
    FileNotFoundError: "den finns inte",
    PermissionError: "du har inte rätt att läsa eller skriva den",
    IsADirectoryError: "det är en mapp",
    NotADirectoryError: "en del av sökvägen är ingen mapp",
    BrokenPipeError: "programmet som läser har slutat",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken går bara att läsa",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EIO: "disken eller nätet svarar inte",
}


def _syntax(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
    return f"{where}: filen följer inte YAML. Kontrollera indrag, kolon, citattecken och hakparenteser."


def explain(path: Path, error: ValidationError, model: type[BaseModel], prefix: Location = ()) -> FileError:
    """The first of pydantic's errors as a ``FileError`` at its place in the file.

    ``prefix`` is the way from the top of the file to what was validated.
    """
    first = worst(error)
    location = [*prefix, *(part for part in first["loc"] if part not in _NO_STEPS)]
    return at(path, location, told(first, model), key=first["type"] == "extra_forbidden" or _KEY in first["loc"])


_KEY = "[key]"
"""Ends the location of an error in a mapping's key."""
_NO_STEPS = ("function-after", _KEY)


def worst(error: ValidationError) -> Any:
    """The error to tell: an unknown key before the missing one that it was meant to be."""
    return min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")


def at(path: Path, location: Location, message: str, *, key: bool = False) -> FileError:
    """A ``FileError`` at the value (or the key) that ``location`` leads to, or at the nearest thing above it."""
    root = yaml.compose(text(path), yaml.SafeLoader)
    if root is None:
        return FileError(f"{path}:1:1: {message}")
    mark = _mark(root, location, key=key)
    return FileError(f"{path}:{mark.line + 1}:{mark.column + 1}: {message}")


def at_value(path: Path, key: str, value: str, message: str) -> FileError:
    """A ``FileError`` where ``value`` stands under the top's ``key``; without a place if it doesn't stand there."""
    root = yaml.compose(text(path), yaml.SafeLoader) if path.is_file() else None
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


def told(error: Any, model: type[BaseModel]) -> str:
    """One of pydantic's errors in Swedish; ``model`` tells which keys there are."""
    name = ".".join(str(part) for part in error["loc"] if part not in ("", _KEY))
    value = error.get("input")
    kind = error["type"]
    if kind == "extra_forbidden":
        return f"okänd nyckel ”{error['loc'][-1]}”.{did_you_mean(str(error['loc'][-1]), _keys(model, error['loc']))}"
    if kind == "missing":
        return f"nyckeln ”{name}” saknas."
    if kind in ("literal_error", "enum"):
        choices = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        meant = did_you_mean(str(value), choices)
        return f"”{value}” är inget värde för {name}.{meant} Välj bland {', '.join(choices)}."
    if kind == "value_error":
        shown = "" if isinstance(value, list | dict) else f"”{value}” – "
        return f"{name}: {shown}{error['ctx']['error']}." if name else f"{error['ctx']['error']}."
    if value is None:
        return f"nyckeln ”{name}” är tom. Skriv ett värde, eller ta bort raden."
    return f"”{value}” går inte som värde för {name}. {_EXPECTED.get(kind, error['msg'])}"


_EXPECTED = {
    "string_type": "Skriv text, inom citattecken om det behövs.",
    "int_type": "Skriv ett heltal.",
    "int_parsing": "Skriv ett heltal.",
    "float_type": "Skriv ett tal.",
    "float_parsing": "Skriv ett tal.",
    "bool_type": "Skriv true eller false.",
    "bool_parsing": "Skriv true eller false.",
    "list_type": "Skriv en lista.",
    "dict_type": "Skriv nycklar och värden.",
    "model_type": "Skriv nycklar och värden.",
    "too_short": "Där ska stå minst en.",
    "string_too_short": "Där ska stå ett ord eller flera.",
    "string_pattern_mismatch": "Använd bara bokstäver, siffror, bindestreck och punkt.",
}


def _keys(model: type[BaseModel], location: Location) -> list[str]:
    """The keys that could have stood where the unknown one stands."""
    current: Any = model
    for step in location[:-1]:
        field = current.model_fields.get(str(step))
        if field is not None:
            current = next((part for part in _parts(field.annotation) if hasattr(part, "model_fields")), current)
    return [field.alias or name for name, field in current.model_fields.items()]


def _parts(annotation: Any) -> Iterable[Any]:
    yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _parts(part)


def did_you_mean(wrong: str, right: Iterable[str]) -> str:
    """`` Menade du ”…”?`` where something like it exists, else nothing."""
    near = get_close_matches(wrong, list(right), n=1, cutoff=0.6)
    return f" Menade du ”{near[0]}”?" if near else ""
