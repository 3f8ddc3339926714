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
    from klarsprak.rulebook.describe import describe
    from klarsprak.rulebook.lookup import answering_to, every_rule

    print("\n\n".join(describe(rule) for rule in answering_to(name, every_rule(config))))
    return 0
