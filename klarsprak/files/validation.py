"""What pydantic says of a YAML file, in Swedish, and types of values that several models share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    PlainSerializer,
    ValidationError,
    WithJsonSchema,
)

from klarsprak.files.errors import FileError
from klarsprak.files.yaml import Location, error_at
from klarsprak.finding import Level

_KEY = "[key]"
"""Ends the location of an error in a mapping's key."""
_NO_STEPS = ("function-after", _KEY)
"""What pydantic puts into a location and no file has."""


def invalid(path: Path, error: ValidationError, model: type[BaseModel], prefix: Location = ()) -> FileError:
    """The first of pydantic's errors as a ``FileError`` at its place in the file.

    ``prefix`` is the way from the top of the file to what was validated.
    """
    first = gravest(error)
    steps = [part for part in first["loc"] if part not in _NO_STEPS]
    is_at_key = first["type"] == "extra_forbidden" or _KEY in first["loc"]
    return error_at(path, [*prefix, *steps], describe(first, model), key=is_at_key)


def gravest(error: ValidationError) -> Any:
    """The error to tell: an unknown key before the missing one that it was meant to be."""
    return min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")


def describe(error: Any, model: type[BaseModel]) -> str:
    """One of pydantic's errors in Swedish; ``model`` tells which keys there are."""
    describe_kind = _BY_KIND.get(error["type"])
    if describe_kind is not None:
        return describe_kind(error, model)
    name = _name(error)
    value = error.get("input")
    if value is None:
        return f"nyckeln ”{name}” är tom. Skriv ett värde, eller ta bort raden."
    expected = _EXPECTED.get(error["type"], error["msg"])
    return f"”{value}” går inte som värde för {name}. {expected}"


def _name(error: Any) -> str:
    """The key of an error with those above it: *organisation.name*.

    Where a key itself is wrong, in *terms: {'': …}*, it is that of the mapping.
    """
    steps = (part for part in error["loc"] if part not in ("", _KEY))
    return ".".join(map(str, steps))


def _describe_unknown_key(error: Any, model: type[BaseModel]) -> str:
    """*okänd nyckel ”alow”. Menade du ”allow”?*"""
    key = error["loc"][-1]
    meant = did_you_mean(str(key), _keys(model, error["loc"]))
    return f"okänd nyckel ”{key}”.{meant}"


def _describe_missing(error: Any, model: type[BaseModel]) -> str:
    """*nyckeln ”pack” saknas.*"""
    return f"nyckeln ”{_name(error)}” saknas."


def _describe_choice(error: Any, model: type[BaseModel]) -> str:
    """*”fone” är inget värde för signature. Menade du ”phone”? Välj bland name, title, phone.*"""
    value = error.get("input")
    choices = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
    meant = did_you_mean(str(value), choices)
    return f"”{value}” är inget värde för {_name(error)}.{meant} Välj bland {', '.join(choices)}."


def _describe_own(error: Any, model: type[BaseModel]) -> str:
    """What one of our own validators says: *levels.ton: ”hög” – nivån ska vara error, warning eller info.*"""
    name = _name(error)
    value = error.get("input")
    said = f"{error['ctx']['error']}."
    if not name:
        return said
    if isinstance(value, list | dict):
        return f"{name}: {said}"
    return f"{name}: ”{value}” – {said}"


_BY_KIND: dict[str, Callable[[Any, type[BaseModel]], str]] = {
    "extra_forbidden": _describe_unknown_key,
    "missing": _describe_missing,
    "literal_error": _describe_choice,
    "enum": _describe_choice,
    "value_error": _describe_own,
}


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
    """The keys that could have stood where the unknown one stands, as they are written in the file.

    ``location`` leads from the top of what ``model`` describes to the unknown key.
    """
    current = model
    for step in location[:-1]:
        current = _model_below(current, step) or current
    return [field.alias or name for name, field in current.model_fields.items()]


def _model_below(model: type[BaseModel], step: str | int) -> type[BaseModel] | None:
    """The model of what stands under a key; None for what has no keys itself, such as an item of a list."""
    field = model.model_fields.get(str(step))
    if field is None:
        return None
    return _model_in(field.annotation)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model that an annotation names: *SignatureChoices* of *list[str] | SignatureChoices*."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    models = filter(None, map(_model_in, get_args(annotation)))
    return next(models, None)


def did_you_mean(wrong: str, right: Iterable[str]) -> str:
    """`` Menade du ”…”?`` where something like it exists, else nothing."""
    near = get_close_matches(wrong, list(right), n=1, cutoff=0.6)
    if not near:
        return ""
    return f" Menade du ”{near[0]}”?"


def listed(description: str) -> Any:
    """A field that is an empty list unless the rule gives one.

    A ``default`` of ``[]`` would be copied for each rule: a tenth of the time that all packs take to load.
    """
    return Field(default_factory=list, description=description)


def as_list(value: object) -> object:
    """A single value where a list is asked for is a list of one."""
    if isinstance(value, list):
        return value
    return [value]


def _as_level(value: object) -> object:
    """The level of that name; raises ``ValueError`` in Swedish for a text that is none."""
    if not isinstance(value, str):
        return value
    try:
        return Level.parse(value)
    except ValueError:
        raise ValueError("nivån ska vara error, warning eller info") from None


AS_LIST = BeforeValidator(as_list, json_schema_input_type=str | list[str])
"""Lets one value stand for a list of one."""


Strings = Annotated[list[str], AS_LIST]
"""One text or a list of them."""


LevelName = Annotated[
    Level,
    BeforeValidator(_as_level),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "enum": [str(level) for level in Level]}),
]
