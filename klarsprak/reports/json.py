"""Reports as one JSON object, schema ``klarsprak/report/1``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from klarsprak.finding import SIGNATURE_PARTS, Finding, FindingPlace, Report, Score
from klarsprak.reports.streams import encoding_of
from klarsprak.version import __version__

SCHEMA = "klarsprak/report/1"
METRICS = ("lix", "ovix", "nominal_ratio", "words_per_sentence", "passive_share")


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write the object; of a letter's text it holds the words that findings point at, and the headings above them."""
    json.dump(as_data(reports), out, ensure_ascii=not _is_unicode(out), indent=2)
    out.write("\n")


def as_data(reports: Iterable[Report]) -> dict[str, Any]:
    """The object."""
    return {"schema": SCHEMA, "version": __version__, "letters": [letter(report) for report in reports]}


def _is_unicode(out: TextIO) -> bool:
    """Whether the stream can hold any character as it is; else JSON's own escapes are used."""
    return encoding_of(out).lower().startswith("utf")


def letter(report: Report) -> dict[str, Any]:
    """One letter's part of the object; what could not be had is null."""
    missing = [] if report.error else report.signature.missing
    left_out = {"known": report.known, "below": report.below}
    return {
        "file": report.file,
        "format": report.format,
        "words": report.words,
        "verdict": report.verdict,
        "findings": [finding(each) for each in report.findings],
        "signature": {part: getattr(report.signature, part) for part in SIGNATURE_PARTS} | {"missing": missing},
        "metrics": {name: report.metrics.get(name) for name in METRICS},
        "notes": report.notes,
        "error": report.not_checked,
        **{why: number for why, number in left_out.items() if number},
        **({} if report.score is None else {"score": _score(report.score)}),
    }


def _score(found: Score) -> dict[str, float]:
    """The score and its interval, to a tenth: more would be more than it can tell."""
    return {name: round(number, 1) for name, number in found._asdict().items()}


def finding(found: Finding) -> dict[str, Any]:
    """One finding's part of the object."""
    place = found.place
    return {
        "rule": found.rule,
        "category": str(found.category),
        "level": str(found.level),
        "text": found.text,
        "suggestions": list(found.suggestions),
        "message": found.message,
        "why": found.why,
        "source": found.source,
        "place": None if place is None else _place(place),
        **{key: text for key, text in _explanation(found) if text},
        **({"also": [finding(each) for each in found.also]} if found.also else {}),
    }


def _explanation(found: Finding) -> Iterator[tuple[str, str]]:
    """The sentence that explains the words, and the wording of the law that it is from; "" where there is none."""
    yield "explanation", found.explanation
    yield "explanation_source", found.explanation_source


def _place(place: FindingPlace) -> dict[str, Any]:
    """Where a finding's words stand; ``near`` is there only where a reader sees neither pages nor lines."""
    data = place._asdict() | {"role": str(place.role)}
    if place.near is None:
        del data["near"]
    return data
