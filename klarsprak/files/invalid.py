"""What pydantic says of a file that people write, in Swedish: all of it, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from klarsprak.files.errors import FileError, first_of
from klarsprak.files.keys import LACKING, describe_missing, describe_unknown, keys_at
from klarsprak.files.meant import did_you_mean, nearest, short
from klarsprak.files.places import ONE_NAME, Location, Names, position_of, scalar_at, written_as
from klarsprak.files.syntax import Fault, Position
from klarsprak.files.yaml import where

_MOST_LOOKED_AT = 500
"""So many are looked at, to tell those that stand first: each is compared with the others."""
_KEY = "[key]"
"""Ends the location of an error in a mapping's key."""


class Source(NamedTuple):
    """A file, or a part of it, that was validated."""

    path: Path
    model: type[BaseModel]
    names: Names = ONE_NAME


def invalid(
    error: ValidationError,
    source: Source,
    way: Callable[[Location], Location] = lambda _: (),
    known: Container[str | None] = (),
) -> FileError:
    """All of pydantic's errors as a ``FileError``, in the order of the file.

    ``way`` leads from the top of the file to what was validated; it is asked for each error's own way within that.
    ``known`` are keys whose absence has been told already.
    """
    lines: dict[object, str] = {}
    for fault in sorted(_faults(error, source, way, known), key=_order):
        # Of a value that may be of several types, pydantic says of each why it is none.
        one = fault if fault.message.endswith(LACKING) else fault.position
        lines.setdefault(one, f"{where(source.path, fault.position)}: {fault.message}")
    return FileError(*first_of(list(lines.values()), error.error_count() > _MOST_LOOKED_AT))


def _order(fault: Fault) -> tuple[Position, bool, str]:
    """First what stands first; of several things said of a value, that which says what was meant."""
    return fault.position, "Menade du" not in fault.message, fault.message


def _faults(
    error: ValidationError, source: Source, way: Callable[[Location], Location], known: Container[str | None]
) -> Iterator[Fault]:
    """Each of the errors at its place in the file."""
    path, model, names = source
    for each in told(error, model, names, known):
        steps = [step for step in each["loc"] if step != _KEY]
        prefix = way(steps)
        location = [*prefix, *steps]
        is_at_key = each["type"] == "extra_forbidden" or _KEY in each["loc"]
        position = position_of(path, location, key=is_at_key, names=names)
        name = written_as(path, location, names).removeprefix(f"{written_as(path, prefix, names)}.")
        spelled = scalar_at(path, location, names)
        yield Fault(position, describe({**each, "name": name, "spelled": spelled}, model, names))


def told(
    error: ValidationError,
    model: type[BaseModel],
    names: Names = ONE_NAME,
    known: Container[str | None] = (),
) -> list[Any]:
    """The errors to tell, unknown keys first; the keys that are missing at one place are one error.

    A key that is missing where an unknown one resembles it is not: that was meant to be it.
    """
    found = error.errors(include_url=False)[:_MOST_LOOKED_AT]
    every = [each for each in found if not _is_outdone(each, found)]
    unknown = _of_type(every, "extra_forbidden")
    meant = [_way_to_meant(each, model, names) for each in unknown]
    missing = _missing(every, meant, known)
    others = [each for each in every if each["type"] not in _ABOUT_KEYS]
    return [*unknown, *_together(missing), *others]


_ABOUT_KEYS = ("extra_forbidden", "missing")


def _of_type(every: Iterable[Any], name: str) -> list[Any]:
    """The errors of one type."""
    return [each for each in every if each["type"] == name]


def _missing(every: Iterable[Any], meant: Container[object], known: Container[str | None]) -> Iterator[Any]:
    """The errors of missing keys, but for those that unknown ones were meant to be, and what is told already."""
    for each in _of_type(every, "missing"):
        is_told = each["loc"] in meant or each["loc"][-1] in known
        if not is_told:
            yield each


def _together(missing: Iterable[Any]) -> list[Any]:
    """The errors of missing keys, those in one mapping as one."""
    by_place: dict[object, Any] = {}
    for each in missing:
        first = by_place.setdefault(each["loc"][:-1], {**each, "keys": []})
        first["keys"].append(each["loc"][-1])
    return list(by_place.values())


def _is_outdone(error: Any, every: Iterable[Any]) -> bool:
    """Whether the error is of a type that the value was not meant to be.

    Of *explain: {kärande: 3}* pydantic says that it is no text, and that what *kärande* is, is none.
    """
    *value, last = error["loc"] or [""]
    if last not in _TYPES:
        return False
    return any(len(each["loc"]) > len(error["loc"]) and [*each["loc"][: len(value)]] == value for each in every)


def _way_to_meant(error: Any, model: type[BaseModel], names: Names) -> tuple[object, ...]:
    """The way to the key that an unknown one was probably meant to be, by the name that the program knows it by."""
    english = {other: name for name, other in names.items()}
    *above, key = error["loc"]
    near = nearest(str(key), keys_at(model, error["loc"], names))
    return (*above, english.get(str(near), near))


