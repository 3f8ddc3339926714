"""What has changed from one ledger to another: after a year's work, or with other rules."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from klarsprak.audit.ledger.views import count_letters
from klarsprak.audit.reports import frequencies
from klarsprak.audit.reports.about import stale
from klarsprak.audit.reports.frequencies import Frequency
from klarsprak.audit.reports.groups import Group, Sums, overall
from klarsprak.version import __version__

SCHEMA = "klarsprak/audit-compare/1"
VERSION_PARTS = {"program": "program", "rules": "regler", "config": "inställningar"}


class Change(NamedTuple):
    """Findings of a rule or category, before and after."""

    name: str
    title: str
    old: Sums
    new: Sums

    @property
    def by(self) -> float:
        """How many more there are now per 1,000 words."""
        return self.new.rate - self.old.rate


class Side(NamedTuple):
    """A ledger: its letters together, its version and how many files were checked by an older one."""

    all: Group
    version: dict[str, str]
    stale: int
    missing: dict[str, float]
    found: dict[str, dict[str, Frequency]]
    """How often, by ``categories`` and by ``rules``."""


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

    @property
    def is_large(self) -> bool:
        """Whether both have letters enough to tell figures of."""
        return self.old.all.is_large and self.new.all.is_large


def compare(old: sqlite3.Connection, new: sqlite3.Connection, once: bool = False) -> Comparison:
    """The comparison of two ledgers; ``once`` counts files of one content once."""
    before, after = (_side(database, once) for database in (old, new))
    hashes = [{row[0] for row in database.execute(_CONTENTS)} for database in (old, new)]
    return Comparison(
        before,
        after,
        len(hashes[0] & hashes[1]),
        (len(hashes[0]), len(hashes[1])),
        _changes(before, after, "categories"),
        _changes(before, after, "rules"),
    )


_NO_RUN = ("", "", "")
"""The version of a ledger whose first run could not begin."""
_CONTENTS = "SELECT DISTINCT hash FROM file JOIN content ON content.id = file.content"


def _side(database: sqlite3.Connection, once: bool) -> Side:
    count_letters(database, once)
    whole = overall(database)
    run = database.execute(
        "SELECT program, rules, config FROM run JOIN version ON version.id = version ORDER BY run.id DESC LIMIT 1"
    ).fetchone()
    found = {"categories": frequencies.categories(database, whole), "rules": frequencies.rules(database, whole)}
    return Side(
        whole,
        dict(zip(VERSION_PARTS, run or _NO_RUN, strict=True)),
        stale(database),
        {part: values[0] if values else 0.0 for part, values in frequencies.missing(database, "''").items()},
        {of: {each.name: each for each in those} for of, those in found.items()},
    )


def _changes(old: Side, new: Side, of: str) -> list[Change]:
    """The changes of ``categories`` or of ``rules``, the greatest first."""
    before, after = old.found[of], new.found[of]
    names = before.keys() | after.keys()
    changes = [_change(old, new, before.get(name), after.get(name)) for name in names]
    return sorted(changes, key=lambda change: (-abs(change.by), change.name))


def _change(old: Side, new: Side, before: Frequency | None, after: Frequency | None) -> Change:
    """One of the two is there."""
    known = after or before
    assert known is not None
    return Change(
        known.name,
        known.title,
        before.sums if before else frequencies.none(old.all),
        after.sums if after else frequencies.none(new.all),
    )


def as_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as one object; all rules are in it."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "old": _side_as_json(comparison.old),
        "new": _side_as_json(comparison.new),
        "common_contents": comparison.common,
        "differing": comparison.differing,
        "categories": list(map(_change_as_json, comparison.categories)),
        "rules": list(map(_change_as_json, comparison.rules)),
    }


def _side_as_json(side: Side) -> dict[str, Any]:
    return {
        "version": side.version,
        "stale_files": side.stale,
        "letters": side.all.letters,
        "clean": side.all.clean,
        "without_errors": side.all.faultless,
        "findings_per_letter": side.all.sums.per_letter,
        "findings_per_1000_words": side.all.rate,
        "lix": side.all.lix,
        "signature_missing": side.missing,
    }


def _change_as_json(change: Change) -> dict[str, Any]:
    return {
        "name": change.name,
        "old": change.old.per_letter,
        "new": change.new.per_letter,
        "old_per_1000_words": change.old.rate,
        "new_per_1000_words": change.new.rate,
    }
