"""Which keys may stand where in a file that a model describes, and what to say of others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from klarsprak.files.meant import did_you_mean, short
from klarsprak.files.places import Location, Names
from klarsprak.swedish import listed


def keys_at(model: type[BaseModel], location: Location, names: Names) -> list[str]:
    """The keys that could stand beside the one that ``location`` leads to, by all their names.

    ``location`` leads there from the top of what ``model`` describes.
    """
    current = model
    for step in location[:-1]:
        current = model_below(current, step) or current
    keys = [field.alias or name for name, field in current.model_fields.items()]
    return [*keys, *(names[key] for key in keys if key in names)]


def model_below(model: type[BaseModel], step: str | int) -> type[BaseModel] | None:
    """The model of what stands under a key; None for what has no keys itself, such as an item of a list."""
    field = model.model_fields.get(str(step))
    return None if field is None else _model_in(field.annotation)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The first model that an annotation names: *SignatureChoices* of *list[str] | SignatureChoices*."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    models = filter(None, map(_model_in, get_args(annotation)))
    return next(models, None)


LACKING = "saknas."
"""Ends what is said of keys that are missing."""


def describe_missing(keys: Sequence[str]) -> str:
    """*nyckeln ”pack” saknas.*, *nycklarna ”message” och ”why” saknas.*"""
    names = listed([f"”{key}”" for key in keys])
    return f"{'nyckeln' if len(keys) == 1 else 'nycklarna'} {names} {LACKING}"


_UNSEEN = re.compile(r"[^\S ]|[\u200b-\u200f\u2060\ufeff\u00ad]")
"""Spaces that aren't the usual one, and signs without width: *U+00A0*, *U+200B*."""


def describe_unknown(key: str, known: Iterable[str]) -> str:
    """*okänd nyckel ”alow”. Menade du ”allow”?* A hard space before it is named: nobody sees it."""
    unseen = _UNSEEN.search(key)
    if unseen is None:
        return f"okänd nyckel ”{short(key)}”.{did_you_mean(key, known)}"
    return f"ett osynligt tecken (U+{ord(unseen[0]):04X}) i nyckeln ”{short(key.strip())}”. Ta bort det."
