"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

A_DAY = 86_400.0
"""The most seconds that a time may be: without a limit, the system's clocks would refuse *inf*."""

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
Force = Annotated[bool, typer.Option("--force", help="Skriv över filen om den redan finns.")]


def time_option(help: str) -> Any:
    """An option that is a time, and that no clock refuses."""
    return typer.Option(metavar="SEKUNDER", min=0.1, max=A_DAY, help=help)
