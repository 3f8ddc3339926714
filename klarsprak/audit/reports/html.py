"""The report that goes to those who decide, as one HTML file without network; no words of letters are in it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TextIO

from klarsprak.audit.reports import charts, statistics
from klarsprak.audit.reports.statistics import Group, Statistics
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.kinds import Rule
from klarsprak.reports import summary, webpage
from klarsprak.reports.html import CATEGORIES
from klarsprak.swedish import number, percent
from klarsprak.version import __version__

MOST_RULES = 20
MOST_GROUPS = 15
_LAST_PARTS = 3
CATEGORY_NAMES = {str(category): name for category, name in CATEGORIES.items()}
_BRACKETS = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")
_RATE = "Anmärkningar per brev"
_FAULTLESS = "Inget som måste rättas"
_CLEAN = "Inga anmärkningar"
_PERCENT = "Procent av breven"


class Chart(NamedTuple):
    """A picture, and the same in a table whose first column names the rows."""

    id: str
    heading: str
    text: str
    picture: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


class CommonRule(NamedTuple):
    """A rule that is often broken, with an example of its own."""

    name: str
    category: str
    findings: str
    share: str
    flagged: str | None
    """The rule's example, or why there is the rule at all where there are no words to show."""
    better: str | None


def write(database: sqlite3.Connection, out: TextIO, rules: Iterable[Rule], once: bool = False) -> None:
    """Write the report of a ledger; ``rules`` have the examples, ``once`` counts files of one content once."""
    known = statistics.gather(database, once)
    style = webpage.asset("report.css") + webpage.asset("audit.css")
    webpage.render(
        "audit.html.jinja",
        out,
        known=known,
        charts=list(_charts(known)) if known.all.letters else [],
        rules=list(_common(known, {rule.name: rule for rule in rules})),
        least=statistics.LEAST_LETTERS,
        hidden=sum(count for _, count in known.reasons) - len(known.unreadable),
        number=number,
        share=percent,
        short=short,
        summary=summary,
        style=style,
        policy=f"default-src 'none'; style-src '{webpage.digest(style)}'; img-src data:; base-uri 'none'",
        version=__version__,
    )


def short(name: str) -> str:
    """The end of a long path: *…/2019/maj/brev.docx*."""
    parts = name.replace("\\", "/").split("/")
    if len(parts) <= _LAST_PARTS:
        return name
    return "/".join(("…", *parts[-_LAST_PARTS:]))


def _charts(known: Statistics) -> Iterator[Chart]:
    yield from _over_time(known)
    yield from _grouped("enhet", "Enheterna", "Enhet", known.units, _UNIT_TEXT)
    yield from _grouped("brevtyp", "Brevtyperna", "Brevtyp", known.types, _TYPE_TEXT)
    yield from _categories(known)
    yield from _signatures(known)
    yield _distribution("lix", "Läsbarheten", _LIX_TEXT, known.lix, "LIX", "Brev")
    yield _distribution("meningar", "Meningarnas längd", _LENGTH_TEXT, known.lengths, "Ord i meningen", "Meningar")


_UNIT_TEXT = "Enheten är den som står i brevets underskrift. Brev utan känd enhet är inte med."
_TYPE_TEXT = "Ett brev kan vara av flera typer. Brev av okänd typ är inte med."
_LIX_TEXT = "LIX väger ihop meningarnas längd och andelen långa ord. Under 40 är lättläst, över 50 är svårt."
_LENGTH_TEXT = "Blanda gärna korta och långa meningar. Meningar med fler än 25 ord är ofta svåra att följa."


def _categories(known: Statistics) -> Iterator[Chart]:
    """Which sorts of flaws there are most of."""
    if not known.categories:
        return
    names = [CATEGORY_NAMES.get(each.name, each.name) for each in known.categories]
    rates = [each.findings / known.all.letters for each in known.categories]
    yield Chart(
        id="omrade",
        heading="Områdena",
        text="Så många anmärkningar finns det i varje område, i genomsnitt per brev.",
        picture=charts.bars(names, rates, _RATE),
        head=("Område", "Anmärkningar", "Per brev", "Andel av breven"),
        rows=[
            (name, number(each.findings), number(rate, 2), percent(each.share))
            for name, rate, each in zip(names, rates, known.categories, strict=True)
        ],
    )


