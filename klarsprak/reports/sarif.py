"""Reports as SARIF 2.1.0 (OASIS), for programs that gather findings from many tools."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from klarsprak.finding import Finding, FindingPlace, Level, Report
from klarsprak.reports.streams import is_utf8
from klarsprak.swedish import SENTENCE_STOPS
from klarsprak.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "klarsprak/v1"
CONTEXT = 3
"""Most words of the sentence on either side of the flagged ones that tell findings apart."""
_SENTENCE_END = re.compile(rf"[{SENTENCE_STOPS}]\s|\n")
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write one run; of a letter's text only the flagged words are in it."""
    # Only escapes survive in a stream of an encoding that is not the format's own.
    json.dump(_log(list(reports)), out, ensure_ascii=not is_utf8(out), indent=2)
    out.write("\n")


def _log(reports: Sequence[Report]) -> dict[str, Any]:
    """The whole object: one run of one tool."""
    examples = _rules_found(reports)
    driver = {
        "name": "klarsprak",
        "version": __version__,
        "language": "sv",
        "rules": list(map(_rule, examples.values())),
    }
    uris = dict.fromkeys(_uri(report.file) for report in reports)
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports)],
        "artifacts": [{"location": {"uri": uri}} for uri in uris],
        "results": list(_results(reports, dict(zip(examples, count(), strict=False)))),
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rules_found(reports: Iterable[Report]) -> dict[str, Finding]:
    """The names of all rules that have found anything, each with its last finding, in the order of the first ones."""
    findings = chain.from_iterable(report.findings for report in reports)
    return {finding.rule: finding for finding in findings}


def _results(reports: Iterable[Report], index: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """A result a finding; ``index`` says where in the log each rule stands."""
    for report in reports:
        for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True):
            yield _result(report, finding, fingerprint) | {"ruleIndex": index[finding.rule]}


def _rule(finding: Finding) -> dict[str, Any]:
    """A rule as its findings tell of it."""
    text = f"{finding.why} Källa: {finding.source}." if finding.source else finding.why
    return {
        "id": finding.rule,
        "shortDescription": {"text": finding.why or finding.rule},
        "help": {"text": text or finding.rule},
        "properties": {"tags": [str(finding.category)]},
    }


def _invocation(reports: Iterable[Report]) -> dict[str, Any]:
    """What could not be read: a run with such a letter is no success."""
    notifications = list(chain.from_iterable(map(_notifications, reports)))
    levels = [each["level"] for each in notifications]
    return {"executionSuccessful": "error" not in levels, "toolExecutionNotifications": notifications}


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    """What could not be read of a letter, or that it could not be read at all."""
    for note in report.notes:
        yield _notification("warning", note, report.file)
    if report.not_checked is not None:
        yield _notification("error", report.not_checked, report.file)


def _notification(level: str, text: str, file: str) -> dict[str, Any]:
    """What is said of a letter, which has no place in it."""
    return {
        "level": level,
        "message": {"text": _literal(text)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}],
    }


def _result(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    """A finding, with the name that it keeps from run to run."""
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": _literal(finding.message)},
        "locations": [_location(report.file, finding)],
        **_related(report.file, finding),
        "partialFingerprints": {FINGERPRINT: fingerprint},
        "properties": {
            "category": str(finding.category),
            "text": finding.text,
            "suggestions": list(finding.suggestions),
        },
    }


def _related(file: str, finding: Finding) -> dict[str, Any]:
    """The findings that this one speaks for, where there are any: on its words, or on the same word again."""
    if not finding.also:
        return {}
    locations = (
        _location(file, other) | {"message": {"text": _literal(f"{other.rule}: {other.message}")}}
        for other in finding.also
    )
    return {"relatedLocations": list(locations)}


def _location(file: str, finding: Finding) -> dict[str, Any]:
    """The letter, and as much as is known of where the words stand in it."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    place = finding.place
    if place is None:
        return {"physicalLocation": physical}
    if place.line is not None:
        physical["region"] = _region(place)
    known = {"block": place.block, "role": str(place.role), "start": place.start, "end": place.end}
    return {
        "physicalLocation": physical,
        "properties": known if place.page is None else known | {"page": place.page},
    }


def _region(place: FindingPlace) -> dict[str, int]:
    """The start alone: the words may go on on the next line of the file."""
    region = {"startLine": place.line or 1}
    if place.column is not None:
        region["startColumn"] = place.column
    return region


def _literal(text: str) -> str:
    """The text with its braces doubled, as SARIF wants where they hold no argument's number."""
    return text.replace("{", "{{").replace("}", "}}")


def _uri(file: str) -> str:
    """A letter's name as a URI: *brev%20ett.docx*."""
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix())


def fingerprints(report: Report) -> list[str]:
    """A name for each finding that stays when the text around it moves.

    A hash of the rule, the flagged words and the words next to them; where that is the same for several, they are
    counted.
    """
    seen: Counter[str] = Counter()
    names = []
    for finding in report.findings:
        key = "\0".join((finding.rule, finding.text, *_context(report, finding.place)))
        name = sha256(key.encode()).hexdigest()[:32]
        seen[name] += 1
        names.append(f"{name}:{seen[name]}")
    return names


def _context(report: Report, place: FindingPlace | None) -> list[str]:
    """The words of the sentence on either side of the flagged ones."""
    if place is None:
        return []
    block = report.texts[place.block]
    before = _SENTENCE_END.split(block[: place.start])[-1].split()
    after = _SENTENCE_END.split(block[place.end :])[0].split()
    return [*before[-CONTEXT:], "\0", *after[:CONTEXT]]
