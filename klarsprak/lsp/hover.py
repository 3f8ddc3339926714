"""What is told of words when the pointer rests on them: why, what to write instead, and who says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from klarsprak.finding import Finding
from klarsprak.live.checking import TextRemark

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def hover_text(remarks: Iterable[TextRemark], *, markdown: bool) -> str:
    """The remarks, a line between them; empty where there are none."""
    write = _in_markdown if markdown else _plainly
    return "\n\n---\n\n".join("\n\n".join(_paragraphs(remark.finding, write)) for remark in remarks)


def _paragraphs(finding: Finding, write: Callable[..., str]) -> Iterator[str]:
    """What is wrong, why, what to write instead, and by which rule."""
    yield f"{write(f'{finding.level.label}.', bold=True)} {write(finding.message)}"
    if finding.why:
        yield write(finding.why)
    if finding.suggestions:
        yield f"Förslag: {', '.join(write(each, bold=True) for each in finding.suggestions)}"
    yield write(f"Regel: {finding.rule}." + (f" Källa: {finding.source}" if finding.source else ""))


def _plainly(text: str, *, bold: bool = False) -> str:
    return text


def _in_markdown(text: str, *, bold: bool = False) -> str:
    r"""The text with no sign of it taken for markup: *\[FYLL I\]*."""
    literal = _MARKUP.sub(r"\\\1", text)
    return f"**{literal}**" if bold and literal.strip() else literal
