"""``klarsprak gate``: a drop folder that holds letters back."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any

import typer

from klarsprak.cli.shared.errors import FINDINGS, NOT_CHECKED, UsageError, say
from klarsprak.cli.shared.options import A_DAY, ConfigFile
from klarsprak.cli.shared.subcommands import leaves_to_command

if TYPE_CHECKING:
    from klarsprak.gate.folder.claims import Folders
    from klarsprak.gate.folder.gate import Tally


def gate(
    context: typer.Context,
    incoming: Annotated[
        Path | None, typer.Option("--in", metavar="MAPP", help="Mappen som breven kommer till.")
    ] = None,
    passed: Annotated[
        Path | None, typer.Option("--pass", metavar="MAPP", help="Mappen som godkända brev flyttas till.")
    ] = None,
    held: Annotated[
        Path | None,
        typer.Option("--hold", metavar="MAPP", help="Mappen som stoppade brev flyttas till, med en rapport bredvid."),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Fortsätt att vänta på brev tills du avslutar med Ctrl-C.")
    ] = False,
    settle: Annotated[
        float,
        typer.Option(
            metavar="SEKUNDER",
            min=0.1,
            max=A_DAY,
            help="Så länge ska en fil vara orörd innan den räknas som färdigskriven.",
        ),
    ] = 2.0,
    attempts: Annotated[
        int | None,
        typer.Option(
            metavar="ANTAL",
            min=1,
            help="Stoppa ett brev när så många körningar har dött medan de granskade det. Annars två.",
        ),
    ] = None,
    config: ConfigFile = None,
) -> int:
    """Släpp igenom brev som håller måttet och stoppa de andra.

    Nyckeln grind i klarsprak.yml säger vad som stoppar.
    """
    if leaves_to_command(context):
        return 0
    folders = _folders(incoming, passed, held)
    from klarsprak.gate import attachments
    from klarsprak.gate.examine import Examiner
    from klarsprak.gate.folder.gate import ATTEMPTS, Gate, check_folders
    from klarsprak.processes import limit_memory

    check_folders(folders)
    # Not from the folder itself: who may put letters there must not choose what holds them.
    examiner = Examiner(config, folders.incoming.resolve().parent)
    attachments.warm(examiner.warm())
    limit_memory(examiner.memory)
    with _stopped_by_signals() as stop:
        if watch:
            say(f"väntar på brev i {incoming}. Avsluta med Ctrl-C.")
        tell = _timed if watch else say
        tally = Gate(folders, examiner.examine, tell, settle, attempts or ATTEMPTS).run(stop, watch=watch)
    say(_describe(tally))
    if watch:
        return 0
    if stop.is_set():
        raise KeyboardInterrupt
    return _code(tally)


def _folders(incoming: Path | None, passed: Path | None, held: Path | None) -> Folders:
    """The three folders, none of which may be left out."""
    if incoming is None or passed is None or held is None:
        raise UsageError(
            "--in, --pass och --hold behövs alla tre. Skriv ”klarsprak gate --help” så ser du vad som går."
        )
    from klarsprak.gate.folder.claims import Folders

    return Folders(incoming, passed, held)


@contextmanager
def _stopped_by_signals() -> Iterator[Event]:
    """An event that Ctrl-C and SIGTERM set: the letter at hand is seen to its end.  A second one ends at once."""
    stop = Event()

    def ask(number: int, frame: Any) -> None:
        signal.signal(number, before[signal.Signals(number)])
        stop.set()

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _timed(line: str) -> None:
    from datetime import datetime

    say(f"{datetime.now():%Y-%m-%d %H:%M:%S} {line}")


def _describe(tally: Tally) -> str:
    """What became of the letters, in Swedish."""
    unread = f", varav {tally.unreadable} inte gick att läsa" if tally.unreadable else ""
    left = f" Kvar: {tally.failed}." if tally.failed else ""
    return f"Släppta: {tally.passed}. Stoppade: {tally.held}{unread}.{left}"


def _code(tally: Tally) -> int:
    """2 if something could not be read or moved, 1 if a letter that could is held, else 0."""
    if tally.failed or tally.unreadable:
        return NOT_CHECKED
    return FINDINGS if tally.held else 0
