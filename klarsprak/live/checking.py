"""A text checked as a part of a letter, or as a whole one, with where in it each remark stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Category, Finding, Level, Report
from klarsprak.letter import Letter, ReadError
from klarsprak.live.markup import MarkedText
from klarsprak.readers.text import text as text_reader
from klarsprak.readers.text.stretches import LineStretches
from klarsprak.reports.remarks import as_remarks
from klarsprak.rulebook import packs
from klarsprak.startup import uncollected

NAME = "brev.txt"
"""What a text without a file is called in reports."""
OF_THE_WHOLE_LETTER = frozenset({Category.ARENDEGANG, Category.SIGNATUR})
"""Categories that tell what a letter lacks; of a paragraph nothing of the kind can be said."""


Wanted = Callable[[Finding], bool]
"""Whether the one who asked wants to be told of a finding."""


class TextRemark(NamedTuple):
    """A finding, and the stretch of the source that it is about, in code points; both None for the whole letter."""

    finding: Finding
    start: int | None = None
    end: int | None = None
    is_plain: bool = False
    """Whether the stretch can be written over by a suggestion: no markup stands in it."""


class TextReport(NamedTuple):
    """What is said of a text: the letter's report, and its remarks in the order of the source.

    Those about the whole letter come first.
    """

    report: Report
    remarks: list[TextRemark]


class LiveChecker:
    """Checks texts by one organisation's choices.  Raises ``FileError`` for a configuration that can't be used.

    Made once and kept: loading the rules takes a second, checking a paragraph a few milliseconds.
    """

    @uncollected()
    def __init__(self, config: Config | None = None) -> None:
        config = config or Config()
        rules = packs.load([*packs.shipped(), *config.packs()])
        self.letter = Checker(config, rules)
        self.paragraph = Checker(config, [rule for rule in rules if rule.category not in OF_THE_WHOLE_LETTER])

    def check(
        self,
        source: MarkedText | str,
        *,
        whole: bool,
        level: Level = Level.INFO,
        wanted: Wanted | None = None,
        name: str = NAME,
        every_place: bool = False,
    ) -> TextReport:
        """The remarks of ``level`` and above on a letter, or on a paragraph, which isn't ``whole``.

        Findings that aren't ``wanted`` are left out before those that overlap become one remark.  With
        ``every_place`` a word that stands again has a remark at each place.  ``name`` is that of the text's file:
        some rules may not hold where it lies.

        A text that can't be checked, such as one in another language, has a report with ``error``; an empty one has
        a report without findings.
        """
        marked = MarkedText.plain(source) if isinstance(source, str) else source
        letter = as_letter(marked.text, name)
        checker = self.letter if whole else self.paragraph
        report = checker.check(letter) if letter.blocks else _unread(letter)
        if wanted is not None:
            report.findings = list(filter(wanted, report.findings))
        report = as_remarks(_limited(report, whole=whole, level=level), every_place=every_place)
        return TextReport(report, _placed(report, letter, marked))


def _unread(letter: Letter) -> Report:
    """The report on a letter without blocks: it is empty, or has a note on why it can't be read."""
    return Report(letter.source, "text", error=" ".join(letter.notes) or None)


def as_letter(text: str, name: str = NAME) -> Letter:
    """The text as a letter: read as a text file is, whatever it looks like.

    An empty one has no blocks, and so has one that can't be read, with the reason among its notes.
    """
    if not text.strip():
        return Letter(name, "text", [], [])
    try:
        return text_reader.read(text.encode("utf-8", "replace"), name)
    except ReadError as error:
        return Letter(name, "text", [], [error.reason])


def _limited(report: Report, *, whole: bool, level: Level) -> Report:
    """The report with the findings that were asked for."""
    report.findings = [
        finding
        for finding in report.findings
        if finding.level >= level and (whole or (finding.place and finding.category not in OF_THE_WHOLE_LETTER))
    ]
    return report


def _placed(report: Report, letter: Letter, marked: MarkedText) -> list[TextRemark]:
    """The report's findings where they stand, the whole letter's first."""
    lines = LineStretches(marked.text)
    remarks = [_remark(finding, letter, lines, marked) for finding in report.findings]
    return sorted(remarks, key=lambda remark: -1 if remark.start is None else remark.start)


def _remark(finding: Finding, letter: Letter, lines: LineStretches, marked: MarkedText) -> TextRemark:
    """The finding with the stretch of the source that its words are."""
    place = finding.place
    if place is None:
        return TextRemark(finding)
    anchors = letter.blocks[place.block].place
    first = lines.stretch(anchors, place.start)
    last = lines.stretch(anchors, place.end - 1)
    if first is None or last is None:
        return TextRemark(finding)
    start, end = marked.in_source(first[0], last[1])
    return TextRemark(finding, start, end, marked.is_plain(first[0], last[1]))
