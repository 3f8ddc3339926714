"""A text checked as a part of a letter, or as a whole one, with where in it each remark stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Category, Finding, FindingPlace, Level, Report
from klarsprak.kinds import Rule
from klarsprak.letter import Letter, ReadError
from klarsprak.live.markup import MarkedText
from klarsprak.readers.text import text as text_reader
from klarsprak.readers.text.stretches import LineStretches
from klarsprak.reports.remarks import as_remarks
from klarsprak.rulebook import packs
from klarsprak.rulebook.choices import told_apart
from klarsprak.rulebook.ready import ready
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


class Places:
    """The way from a letter that was read from a source back to the source."""

    def __init__(self, letter: Letter, marked: MarkedText) -> None:
        self._blocks = letter.blocks
        self._lines = LineStretches(marked.text)
        self._marked = marked

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to read."""
        return not self._blocks

    def remark(self, finding: Finding) -> TextRemark:
        """The finding where its words stand; without a place where the source doesn't have them."""
        stretch = self._in_text(finding.place)
        if stretch is None:
            return TextRemark(finding)
        return TextRemark(finding, *self._marked.in_source(*stretch), self._marked.is_plain(*stretch))

    def _in_text(self, place: FindingPlace | None) -> tuple[int, int] | None:
        """Where in the text without markup the words stand."""
        if place is None:
            return None
        anchors = self._blocks[place.block].place
        first = self._lines.stretch(anchors, place.start)
        last = self._lines.stretch(anchors, place.end - 1)
        return None if first is None or last is None else (first[0], last[1])


class TextReport(NamedTuple):
    """What is said of a text: the letter's report, and where in the source that is."""

    report: Report
    places: Places

    @property
    def remarks(self) -> list[TextRemark]:
        """The report's findings in the order of the source, those about the whole letter first."""
        remarks = map(self.places.remark, self.report.findings)
        return sorted(remarks, key=lambda remark: -1 if remark.start is None else remark.start)


class LiveChecker:
    """Checks texts by one organisation's choices.  Raises ``FileError`` for a configuration that can't be used.

    Made once and kept: loading the rules takes a second, checking a paragraph a few milliseconds.
    """

    @uncollected()
    def __init__(self, config: Config | None = None) -> None:
        self._config = config or Config()
        self.letter: Checker
        self._paragraph: Checker | None = None
        choices = told_apart(self._config)
        if choices is None:
            self.letter = self._whole()
        elif choices:
            self.letter = ready("live", self._whole, folded=True, choices=choices)
            self.letter.suppression.load(self._config)
        else:
            self.letter, self._paragraph = ready("live", lambda: (self._whole(), self._part()), folded=True)

    @cached_property
    def _rules(self) -> list[Rule]:
        """All rules, read once: an own pack that is changed meanwhile holds for neither checker."""
        return packs.all_rules(self._config)

    def _whole(self) -> Checker:
        return Checker(self._config, self._rules)

    def _part(self) -> Checker:
        rules = [rule for rule in self._rules if rule.category not in OF_THE_WHOLE_LETTER]
        return Checker(self._config, rules, whole=False)

    @property
    def config(self) -> Config:
        """The organisation's choices."""
        return self._config

    @property
    def paragraph(self) -> Checker:
        """The checker without what is asked of whole letters; made when somebody sends a paragraph."""
        if self._paragraph is None:
            self._paragraph = self._part()
        return self._paragraph

    def checker_for(self, *, whole: bool) -> Checker:
        """The checker for whole letters, or the one for paragraphs."""
        return self.letter if whole else self.paragraph

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
        report = self.checker_for(whole=whole).check(letter) if letter.blocks else _unread(letter)
        if wanted is not None:
            report.findings = list(filter(wanted, report.findings))
        report = as_remarks(_limited(report, whole=whole, level=level), every_place=every_place)
        return TextReport(report, Places(letter, marked))


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
