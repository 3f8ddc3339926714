"""``klarsprak baseline``: what is known already, so that ``check`` tells only what is new."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.choices import split_names
from klarsprak.cli.shared.errors import NOT_CHECKED, UsageError, say
from klarsprak.cli.shared.letters import ExitStatus, check_letters
from klarsprak.cli.shared.options import ConfigFile, Force, Ignore, Select
from klarsprak.cli.shared.target import check_target, config_files, files_read
from klarsprak.files.there import exists
from klarsprak.finding import Level

if TYPE_CHECKING:
    from klarsprak.finding import Report
    from klarsprak.suppression.baseline import Baseline

_NAME = "klarsprak-baseline.json"


def baseline(
    paths: Annotated[list[str], typer.Argument(metavar="BREV…", help="Filer eller mappar, till exempel era mallar.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FIL", help="Filen som skrivs.")] = Path(_NAME),
    prune: Annotated[
        bool, typer.Option("--prune", help="Ta bara bort det ur filen som inte längre finns i breven.")
    ] = False,
    force: Force = False,
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
) -> int:
    """Spara anmärkningarna som breven har nu. Sedan visar check bara nya. Filen innehåller ingen text ur breven."""
    from klarsprak.swedish import counted

    check_target(output, force=True, read=chain(config_files(config), files_read(paths)))
    verdict = ExitStatus(Level.ERROR)
    every = verdict.watch(check_letters(paths, config, split_names(select), split_names(ignore), baseline=""))
    known = _old_baseline(output, prune, force)
    gone = left_out = 0
    if prune:
        gone = _prune(known, every)
    else:
        left_out = sum(map(known.add, every))
    if prune and verdict.unreadable:
        raise UsageError(f"{output}: ändras inte, eftersom alla brev inte gick att läsa.")
    if verdict.unreadable and not len(known):
        raise UsageError(f"{output}: skrivs inte, eftersom inget brev gick att granska.")
    _save(output, known)
    removed = f", {counted(gone, 'borttagen', 'borttagna')}" if prune else ""
    print(f"{output}: {counted(len(known), 'känd anmärkning', 'kända anmärkningar')}{removed}.")
    _tell_left_out(left_out)
    return NOT_CHECKED if verdict.unreadable else 0


def _prune(known: Baseline, reports: Iterable[Report]) -> int:
    """Forget findings that are in the letters no more; how many they are."""
    for report in reports:
        known.hide(report)
    return known.prune()


def _tell_left_out(left_out: int) -> None:
    """Say so if some findings are none to remember: who fills in a template does away with them."""
    from klarsprak.swedish import counted

    if left_out:
        number = counted(left_out, "anmärkning", "anmärkningar")
        say(f"{number} på tomma fält i mallar tas inte med. Den som skriver brevet fyller i dem.")


def _old_baseline(path: Path, prune: bool, force: bool) -> Baseline:
    """The findings in the file, or none; a file that is written over keeps its key, so that little changes in it."""
    from klarsprak.suppression.baseline import Baseline, load

    if prune:
        return load(path)
    if not exists(path):
        return Baseline()
    if not force:
        raise UsageError(
            f"{path}: filen finns redan. Lägg till --force om den ska skrivas över, eller --prune om den ska rensas."
        )
    return Baseline(load(path).salt)


def _save(path: Path, known: Baseline) -> None:
    from io import StringIO

    from klarsprak.cli.shared.one_letter import save

    stream = StringIO()
    known.write(stream)
    save(path, stream.getvalue().encode())
