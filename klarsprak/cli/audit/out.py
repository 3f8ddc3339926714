"""What the commands on ledgers read, and where they write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.errors import UsageError

Ledger = Annotated[Path, typer.Argument(metavar="LIGGARE", help="Liggaren från audit run.")]
Config = Annotated[
    Path | None,
    typer.Option(
        metavar="FIL", help="klarsprak.yml med er kommuns namn och egna regler. Annars letar programmet själv."
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FIL", help="Skriv till en fil.")]


@contextmanager
def missing_library_as_misuse() -> Iterator[None]:
    """In the block, a library that is not installed becomes one line that says how to get it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        raise UsageError(f"Formatet kräver {error.name}. Skriv: pip install './klarsprak[report]'") from None


@contextmanager
def ledger_errors_as_misuse() -> Iterator[None]:
    """In the block, a ledger that can't be used becomes one line."""
    from klarsprak.audit.ledger.failures import LedgerError

    try:
        yield
    except LedgerError as error:
        raise UsageError(str(error)) from None


_EXTRAS = ("matplotlib", "xlsxwriter", "pyarrow")
