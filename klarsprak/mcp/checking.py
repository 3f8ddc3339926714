"""``check_text``: what the rules say of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from klarsprak.finding import Level, Report
from klarsprak.live.checking import TextRemark
from klarsprak.mcp.answers import CheckAnswer, Measures, OtherRemark, Remark
from klarsprak.mcp.judge import Judge
from klarsprak.mcp.requests import CheckRequest, RefusedError
from klarsprak.swedish import listed


def check_text(judge: Judge, request: CheckRequest) -> CheckAnswer:
    """The remarks on the text; raises ``RefusedError`` for one without anything in it."""
    if not request.text.strip():
        raise RefusedError("Texten är tom.")
    found = judge.checker.check(request.text, whole=request.whole, level=Level.parse(request.level))
    report = found.report
    return CheckAnswer(
        summary=_summary(report),
        verdict=report.verdict,
        words=report.words,
        remarks=list(map(_remark, found.remarks)),
        measures=Measures(**{name: report.metrics.get(name) for name in Measures.model_fields}),
        notes=_notes(report),
    )


def _remark(remark: TextRemark) -> Remark:
    finding = remark.finding
    return Remark(
        rule=finding.rule,
        level=str(finding.level),
        words=finding.text,
        start=remark.start,
        end=remark.end,
        message=finding.message,
        why=finding.why,
        suggestions=list(finding.suggestions),
        safe=finding.safe and remark.is_plain,
        also=[OtherRemark(rule=each.rule, message=each.message) for each in finding.also],
    )


def _notes(report: Report) -> list[str]:
    """What isn't checked, and why; each once."""
    reason = [report.not_checked] if report.not_checked else []
    return list(dict.fromkeys([*reason, *report.notes]))


def _summary(report: Report) -> str:
    """*1 måste rättas och 3 tänk på.*"""
    if report.not_checked is not None:
        return f"Texten är inte granskad. {report.not_checked}"
    if not report.findings:
        return "Inget att anmärka på."
    return f"Anmärkningar: {listed(_by_level([finding.level for finding in report.findings]))}."


def _by_level(levels: Sequence[Level]) -> list[str]:
    """The number of each level, the gravest first: *2 ”måste rättas”*."""
    counts = Counter(levels)
    return [f"{counts[level]} ”{level.label.lower()}”" for level in sorted(counts, reverse=True)]
