"""Which keys may stand where in a file that a model describes."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel

from klarsprak.files.places import Location, Names


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
