"""The rules that are most often broken, each with an example of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from klarsprak.audit.reports.conclusion import share_of
from klarsprak.audit.reports.statistics import Statistics
from klarsprak.kinds import Rule
from klarsprak.swedish import number

MOST_RULES = 20
_BRACKETS = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")
"""What an example marks: *Du har [erhållit] svar.*, but not *[[ort]]*."""


class CommonRule(NamedTuple):
    """A rule as the page shows it."""

    title: str
    name: str
    level: str
    findings: str
    rate: str
    share: str
    flagged: str | None
    """The rule's example, or why there is the rule at all where there are no words to show."""
    better: str | None


def common_rules(known: Statistics, rules: Mapping[str, Rule]) -> Iterator[CommonRule]:
    """Those that are broken in most letters; one that is no longer there has no example."""
    for each in known.rules[:MOST_RULES]:
        rate = number(each.rate, 1) if known.all.is_large else "–"
        rule = rules.get(each.name)
        example = _example(rule) if rule else (None, None)
        share = share_of(each.share, known.all)
        yield CommonRule(each.title, each.name, each.level.label, number(each.findings), rate, share, *example)


def _example(rule: Rule) -> tuple[str | None, str | None]:
    """What the rule flags and what to write instead; the shortest example, if possible one with a better text."""
    examples = [(each.flag, each.fix) for each in rule.examples if each.flag and _BRACKETS.search(each.flag)]
    if not examples:
        return rule.why, None
    flag, fix = min(examples, key=_preference)
    return _BRACKETS.sub(r"»\1«", flag).strip(), fix.strip() if fix else None


def _preference(example: tuple[str, str | None]) -> tuple[bool, int]:
    """Sorts examples: first those with a better text, and of these the shortest."""
    flag, fix = example
    return fix is None, len(flag)
