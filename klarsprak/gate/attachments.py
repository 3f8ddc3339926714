"""What lies beside a letter that is held: a report to read, and a copy with the findings in it."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from io import StringIO

from klarsprak.editing.odt import comments as odt
from klarsprak.editing.pdf import highlights
from klarsprak.editing.word import comments as word
from klarsprak.files.moves import split_name
from klarsprak.finding import Report
from klarsprak.gate.examine import Examined
from klarsprak.letter import ReadError
from klarsprak.reports import html

_ANNOTATE = {"docx": word.annotate, "odt": odt.annotate, "pdf": highlights.annotate}


def attachments(data: bytes, examined: Examined, name: str, when: datetime) -> dict[str, bytes]:
    """The attachments on a letter called ``name``, by the endings that they put in place of its own."""
    first = replace(examined.reports[0], notes=_notes(examined))
    _, ending = split_name(name)
    made = {f"{ending}.rapport.html": _page([first, *examined.reports[1:]], name)}
    if first.error is None and first.format in _ANNOTATE:
        with suppress(ReadError):  # such as a PDF that is locked against notes: the page says it all
            made[f".granskad{ending}"] = _ANNOTATE[first.format](data, first, when)
    return made


def warm(examined: Examined) -> None:
    """Load all that the attachments on the first letter would have to wait for; ``examined`` is any text letter."""
    import pypdf.annotations  # noqa: F401

    attachments(b"", examined, "brev.txt", datetime.now())


def printable_name(name: str) -> str:
    """A file's name with a sign that stands for bytes that are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _page(reports: list[Report], name: str) -> bytes:
    """The reports as a page, by the letters' names alone."""
    page = StringIO()
    html.write((replace(report, file=_without_folder(report.file, name)) for report in reports), page)
    return page.getvalue().encode()


def _without_folder(file: str, name: str) -> str:
    """The letter's name, and that of the letter attached to it: *mejl.eml#bilaga.docx*."""
    _, mark, attached = file.partition(f"{name}#")
    return printable_name(f"{name}#{attached}" if mark else name)


def _notes(examined: Examined) -> list[str]:
    """Why the letter is held, and then its notes, as long as they say something else.

    That a letter could not be read at all stands on the page in any case.
    """
    first = examined.reports[0]
    reasons = examined.verdict.reasons
    notes = [note for note in first.notes if note not in reasons]
    if first.error in reasons:
        return notes
    why = " ".join(reasons)
    return [f"Brevet är stoppat. {why}", *notes]
