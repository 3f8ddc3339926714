"""The three things that would help a letter's reader most: where somebody with twenty remarks begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from klarsprak.finding import Category, Finding, Level, Report
from klarsprak.reports.remarks import weight
from klarsprak.swedish import counted

MOST = 3
FEW = 4
"""With fewer remarks than this, all can be taken in at once."""
_STEPS = {
    Category.LAGRUM: "Förklara eller rätta hänvisningarna till lagen",
    Category.MALLREST: "Fyll i eller ta bort det som är kvar från mallen",
    Category.TILLTAL: "Tilltala läsaren på samma sätt hela vägen",
    Category.TON: "Byt ut det som låter som ett hot eller en tillrättavisning",
    Category.FACKORD: "Förklara fackorden, eller välj vanligare ord",
    Category.PASSIV: "Skriv vem som gör vad",
    Category.MENING: "Dela och lätta upp de tunga meningarna",
    Category.KANSLISVENSKA: "Byt kanslisvenska mot ord som vi säger i dag",
    Category.FORKORTNING: "Skriv ut förkortningarna",
    Category.SPRAKFEL: "Rätta språkfelen",
    Category.SKRIVREGLER: "Se över mellanrum, tal och skiljetecken",
}
_SIGNATURE = "Gör underskriften hel"


def first_steps(report: Report) -> Iterator[str]:
    """*Skriv vem som gör vad (5 ställen).*, the gravest and commonest first; none where there are few remarks."""
    if len(report.findings) < FEW:
        return
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in chain.from_iterable((each, *each.also) for each in report.findings):
        groups[_step(finding)].append(finding)
    by_help = sorted(groups.items(), key=lambda group: _help(group[1]), reverse=True)
    for step, findings in by_help[:MOST]:
        placed = sum(finding.place is not None for finding in findings)
        yield f"{step} ({counted(placed, 'ställe', 'ställen')})." if placed else step


def _step(finding: Finding) -> str:
    """What to do about it; what the letter must say and doesn't is a step of its own.

    A hint about who has written is no demand for a signature: *Meddelandet säger inte vem läsaren kan fråga.*
    """
    if finding.category is Category.SIGNATUR and finding.level is not Level.INFO:
        return f"{_SIGNATURE}."
    if finding.place is None:
        return finding.message
    return _STEPS.get(finding.category, finding.message)


def _help(findings: Sequence[Finding]) -> tuple[bool, int]:
    """Key by how much it helps to mend these: what must be mended, then what hides the message and is common."""
    is_grave = any(finding.level is Level.ERROR for finding in findings)
    return is_grave, sum(finding.level * (3 - weight(finding)) for finding in findings)
