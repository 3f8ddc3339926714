"""What to mend in the templates: each finding is traced to the sentence of the template that it stands in.

A ledger holds no words.  A sentence is known again by its sketch, so that of a template's letters all those count
that have the same sentence, whatever is filled in.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from klarsprak.audit.ledger.views import count_letters
from klarsprak.audit.reports.groups import LEAST_LETTERS
from klarsprak.audit.reports.naming import rule_name
from klarsprak.audit.reports.recurring import Source, source_of
from klarsprak.audit.reports.template_traces import Traced, traced
from klarsprak.audit.reports.template_trends import Change, Trend, trend_of
from klarsprak.audit.reports.templates import find_templates
from klarsprak.finding import Level

LEAST_SHARE = 0.1
"""A sentence in a smaller share of a template's letters is the writers' own, not the template's."""
_MONTH = 7
"""Signs of ``2019-05``."""
_DECEMBER = 12


class Fix(NamedTuple):
    """A rule that the template's own sentence breaks; ``sketch`` is empty where the whole letter does.

    ``letters`` of the template's ``of`` letters have it; ``yearly`` counts those of the archive's last twelve months
    and is None where the letters' days are not known or the archive is younger than that.
    """

    template: Source
    rule: str
    title: str
    level: Level
    sketch: bytes
    letters: int
    of: int
    yearly: int | None
    trend: Trend
    text: str | None = None
    """The sentence, where a letter with it is at hand."""

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.letters / self.of

    @property
    def is_mended(self) -> bool:
        """Whether the template's newest letters no longer have it."""
        return self.trend.change is Change.MENDED

    @property
    def gain(self) -> int:
        """Letters that become better, a year if that is known; none where it is mended."""
        if self.is_mended:
            return 0
        return self.letters if self.yearly is None else self.yearly

    @property
    def weight(self) -> tuple[int, int]:
        """Sorts fixes: letters times level."""
        return self.gain * self.level, self.letters * self.level


def find_fixes(database: sqlite3.Connection, once: bool = False) -> list[Fix]:
    """What to mend in a ledger's templates, the most useful first; ``once`` counts files of one content once."""
    count_letters(database, once)
    find_templates(database)
    return fixes(database)


def untraced(database: sqlite3.Connection) -> int:
    """How many letters were checked by a version of the program that kept no sketches."""
    row = database.execute(
        "SELECT count(DISTINCT letter) FROM finding WHERE block IS NOT NULL AND sentence IS NULL"
    ).fetchone()
    return int(row[0])


def fixes(database: sqlite3.Connection) -> list[Fix]:
    """The same, where templates have been found."""
    database.executescript(_TEMPLATED)
    found = [fix for each in _by_template(database) for fix in each]
    return sorted(found, key=lambda fix: fix.weight, reverse=True)


_TEMPLATED = f"""
DROP TABLE IF EXISTS temp.templated;
CREATE TEMP TABLE templated AS
    SELECT number, letter, n, substr(date, 1, {_MONTH}) AS month FROM counted JOIN recurring USING (template);
DELETE FROM templated WHERE number IN (SELECT number FROM templated GROUP BY number HAVING sum(n) < {LEAST_LETTERS});
"""


def _by_template(database: sqlite3.Connection) -> Iterator[Iterator[Fix]]:
    """What to mend in each template."""
    every = _letters_by_month(database)
    since = _a_year_back(every.values())
    names = _rules(database)
    for number, group in groupby(traced(database), key=lambda each: each.number):
        source = source_of(database, number)
        yield (
            _fix(each, source, every[number], since, names[each.rule])
            for each in group
            if _is_templates_own(each, every[number])
        )


def _is_templates_own(found: Traced, every: Mapping[str | None, int]) -> bool:
    """Whether so many letters have the sentence that nobody wrote it by hand."""
    letters = sum(found.months.values())
    return letters >= max(LEAST_LETTERS, LEAST_SHARE * sum(every.values()))


def _fix(
    found: Traced, source: Source, every: Mapping[str | None, int], since: str | None, rule: tuple[str, int]
) -> Fix:
    category, level = rule
    return Fix(
        template=source,
        rule=found.rule,
        title=rule_name(found.rule, category),
        level=Level(level),
        sketch=found.leader,
        letters=sum(found.months.values()),
        of=sum(every.values()),
        yearly=None if since is None else sum(n for month, n in _dated(found.months).items() if month >= since),
        trend=trend_of(_dated(found.months), _dated(every)),
    )


def _dated(months: Mapping[str | None, int]) -> dict[str, int]:
    return {month: letters for month, letters in months.items() if month is not None}


def _letters_by_month(database: sqlite3.Connection) -> dict[int, dict[str | None, int]]:
    """The letters of each template."""
    months: defaultdict[int, dict[str | None, int]] = defaultdict(dict)
    for number, month, letters in database.execute(
        "SELECT number, month, sum(n) FROM templated GROUP BY number, month"
    ):
        months[number][month] = letters
    return months


def _a_year_back(every: Iterable[Mapping[str | None, int]]) -> str | None:
    """The first of the archive's last twelve months; None where its letters are not of so long a time."""
    months = sorted({month for each in every for month in _dated(each) if len(month) == _MONTH})
    if not months:
        return None
    year, month = map(int, months[-1].split("-"))
    since = f"{year - 1}-{month + 1:02}" if month < _DECEMBER else f"{year}-01"
    return since if months[0] <= since else None


def _rules(database: sqlite3.Connection) -> dict[str, tuple[str, int]]:
    """Category and the gravest level of each rule that has found something."""
    rows = database.execute(
        "SELECT name, max(category), max(level) FROM rule WHERE id IN (SELECT rule FROM finding) GROUP BY name"
    )
    return {name: (category, level) for name, category, level in rows}
