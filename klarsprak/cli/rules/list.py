"""``klarsprak rules list``: one line a rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def list_rules(
    name: Annotated[str | None, typer.Argument(metavar="NAMN", help="Ett paket, en kategori eller en regel.")] = None,
    config: Annotated[Path | None, typer.Option(metavar="FIL", help="Använd den här klarsprak.yml.")] = None,
) -> int:
    """Visa reglerna som gäller, en på varje rad."""
    from klarsprak.rulebook.lookup import answering_to, every_rule

    for rule in answering_to(name, every_rule(config)):
        print(f"{rule.name:<44} {rule.level.label:<15} {rule.kind}")
    return 0
