"""``klarsprak rules show``: all about a rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def show(
    name: Annotated[str, typer.Argument(metavar="REGEL", help="Regelns namn, till exempel kanslisvenska.erhålla.")],
    config: Annotated[Path | None, typer.Option(metavar="FIL", help="Använd den här klarsprak.yml.")] = None,
) -> int:
    """Visa vad en regel gör, varför, och exempel."""
    from klarsprak.rulebook.lookup import described, every_rule, named

    print("\n\n".join(described(rule) for rule in named(every_rule(config), name)))
    return 0
