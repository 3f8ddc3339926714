"""What pydantic says of a YAML file, in Swedish, and types of values that several models share."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

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


def invalid(path: Path, error: ValidationError, model: type[BaseModel], prefix: Location = ()) -> FileError:
    """The first of pydantic's errors as a ``FileError`` at its place in the file.

    ``prefix`` is the way from the top of the file to what was validated.
    """
    first = gravest(error)
    location = [*prefix, *(part for part in first["loc"] if part not in _NO_STEPS)]
    return error_at(
        path, location, describe(first, model), key=first["type"] == "extra_forbidden" or _KEY in first["loc"]
    )


_KEY = "[key]"
"""Ends the location of an error in a mapping's key."""


_NO_STEPS = ("function-after", _KEY)


def gravest(error: ValidationError) -> Any:
    """The error to tell: an unknown key before the missing one that it was meant to be."""
    return min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")


def describe(error: Any, model: type[BaseModel]) -> str:
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


def listed(description: str) -> Any:
    """A field that is an empty list unless the rule gives one.

    A ``default`` of ``[]`` would be copied for each rule: a tenth of the time that all packs take to load.
    """
    return Field(default_factory=list, description=description)


def as_list(value: object) -> object:
    """A single value where a list is asked for is a list of one."""
    return value if isinstance(value, list) else [value]


def _as_level(value: object) -> object:
    if isinstance(value, str):
        try:
            return Level.parse(value)
        except ValueError:
            raise ValueError("nivån ska vara error, warning eller info") from None
    return value


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
