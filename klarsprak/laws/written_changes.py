"""What has changed in law, and which letters cite it, as programs get it: from these shapes the schemas are made.

A key may be added to ``klarsprak/law-diff/1`` and ``klarsprak/law-affected/1``, none changed.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from klarsprak.laws.changes import Kind

DIFF: Literal["klarsprak/law-diff/1"] = "klarsprak/law-diff/1"
AFFECTED: Literal["klarsprak/law-affected/1"] = "klarsprak/law-affected/1"

_Number = Annotated[str, Field(description="An act's number: 2025:400, or (EU) 2016/679.")]
_Chapter = Annotated[str | None, Field(description="The chapter's number; null in an act without chapters.")]
_Section = Annotated[str, Field(description="The section's number: 4, 4 a.")]


class _Shape(BaseModel):
    """An object of which no other keys are known."""

    model_config = ConfigDict(
        extra="forbid",
        populate_by_name=True,
        serialize_by_alias=True,
        json_schema_serialization_defaults_required=True,
    )


class ActShape(_Shape):
    """An act; its name is null where the register lacks it."""

    sfs: _Number
    name: str | None


class _Changed(_Shape):
    change: Kind
    by: str | None = Field(description="The number of the act that made the change, where it is known.")
    since: date | None = Field(description="The day from which it holds, where it is known.")
    successor: str | None = Field(description="The act that took a repealed one's place, where that is sure.")


class RepealedShape(_Changed, ActShape):
    """An act that is no longer in force."""


class ChapterShape(_Shape):
    """A chapter that has come or gone."""

    sfs: _Number
    chapter: str


class SectionShape(_Shape):
    """A section that has come."""

    sfs: _Number
    chapter: _Chapter
    section: _Section


class ChangedSectionShape(_Changed, SectionShape):
    """A section that has another wording, or none."""


class DiffShape(_Shape):
    """What `klarsprak laws diff --format json` prints."""

    schema_: Literal["klarsprak/law-diff/1"] = Field(DIFF, alias="schema")
    from_: date = Field(alias="from", description="The day that the older register shows.")
    to: date = Field(description="The day that the newer register shows.")
    new: list[ActShape]
    repealed: list[RepealedShape]
    chapters_new: list[ChapterShape]
    chapters_gone: list[ChapterShape]
    sections_new: list[SectionShape]
    sections: list[ChangedSectionShape]


class AffectedPlaceShape(_Changed):
    """A place that letters cite and that has changed."""

    sfs: _Number
    name: str | None
    chapter: _Chapter
    section: str | None = Field(description="One section or several, 1–3; null of an act or a chapter.")
    letters: int = Field(ge=1, description="How many letters cite it.")
    files: list[str] = Field(description="Which letters they are; empty unless --files was given.")


class AffectedShape(_Shape):
    """What `klarsprak laws affected --format json` prints."""

    schema_: Literal["klarsprak/law-affected/1"] = Field(AFFECTED, alias="schema")
    from_: date = Field(alias="from", description="The day that the older register shows.")
    to: date = Field(description="The day that the newer register shows.")
    letters: int = Field(ge=0, description="How many letters there are.")
    affected: int = Field(ge=0, description="How many of them cite something that has changed.")
    places: list[AffectedPlaceShape] = Field(description="The most cited first.")


def as_data(shape: _Shape) -> dict[str, Any]:
    """The object, ready to be written as JSON."""
    return shape.model_dump(mode="json", by_alias=True)
