"""A comparison of two ledgers as one HTML file without network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from klarsprak.audit.reports import charts, compare_text
from klarsprak.audit.reports.compare import Change, Comparison
from klarsprak.audit.reports.compare_text import HEAD
from klarsprak.audit.reports.sections import RATE, Chart
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.reports import webpage
from klarsprak.swedish import number


def write(comparison: Comparison, out: TextIO) -> None:
    """Write the page."""
    webpage.render(
        "compare.html.jinja",
        out,
        title=compare_text.title(comparison),
        why=list(compare_text.conclusion(comparison)),
        how=compare_text.how(comparison),
        head=HEAD,
        rows=list(compare_text.rows(comparison)),
        charts=list(_charts(comparison)) if comparison.is_large else [],
        **webpage.own("report.css", "audit.css", more="img-src data:; "),
    )


def _charts(comparison: Comparison) -> Iterator[Chart]:
    text = "Det område som har ändrats mest står först."
    yield from _rates("omrade", "Områdena", text, compare_text.categories(comparison), comparison)
    text = "De regler som har ändrats mest."
    yield from _rates("regler", "Reglerna", text, compare_text.most_changed(comparison), comparison)
    yield _signature(comparison)


def _n(comparison: Comparison) -> str:
    """*n = 240 brev före, 310 brev nu*"""
    old, new = comparison.old.all.letters, comparison.new.all.letters
    return f"n\u00a0=\u00a0{number(old)} brev före, {number(new)} brev nu"


def _signature(comparison: Comparison) -> Chart:
    """Which parts the letters' signatures lack."""
    rows = list(compare_text.missing_rows(comparison))
    old, new = ([100 * side.missing[part] for part in SIGNATURE_PARTS] for side in (comparison.old, comparison.new))
    return Chart(
        "underskrift",
        "Det som saknas i underskriften",
        "Så stor andel av breven saknar varje del av underskriften.",
        charts.pairs([row.name for row in rows], old, new, "Procent av breven"),
        ("Del", *HEAD),
        rows,
        _n(comparison),
    )


def _rates(id: str, heading: str, text: str, changes: Sequence[Change], comparison: Comparison) -> Iterator[Chart]:
    """A chart of findings per 1,000 words, if anything has changed."""
    if not changes:
        return
    rows = compare_text.change_rows(comparison, changes)
    old, new = [change.old.rate for change in changes], [change.new.rate for change in changes]
    picture = charts.pairs([row.name for row in rows], old, new, RATE)
    yield Chart(id, heading, f"{text} Talen är {RATE.lower()}.", picture, ("Namn", *HEAD), rows, _n(comparison))
