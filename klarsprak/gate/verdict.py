"""Report(s) → pass or hold: what stops a letter is the organisation's choice, ``gate:`` in ``klarsprak.yml``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from klarsprak.config.choices import GateChoices
from klarsprak.finding import Category, Finding, Report
from klarsprak.reports import summary


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a letter may go, and if not, why.

    ``reasons`` are Swedish sentences without words from the letter; ``findings`` are those that stop it.
    """

    reasons: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether nothing stands in the letter's way."""
        return not self.reasons


def decide(reports: Sequence[Report], choices: GateChoices) -> Verdict:
    """The verdict on a file: the letter in it and those attached to it must all pass.

    Only the first letter must be signed: who gets a mail with an attachment has the writer's name in the mail.
    """
    if not reports:
        return Verdict(("Det finns inget brev i filen.",))
    found = [list(_blocking(report, choices, signed=number == 0)) for number, report in enumerate(reports)]
    reasons = (
        reason if number == 0 else f"Bilagan {report.file.rpartition('#')[2]}: {reason}"
        for number, report in enumerate(reports)
        for reason in _reasons(report, choices, found[number], signed=number == 0)
    )
    return Verdict(tuple(reasons), tuple(chain.from_iterable(found)))


def _blocking(report: Report, choices: GateChoices, *, signed: bool) -> Iterator[Finding]:
    """The findings that stop the letter."""
    if set(choices.exempt).intersection(report.letter_types):
        return
    for finding in report.findings:
        missing_part = finding.category is Category.SIGNATUR and finding.place is None
        if missing_part and (not signed or choices.signature is not None):
            continue
        if finding.level >= choices.level and (not choices.categories or finding.category in choices.categories):
            yield finding


def _reasons(report: Report, choices: GateChoices, blocking: list[Finding], *, signed: bool) -> Iterator[str]:
    if report.error is not None:
        yield report.error
        return
    if report.notes and not choices.pass_unchecked_parts:
        yield from report.notes
    for name in choices.hold:
        if name in report.letter_types:
            yield f"Brev av typen {name} ska alltid läsas av någon innan de skickas."
    if blocking:
        yield _counted(blocking)
    if signed and choices.signature and not set(choices.exempt).intersection(report.letter_types):
        missing = [summary.PARTS[part] for part in report.signature.lacking if part in choices.signature]
        if missing:
            yield f"Underskriften saknar {summary.listed(missing)}."


def _counted(findings: list[Finding]) -> str:
    """``3 anmärkningar måste rättas först: signatur (2) och mallrest (1).``"""
    by_category = Counter(finding.category for finding in findings)
    word = "anmärkning" if len(findings) == 1 else "anmärkningar"
    names = summary.listed([f"{category} ({number})" for category, number in by_category.most_common()])
    return f"{len(findings)} {word} måste rättas först: {names}."
