"""What has changed from one ledger to another: after a year's work, or with other rules."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from klarsprak.audit.ledger.views import count_letters
from klarsprak.audit.reports import statistics
from klarsprak.audit.reports.statistics import Group
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.reports.summary import PARTS
from klarsprak.swedish import number, percent
from klarsprak.version import __version__

SCHEMA = "klarsprak/audit-compare/1"
MOST_RULES = 15
SAME = 0.005
"""A change of fewer findings a letter than this is none."""
VERSION_PARTS = {"program": "program", "rules": "regler", "config": "inställningar"}


class Change(NamedTuple):
    """Findings a letter, before and after."""

    name: str
    old: float
    new: float

    @property
    def by(self) -> float:
        """How much more there is now."""
        return self.new - self.old


class Side(NamedTuple):
    """A ledger: its letters together, its version and how many files were checked by an older one."""

    all: Group
    version: dict[str, str]
    stale: int
    missing: dict[str, float]
    rates: dict[str, dict[str, float]]
    """Findings a letter by ``category`` and by ``name`` of the rule."""


class Comparison(NamedTuple):
    """``common`` counts contents that are in both ledgers; the changes are sorted, the greatest first."""

    old: Side
    new: Side
    common: int
    contents: tuple[int, int]
    categories: list[Change]
    rules: list[Change]

    @property
    def differing(self) -> list[str]:
        """Parts of the version in which the two differ."""
        old, new = self.old.version, self.new.version
        return [part for part in VERSION_PARTS if old[part] != new[part]]

    @property
    def same_letters(self) -> bool:
        """Whether the two hold the same letters."""
        return self.contents == (self.common, self.common)


def compare(old: sqlite3.Connection, new: sqlite3.Connection, once: bool = False) -> Comparison:
    """The comparison of two ledgers; ``once`` counts files of one content once."""
    sides = [_side(database, once) for database in (old, new)]
    before, after = sides
    hashes = [{row[0] for row in database.execute(_CONTENTS)} for database in (old, new)]
    return Comparison(
        before,
        after,
        len(hashes[0] & hashes[1]),
        (len(hashes[0]), len(hashes[1])),
        _changes(before, after, "category"),
        _changes(before, after, "name"),
    )


_CONTENTS = "SELECT DISTINCT hash FROM file JOIN content ON content.id = file.content"


def _side(database: sqlite3.Connection, once: bool) -> Side:
    count_letters(database, once)
    whole = statistics.overall(database)
    version = database.execute(
        "SELECT program, rules, config FROM run JOIN version ON version.id = version ORDER BY run.id DESC LIMIT 1"
    ).fetchone()
    rates = {
        column: {each.name: each.findings / whole.letters for each in statistics.frequencies(database, column, whole)}
        for column in ("category", "name")
    }
    return Side(
        whole,
        dict(zip(VERSION_PARTS, version, strict=True)),
        statistics.stale(database),
        {part: values[0] if values else 0.0 for part, values in statistics.missing(database, "''").items()},
        rates,
    )


def _changes(old: Side, new: Side, column: str) -> list[Change]:
    """The changes by ``category`` or by ``name`` of the rule, the greatest first."""
    before, after = old.rates[column], new.rates[column]
    names = before.keys() | after.keys()
    changes = [Change(name, before.get(name, 0.0), after.get(name, 0.0)) for name in names]
    return sorted(changes, key=lambda change: (-abs(change.by), change.name))


def as_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as one object; all rules are in it."""

    def side(one: Side) -> dict[str, Any]:
        return {
            "version": one.version,
            "stale_files": one.stale,
            "letters": one.all.letters,
            "clean": one.all.clean,
            "without_errors": one.all.faultless,
            "findings_per_letter": one.all.findings,
            "lix": one.all.lix,
            "signature_missing": one.missing,
        }

    def changes(those: list[Change]) -> list[dict[str, Any]]:
        return [{"name": each.name, "old": each.old, "new": each.new} for each in those]

    return {
        "schema": SCHEMA,
        "version": __version__,
        "old": side(comparison.old),
        "new": side(comparison.new),
        "common_contents": comparison.common,
        "differing": comparison.differing,
        "categories": changes(comparison.categories),
        "rules": changes(comparison.rules),
    }


def most_changed(comparison: Comparison) -> list[Change]:
    """The rules that find clearly more or less than before."""
    changed = (rule for rule in comparison.rules if abs(rule.by) >= SAME)
    return list(islice(changed, MOST_RULES))


def as_lines(comparison: Comparison) -> Iterator[str]:
    """The comparison in Swedish lines."""
    old, new = comparison.old, comparison.new
    yield from reasons(comparison)
    yield ""
    yield _line("", "före", "nu")
    yield _line("Brev", number(old.all.letters), number(new.all.letters))
    yield _line("Inga anmärkningar", percent(old.all.clean), percent(new.all.clean))
    yield _line("Inget som måste rättas", percent(old.all.faultless), percent(new.all.faultless))
    yield _line("LIX", number(old.all.lix), number(new.all.lix))
    yield _change_line(Change("Anmärkningar per brev", old.all.findings, new.all.findings))
    yield from _change_lines("Anmärkningar per brev i varje område:", comparison.categories)
    yield from _change_lines("Regler som har ändrats mest:", most_changed(comparison))
    yield ""
    yield "Andel av breven som i underskriften saknar:"
    for part in SIGNATURE_PARTS:
        yield _line(f"  {PARTS[part]}", percent(old.missing[part]), percent(new.missing[part]))


def reasons(comparison: Comparison) -> Iterator[str]:
    """What the difference may come from, in Swedish sentences."""
    differing = ", ".join(VERSION_PARTS[part] for part in comparison.differing)
    sentences = _REASONS[comparison.same_letters, bool(differing)]
    yield from (sentence.format(differing) for sentence in sentences)
    for name, side in (("före", comparison.old), ("nu", comparison.new)):
        if side.stale:
            yield f"Obs! {number(side.stale)} filer ({name}) är granskade med äldre regler eller inställningar."


_REASONS = {
    (True, False): ("Samma brev är granskade på samma sätt.",),
    (True, True): ("Breven är desamma. Skillnaden beror på andra {}.",),
    (False, True): (
        "Obs! Både breven och granskningens {} skiljer sig.",
        "Granska båda arkiven på samma sätt om du vill se vad som har hänt med breven.",
    ),
    (False, False): ("Båda är granskade med samma program, regler och inställningar. Skillnaden beror på breven.",),
}
"""By whether the letters are the same, and whether what they were checked by differs."""


def _change_lines(heading: str, changes: list[Change]) -> Iterator[str]:
    """The changes under a heading; nothing where there are none."""
    if changes:
        yield ""
        yield heading
    for change in changes:
        yield _change_line(change._replace(name=f"  {change.name}"))


def _change_line(change: Change) -> str:
    line = _line(change.name, number(change.old, 2), number(change.new, 2))
    return f"{line} {describe_difference(change):>10}"


def describe_difference(change: Change) -> str:
    """How much more or less there is now, in Swedish: *+0,25*, *oförändrat*."""
    size = abs(change.by)
    if size < SAME:
        return "oförändrat"
    sign = "+" if change.by > 0 else "\u2212"
    return f"{sign}{number(size, 2)}"


def _line(name: str, old: str, new: str) -> str:
    """A row with two columns of numbers."""
    return f"{name:<44} {old:>9} {new:>9}"
