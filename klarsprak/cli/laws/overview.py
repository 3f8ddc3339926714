"""``klarsprak laws``: the register's day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.options import ConfigFile
from klarsprak.cli.shared.subcommands import leaves_to_command

if TYPE_CHECKING:
    from klarsprak.laws.register import Register

RegisterFile = Annotated[Path | None, typer.Option("--register", metavar="FIL", help="Använd det här lagregistret.")]


def laws(context: typer.Context, config: ConfigFile = None, file: RegisterFile = None) -> int:
    """Slå upp lagar och förnya lagregistret. Utan kommando: vilken dag registret visar."""
    if not leaves_to_command(context):
        from klarsprak.laws.describe import describe_register

        print(describe_register(load_chosen(config, file)))
        print("Slå upp en lag: klarsprak laws show SoL. Lagar som brev ofta hänvisar till: klarsprak laws list.")
    return 0


def load_chosen(config: Path | None, file: Path | None) -> Register:
    """The register that the option names, or the configuration, or the user's own, or the one that ships."""
    from klarsprak.laws import load_register
    from klarsprak.laws.chosen import register_of
    from klarsprak.rulebook.lookup import configuration_of

    return load_register(file) if file is not None else register_of(configuration_of(config))
