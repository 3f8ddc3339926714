"""``klarsprak rules find``: the rules about a word."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.errors import UsageError


def find(
    word: Annotated[str, typer.Argument(metavar="ORD", help="Ett ord eller en fras, i vilken form som helst.")],
    config: Annotated[Path | None, typer.Option(metavar="FIL", help="Använd den här klarsprak.yml.")] = None,
) -> int:
    """Visa vilka regler som gäller ett ord, och vad de föreslår."""
    from klarsprak.rulebook.lookup import every_rule
    from klarsprak.rulebook.words import rules_about

    found = rules_about(word, every_rule(config))
    if not found:
        raise UsageError(f"Ingen regel gäller ”{word}”.")
    for rule in found:
        instead = ", ".join((*rule.replacements, *rule.written_out)) or next(iter(rule.explanations), "")
        print(f"{rule.name:<44} {rule.level.label:<15} {instead}".rstrip())
    return 0
