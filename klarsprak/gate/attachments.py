"""What lies beside a letter that is held: a report to read, and a copy with the findings in it."""

from __future__ import annotations

import os
from collections.abc import Container
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
from klarsprak.readers.own_copy import ANNOTATED
from klarsprak.reports import stopped
from klarsprak.reports.remarks import as_remarks
from klarsprak.swedish import harmless_line

_ANNOTATE = {"docx": word.annotate, "odt": odt.annotate, "pdf": highlights.annotate}


def attachments(data: bytes, examined: Examined, name: str, when: datetime) -> dict[str, bytes]:
    """The attachments on a letter called ``name``, by the endings that they put in place of its own."""
    first = as_remarks(examined.reports[0])
    _, ending = split_name(name)
    made = {f"{ending}.rapport.html": _page(examined, name)}
    is_own = f"{name}#" not in first.file  # else it lies in the mail or zip file that the data are
    if is_own and first.error is None and first.format in _ANNOTATE:
        with suppress(ReadError):  # such as a PDF that is locked against notes: the page says it all
            told = replace(first, notes=_notes(examined))
            made[f".{ANNOTATED}{ending}"] = _ANNOTATE[first.format](data, told, when)
    return made


def warm(examined: Examined) -> None:
    """Load all that the attachments on the first letter would have to wait for; ``examined`` is any text letter."""
    import pypdf.annotations  # noqa: F401

    attachments(b"", examined, "brev.txt", datetime.now())


def printable_name(name: str) -> str:
    """A file's name with a sign that stands for bytes that are no UTF-8, and none that breaks a line."""
    return harmless_line(os.fsencode(name).decode("utf-8", "replace"))


def _page(examined: Examined, name: str) -> bytes:
    """The page: what stopped the letter first, then all that is said of it, and of those attached to it."""
    page = StringIO()
    stopping = set(map(id, examined.verdict.findings))
    letters = [_held(report, stopping, name) for report in examined.reports]
    stopped.write(letters, examined.verdict.reasons, page)
    return page.getvalue().encode()


def _held(report: Report, stopping: Container[int], name: str) -> stopped.Held:
    """A letter by its name alone; ``stopping`` are the ids of the findings that stop it or another one."""
    keys = {stopped.key(finding) for finding in report.findings if id(finding) in stopping}
    return stopped.Held(as_remarks(replace(report, file=_without_folder(report.file, name))), keys)


def _without_folder(file: str, name: str) -> str:
    """The letter's name, and that of the letter attached to it: *mejl.eml#bilaga.docx*."""
    _, mark, attached = file.partition(f"{name}#")
    return printable_name(f"{name}#{attached}" if mark else name)


def _notes(examined: Examined) -> list[str]:
    """Why the letter is held, and then its notes, as long as they say something else."""
    reasons = examined.verdict.reasons
    notes = [note for note in examined.reports[0].notes if note not in reasons]
    return [f"Brevet är stoppat. {' '.join(reasons)}", *notes]
