"""``klarsprak rules show``: all about a rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from klarsprak.kinds import Rule


def show(
    name: Annotated[
        str, typer.Argument(metavar="REGEL", help="Regelns namn, till exempel kanslisvenska.erhålla, eller ett ord.")
    ],
    config: Annotated[Path | None, typer.Option(metavar="FIL", help="Använd den här klarsprak.yml.")] = None,
) -> int:
    """Visa vad en regel gör, varför, och exempel."""
    from klarsprak.rulebook.describe import describe
    from klarsprak.rulebook.lookup import answering_to, every_rule, turned_off

    rules = every_rule(config)
    meant = _meant(name, rules)
    if not meant:
        meant = _meant(name, turned_off(config, rules)) or answering_to(name, rules)
        print("Gäller inte här: klarsprak.yml stänger av regeln, tillåter orden eller förklarar dem själv.\n")
    print("\n\n".join(map(describe, meant)))
    return 0


def _meant(name: str, rules: list[Rule]) -> list[Rule]:
    """The rules of that name, or else those about a word; none where there are none.

    *erhålla* is no rule's whole name, but what one looks for.
    """
    from klarsprak.rulebook.lookup import answering_to
    from klarsprak.rulebook.selection import known_names
    from klarsprak.rulebook.words import rules_about

    if name in known_names(rules):
        return answering_to(name, rules)
    return rules_about(name, rules)
