"""The list for whoever owns the templates: what to mend, in what order, and how many letters become better."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, BinaryIO, NamedTuple, TextIO

from klarsprak.audit.reports import export
from klarsprak.audit.reports.groups import LEAST_LETTERS
from klarsprak.audit.reports.sheets import Cell, Sheet
from klarsprak.audit.reports.template_sentences import Fix, find_fixes, untraced
from klarsprak.audit.reports.template_texts import with_texts
from klarsprak.kinds import Rule
from klarsprak.reports import webpage
from klarsprak.swedish import counted, number, percent
from klarsprak.version import __version__

SCHEMA = "klarsprak/templates/1"
MOST_IN_TEXT = 10
"""Fixes that are told where there is no file."""
WHOLE = "Hela brevet"


class TemplateList(NamedTuple):
    """``fixes`` are in the order in which they should be mended, ``letters`` counts all that were checked.

    ``templated`` of them come from ``templates`` templates; of ``untraced`` nothing can be said.
    """

    fixes: Sequence[Fix]
    letters: int
    templated: int
    templates: int
    untraced: int

    @property
    def to_mend(self) -> list[Fix]:
        """Those that the newest letters still have."""
        return [fix for fix in self.fixes if not fix.is_mended]

    @property
    def mended(self) -> list[Fix]:
        """Those that they no longer have."""
        return [fix for fix in self.fixes if fix.is_mended]


def gather(
    database: sqlite3.Connection, once: bool, names: Sequence[str], unread: Callable[[str], None]
) -> TemplateList:
    """The list of a ledger; letters in files and folders of those ``names`` give the sentences' words.

    ``once`` counts files of one content once; ``unread`` is told what can't be read.
    """
    fixes = find_fixes(database, once)
    if names:
        fixes = with_texts(database, fixes, names, unread)
    letters, templated, templates = database.execute(
        "SELECT (SELECT coalesce(sum(n), 0) FROM counted), coalesce(sum(n), 0), count(DISTINCT number) FROM templated"
    ).fetchone()
    return TemplateList(fixes, letters, templated, templates, untraced(database))


def origin(known: TemplateList) -> Iterator[str]:
    """What the list is made from, and what its reader must know."""
    if not known.templates:
        yield f"Inga {LEAST_LETTERS} brev är så lika att de verkar komma från samma mall."
    else:
        templates = counted(known.templates, "mall", "mallar")
        yield f"{number(known.templated)} av {number(known.letters)} brev kommer från {templates}."
        if not known.fixes:
            yield "Mallarnas egna meningar har inga anmärkningar."
    if known.untraced:
        letters = counted(known.untraced, "brev är granskat", "brev är granskade")
        yield (
            f"Obs! {letters} av en äldre version, som inte kunde följa anmärkningar till mallarna. "
            "Kör samma audit run igen."
        )


def advice(fix: Fix) -> str:
    """*Rätta den här meningen, så blir 14 000 brev om året bättre.*"""
    if fix.is_mended:
        return fix.trend.says
    sentence = "den här meningen" if fix.text else "en mening i mallen"
    what = sentence if fix.sketch else "mallen"
    a_year = " om året" if fix.yearly is not None else ""
    return f"Rätta {what}, så blir {number(fix.gain)} brev{a_year} bättre."


def extent(fix: Fix) -> str:
    """*Finns i 190 av mallens 200 brev (95 %).*"""
    where = "Finns i" if fix.sketch else "Gäller"
    return f"{where} {number(fix.letters)} av mallens {number(fix.of)} brev ({percent(fix.share)})."


def template_name(fix: Fix) -> str:
    """*Mall 3: avslag, Socialnämnden*"""
    what = ", ".join(filter(None, (fix.template.type, fix.template.unit)))
    return f"Mall {fix.template.number}{': ' if what else ''}{what}"


def write_text(known: TemplateList, out: TextIO) -> None:
    """The list in lines, the most useful fixes only."""
    lines = list(origin(known))
    for at, fix in enumerate(known.to_mend[:MOST_IN_TEXT], 1):
        lines += ["", f"{at}. {advice(fix)}", *_described(fix)]
    rest = len(known.to_mend) - MOST_IN_TEXT
    if rest > 0:
        lines += ["", f"Det finns {number(rest)} till. Hela listan skriver du till en fil: lägg till -o mallar.html"]
    if known.mended:
        lines += [
            "",
            f"{counted(len(known.mended), 'brist är rättad', 'brister är rättade')} i mallarna, som det ser ut.",
        ]
    if any(fix.sketch and fix.text is None for fix in known.to_mend):
        lines += ["", "Liggaren har inga ord. Vill du se meningarna lägger du till --letters och mappen med breven."]
    out.writelines(f"{line}\n" for line in lines)


def _described(fix: Fix) -> Iterator[str]:
    if fix.text:
        yield f"   ”{fix.text}”"
    yield f"   {fix.title} ({fix.level.label})"
    yield f"   {template_name(fix)}, till exempel {fix.template.example}"
    yield f"   {extent(fix)} {fix.trend.says}"


def write_html(known: TemplateList, out: TextIO, rules: Iterable[Rule], organisation: str = "") -> None:
    """The list as one page without network; ``rules`` say why, ``organisation`` whose letters they are."""
    why = {rule.name: rule.why for rule in rules}
    webpage.render(
        "templates.html.jinja",
        out,
        title=f"Rätta mallarna{' i ' if organisation else ''}{organisation}",
        origin=list(origin(known)),
        known=known,
        why=why,
        advice=advice,
        extent=extent,
        template_name=template_name,
        whole=WHOLE,
        number=number,
        share=percent,
        **webpage.own("report.css", "audit.css"),
    )


def write_csv(known: TemplateList, out: TextIO) -> None:
    """The list as a table for Excel."""
    export.write_csv(_sheet(known), out)


def write_xlsx(known: TemplateList, out: BinaryIO) -> None:
    """The list as a workbook."""
    export.write_workbook([_sheet(known), _periods(known)], out)


def _sheet(known: TemplateList) -> Sheet:
    """One row a fix."""
    return Sheet("Rätta mallarna", _HEADINGS, (_row(at, fix) for at, fix in enumerate(known.fixes, 1)))


_HEADINGS = (
    *("Nr", "Mall", "Enhet", "Brevtyp", "Exempel på brev", "Mening", "Regel", "Regelns id", "Nivå"),
    *("Brev", "Av mallens brev", "Andel i procent", "Brev senaste året", "Blir bättre", "Över tid"),
)


def _row(at: int, fix: Fix) -> Sequence[Cell]:
    return [
        at,
        fix.template.number,
        fix.template.unit,
        fix.template.type,
        fix.template.example,
        fix.text if fix.sketch else WHOLE,
        fix.title,
        fix.rule,
        fix.level.label,
        fix.letters,
        fix.of,
        100 * fix.share,
        fix.yearly,
        fix.gain,
        fix.trend.says,
    ]


def _periods(known: TemplateList) -> Sheet:
    """One row a fix and period."""
    rows = (
        [at, period.name, period.letters, period.of, 100 * period.share if period.of else None]
        for at, fix in enumerate(known.fixes, 1)
        for period in fix.trend.periods
    )
    return Sheet("Över tid", ("Nr", "Tid", "Brev", "Av mallens brev", "Andel i procent"), rows)


def write_json(known: TemplateList, out: TextIO) -> None:
    """The list for other programs."""
    told = {
        "schema": SCHEMA,
        "version": __version__,
        "letters": known.letters,
        "templated": known.templated,
        "templates": known.templates,
        "untraced": known.untraced,
        "fixes": list(map(_as_json, known.fixes)),
    }
    json.dump(told, out, ensure_ascii=False, indent=2)
    out.write("\n")


def _as_json(fix: Fix) -> dict[str, Any]:
    return {
        "template": fix.template.number,
        "unit": fix.template.unit,
        "type": fix.template.type,
        "example": fix.template.example,
        "rule": fix.rule,
        "level": str(fix.level),
        "whole_letter": not fix.sketch,
        "text": fix.text,
        "letters": fix.letters,
        "of": fix.of,
        "share": round(fix.share, 4),
        "yearly": fix.yearly,
        "gain": fix.gain,
        "change": str(fix.trend.change),
        "since": fix.trend.since,
        "periods": [{"period": name, "letters": letters, "of": of} for name, letters, of in fix.trend.periods],
    }
