"""``klarsprak rules schema``: what makes an editor complete and check the YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.options import Force
from klarsprak.cli.shared.target import check_target


def print_schema(
    config: Annotated[bool, typer.Option("--config", help="Schemat för klarsprak.yml i stället.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FIL", help="Skriv till en fil.")] = None,
    force: Force = False,
) -> int:
    """Visa JSON-schemat för regelpaket. Med det kan en textredigerare föreslå nycklar."""
    from klarsprak.cli.shared.one_letter import save
    from klarsprak.config import starter
    from klarsprak.rulebook.schema import schema_in_use

    text = starter.schema() if config else schema_in_use()
    if output is None:
        print(text, end="")
    else:
        check_target(output, force, read=())
        save(output, text.encode())
    return 0
