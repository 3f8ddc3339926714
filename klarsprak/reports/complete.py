"""Reports as data with nothing left out, and back: what a server answers a program that shows them in its own way.

Unlike ``klarsprak/report/1`` it holds the letter's text, and changes when reports do: both ends must be of one mind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from klarsprak.finding import Category, Finding, FindingPlace, Level, Occasion, Report, Score, Signature
from klarsprak.letter import Role
from klarsprak.version import __version__

SCHEMA = "klarsprak/complete/1"


class IncompleteError(Exception):
    """The data is no complete reports of this schema."""


def as_data(reports: Iterable[Report]) -> dict[str, Any]:
    """The reports as an object for JSON."""
    return {"schema": SCHEMA, "version": __version__, "letters": [_report(report) for report in reports]}


def from_data(data: object) -> list[Report]:
    """The reports that the object was made of; raises ``IncompleteError`` for anything else."""
    try:
        if not isinstance(data, Mapping) or data["schema"] != SCHEMA:
            raise IncompleteError
        return [_read_report(letter) for letter in data["letters"]]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise IncompleteError from None


def _report(report: Report) -> dict[str, Any]:
    told = {field.name: getattr(report, field.name) for field in fields(Report)}
    signature = {field.name: getattr(report.signature, field.name) for field in fields(Signature)}
    return told | {
        "findings": [_finding(finding) for finding in report.findings],
        "signature": signature,
        "sentences": [[block, *places] for block, places in report.sentences.items()],
        "categories": sorted(report.categories),
        "score": None if report.score is None else report.score._asdict(),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = None if finding.place is None else finding.place._asdict()
    return finding._asdict() | {
        "level": str(finding.level),
        "place": place,
        "also": list(map(_finding, finding.also)),
    }


def _read_report(data: Any) -> Report:
    wanted = {field.name for field in fields(Report)}
    if data.keys() != wanted or not isinstance(data["file"], str):
        raise IncompleteError
    return Report(
        **data
        | {
            "findings": [_read_finding(finding) for finding in data["findings"]],
            "signature": _read_signature(data["signature"]),
            "sentences": {block: [(start, end) for start, end in places] for block, *places in data["sentences"]},
            "roles": list(map(Role, data["roles"])),
            "letter_types": tuple(data["letter_types"]),
            "categories": frozenset(map(Category, data["categories"])),
            "score": None if data["score"] is None else Score(**data["score"]),
        }
    )


def _read_signature(data: Any) -> Signature:
    return Signature(**data | {"occasion": Occasion(data["occasion"]), "demanded": tuple(data["demanded"])})


def _read_finding(data: Any) -> Finding:
    place = data["place"]
    return Finding(
        **data
        | {
            "category": Category(data["category"]),
            "level": Level.parse(data["level"]),
            "suggestions": tuple(data["suggestions"]),
            "place": None if place is None else FindingPlace(**place | {"role": Role(place["role"])}),
            "also": tuple(map(_read_finding, data["also"])),
        }
    )
