"""Remarks as the editor shows them: underlined words, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from klarsprak.finding import Level
from klarsprak.live.checking import TextRemark
from klarsprak.lsp.checked import Checked
from klarsprak.lsp.lines import Lines

SOURCE = "klarsprak"
_SEVERITIES = {
    Level.ERROR: types.DiagnosticSeverity.Error,
    Level.WARNING: types.DiagnosticSeverity.Warning,
    Level.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics(checked: Checked, lines: Lines) -> list[types.Diagnostic]:
    """All that is said of a document; what isn't checked in it comes first."""
    return [*_notes(checked, lines), *(diagnostic(remark, checked, lines) for remark in checked.remarks)]


def _notes(checked: Checked, lines: Lines) -> Iterator[types.Diagnostic]:
    """Nobody is to take for clean what isn't checked."""
    for note in checked.notes:
        where = lines.range(*checked.first_word)
        yield types.Diagnostic(where, note, severity=types.DiagnosticSeverity.Information, source=SOURCE)


def diagnostic(remark: TextRemark, checked: Checked, lines: Lines) -> types.Diagnostic:
    """One remark at its words."""
    finding = remark.finding
    return types.Diagnostic(
        lines.range(*checked.stretch(remark)),
        finding.message,
        severity=_SEVERITIES[finding.level],
        code=finding.rule,
        source=SOURCE,
    )
