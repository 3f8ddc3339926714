"""What is said when a mail is sent: three sentences, of which the second tells what to do first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from klarsprak.config.addin import SendMode
from klarsprak.config.model import Config
from klarsprak.finding import Finding, Level, Report
from klarsprak.server.api.questions import CheckedFile
from klarsprak.swedish import plural

LONGEST = 500
"""Characters that Outlook shows of a message."""
_LONGEST_NAME = 60
_LONGEST_FIRST = 240
_HOW_GRAVE = {Level.ERROR: "som måste rättas", Level.WARNING: "som bör rättas", Level.INFO: "att titta på"}
_SENTENCE = re.compile(r".+?[.!?][”)]*(?=\s+[A-ZÅÄÖ”]|$)", re.DOTALL)
"""A full stop within a quotation, which the sentence goes on after, doesn't end it."""


class _Part(NamedTuple):
    """The mail itself, whose name is empty, or what is attached to it, with what stops it."""

    name: str
    stopping: int
    first: Finding | None = None
    """The one to begin with; None where only the number is known."""


class Unchecked(NamedTuple):
    """The mail itself, whose name is empty, or what is attached to it, of which not all could be checked, and why."""

    name: str
    reason: str
    is_whole: bool = True
    """Whether nothing of it could be."""


def describe_sending(
    reports: Sequence[Report], checked: Iterable[CheckedFile], unchecked: Iterable[Unchecked], config: Config
) -> dict[str, Any]:
    """Whether the mail may be sent, and what is said if not; ``checked`` are attachments without a report.

    Of what is ``unchecked`` the first is looked for only where it would be told.
    """
    level, mode = config.addin.level, config.addin.send
    parts = [_part(report, level) for report in reports] + [_Part(*file) for file in checked]
    stopping = [part for part in parts if part.stopping]
    total = sum(part.stopping for part in stopping)
    message = _message(stopping, total, config) if stopping else ""
    if not stopping and must_be_checked(config):
        message = next((_unchecked(part, config.addin.name) for part in unchecked), "")
    return {"mode": mode, "passes": not message, "stopping": total, "message": message}


def must_be_checked(config: Config) -> bool:
    """Whether a mail that can't be checked stays: as at the gate, where the organisation lets nothing by."""
    return config.addin.send == "block" and not config.gate.pass_unchecked_parts


def _unchecked(part: Unchecked, name: str) -> str:
    """*Mejlet går inte i väg, för det är inte granskat. Brevet är på engelska. Ta bort det som …*"""
    what = f"bilagan {_cut(part.name, _LONGEST_NAME)}" if part.name else "det"
    how = f"{what} är inte {'granskad' if part.name else 'granskat'}"
    if not part.is_whole:
        how = f"en del av {what} är inte granskad"
    why = _cut(part.reason.partition(". ")[0].rstrip("."), _LONGEST_FIRST) + "."
    help_ = f"Ta bort det som inte går att granska, eller fråga den som sköter {name}."
    return f"Mejlet går inte i väg, för {how}. {why} {help_}"


def _part(report: Report, level: Level) -> _Part:
    """What stops a letter by what it says; of one that can't be checked, such as one in another language, nothing."""
    found = [finding for finding in report.findings if finding.level >= level]
    first = max(found, key=lambda finding: finding.level, default=None)
    return _Part(report.file.partition("#")[2], len(found), first)


def _message(stopping: Sequence[_Part], total: int, config: Config) -> str:
    """*Mejlet har 2 anmärkningar som måste rättas. Börja med det här: … Öppna Klarspråk, rätta och skicka igen.*"""
    number = "en" if total == 1 else str(total)
    together = " tillsammans" if len(stopping) > 1 else ""
    remarks = f"{number} {plural(total, 'anmärkning', 'anmärkningar')}"
    found = f"{_named(stopping)} har{together} {remarks} {_HOW_GRAVE[config.addin.level]}."
    return f"{found} {_begin(stopping)} {_go_on(config.addin.send, config.addin.name, total)}"


def _named(stopping: Sequence[_Part]) -> str:
    """*Mejlet*, *Bilagan beslut.docx*, *Mejlet och bilagorna*."""
    attached = [part for part in stopping if part.name]
    if not attached:
        return "Mejlet"
    names = "bilagorna" if len(attached) > 1 else f"bilagan {_cut(attached[0].name, _LONGEST_NAME)}"
    return f"Mejlet och {names}" if len(attached) < len(stopping) else names[0].upper() + names[1:]


def _begin(stopping: Sequence[_Part]) -> str:
    """What to do first: the gravest of what is known."""
    known = [part for part in stopping if part.first]
    if not known:
        return "Öppna bilagan och rätta den först."
    part = max(known, key=lambda part: part.first.level if part.first else Level.INFO)
    assert part.first is not None
    where = " i bilagan" if part.name else ""
    return f"Börja med det här{where}: {_cut(_first_sentence(part.first.message), _LONGEST_FIRST)}"


def _first_sentence(text: str) -> str:
    """*”Erhålla” är kanslisvenska.*"""
    match = _SENTENCE.match(text)
    return match[0] if match else text


def _go_on(mode: SendMode, name: str, total: int) -> str:
    """What the writer may do then."""
    if mode != "promptUser":
        return f"Öppna {name}, rätta och skicka igen."
    return f"Öppna {name} så ser du {'den' if total == 1 else 'alla'}, eller skicka ändå."


def _cut(text: str, most: int) -> str:
    """The text, or as much of it as there is room for."""
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"
