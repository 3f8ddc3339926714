"""``compare``: what a rewrite has lost, added or changed."""

from __future__ import annotations

from klarsprak.compare.comparing import Comparison, compare
from klarsprak.compare.difference import Difference
from klarsprak.mcp.answers import CompareAnswer, ToldDifference
from klarsprak.mcp.judge import Judge
from klarsprak.mcp.requests import CompareRequest, RefusedError
from klarsprak.swedish import counted


def compare_texts(judge: Judge, request: CompareRequest) -> CompareAnswer:
    """The differences between draft and rewrite; raises ``RefusedError`` where one of them is empty."""
    for name, text in (("draft", request.draft), ("rewrite", request.rewrite)):
        if not text.strip():
            raise RefusedError(f"”{name}” är tom.")
    found = compare(request.draft, request.rewrite, judge.register, judge.short_forms)
    return CompareAnswer(
        summary=_summary(found),
        same=not found.differences,
        facts=found.facts,
        differences=list(map(_told, found.differences)),
        notes=found.notes,
    )


def _told(difference: Difference) -> ToldDifference:
    return ToldDifference(
        kind=str(difference.kind),
        label=difference.kind.label,
        change=difference.change.value,
        old=difference.old,
        new=difference.new,
        old_sentence=difference.old_sentence,
        new_sentence=difference.new_sentence,
        message=difference.message,
    )


def _summary(found: Comparison) -> str:
    compared = f"Programmet jämförde {counted(found.facts, 'uppgift', 'uppgifter')}."
    if not found.differences:
        return f"Ingen skillnad i sak hittad. {compared} Det ser inte allt: läs båda texterna."
    return f"{counted(len(found.differences), 'skillnad', 'skillnader')} i sak att kontrollera. {compared}"
