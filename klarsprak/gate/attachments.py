"""What lies beside a letter that is held: a report to read, and a copy with the findings in it."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from io import StringIO

from klarsprak.editing import pdf
from klarsprak.editing.word import comments
from klarsprak.files.moves import split_name
from klarsprak.gate.examine import Examined
from klarsprak.letter import ReadError
from klarsprak.reports import html

_ANNOTATE = {"docx": comments.annotate, "pdf": pdf.annotate}


def attachments(data: bytes, examined: Examined, name: str, when: datetime) -> dict[str, bytes]:
    """The attachments on a letter called ``name``, by the endings that they put in place of its own."""
    first = replace(examined.reports[0], notes=_notes(examined))
    _, ending = split_name(name)
    page = StringIO()
    html.write((replace(each, file=_shown(each.file, name)) for each in (first, *examined.reports[1:])), page)
    made = {f"{ending}.rapport.html": page.getvalue().encode()}
    if first.error is None and first.format in _ANNOTATE:
        with suppress(ReadError):  # such as a PDF that is locked against notes: the page says it all
            made[f".granskad{ending}"] = _ANNOTATE[first.format](data, first, when)
    return made


def warm(examined: Examined) -> None:
    """Load all that the attachments on the first letter would have to wait for; ``examined`` is any text letter."""
    import pypdf.annotations  # noqa: F401

    attachments(b"", examined, "brev.txt", datetime.now())


def shown(name: str) -> str:
    """A file's name with a sign that stands for bytes that are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def _shown(file: str, name: str) -> str:
    """The letter's name without its folder, and that of the letter attached to it."""
    _, mark, attached = file.partition(f"{name}#")
    return shown(name + (f"#{attached}" if mark else ""))


def _notes(examined: Examined) -> list[str]:
    reasons = examined.verdict.reasons
    told = [] if examined.reports[0].error in reasons else [f"Brevet är stoppat. {' '.join(reasons)}"]
    return told + [note for note in examined.reports[0].notes if note not in reasons]
