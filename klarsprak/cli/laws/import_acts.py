"""``klarsprak laws import``: a folder of statutes into the register."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.choices import day_in
from klarsprak.cli.shared.errors import say
from klarsprak.cli.shared.options import ConfigFile


def import_laws(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen med lagtexter, eller en enda fil.")],
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FIL", help="Skriv registret här. Annars dit klarsprak.yml säger, eller i din datamapp."
        ),
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATUM", help="Dagen då texterna hämtades. Annars dagens datum.")
    ] = None,
    config: ConfigFile = None,
) -> int:
    """Förnya lagregistret med en mapp lagtexter. Det som registret redan vet finns kvar."""
    from klarsprak.laws.imported import user_register, write_register
    from klarsprak.laws.merging import merged, register_at
    from klarsprak.laws.statutes import read_folder
    from klarsprak.rulebook.lookup import configuration_of
    from klarsprak.swedish import counted, written_day

    chosen = configuration_of(config)
    path = output or (chosen.folder / chosen.law_register if chosen.law_register else user_register())
    when = day_in("--date", day) if day else date.today()
    statutes, faults = read_folder(folder, when)
    register = merged(register_at(path), statutes.values(), when)
    write_register(path, register)
    for fault in faults:
        say(fault)
    read = counted(len(statutes), "lag", "lagar")
    left = f" {counted(len(faults), 'fil', 'filer')} gick inte att använda." if faults else ""
    rest = len(register.acts) - len(statutes)
    kept = f" Registret har {rest} till sedan tidigare." if rest else ""
    print(f"{path}: {read}, läget den {written_day(when)}.{kept}{left}")
    return 0
