"""The group of keys in ``klarsprak.yml`` about the add-ins for Outlook and Word."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from klarsprak.config.swedish_keys import with_swedish
from klarsprak.files.validation import LevelName, Strings
from klarsprak.finding import Level

SendMode = Literal["promptUser", "softBlock", "block"]
"""What Outlook lets the writer do with a mail that has remarks, by Microsoft's own names."""
LONGEST_NAME = 30
"""Characters of an add-in's name in the unified manifest."""


class AddinChoices(BaseModel):
    """How the add-ins look, and what they do when a mail is sent."""

    model_config = ConfigDict(defer_build=True, extra="forbid", json_schema_extra=with_swedish)

    name: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NAME, strip_whitespace=True)] = Field(
        default="Klarspråk", description="Tilläggens namn i Outlook och Word.", examples=["Ekvallas klarspråk"]
    )
    send: SendMode = Field(
        default="promptUser",
        description="Vad som händer när någon skickar ett mejl med anmärkningar. promptUser: programmet säger till, "
        "och det går att skicka ändå. softBlock: mejlet måste rättas först, men går i väg om servern inte svarar. "
        "block: mejlet måste rättas först, och går inte i väg om det inte går att granska eller om servern inte "
        "svarar.",
        examples=["softBlock"],
    )
    level: LevelName = Field(
        default=Level.ERROR,
        description="Lägsta nivå på en anmärkning som programmet säger till om när mejlet skickas: error, warning "
        "eller info.",
        examples=["warning"],
    )
    colleagues: Strings = Field(
        default=[],
        description="Domäner: ett mejl som bara går dit granskas inte när det skickas. Tomt: alla mejl granskas.",
        examples=[["ekvalla.se"]],
    )
    icons: str = Field(
        default="",
        description="Mapp med era egna ikoner för tilläggen, räknat från den här filens mapp.",
        examples=["ikoner"],
    )
    office_js: str = Field(
        default="",
        description="Mapp med Microsofts Office.js, räknat från den här filens mapp, om datorerna inte får hämta den "
        "från Microsoft.",
        examples=["office-js"],
    )
