"""What the editor's own settings say: *klarsprak.level* and the like."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from klarsprak.files.invalid import describe, told
from klarsprak.files.validation import LevelName
from klarsprak.finding import Level

SECTION = "klarsprak"
_LONGEST_DELAY = 10_000
_OF_THE_EDITOR = frozenset({"trace"})
"""Keys that an editor has for every server."""


def _as_delay(value: int) -> int:
    """The delay; raises ``ValueError`` in Swedish for what is none."""
    if 0 <= value <= _LONGEST_DELAY:
        return value
    raise ValueError(f"skriv millisekunder, 0 till {_LONGEST_DELAY}")


class Settings(BaseModel):
    """The keys; all of them may be left out."""

    model_config = ConfigDict(extra="forbid")

    level: LevelName = Level.INFO
    """The lowest level that is shown."""
    whole: bool = True
    """Whether a document is told what it lacks as a letter: a signature, how to appeal."""
    delay: Annotated[int, AfterValidator(_as_delay)] = 300
    """Milliseconds from the last change to the check."""


class SettingsError(Exception):
    """Settings that can't be used; the text is one Swedish line."""


def read_settings(*given: Any) -> Settings:
    """The settings in what an editor sends, with or without the section's name around; raises ``SettingsError``.

    What comes later goes before what comes earlier.  Nothing, which is what most send, are the settings that hold
    without any.
    """
    keys: dict[str, Any] = {}
    for each in given:
        keys |= _keys(each)
    try:
        return Settings.model_validate(keys)
    except ValidationError as error:
        fault = told(error, Settings)[0]
        raise SettingsError(f"Inställningarna för klarsprak: {describe(fault, Settings)}") from None


def _keys(given: Any) -> dict[str, Any]:
    """The keys that are set; an editor may send *null* for those that aren't."""
    if isinstance(given, dict) and SECTION in given:
        given = given[SECTION]
    if given is None:
        return {}
    if not isinstance(given, dict):
        raise SettingsError("Inställningarna för klarsprak ska vara nycklar och värden.")
    return {key: value for key, value in given.items() if value is not None and key not in _OF_THE_EDITOR}
