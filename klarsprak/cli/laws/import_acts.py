"""``klarsprak laws import``: a new register from a folder of statute texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.errors import UsageError
from klarsprak.cli.shared.options import ConfigFile


def import_laws(
    folder: Annotated[
        Path, typer.Argument(metavar="MAPP", help="Mappen med lagtexter. Handboken beskriver formatet.")
    ],
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
    """Gör ett nytt lagregister av en mapp med lagtexter. Alla läses innan något skrivs."""
    from klarsprak.laws.imported import ImportedRegister, user_register, write_register
    from klarsprak.laws.statutes import read_folder
    from klarsprak.rulebook.lookup import configuration_of
    from klarsprak.swedish import counted, written_day

    chosen = configuration_of(config)
    path = output or (chosen.folder / chosen.law_register if chosen.law_register else user_register())
    when = _date(day)
    acts = read_folder(folder)
    write_register(path, ImportedRegister(when, {act.sfs: act for act in acts}))
    number = counted(len(acts), "lag", "lagar")
    print(f"{path}: {number}, läget den {written_day(when)}.")
    return 0


def _date(day: str | None) -> date:
    try:
        return date.fromisoformat(day) if day else date.today()
    except ValueError:
        raise UsageError(f"--date: ”{day}” är inget datum. Skriv det så här: 2026-11-25.") from None
