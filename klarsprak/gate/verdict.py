"""Report(s) → pass or hold: what stops a letter is the organisation's choice, ``gate:`` in ``klarsprak.yml``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klarsprak.config.choices import GateChoices
from klarsprak.finding import Category, Finding, Report
from klarsprak.reports import summary
from klarsprak.swedish import listed, plural


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
    letter, *attached = reports
    first = _judge(letter, choices)
    reasons, findings = list(first.reasons), list(first.findings)
    for report in attached:
        verdict = _judge(report, choices.model_copy(update={"signature": []}))
        name = report.file.rpartition("#")[2]
        reasons += [f"Bilagan {name}: {reason}" for reason in verdict.reasons]
        findings += verdict.findings
    return Verdict(tuple(reasons), tuple(findings))


def _judge(report: Report, choices: GateChoices) -> Verdict:
    """The verdict on a letter by itself.

    One that can't be read has no findings and may not go.  One of an exempt type goes whatever is found in it, but
    not if a part of it could not be read, or if somebody is to read all letters of its type.
    """
    if report.error is not None:
        return Verdict((report.error,))
    unread = list(_reasons_unread(report, choices))
    if _is_exempt(report, choices):
        return Verdict(tuple(unread))
    blocking = [finding for finding in report.findings if _blocks(finding, choices)]
    found = _reasons_found(report, choices, blocking)
    return Verdict((*unread, *found), tuple(blocking))


def _is_exempt(report: Report, choices: GateChoices) -> bool:
    """Whether the letter is of a type that goes whatever is found in it, such as *information*."""
    return not set(choices.exempt).isdisjoint(report.letter_types)


def _blocks(finding: Finding, choices: GateChoices) -> bool:
    """Whether the finding stops a letter: it is grave enough, and of a category that counts.

    Which parts the signature must have is said by the key ``signature`` alone, where it is there.
    """
    parts_are_chosen = choices.signature is not None
    if parts_are_chosen and _is_missing_part(finding):
        return False
    categories = choices.categories or list(Category)
    return finding.category in categories and finding.level >= choices.level


def _is_missing_part(finding: Finding) -> bool:
    """Whether it says that the signature lacks something.

    Such a finding has no words to point at: *Skriv ditt eget telefonnummer*.
    """
    return finding.category is Category.SIGNATUR and finding.place is None


def _reasons_unread(report: Report, choices: GateChoices) -> Iterator[str]:
    """That nobody has read some part, or that somebody should read it all."""
    if not choices.pass_unchecked_parts:
        yield from report.notes
    for name in choices.hold:
        if name in report.letter_types:
            yield f"Brev av typen {name} ska alltid läsas av någon innan de skickas."


def _reasons_found(report: Report, choices: GateChoices, blocking: Sequence[Finding]) -> Iterator[str]:
    """What must be put right: the findings that stop the letter, and the chosen parts that its signature lacks."""
    if blocking:
        yield _sum_up(blocking)
    asked_for = choices.signature or []
    missing = [part for part in report.signature.lacking if part in asked_for]
    if missing:
        names = list(map(summary.PARTS.__getitem__, missing))
        yield f"Underskriften saknar {listed(names)}."


def _sum_up(findings: Sequence[Finding]) -> str:
    """``3 anmärkningar måste rättas först: signatur (2) och mallrest (1).``"""
    by_category = Counter(finding.category for finding in findings)
    word = plural(len(findings), "anmärkning", "anmärkningar")
    names = listed([f"{category} ({number})" for category, number in by_category.most_common()])
    return f"{len(findings)} {word} måste rättas först: {names}."
