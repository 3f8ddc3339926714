"""``klarsprak audit compare``: what has changed between two ledgers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.audit_status import Copies
from klarsprak.cli.errors import UsageError, one_of

FORMATS = ("text", "json")


def compare(
    old: Annotated[Path, typer.Argument(metavar="FÖRE", help="Den äldre liggaren.")],
    new: Annotated[Path, typer.Argument(metavar="NU", help="Den nyare liggaren.")],
    format: Annotated[str, typer.Option(metavar="FORMAT", help=f"Svarets format: {', '.join(FORMATS)}.")] = "text",
    count_copies_once: Copies = False,
) -> int:
    """Visa vad som har ändrats: efter ett års arbete, eller med nya regler."""
    from klarsprak.audit import compare as comparing
    from klarsprak.audit.failures import LedgerError
    from klarsprak.audit.ledger import opened

    one_of("--format", format, FORMATS)
    try:
        with opened(old) as before, opened(new) as after:
            comparison = comparing.compare(before, after, count_copies_once)
    except LedgerError as error:
        raise UsageError(str(error)) from None
    if format == "json":
        print(json.dumps(comparing.as_json(comparison), ensure_ascii=False, indent=2))
        return 0
    for line in comparing.told(comparison):
        print(line)
    return 0
