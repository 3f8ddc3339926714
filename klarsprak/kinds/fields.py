"""Types of YAML values that several kinds share."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema

from klarsprak.finding import Level
from klarsprak.kinds.patterns import NAMED, SlotError, compile_slots
from klarsprak.kinds.slots import Slots

START = "start"


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


def as_slots(pattern: str) -> Slots:
    """The pattern compiled; a bare name such as ``infinitive`` stands for a word of that sort."""
    return compile_slots(f"<{pattern}>" if pattern in NAMED else pattern)


def _readable(pattern: str) -> str:
    if pattern != START:
        try:
            as_slots(pattern)
        except SlotError as error:
            raise ValueError(str(error)) from None
    return pattern


AS_LIST = BeforeValidator(as_list, json_schema_input_type=str | list[str])
"""Lets one value stand for a list of one."""

Strings = Annotated[list[str], AS_LIST]
"""One text or a list of them."""
Patterns = Annotated[list[Annotated[str, AfterValidator(_readable)]], AS_LIST]
"""One pattern (see ``slots``) or a list of them."""
LevelName = Annotated[
    Level,
    BeforeValidator(_as_level),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "enum": [str(level) for level in Level]}),
]
