"""What the editor's own settings say: *klarsprak.level* and the like."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from klarsprak.files.invalid import describe, told
from klarsprak.files.validation import LevelName
from klarsprak.finding import Level

SECTION = "klarsprak"


class Settings(BaseModel):
    """The keys; all of them may be left out."""

    model_config = ConfigDict(extra="forbid")

    level: LevelName = Level.INFO
    """The lowest level that is shown."""
    whole: bool = True
    """Whether a document is told what it lacks as a letter: a signature, how to appeal."""
    delay: Annotated[int, Field(ge=0, le=10_000)] = 300
    """Milliseconds from the last change to the check."""


class SettingsError(Exception):
    """Settings that can't be used; the text is one Swedish line."""


def read_settings(given: Any) -> Settings:
    """The settings in what an editor sends, with or without the section's name around; raises ``SettingsError``.

    Nothing, which is what most send, are the settings that hold without any.
    """
    if isinstance(given, dict) and SECTION in given:
        given = given[SECTION]
    try:
        return Settings.model_validate(given or {})
    except ValidationError as error:
        fault = told(error, Settings)[0]
        raise SettingsError(f"Inställningarna för klarsprak: {describe(fault, Settings)}") from None
