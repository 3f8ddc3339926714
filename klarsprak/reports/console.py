"""Reports for a person who has never seen a tool like this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, groupby, islice
from typing import TextIO

from rich.console import Console
from rich.text import Text

from klarsprak.finding import Finding, Level, Report
from klarsprak.reports import summary
from klarsprak.reports.excerpt import excerpt
from klarsprak.reports.places import page_and_line
from klarsprak.swedish import plural

WIDTH = 80
"""Columns where the output is no terminal."""
_STYLES = {Level.ERROR: "bold red", Level.WARNING: "bold yellow", Level.INFO: "bold cyan"}


MANY = 5
"""With more letters than this, each gets a line."""


@dataclass(frozen=True)
class Style:
    """What of the reports is printed, and how."""

    colour: bool | None = None
    """Whether there are colours; None leaves it to the terminal and to ``NO_COLOR``."""
    quiet: bool = False
    """The findings alone: no letter without any, and no sums."""
    details: bool = False
    """Also of many letters all findings, not a line for each."""


def write(reports: Iterable[Report], out: TextIO, style: Style | None = None) -> None:
    """Print each letter's findings, the most serious first, and a summary of all.

    Of more than ``MANY`` letters each gets a line, unless ``style`` asks for details.
    """
    style = style or Style()
    console = _console(out, style)
    totals = _Totals()
    rest = iter(map(totals.add, reports))
    first = list(islice(rest, MANY + 1))
    show = _letter
    if len(first) > MANY and not style.details:
        show = _line
    for report in chain(first, rest):
        if report.error is None and (report.findings or not style.quiet):
            show(console, report, style)
    if totals.letters > 1 and not style.quiet:
        _total(console, totals)
        if show is _line:
            _indented(console, Text(_HOW_TO_SEE_MORE, style="dim"), 2)


_HOW_TO_SEE_MORE = "Lägg till --details så visas alla anmärkningar, eller granska ett brev i taget."


def _console(out: TextIO, style: Style) -> Console:
    """Where the lines are printed, as wide as the terminal."""
    width = None if out.isatty() else WIDTH
    return Console(
        file=out,
        width=width,
        highlight=False,
        emoji=False,
        markup=False,
        force_terminal=style.colour,
        no_color=None if style.colour is None else not style.colour,
    )


@dataclass
class _Totals:
    """Counts over all letters."""

    letters: int = 0
    unreadable: int = 0
    partly: int = 0
    """Letters in which nothing is found, but of which a part is not checked."""
    clean: int = 0
    known: int = 0
    below: int = 0
    levels: Counter[Level] = field(default_factory=Counter)

    def add(self, report: Report) -> Report:
        """Count a letter in, and hand it on."""
        self.letters += 1
        self.unreadable += report.error is not None
        self.partly += report.error is None and report.not_checked is not None
        self.clean += report.verdict == "clean" and not report.below
        self.known += report.known
        self.below += report.below
        self.levels.update(finding.level for finding in report.findings)
        return report


def _line(console: Console, report: Report, style: Style) -> None:
    """How many findings a letter has of each level, on one line."""
    counts = Counter(finding.level for finding in report.findings)
    says = summary.counted(counts) if counts else summary.nothing_found(report)
    line = Text(f"{report.file}: {says}", style=_STYLES[max(counts)] if counts else "")
    console.print(line, soft_wrap=True)
    for note in () if style.quiet else report.notes:
        _indented(console, Text(f"Obs! {note}", style="yellow"), 2)


def _letter(console: Console, report: Report, style: Style) -> None:
    """All that is said of a letter, by level."""
    console.print(Text(report.file, style="bold"), soft_wrap=True)
    console.print(Text("=" * min(len(report.file), console.width - 1), style="dim"))
    for note in report.notes:
        _indented(console, Text(f"Obs! {note}", style="yellow"), 2)
    told: set[str] = set()
    last_of_signature = summary.shows_block(report.findings)
    for level, findings in groupby(report.findings, key=lambda finding: finding.level):
        group = list(findings)
        console.print()
        console.print(Text(f"{level.label} ({len(group)})", style=_STYLES[level]))
        for place, in_sentence in groupby(group, key=partial(_sentence_of, report)):
            console.print()
            _remarks(console, report, list(in_sentence), told)
            if place is None and last_of_signature in group:
                _block(console, last_of_signature)
    console.print()
    if not style.quiet:
        _summary(console, report)
        console.print()


def _sentence_of(report: Report, finding: Finding) -> tuple[int, int] | None:
    """The block and the beginning of the sentence that a finding stands in; None where it stands nowhere."""
    if finding.place is None:
        return None
    return finding.place.block, report.around(finding.place)[0]


def _remarks(console: Console, report: Report, findings: Sequence[Finding], told: set[str]) -> None:
    """A sentence and all that is said of it, or what is said of the letter as a whole."""
    if findings[0].place is not None:
        _indented(console, _sentence(report, findings, coloured=console.is_terminal), 2)
    for number, finding in enumerate(findings):
        if number and finding.place is None:
            console.print()
        _finding(console, finding, told)


def _finding(console: Console, finding: Finding, told: set[str]) -> None:
    """What is said of the words; ``told`` are the reasons that have been given already."""
    _indented(console, Text(finding.message), 4, "– ")
    if finding.why not in told:
        told.add(finding.why)
        _indented(console, Text(f"Varför? {finding.why}", style="dim"), 6)
    where = ", ".join((*page_and_line(finding.place), f"regel {finding.rule}"))
    _indented(console, Text(f"[{where}]", style="dim"), 6)


def _block(console: Console, finding: Finding) -> None:
    """The signature's block as it should look."""
    console.print()
    _indented(console, Text(summary.BLOCK), 4)
    for line in finding.suggestions[0].splitlines():
        _indented(console, Text(line), 6)


