"""Reports as SARIF 2.1.0 (OASIS), for programs that gather findings from many tools."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from klarsprak.finding import Finding, FindingPlace, Level, Report
from klarsprak.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "klarsprak/v1"
CONTEXT = 3
"""Most words of the sentence on either side of the flagged ones that tell findings apart."""
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write one run; of a letter's text only the flagged words are in it."""
    # Only escapes survive in a stream of an encoding that is not the format's own.
    unicode = (out.encoding or "utf-8").lower().replace("-", "").startswith("utf8")
    json.dump(_log(list(reports)), out, ensure_ascii=not unicode, indent=2)
    out.write("\n")


def _log(reports: Sequence[Report]) -> dict[str, Any]:
    rules = {finding.rule: finding for report in reports for finding in report.findings}
    index = {name: number for number, name in enumerate(rules)}
    driver = {
        "name": "klarsprak",
        "version": __version__,
        "language": "sv",
        "rules": [_rule(finding) for finding in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports)],
        "artifacts": [{"location": {"uri": uri}} for uri in dict.fromkeys(_uri(report.file) for report in reports)],
        "results": [
            _result(report, finding, fingerprint) | {"ruleIndex": index[finding.rule]}
            for report in reports
            for finding, fingerprint in zip(report.findings, fingerprints(report), strict=True)
        ],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(finding: Finding) -> dict[str, Any]:
    text = f"{finding.why} Källa: {finding.source}." if finding.source else finding.why
    return {
        "id": finding.rule,
        "shortDescription": {"text": finding.why or finding.rule},
        "help": {"text": text or finding.rule},
        "properties": {"tags": [str(finding.category)]},
    }


def _invocation(reports: Iterable[Report]) -> dict[str, Any]:
    """What could not be read: a run with such a letter is no success."""
    said = [
        {
            "level": level,
            "message": {"text": _literal(text)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(report.file)}}}],
        }
        for report in reports
        for level, text in [*(("warning", note) for note in report.notes), ("error", report.error)]
        if text is not None
    ]
    failed = any(each["level"] == "error" for each in said)
    return {"executionSuccessful": not failed, "toolExecutionNotifications": said}


def _result(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.level],
        "message": {"text": _literal(finding.message)},
        "locations": [_location(report.file, finding)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
        "properties": {
            "category": str(finding.category),
            "text": finding.text,
            "suggestions": list(finding.suggestions),
        },
    }


def _location(file: str, finding: Finding) -> dict[str, Any]:
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
    line = place.line or 1
    return {"startLine": line} if place.column is None else {"startLine": line, "startColumn": place.column}


def _literal(text: str) -> str:
    """The text with its braces doubled, as SARIF wants where they hold no argument's number."""
    return text.replace("{", "{{").replace("}", "}}")


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


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
    if place is None:
        return []
    block = report.texts[place.block]
    before = _SENTENCE_END.split(block[: place.start])[-1].split()
    after = _SENTENCE_END.split(block[place.end :])[0].split()
    return [*before[-CONTEXT:], "\0", *after[:CONTEXT]]
