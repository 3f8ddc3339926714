"""``klarsprak audit status``: what a ledger holds."""

from __future__ import annotations

from typing import Annotated

import typer

from klarsprak.cli.audit.out import Ledger, ledger_errors_as_misuse

Copies = Annotated[bool, typer.Option("--count-copies-once", help="Räkna filer med samma innehåll som en.")]


def status(
    ledger: Ledger,
    count_copies_once: Copies = False,
) -> int:
    """Visa vad som är granskat och vad som inte gick att läsa."""
    from klarsprak.audit.ledger.ledger import opened
    from klarsprak.audit.reports import summary

    with ledger_errors_as_misuse(), opened(ledger) as database:
        known = summary.summarise(database, count_copies_once)
        for line in summary.describe(known, why="De står sist, med skälet."):
            print(line)
        for name, why in summary.unreadable(database):
            print(f"{name}: {why}")
    return 0
