"""Types of values that several models share."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, StringConstraints, WithJsonSchema

from klarsprak.finding import Level


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
    """The level of that name; raises ``ValueError`` in Swedish for what is none, a number too."""
    if value is None or isinstance(value, Level):
        return value
    try:
        return Level.parse(str(value))
    except ValueError:
        raise ValueError("nivån ska vara error, warning eller info") from None


AS_LIST = BeforeValidator(as_list, json_schema_input_type=str | list[str])
"""Lets one value stand for a list of one."""


Strings = Annotated[list[str], AS_LIST]
"""One text or a list of them."""


Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A word or more: neither an empty text nor blanks alone, which nobody means and no form is made of."""


Words = Annotated[list[Word], AS_LIST]
"""One of them or a list."""


FilledWords = Annotated[list[Word], AS_LIST, Field(min_length=1)]
"""The same, and at least one."""


LevelName = Annotated[
    Level,
    BeforeValidator(_as_level),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "enum": [str(level) for level in Level]}),
]