def _over_time(known: Statistics) -> Iterator[Chart]:
    """Whether the letters have become better, if it is known when they were written."""
    if known.periods:
        yield _findings_over_time(known)
        yield _faultless_over_time(known.periods)


def _findings_over_time(known: Statistics) -> Chart:
    undated = f" {number(known.undated)} brev saknar datum och är inte med." if known.undated else ""
    names = [group.name for group in known.periods]
    rates = [group.findings for group in known.periods]
    return Chart(
        "tid",
        "Över tid",
        f"Så många anmärkningar har breven i genomsnitt.{undated}",
        charts.lines(names, {"": rates}, _RATE),
        *_table("Tid", known.periods),
    )


def _faultless_over_time(periods: Sequence[Group]) -> Chart:
    names = [group.name for group in periods]
    faultless = [100 * group.faultless for group in periods]
    clean = [100 * group.clean for group in periods]
    return Chart(
        id="rena",
        heading="Brev utan fel över tid",
        text="Så stor andel av breven har inget som måste rättas, och så stor andel har inga anmärkningar alls.",
        picture=charts.lines(names, {_FAULTLESS: faultless, _CLEAN: clean}, _PERCENT),
        head=("Tid", _FAULTLESS, _CLEAN),
        rows=[(group.name, percent(group.faultless), percent(group.clean)) for group in periods],
    )


def _grouped(id: str, heading: str, kind: str, groups: Sequence[Group], text: str) -> Iterator[Chart]:
    """Which groups of letters are best, if any are known."""
    if not groups:
        return
    if len(groups) > MOST_GROUPS:
        text += f" Diagrammet visar de {MOST_GROUPS} med flest brev, tabellen alla."
    shown = groups[:MOST_GROUPS]
    names = [group.name for group in shown]
    rates = [group.findings for group in shown]
    yield Chart(id, heading, text, charts.bars(names, rates, _RATE), *_table(kind, groups))


def _table(kind: str, groups: Sequence[Group]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """Head and rows of the table of some groups of letters."""
    head = (kind, "Brev", _RATE, _FAULTLESS, _CLEAN, "LIX")
    return head, list(map(_row, groups))


def _row(group: Group) -> Sequence[str]:
    return (
        group.name,
        number(group.letters),
        number(group.findings, 1),
        percent(group.faultless),
        percent(group.clean),
        number(group.lix),
    )


def _signatures(known: Statistics) -> Iterator[Chart]:
    """Which parts the letters' signatures lack, period by period."""
    if not known.periods:
        return
    periods = [group.name for group in known.periods]
    names = [summary.PARTS[part].capitalize() for part in SIGNATURE_PARTS]
    missing = [known.missing[part] for part in SIGNATURE_PARTS]
    percents = [_percents(values) for values in missing]
    shares = [map(percent, values) for values in missing]
    yield Chart(
        id="underskrift",
        heading="Det som saknas i underskriften",
        text="Så stor andel av breven saknar varje del av underskriften.",
        picture=charts.lines(periods, dict(zip(names, percents, strict=True)), _PERCENT),
        head=("Tid", *names),
        rows=list(zip(periods, *shares, strict=True)),
    )


def _percents(shares: Sequence[float]) -> list[float]:
    return [100 * value for value in shares]


def _distribution(
    id: str, heading: str, text: str, counts: Sequence[tuple[str, int]], below: str, beside: str
) -> Chart:
    """How many there are in each class; the classes are there, though all may be empty."""
    names, numbers = zip(*counts, strict=True)
    total = sum(numbers) or 1
    rows = [(name, number(count), percent(count / total)) for name, count in counts]
    return Chart(
        id=id,
        heading=heading,
        text=text,
        picture=charts.columns(names, numbers, below, beside),
        head=(below, beside, "Andel"),
        rows=rows,
    )


def _common(known: Statistics, rules: dict[str, Rule]) -> Iterator[CommonRule]:
    """The rules that are most often broken; one that is no longer there has no example."""
    for each in known.rules[:MOST_RULES]:
        counts = (number(each.findings), percent(each.share))
        rule = rules.get(each.name)
        if rule is None:
            yield CommonRule(each.name, "", *counts, None, None)
        else:
            yield CommonRule(each.name, CATEGORIES[rule.category], *counts, *_example(rule))


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
