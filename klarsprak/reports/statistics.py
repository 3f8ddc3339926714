"""How many findings each rule has, instead of the findings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO

from klarsprak.finding import Level, Report
from klarsprak.reports import summary
from klarsprak.swedish import counted

SCHEMA = "klarsprak/statistics/1"
FORMATS = ("console", "json")


class RuleCount(NamedTuple):
    """A rule at a level: a rule with exceptions may have findings at two."""

    rule: str
    level: Level


def write(reports: Iterable[Report], out: TextIO, format: str) -> None:
    """The rules with most findings first, as lines or as JSON (``klarsprak/statistics/1``)."""
    letters, counts = _counted(reports)
    if format == "json":
        json.dump(_as_json(letters, counts), out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in _as_lines(letters, counts))


def _counted(reports: Iterable[Report]) -> tuple[int, list[tuple[RuleCount, int]]]:
    """How many letters there are, and the rules with how many findings they have in these."""
    counts: Counter[RuleCount] = Counter()
    letters = 0
    for report in reports:
        letters += report.error is None
        counts.update(RuleCount(finding.rule, finding.level) for finding in report.findings)
    return letters, sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _as_lines(letters: int, counts: list[tuple[RuleCount, int]]) -> Iterator[str]:
    """*  12  Måste rättas    mallrest.hakparentes*, and the sum."""
    levels: Counter[Level] = Counter()
    width = len(str(counts[0][1])) if counts else 1
    for (rule, level), number in counts:
        levels[level] += number
        yield f"{number:>{width}}  {level.label:<14}  {rule}"
    in_letters = counted(letters, "brev", "brev")
    yield f"{in_letters}: {summary.counted(levels)}" if levels else f"{in_letters}: inget att anmärka på."


def _as_json(letters: int, counts: list[tuple[RuleCount, int]]) -> dict[str, object]:
    rules = [{"rule": rule, "level": str(level), "findings": number} for (rule, level), number in counts]
    return {"schema": SCHEMA, "letters": letters, "rules": rules}
