"""``klarsprak laws show``: what the program knows of an act or a section."""

from __future__ import annotations

from typing import Annotated

import typer

from klarsprak.cli.laws.overview import RegisterFile, load_chosen
from klarsprak.cli.shared.errors import UsageError
from klarsprak.cli.shared.options import ConfigFile


def show(
    query: Annotated[
        list[str],
        typer.Argument(metavar="LAG", help="Kortform, namn, nummer eller paragraf, till exempel 9 kap. 31 b § PBL."),
    ],
    config: ConfigFile = None,
    file: RegisterFile = None,
) -> int:
    """Visa vad programmet vet om en lag eller en paragraf."""
    from klarsprak.laws.describe import describe, look_up

    register = load_chosen(config, file)
    asked = " ".join(query)
    reference = look_up(asked, register)
    if reference is None:
        ways = "SoL, 2025:400 eller 9 kap. 31 b § PBL"
        raise UsageError(f"”{asked}” finns inte i registret. Skriv till exempel {ways}.")
    for line in describe(reference, register):
        print(line)
    return 0
