"""``klarsprak rules schema``: what makes an editor complete and check the YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def print_schema(
    config: Annotated[bool, typer.Option("--config", help="Schemat för klarsprak.yml i stället.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FIL", help="Skriv till en fil.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Skriv över filen om den redan finns.")] = False,
) -> int:
    """Visa JSON-schemat för regelpaket. Med det kan en textredigerare föreslå nycklar."""
    from klarsprak.cli.shared.one_letter import choose_target, save
    from klarsprak.config import starter
    from klarsprak.rulebook import packs

    text = starter.schema() if config else packs.schema()
    if output is None:
        print(text, end="")
    else:
        save(choose_target(output, output, "", force), text.encode())
    return 0
