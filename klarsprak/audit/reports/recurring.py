"""The templates with fewest findings, and those with most."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from klarsprak.audit.reports.groups import Group, groups
from klarsprak.audit.reports.naming import rule_name, type_name

MOST_TEMPLATES = 5


class Template(NamedTuple):
    """Letters much alike; ``example`` is the name of one of them, ``rule`` the most frequent in them."""

    group: Group
    unit: str | None
    type: str | None
    rule: str | None
    example: str


def templates(database: sqlite3.Connection) -> tuple[list[Template], list[Template]]:
    """Those with fewest findings per 1,000 words, and those with most; none is among both, and none is small."""
    every = [group for group in groups(database, "number", "JOIN recurring USING (template)") if group.is_large]
    every.sort(key=lambda group: (group.rate, group.name))
    middle = len(every) - min(MOST_TEMPLATES, len(every) // 2)
    best, worst = every[:middle][:MOST_TEMPLATES], every[middle:][::-1]
    return [_template(database, group) for group in best], [_template(database, group) for group in worst]


def _template(database: sqlite3.Connection, group: Group) -> Template:
    source = source_of(database, int(group.name))
    rule = _most(
        database, "rule.name, category", "CROSS JOIN finding USING (letter) JOIN rule ON rule.id = finding.rule"
    )
    return Template(group, source.unit, source.type, rule=rule_name(*rule) if rule else None, example=source.example)


class Source(NamedTuple):
    """What a template's letters have in common: most of them are from that unit and of that type.

    ``example`` is the name of one of them.
    """

    number: int
    unit: str | None
    type: str | None
    example: str


def source_of(database: sqlite3.Connection, number: int) -> Source:
    """The template of that number; its letters are in the table ``alike`` afterwards."""
    database.execute("DROP TABLE IF EXISTS temp.alike")
    database.execute(
        "CREATE TEMP TABLE alike AS SELECT * FROM counted JOIN recurring USING (template) WHERE number = ?", (number,)
    )
    type = _most(database, "value", ", json_each(types)")
    unit = _most(database, "unit_name", "WHERE unit_name IS NOT NULL")
    (example,) = database.execute(
        "SELECT min(file) FROM entry WHERE letter = (SELECT min(letter) FROM alike)"
    ).fetchone()
    return Source(number, unit[0] if unit else None, type_name(type[0]) if type else None, example)


def _most(database: sqlite3.Connection, what: str, rest: str) -> tuple[str, ...] | None:
    """The columns that most of the letters in ``alike`` have in common."""
    found: tuple[str, ...] | None = database.execute(
        f"SELECT {what} FROM alike {rest} GROUP BY {what} ORDER BY sum(n) DESC, {what}"
    ).fetchone()
    return found
