"""What an audit keeps of a letter: numbers and names of rules, no words of the letter itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from klarsprak.audit.letter.sketch import sketch
from klarsprak.finding import SIGNATURE_PARTS, Finding, Report, Signature

if TYPE_CHECKING:
    from klarsprak.laws.changes import Place

SHAPE = 5
"""Grows when results hold more than before: letters that are in a ledger are then checked again."""


LENGTHS = (5, 10, 15, 20, 25, 30, 40)
"""Most words of a sentence in each class of length; the last class has no upper limit."""


LACKING, FOUND, NOT_ASKED = 0, 1, 2
"""A part of the signature is missing and must not be; is there; is missing from a letter that need not have it."""


class FoundThing(NamedTuple):
    """A finding; ``text`` is None unless the user asked for the flagged words to be kept."""

    rule: str
    category: str
    level: int
    block: int | None = None
    role: str | None = None
    start: int | None = None
    end: int | None = None
    page: int | None = None
    line: int | None = None
    text: str | None = None
    sentence: bytes | None = None
    """What the sentence around it is known again by, in other letters of the same template."""


class Facts(NamedTuple):
    """``date`` is ISO 8601, ``types`` are names of letter types, ``lengths`` counts sentences by ``LENGTHS``.

    ``cited`` are the places of law that the letter cites, each once.
    """

    date: str | None = None
    unit: str | None = None
    types: tuple[str, ...] = ()
    lengths: tuple[int, ...] = ()
    template: bytes | None = None
    cited: tuple[Place, ...] = ()


_UNKNOWN = Facts()


class LetterResult(NamedTuple):
    """A letter; ``signature`` says of each of ``SIGNATURE_PARTS`` what is known, ``notes`` counts the notes."""

    format: str | None
    error: str | None
    words: int = 0
    notes: int = 0
    signature: tuple[int, ...] = (LACKING,) * len(SIGNATURE_PARTS)
    metrics: dict[str, float] = {}  # noqa: RUF012  (never changed in place)
    findings: tuple[FoundThing, ...] = ()
    facts: Facts = _UNKNOWN
    given_up: bool = False
    """Whether it was too much for the worker, and may be less so for another one."""


def unreadable(reason: str, given_up: bool = False) -> tuple[LetterResult, ...]:
    """What stands for a file that gave no letter."""
    return (LetterResult(None, reason, given_up=given_up),)


def result_of(report: Report, keep_words: bool, facts: Facts = _UNKNOWN) -> LetterResult:
    """The part of a report that the ledger keeps."""
    return LetterResult(
        format=report.format,
        error=report.not_checked,
        words=report.words,
        notes=len(report.notes),
        signature=tuple(_parts_known(report.signature)),
        metrics=report.metrics,
        findings=tuple(_found_thing(finding, report, keep_words) for finding in report.findings),
        facts=facts,
    )


def _parts_known(signature: Signature) -> Iterator[int]:
    """``FOUND``, ``LACKING`` or ``NOT_ASKED`` for each of ``SIGNATURE_PARTS``."""
    missing, lacking = signature.missing, signature.lacking
    for part in SIGNATURE_PARTS:
        if part in lacking:
            yield LACKING
        else:
            yield NOT_ASKED if part in missing else FOUND


def _found_thing(finding: Finding, report: Report, keep_words: bool) -> FoundThing:
    """The part of a finding that the ledger keeps."""
    anywhere = FoundThing(finding.rule, str(finding.category), int(finding.level))
    place = finding.place
    if place is None:
        return anywhere
    start, end = report.around(place)
    return anywhere._replace(
        block=place.block,
        role=str(place.role),
        start=place.start,
        end=place.end,
        page=place.page,
        line=place.line,
        text=finding.text if keep_words else None,
        sentence=sketch(report.texts[place.block][start:end]),
    )
