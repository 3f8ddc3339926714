"""``klarsprak rules test``: run the rules' own examples."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.errors import FINDINGS, say


def run_examples(
    pack: Annotated[
        str | None,
        typer.Argument(metavar="[PAKET]", help="Ett pakets namn eller en fil. Annars prövas alla paket."),
    ] = None,
    config: Annotated[Path | None, typer.Option(metavar="FIL", help="Använd den här klarsprak.yml.")] = None,
) -> int:
    """Pröva reglernas egna exempel."""
    from klarsprak.examples import failures
    from klarsprak.rulebook import every_rule, named, pack_file

    rules = pack_file(pack) or named(every_rule(config), pack)
    failed = list(failures(rules))
    for line in failed:
        say(line)
    examples = sum(len(rule.examples) for rule in rules)
    print(f"{len(rules)} regler, {examples} exempel, {len(failed)} fel.")
    return FINDINGS if failed else 0
