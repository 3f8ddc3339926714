"""The report that goes to those who decide, as one HTML file without network; no words of letters are in it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TextIO

from klarsprak.audit.reports import charts, statistics
from klarsprak.audit.reports.statistics import Group, Statistics
from klarsprak.audit.reports.summary import number, share
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.kinds import Rule
from klarsprak.reports import summary, webpage
from klarsprak.reports.html import CATEGORIES
from klarsprak.version import __version__

MOST_RULES = 20
MOST_GROUPS = 15
_LAST_PARTS = 3
CATEGORY_NAMES = {str(category): name for category, name in CATEGORIES.items()}
_BRACKETS = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")


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
        share=share,
        short=short,
        summary=summary,
        style=style,
        policy=f"default-src 'none'; style-src '{webpage.digest(style)}'; img-src data:; base-uri 'none'",
        version=__version__,
    )


def short(name: str) -> str:
    """The end of a long path."""
    parts = name.replace("\\", "/").split("/")
    return name if len(parts) <= _LAST_PARTS else "…/" + "/".join(parts[-_LAST_PARTS:])


def _charts(known: Statistics) -> Iterator[Chart]:
    yield from _over_time(known)
    yield from _grouped("enhet", "Enheterna", "Enhet", known.units, _UNIT_TEXT)
    yield from _grouped("brevtyp", "Brevtyperna", "Brevtyp", known.types, _TYPE_TEXT)
    categories = [(CATEGORY_NAMES.get(each.name, each.name), each) for each in known.categories]
    if categories:
        yield Chart(
            "omrade",
            "Områdena",
            "Så många anmärkningar finns det i varje område, i genomsnitt per brev.",
            charts.bars(
                [name for name, _ in categories],
                [each.findings / known.all.letters for _, each in categories],
                "Anmärkningar per brev",
            ),
            ("Område", "Anmärkningar", "Per brev", "Andel av breven"),
            [
                (name, number(each.findings), number(each.findings / known.all.letters, 2), share(each.share))
                for name, each in categories
            ],
        )
    yield from _signatures(known)
    yield _distribution("lix", "Läsbarheten", _LIX_TEXT, known.lix, "LIX", "Brev")
    yield _distribution("meningar", "Meningarnas längd", _LENGTH_TEXT, known.lengths, "Ord i meningen", "Meningar")


_UNIT_TEXT = "Enheten är den som står i brevets underskrift. Brev utan känd enhet är inte med."
_TYPE_TEXT = "Ett brev kan vara av flera typer. Brev av okänd typ är inte med."
_LIX_TEXT = "LIX väger ihop meningarnas längd och andelen långa ord. Under 40 är lättläst, över 50 är svårt."
_LENGTH_TEXT = "Blanda gärna korta och långa meningar. Meningar med fler än 25 ord är ofta svåra att följa."


def _over_time(known: Statistics) -> Iterator[Chart]:
    if not known.periods:
        return
    undated = f" {number(known.undated)} brev saknar datum och är inte med." if known.undated else ""
    names = [group.name for group in known.periods]
    yield Chart(
        "tid",
        "Över tid",
        f"Så många anmärkningar har breven i genomsnitt.{undated}",
        charts.lines(names, {"": [group.findings for group in known.periods]}, "Anmärkningar per brev"),
        *_table("Tid", known.periods),
    )
    yield Chart(
        "rena",
        "Brev utan fel över tid",
        "Så stor andel av breven har inget som måste rättas, och så stor andel har inga anmärkningar alls.",
        charts.lines(
            names,
            {
                "Inget som måste rättas": [100 * group.faultless for group in known.periods],
                "Inga anmärkningar": [100 * group.clean for group in known.periods],
            },
            "Procent av breven",
        ),
        ("Tid", "Inget som måste rättas", "Inga anmärkningar"),
        [(group.name, share(group.faultless), share(group.clean)) for group in known.periods],
    )


def _grouped(id: str, heading: str, kind: str, groups: Sequence[Group], text: str) -> Iterator[Chart]:
    if not groups:
        return
    shown = groups[:MOST_GROUPS]
    if len(groups) > MOST_GROUPS:
        text += f" Diagrammet visar de {MOST_GROUPS} med flest brev, tabellen alla."
    picture = charts.bars(
        [group.name for group in shown], [group.findings for group in shown], "Anmärkningar per brev"
    )
    yield Chart(id, heading, text, picture, *_table(kind, groups))


def _table(kind: str, groups: Sequence[Group]) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    head = (kind, "Brev", "Anmärkningar per brev", "Inget som måste rättas", "Inga anmärkningar", "LIX")
    return head, [
        (
            group.name,
            number(group.letters),
            number(group.findings, 1),
            share(group.faultless),
            share(group.clean),
            number(group.lix),
        )
        for group in groups
    ]


def _signatures(known: Statistics) -> Iterator[Chart]:
    if not known.periods:
        return
    names = {part: summary.PARTS[part].capitalize() for part in SIGNATURE_PARTS}
    yield Chart(
        "underskrift",
        "Det som saknas i underskriften",
        "Så stor andel av breven saknar varje del av underskriften.",
        charts.lines(
            [group.name for group in known.periods],
            {names[part]: [100 * value for value in known.missing[part]] for part in SIGNATURE_PARTS},
            "Procent av breven",
        ),
        ("Tid", *names.values()),
        [
            (group.name, *(share(known.missing[part][at]) for part in SIGNATURE_PARTS))
            for at, group in enumerate(known.periods)
        ],
    )


def _distribution(
    id: str, heading: str, text: str, counts: Sequence[tuple[str, int]], below: str, beside: str
) -> Chart:
    total = sum(count for _, count in counts) or 1
    picture = charts.columns([name for name, _ in counts], [count for _, count in counts], below, beside)
    rows = [(name, number(count), share(count / total)) for name, count in counts]
    return Chart(id, heading, text, picture, (below, beside, "Andel"), rows)


def _common(known: Statistics, rules: dict[str, Rule]) -> Iterator[CommonRule]:
    for each in known.rules[:MOST_RULES]:
        rule = rules.get(each.name)
        flagged, better = _example(rule) if rule else (None, None)
        category = CATEGORIES[rule.category] if rule else ""
        yield CommonRule(each.name, category, number(each.findings), share(each.share), flagged, better)


def _example(rule: Rule) -> tuple[str | None, str | None]:
    """What the rule flags and what to write instead; the shortest example, if possible one with a better text."""
    examples = [each for each in rule.examples if each.flag and _BRACKETS.search(each.flag)]
    examples.sort(key=lambda each: (each.fix is None, len(each.flag or "")))
    if not examples:
        return rule.why, None
    first = examples[0]
    return _BRACKETS.sub(r"»\1«", first.flag or "").strip(), first.fix.strip() if first.fix else None
