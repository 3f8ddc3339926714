"""The closing words on a letter, the same in every report that a person reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from klarsprak.finding import Finding, Level, Occasion, Report, Signature
from klarsprak.reports.first_steps import first_steps
from klarsprak.swedish import counted as counted_words
from klarsprak.swedish import decimal, listed

PARTS = {"name": "namn", "title": "befattning", "unit": "enhet", "address": "adress", "phone": "telefonnummer"}
"""What the parts of a signature are called."""
EXTRAS = {"email": "e-post", "web": "webbplats", "hours": "tider"}
"""What stands beside them."""
OCCASIONS = {
    Occasion.AUTOREPLY: "Automatiskt svar",
    Occasion.UNIT: "Undertecknat av en enhet",
    Occasion.DIGITAL: "Godkänt digitalt",
    Occasion.APPENDIX: "Bilaga",
    Occasion.FORM: "Blankett",
    Occasion.REPORT: "Rapport",
    Occasion.NOTICE: "Avisering",
    Occasion.RECORD: "Lista eller utdrag",
    Occasion.PAGE: "Informationssida",
}
"""What a letter that is no usual one is called."""
BLOCK = "Så här kan underskriften se ut:"
"""What stands above the block as it should look."""
BEGIN_WITH = "Det här hjälper läsaren mest:"
"""What stands above the first things to do."""
_COUNTED = {
    Level.ERROR: "{} måste rättas",
    Level.WARNING: "{} bör skrivas om",
    Level.INFO: "{} att tänka på",
}


def lines(report: Report) -> Iterator[str]:
    """Counts, what helps most, readability and what the signature lacks, a sentence each, as far as asked for."""
    counts = Counter(finding.level for finding in report.findings)
    yield counted(counts) if counts else nothing_found(report)
    steps = list(first_steps(report))
    if steps:
        yield BEGIN_WITH
        yield from (f"{number}. {step}" for number, step in enumerate(steps, 1))
    if report.known:
        yield describe_known(report.known)
    if report.below:
        yield describe_below(report.below)
    if report.tells_of_readability and "lix" in report.metrics:
        yield _describe_readability(report.metrics)
    if report.tells_of_signature:
        yield describe_signature(report.signature)


def nothing_found(report: Report) -> str:
    """*Inget att anmärka på.*, or less than that: *Inget nytt att anmärka på i det som är granskat.*"""
    if report.below:
        return "Inget på den nivån."
    new = " nytt" if report.known else ""
    where = " i det som är granskat" if report.notes else ""
    return f"Inget{new} att anmärka på{where}."


def _describe_readability(metrics: Mapping[str, float]) -> str:
    """*Läsbarhet: LIX 38 (ganska korta ord och meningar), i snitt 12,5 ord per mening.*"""
    lix = int(metrics["lix"])
    words = decimal(metrics["words_per_sentence"])
    return f"Läsbarhet: LIX {lix} ({lix_says(lix)} ord och meningar), i snitt {words} ord per mening."


def shows_block(findings: Sequence[Finding]) -> Finding | None:
    """The last of the findings on what the signature lacks: after it, the whole block is shown, once."""
    for finding in reversed(findings):
        if finding.place is None and finding.suggestions:
            return finding
    return None


def describe_signature(found: Signature) -> str:
    """What the signature lacks, and what the letter is where that decides it."""
    kind = OCCASIONS.get(found.occasion)
    if found.demanded:
        says = _describe_lacking(found)
        return f"{kind}: underskriften {says}." if kind else f"Underskriften {says}."
    return f"{kind}: behöver ingen underskrift." if kind else "Ingen underskrift behövs."


def _describe_lacking(found: Signature) -> str:
    """*saknar namn och adress*, *har alla delar*."""
    names = [PARTS[part] for part in found.lacking]
    return f"saknar {listed(names)}" if names else "har alla delar"


def describe_known(number: int) -> str:
    """How many findings the baseline hides."""
    if number == 1:
        return "1 anmärkning är känd sedan tidigare och visas inte."
    return f"{number} anmärkningar är kända sedan tidigare och visas inte."


def describe_below(number: int) -> str:
    """How many findings are of a lower level than the one asked for."""
    return f"{counted_words(number, 'anmärkning', 'anmärkningar')} på lägre nivå visas inte."


def lix_says(lix: int) -> str:
    """What a LIX value says of words and sentences, in Björnsson's steps.

    He calls texts below 40 easy; but LIX counts letters and words, and an officialese letter may have short ones.
    """
    for limit, says in _LIX_STEPS:
        if lix < limit:
            return says
    return "mycket långa"


_LIX_STEPS = ((30, "korta"), (40, "ganska korta"), (50, "medellånga"), (60, "långa"))
"""The value that a step ends before."""


def counted(counts: Counter[Level]) -> str:
    """How many findings there are of each level."""
    return listed([text.format(counts[level]) for level, text in _COUNTED.items() if counts[level]]) + "."
