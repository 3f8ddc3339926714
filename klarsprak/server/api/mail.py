"""A mail that somebody writes: the report on it and on the letters attached to it, and whether it may be sent.

It is put together as a message and read as one, so that quoted mail is left alone just as in a mail that is saved.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from klarsprak.finding import Category, Finding, Level, Report
from klarsprak.letter import Letter
from klarsprak.live.checking import LiveChecker
from klarsprak.live.html import marked_html
from klarsprak.live.markup import MarkedText
from klarsprak.live.positions import Positions
from klarsprak.readers import read_bytes
from klarsprak.readers.email import ONLY_OLDER
from klarsprak.readers.text.quoted import subject_block
from klarsprak.reports import json
from klarsprak.reports.remarks import as_remarks
from klarsprak.server.api.as_text import as_text
from klarsprak.server.api.mail_places import MailPlaces
from klarsprak.server.api.questions import AttachedFile, MailQuestion
from klarsprak.server.api.sending import Unchecked, describe_sending
from klarsprak.suppression.level import hide_below
from klarsprak.swedish import one_line

NAME = "mejl.eml"
_POLICY = SMTP.clone(utf8=True)


def check_mail(checker: LiveChecker, question: MailQuestion) -> dict[str, Any]:
    """The report, with where in the body the findings' words stand, and what is said when the mail is sent.

    ``send`` holds *mode*, whether it *passes*, how many remarks are *stopping* it, and the *message*; ``text`` is the
    writer's own.
    """
    letters = list(read_bytes(_as_message(question), NAME))
    level = checker.config.addin.level if question.is_brief else Level.INFO
    reports = [_without_signature(each) for each in hide_below(level, map(checker.letter.check, letters))]
    reports = list(map(as_remarks, reports))
    unchecked = _unchecked(reports, question)
    sending = {"send": describe_sending(reports, question.checked, unchecked, checker.config)}
    if question.is_brief:
        return sending
    data = json.as_data(reports) | sending | {"text": ""}
    if letters and isinstance(letters[0], Letter) and letters[0].source == NAME:
        data["letters"][0]["findings"] = _in_body(letters[0], reports[0], question)
        data["text"] = as_text(letters[0])
    return data


def _as_message(question: MailQuestion) -> bytes:
    """The mail as it would be sent."""
    message = EmailMessage(policy=_POLICY)
    message["Subject"] = one_line(question.subject)
    if question.sender:
        message["From"] = one_line(question.sender)
    if question.body.strip():
        text = question.body.encode("utf-8", "replace").decode()
        message.set_content(text, subtype="html" if question.is_html else "plain", cte="base64")
    for file in question.attached:
        _attach(message, file)
    return message.as_bytes()


def _attach(message: EmailMessage, file: AttachedFile) -> None:
    """Attach a file; another mail too is one like others, as the reader knows it by its name."""
    guessed, _ = mimetypes.guess_type(file.name)
    main, _, sub = (guessed or "application/octet-stream").partition("/")
    if main in ("message", "multipart"):
        main, sub = "application", "octet-stream"
    message.add_attachment(file.data, maintype=main, subtype=sub, filename=file.name)


def _without_signature(report: Report) -> Report:
    """The report without what an attached letter's signature lacks: who gets it has the writer's name in the mail."""
    if report.file == NAME:
        return report
    return replace(report, findings=[each for each in report.findings if not _lacks_part(each)])


def _lacks_part(finding: Finding) -> bool:
    return finding.category is Category.SIGNATUR and finding.place is None


def _unchecked(reports: Sequence[Report], question: MailQuestion) -> Iterator[Unchecked]:
    """What of the mail and of what is attached could not be checked; an empty mail, or a quoted one, has no words."""
    for report in reports:
        name = report.file.partition("#")[2]
        if not name and not _marked(question).text.strip():
            continue
        if report.error is not None:
            yield Unchecked(name, report.error)
        elif report.words:
            yield from (Unchecked(name, note, is_whole=False) for note in report.notes if note != ONLY_OLDER)


def _marked(question: MailQuestion) -> MarkedText:
    return marked_html(question.body) if question.is_html else MarkedText.plain(question.body)


def _in_body(letter: Letter, report: Report, question: MailQuestion) -> list[dict[str, Any]]:
    """The findings on the mail itself with their places in the body as it was sent here."""
    places = MailPlaces(letter.blocks, _marked(question), len(subject_block(question.subject)))
    positions = Positions(question.body)
    return [_with_span(json.finding(each), each, places, positions) for each in report.findings]


def _with_span(data: dict[str, Any], found: Finding, places: MailPlaces, positions: Positions) -> dict[str, Any]:
    """The finding's part of the report with ``span``, in UTF-16 units, where its words can be written over."""
    stretch = places.stretch(found.place) if found.place is not None else None
    if stretch is not None:
        start, end = stretch
        data["place"]["span"] = {"start": positions.in_utf16(start), "end": positions.in_utf16(end)}
    if found.also:
        data["also"] = [_with_span(json.finding(each), each, places, positions) for each in found.also]
    return data