def describe(error: Any, model: type[BaseModel], names: Names = ONE_NAME) -> str:
    """One of pydantic's errors in Swedish; ``model`` and ``names`` tell which keys there are."""
    if error["type"] == "extra_forbidden":
        return describe_unknown(str(error["loc"][-1]), keys_at(model, error["loc"], names))
    if error.get("input") is None:
        return _describe_empty(error)
    describe_kind = _BY_KIND.get(error["type"])
    if describe_kind is not None:
        return describe_kind(error)
    expected = _EXPECTED.get(error["type"], "Skriv ett annat värde.")  # pydantic's own words are English
    return f"{_value(error)} går inte som värde för {_name(error)}. {expected}"


_TYPES = ("str", "int", "float", "bool")
_NO_KEYS = ("", _KEY, "function-after", *_TYPES)
"""What pydantic puts into a location and no file has."""


def _name(error: Any) -> str:
    """The key of an error with those above it: *organisation.name*.

    Where a key itself is wrong, in *terms: {'': …}*, it is that of the mapping.
    """
    steps = [str(step) for step in error["loc"] if isinstance(step, str) and step not in _NO_KEYS]
    name: str = error.get("name") or ".".join(steps)
    return short(name)


def _value(error: Any) -> str:
    """The value as the file spells it, *1.10*; a list or a mapping by what it is, for it may be long."""
    value = error.get("input")
    if isinstance(value, dict):
        return "Nycklar och värden"
    if isinstance(value, list):
        return "En lista" if value else "En tom lista"
    if isinstance(value, int | float):
        value = error.get("spelled") or value
    return f"”{short(str(value))}”"


def _describe_empty(error: Any) -> str:
    """*nyckeln ”allow” är tom*; in a list it may be a line of it that is."""
    if isinstance(error["loc"][-1], int):
        return f"under ”{_name(error)}” saknas ett värde. Skriv det, eller ta bort raden."
    return f"nyckeln ”{_name(error)}” är tom. Skriv ett värde, eller ta bort raden."


def _describe_text(error: Any) -> str:
    """*”112” läses som ett tal. Skriv citattecken runt: "112".*"""
    value = error["input"]
    if isinstance(value, list | dict):
        return f"{_value(error)} går inte som värde för {_name(error)}. Skriv text."
    sort = "true eller false" if isinstance(value, bool) else "ett tal"
    spelled = _value(error).strip("”")
    return f'”{spelled}” läses som {sort} och inte som text. Skriv citattecken runt: "{spelled}".'


def _describe_missing(error: Any) -> str:
    """*nyckeln ”pack” saknas.*"""
    return describe_missing(error["keys"])


def _describe_choice(error: Any) -> str:
    """*”fone” är inget värde för signature. Menade du ”phone”? Välj bland name, title, phone.*"""
    choices = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    meant = did_you_mean(str(error.get("input")), choices)
    return f"{_value(error)} är inget värde för {_name(error)}.{meant} Välj bland {', '.join(choices)}."


def _describe_bound(error: Any) -> str:
    """*”-1” går inte som värde för gränser.sekunder. Det ska vara mer än 0.*"""
    (kind, bound), *_ = error["ctx"].items()
    return f"{_value(error)} går inte som värde för {_name(error)}. Det ska vara {_BOUNDS[kind]} {bound:g}."


def _describe_long(error: Any) -> str:
    """*”Ett mycket …” går inte som värde för tillägg.namn. Det får vara högst 30 tecken.*"""
    most = error["ctx"]["max_length"]
    return f"{_value(error)} går inte som värde för {_name(error)}. Det får vara högst {most} tecken."


_BOUNDS = {"gt": "mer än", "ge": "minst", "lt": "mindre än", "le": "högst"}


def _describe_own(error: Any) -> str:
    """What one of our own validators says: *levels.ton: ”hög” – nivån ska vara error, warning eller info.*"""
    name = _name(error)
    said = f"{error['ctx']['error']}."
    if not name:
        return said
    if isinstance(error.get("input"), list | dict):
        return f"{name}: {said}"
    return f"{name}: {_value(error)} – {said}"


_BY_KIND: dict[str, Callable[[Any], str]] = {
    "string_type": _describe_text,
    "missing": _describe_missing,
    "literal_error": _describe_choice,
    "enum": _describe_choice,
    "value_error": _describe_own,
    "string_too_long": _describe_long,
    "greater_than": _describe_bound,
    "greater_than_equal": _describe_bound,
    "less_than": _describe_bound,
    "less_than_equal": _describe_bound,
}


_EXPECTED = {
    "invalid_key": "Nycklar ska vara text.",
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
    "finite_number": "Skriv ett tal.",
    "int_from_float": "Skriv ett heltal.",
    "string_pattern_mismatch": "Använd bara bokstäver, siffror, bindestreck och punkt.",
}
