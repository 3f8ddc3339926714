"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Select = Annotated[
    list[str] | None,
    typer.Option(metavar="NAMN", help="Använd bara det här paketet, den här kategorin eller regeln. Kan upprepas."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="NAMN", help="Hoppa över ett paket, en kategori eller en regel. Kan upprepas."),
]
ConfigFile = Annotated[
    Path | None, typer.Option(metavar="FIL", help="Använd den här klarsprak.yml. Annars letar programmet själv.")
]


def split(names: list[str] | None) -> list[str]:
    """Names that are given one by one or with commas between."""
    return [part.strip() for name in names or () for part in name.split(",") if part.strip()]
