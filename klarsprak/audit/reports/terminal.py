"""The report's short form, for the terminal: the conclusion and one table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TextIO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from klarsprak.audit.reports import statistics
from klarsprak.audit.reports.common_rules import CommonRule, common_rules
from klarsprak.audit.reports.conclusion import conclude
from klarsprak.audit.reports.difference import RULE
from klarsprak.audit.reports.groups import PER_WORDS
from klarsprak.audit.reports.heading import cautions, origin, title
from klarsprak.audit.reports.sections import n_letters
from klarsprak.audit.reports.statistics import Statistics
from klarsprak.audit.reports.template_list import advice, template_name

MOST_RULES = 10
MOST_FIXES = 3
WIDTH = 80
"""Columns where the output is no terminal."""
_INDENTED = (0, 0, 0, 2)
"""Blanks above, to the right, below and to the left."""


def write(database: sqlite3.Connection, out: TextIO, organisation: str = "", once: bool = False) -> None:
    """Write the short form of a ledger's report; ``once`` counts files of one content once."""
    known = statistics.gather(database, once)
    console = Console(file=out, width=None if out.isatty() else WIDTH, highlight=False, emoji=False, markup=False)
    console.print(title(organisation), style="bold")
    for line in (*origin(known), *cautions(known)):
        console.print(line)
    console.print()
    for sentence in conclude(known):
        console.print(Padding(sentence, _INDENTED, expand=False))
    rules = list(common_rules(known, {}))[:MOST_RULES]
    if rules:
        console.print()
        console.print(_table(rules, n_letters(known.all.letters)))
    for sentence in _fixes(known):
        console.print(Padding(sentence, _INDENTED, expand=False))
    console.print()
    if known.all.is_large:
        console.print(RULE, style="dim")
    console.print("Hela rapporten skriver du till en fil: lägg till -o rapport.html", style="dim")


def _fixes(known: Statistics) -> Iterator[str]:
    """What helps most to mend in the templates."""
    fixes = known.fixes[:MOST_FIXES]
    if fixes:
        yield "Mallarna. Skriv ”klarsprak audit templates” för att se alla."
    for fix in fixes:
        yield f"{template_name(fix)}, {fix.title}: {advice(fix)}"


def _table(rules: list[CommonRule], n: str) -> Table:
    """The rules that are broken in most letters."""
    table = Table(
        title=f"De vanligaste anmärkningarna ({n})", title_justify="left", title_style="bold", box=box.SIMPLE
    )
    table.add_column("Regel", overflow="fold")
    table.add_column("Nivå")
    for name in ("Andel av breven", PER_WORDS.capitalize()):
        table.add_column(name, justify="right")
    for rule in rules:
        table.add_row(rule.title, rule.level, rule.share, rule.rate)
    return table
