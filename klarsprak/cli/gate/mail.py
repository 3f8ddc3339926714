"""``klarsprak gate mail``: a message on its way through a mail system's pipe."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from klarsprak.cli.shared.commands import Command
from klarsprak.cli.shared.errors import UsageError
from klarsprak.cli.shared.options import A_DAY, ConfigFile
from klarsprak.gate.mail.terms import ATTEMPTS, Terms

_THEN = "--then"


class MailCommand(Command):
    """All that stands after ``--then`` is another command's, its options too."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse what is ours."""
        at = args.index(_THEN) if _THEN in args else len(args)
        if args[at:] == [_THEN]:
            raise UsageError("Kommandot efter --then saknas.")
        ctx.meta[_THEN] = tuple(args[at + 1 :])
        return super().parse_args(ctx, args[:at])


def mail(
    context: typer.Context,
    sender: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ADRESS",
            help="Kuvertets avsändare. Är den tom, eller en adress som ingen läser, släpps mejlet utan granskning.",
        ),
    ] = None,
    hold: Annotated[
        Path | None,
        typer.Option(metavar="MAPP", help="Spara varje stoppat mejl här, i en egen mapp med en rapport."),
    ] = None,
    notice: Annotated[
        str, typer.Option(metavar="TEXT", help="Lägg till den här texten sist i beskedet till avsändaren.")
    ] = "",
    quote: Annotated[
        bool, typer.Option("--quote", help="Citera mejlet i beskedet. Orden hamnar då också i mejlsystemets logg.")
    ] = False,
    time_limit: Annotated[
        float,
        typer.Option(metavar="SEKUNDER", min=1.0, max=A_DAY, help="Låt mejlet vänta om granskningen tar längre tid."),
    ] = 120.0,
    attempts: Annotated[
        int,
        typer.Option(
            metavar="ANTAL",
            min=0,
            help="Stoppa mejlet efter så många misslyckade försök. 0: låt det vänta.",
        ),
    ] = ATTEMPTS,
    state: Annotated[
        Path | None,
        typer.Option(
            metavar="MAPP",
            help="Räkna försöken här. Annars bland systemets tillfälliga filer.",
        ),
    ] = None,
    config: ConfigFile = None,
) -> int:
    """Granska ett mejl från standard in. Ett mejl som håller måttet går oförändrat till kommandot efter --then.

    Utan --then går mejlet till standard ut. --then ska stå sist.

    Slutkod 0: släppt. 69: stoppat, beskedet till avsändaren står på standard fel. 75: något gick fel, försök igen.
    """
    if None in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
        # The next file that we open would take the place of the one that is closed.
        raise UsageError("standard in, standard ut och standard fel måste vara öppna.")
    from klarsprak.gate.mail.message import Way, handle

    terms = Terms(config, quote, notice, time_limit, attempts, state)
    return handle(sys.stdin.buffer, sender, terms, Way(context.meta[_THEN], hold))
