"""Models of which there are thousands: kept in a file, and loaded from it, with little around their values."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

M = TypeVar("M", bound="SmallModel")

_NAMES: dict[tuple[str, ...], tuple[str, ...]] = {}
_SETS: dict[frozenset[str], set[str]] = {}
"""One for all models that have the same, so that a pickle holds it once."""
EMPTY: list[Any] = []
"""Stands for all lists without anything in them, as most of a model's are: nobody changes one."""


class SmallModel(BaseModel):
    """A model whose pickle leads to one that shares its table of names with all others of its class.

    A table of its own, which pydantic gives each, takes half of a rule's memory.  Python shares one among a class's
    first objects, so nothing is spared where many were made by pydantic before.
    """

    def __reduce__(self) -> tuple[Any, ...]:
        values = self._kept()
        names = tuple(values)
        told = _SETS.setdefault(frozenset(self.__pydantic_fields_set__), self.__pydantic_fields_set__)
        shared = tuple(EMPTY if value == EMPTY else value for value in values.values())
        return restored, (type(self), _NAMES.setdefault(names, names), shared, told)

    def _kept(self) -> dict[str, Any]:
        """The values that go into a pickle, by name."""
        return self.__dict__


def restored(model: type[M], names: tuple[str, ...], values: tuple[Any, ...], told: set[str]) -> M:
    """The model with these values; ``told`` are the names of those that were given when it was made."""
    made = model.__new__(model)
    put = object.__setattr__
    put(made, "__pydantic_fields_set__", told)
    put(made, "__pydantic_extra__", None)
    put(made, "__pydantic_private__", None)
    for name, value in zip(names, values, strict=True):
        put(made, name, value)
    return made
