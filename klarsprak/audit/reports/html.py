"""The report that goes to those who decide, as one HTML file without network; no words of letters are in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TextIO

from klarsprak.audit.reports import sections, statistics
from klarsprak.audit.reports.common_rules import common_rules
from klarsprak.audit.reports.conclusion import conclude, share_of
from klarsprak.audit.reports.difference import RULE
from klarsprak.audit.reports.groups import LEAST_LETTERS, PER_WORDS
from klarsprak.audit.reports.heading import cautions, origin, title
from klarsprak.audit.reports.score import SCORE_SAYS
from klarsprak.audit.reports.statistics import Statistics
from klarsprak.audit.reports.template_list import advice, extent, template_name
from klarsprak.kinds import Rule
from klarsprak.reports import webpage
from klarsprak.reports.summary import lix_says
from klarsprak.swedish import number, percent

_LAST_PARTS = 3
MOST_FIXES = 5
"""Sentences of templates that the report names; the others are in a list of their own."""


def write(
    database: sqlite3.Connection, out: TextIO, rules: Iterable[Rule], organisation: str = "", once: bool = False
) -> None:
    """Write the report of a ledger; ``rules`` have the examples, ``once`` counts files of one content once."""
    known = statistics.gather(database, once)
    webpage.render(
        "audit.html.jinja",
        out,
        title=title(organisation),
        origin=list(origin(known)),
        cautions=list(cautions(known)),
        conclusion=list(conclude(known)),
        how=RULE,
        score_says=SCORE_SAYS,
        key_figures=list(_key_figures(known)),
        known=known,
        fixes=known.fixes[:MOST_FIXES],
        advice=advice,
        extent=extent,
        template_name=template_name,
        charts=list(sections.sections(known)),
        rules=list(common_rules(known, {rule.name: rule for rule in rules})),
        n=sections.n_letters(known.all.letters),
        least=LEAST_LETTERS,
        number=number,
        share=percent,
        short=short,
        **webpage.own("report.css", "audit.css", more="img-src data:; "),
    )


def short(name: str) -> str:
    """The end of a long path: *…/2019/maj/brev.docx*."""
    parts = name.replace("\\", "/").split("/")
    if len(parts) <= _LAST_PARTS:
        return name
    return "/".join(("…", *parts[-_LAST_PARTS:]))


def _key_figures(known: Statistics) -> Iterator[tuple[str, str]]:
    """The numbers that stand first, each with what it is."""
    whole = known.all
    yield f"brev med {number(whole.sums.words)} ord", number(whole.letters)
    if whole.letters:
        yield "har något som måste rättas", share_of(1 - whole.faultless, whole)
        yield "har inga anmärkningar alls", share_of(whole.clean, whole)
    if whole.is_large:
        yield f"anmärkningar {PER_WORDS}", number(whole.rate, 1)
    if whole.score is not None and whole.is_large:
        yield "poäng av 100 i medeltal", number(whole.score.value)
    if whole.lix is not None and whole.is_large:
        yield f"LIX i medeltal, {lix_says(round(whole.lix))} ord och meningar", number(whole.lix)
    yield "går inte att läsa", number(known.closed)