def _indented(console: Console, text: Text, by: int, bullet: str = "") -> None:
    """Print the text with so many blanks before each line, after the bullet where there is one."""
    before = " " * by + bullet
    for line in text.wrap(console, max(20, console.width - len(before) - 1)):
        line.rstrip()
        console.print(Text(before) + line)
        before = " " * len(before)


def _sentence(report: Report, findings: Sequence[Finding], *, coloured: bool) -> Text:
    """The sentence around the findings, each one's words marked."""
    text = Text()
    for piece in excerpt(report, [finding.place for finding in findings if finding.place is not None]):
        # A merge field brings guillemets of its own.
        opening, closing = "[]" if "«" in piece.text or "»" in piece.text else "»«"
        if not piece.is_marked:
            text.append(piece.text)
        elif coloured:
            text.append(piece.text, style="bold underline")
        else:
            text.append(f"{opening}{piece.text}{closing}")
    return text


def _summary(console: Console, report: Report) -> None:
    """The closing words on a letter."""
    console.print(Text("Sammanfattning", style="bold"))
    for line in summary.lines(report):
        _indented(console, Text(line), 2)


def _total(console: Console, totals: _Totals) -> None:
    """What stands last where there are several letters."""
    console.print(Text(f"Alla {totals.letters} brev", style="bold"))
    if totals.levels:
        _indented(console, Text(summary.counted(totals.levels)), 2)
    _indented(console, Text(f"{totals.clean} brev utan anmärkning."), 2)
    if totals.partly:
        _indented(console, Text(f"{totals.partly} brev utan anmärkning i den del som är granskad."), 2)
    if totals.known:
        _indented(console, Text(summary.describe_known(totals.known)), 2)
    if totals.below:
        _indented(console, Text(summary.describe_below(totals.below)), 2)
    if totals.unreadable:
        checked = plural(totals.unreadable, "granskat", "granskade")
        _indented(console, Text(f"{totals.unreadable} brev gick inte att läsa och är inte {checked}."), 2)
