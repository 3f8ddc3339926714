"""``klarsprak audit run``: check an archive."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.audit.out import ledger_errors_as_misuse
from klarsprak.cli.shared.choices import seconds_in
from klarsprak.cli.shared.errors import NOT_CHECKED, UsageError, say
from klarsprak.cli.shared.options import time_option

if TYPE_CHECKING:
    from klarsprak.audit.sources.archive import Names
    from klarsprak.audit.tally import Tally


_SAFE = re.compile(r"tls://|(tcp://)?(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d*)?/?\Z")
"""What nobody else can read: encrypted, or this machine's own; *127.elak.example* is none of them."""


def audit(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KÄLLA…",
            help="Mappar, arkivpaket, zip- och tarfiler, brevlådor (mbox, Maildir) och enstaka brev.",
        ),
    ] = None,
    ledger: Annotated[Path, typer.Option(metavar="FIL", help="Liggaren: databasen som resultaten sparas i.")] = Path(
        "audit.sqlite"
    ),
    files_from: Annotated[
        list[Path] | None, typer.Option(metavar="LISTA", help="Granska filerna i en lista, en per rad. Kan upprepas.")
    ] = None,
    jobs: Annotated[int, typer.Option(metavar="ANTAL", min=0, help="Processer. 0 är en för varje kärna.")] = 0,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADRESS",
            help="Granska på ett Dask-kluster: schemaläggarens adress, till exempel tls://server:8786. "
            "Breven skickas över nätet till klustrets datorer.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FIL", help="klarsprak.yml för hela granskningen. Annars den som gäller för den första källan."
        ),
    ] = None,
    time_limit: Annotated[
        float | None,
        time_option("Längsta tid för ett brev, annars den i klarsprak.yml, eller 30."),
    ] = None,
    keep_words: Annotated[
        bool,
        typer.Option(
            "--keep-words",
            help="Spara orden som regler anmärker på. De kan vara personuppgifter: skydda liggaren som breven.",
        ),
    ] = False,
    all_records: Annotated[
        bool,
        typer.Option("--all-records", help="Granska alla handlingar i arkivpaket. Annars bara de utgående."),
    ] = False,
    newest: Annotated[
        bool,
        typer.Option("--newest", help="Granska bara den nyaste representationen i arkivpaket. Annars alla."),
    ] = False,
) -> int:
    """Granska ett arkiv. Avbryt när du vill: samma kommando fortsätter där du var."""
    names = _names(sources or [], files_from or [])
    from klarsprak.audit import run
    from klarsprak.audit.sources.packages.package import Choice
    from klarsprak.audit.version import config_for

    if cluster and not _SAFE.match(cluster):
        say("breven skickas okrypterade till klustret. Använd tls:// om nätet inte är ert eget.")
    choice = Choice(all_records, newest)
    path = config or config_for(names.given)
    seconds = time_limit or seconds_in(path)
    plan = run.Plan(ledger, path, jobs or _cores(), seconds, keep_words, cluster, choice)
    try:
        with _failures_as_misuse(), _progress(names) as watch:
            tally = run.audit(names, plan, watch)
    except KeyboardInterrupt:
        say("avbruten. Det som är granskat är sparat. Kör samma kommando igen, så fortsätter granskningen.")
        raise
    _print(ledger, tally)
    if keep_words:
        say("Liggaren innehåller ord ur breven. Skydda den som breven.")
    if tally.read:
        return 0
    unread = f"inget brev gick att läsa. Skriv ”klarsprak audit status {ledger}” för att se varför."
    say(unread if tally.files else _why_nothing(names))
    return NOT_CHECKED


def _why_nothing(names: Names) -> str:
    """What to do where no file was found at all, which a list and a zip file tell only when they are gone through."""
    sources = ", ".join(map(str, (*names.given, *names.lists)))
    hint = " En lista ska ha en fil på varje rad." if names.lists else ""
    return f"{sources}: där finns inga brev att granska.{hint}"


def _names(sources: list[str], lists: list[Path]) -> Names:
    """The sources, of which there must be some, and those that are named here must be there."""
    from klarsprak.audit.sources.archive import Names, check_not_empty, check_there
    from klarsprak.audit.sources.source import local_path

    if not sources and not lists:
        raise UsageError("KÄLLA… saknas. Skriv ”klarsprak audit run --help” så ser du vad som går.")
    names = Names(list(map(local_path, sources)), lists)
    check_there(names.given)
    check_not_empty(names)
    return names


@contextmanager
def _failures_as_misuse() -> Iterator[None]:
    """In the block, known failures become one line."""
    from klarsprak.audit.workers.pool import WorkerPoolError

    try:
        with ledger_errors_as_misuse():
            yield
    except WorkerPoolError as error:
        raise UsageError(str(error)) from None


def _print(path: Path, tally: Tally) -> None:
    """What the run did, and what the ledger says now."""
    from klarsprak.audit.ledger import ledger
    from klarsprak.audit.reports import summary

    with ledger_errors_as_misuse(), ledger.opened(path) as database:
        known = summary.summarise(database)
        for line in chain(summary.describe_run(tally), summary.describe(known)):
            print(line)


def _cores() -> int:
    """The cores that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


@contextmanager
def _progress(names: Names) -> Iterator[Callable[[Tally], None]]:
    """A bar with rate and time left where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Task as Bar
    from rich.text import Text

    from klarsprak.audit.sources.archive import count_letters

    class Rate(ProgressColumn):
        def render(self, task: Bar) -> Text:
            return Text(f"{task.finished_speed or task.speed or 0:.0f} filer/s")

    columns = (TextColumn("Granskar"), BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=count_letters(names))
        yield lambda tally: progress.update(bar, completed=tally.files)
