"""A comparison of two ledgers as one HTML file without network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from klarsprak.audit.reports import charts, compare
from klarsprak.audit.reports.compare import Change, Comparison
from klarsprak.audit.reports.html import CATEGORY_NAMES, Chart
from klarsprak.finding import SIGNATURE_PARTS
from klarsprak.reports import webpage
from klarsprak.reports.summary import PARTS
from klarsprak.swedish import number, percent
from klarsprak.version import __version__

_RATE = "Anmärkningar per brev"


def write(comparison: Comparison, out: TextIO) -> None:
    """Write the page."""
    style = webpage.asset("report.css") + webpage.asset("audit.css")
    webpage.render(
        "compare.html.jinja",
        out,
        why=list(compare.reasons(comparison)),
        rows=list(_rows(comparison)),
        charts=list(_charts(comparison)),
        style=style,
        policy=f"default-src 'none'; style-src '{webpage.digest(style)}'; img-src data:; base-uri 'none'",
        version=__version__,
    )


def _rows(comparison: Comparison) -> Iterator[tuple[str, str, str]]:
    old, new = comparison.old.all, comparison.new.all
    yield "Brev", number(old.letters), number(new.letters)
    yield "Inget som måste rättas", percent(old.faultless), percent(new.faultless)
    yield "Inga anmärkningar", percent(old.clean), percent(new.clean)
    yield _RATE, number(old.findings, 1), number(new.findings, 1)
    yield "LIX", number(old.lix), number(new.lix)


def _charts(comparison: Comparison) -> Iterator[Chart]:
    categories = [each._replace(name=CATEGORY_NAMES.get(each.name, each.name)) for each in comparison.categories]
    yield from _rates("omrade", "Områdena", "Det område som har ändrats mest står först.", "Område", categories)
    rules = compare.most_changed(comparison)
    yield from _rates("regler", "Reglerna", "De regler som har ändrats mest.", "Regel", rules)
    old, new = ([100 * side.missing[part] for part in SIGNATURE_PARTS] for side in (comparison.old, comparison.new))
    names = [PARTS[part].capitalize() for part in SIGNATURE_PARTS]
    yield Chart(
        "underskrift",
        "Det som saknas i underskriften",
        "Så stor andel av breven saknar varje del av underskriften.",
        charts.pairs(names, old, new, "Procent av breven"),
        ("Del", "Före", "Nu"),
        [
            (name, percent(before / 100), percent(after / 100))
            for name, before, after in zip(names, old, new, strict=True)
        ],
    )


def _rates(id: str, heading: str, text: str, kind: str, changes: Sequence[Change]) -> Iterator[Chart]:
    """A chart of findings a letter, if anything has changed."""
    if not changes:
        return
    names, old, new = zip(*changes, strict=True)
    yield Chart(
        id=id,
        heading=heading,
        text=f"{text} Talen är anmärkningar per brev.",
        picture=charts.pairs(names, old, new, _RATE),
        head=(kind, "Före", "Nu", "Skillnad"),
        rows=list(map(_rate_row, changes)),
    )


def _rate_row(change: Change) -> tuple[str, str, str, str]:
    old, new = number(change.old, 2), number(change.new, 2)
    return change.name, old, new, compare.describe_difference(change)
