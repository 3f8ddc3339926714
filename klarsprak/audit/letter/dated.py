"""When a letter was written: by an e-mail's head, the letter itself, its file's data, or the path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from io import BytesIO
from zipfile import ZipFile

from klarsprak.letter import Letter, ReadError
from klarsprak.prose.letter_date import letter_date
from klarsprak.readers import outlook
from klarsprak.readers.pdf.quiet import quiet
from klarsprak.readers.sniff import Format, sniff
from klarsprak.readers.zipped import ZIP_ERRORS

_LARGEST_PART = 1024**2
_MODIFIED = re.compile(rb"<dcterms:(?:modified|created)\b[^>]*>\s*(\d{4})-(\d\d)-(\d\d)")
_YEAR = r"(?<!\d)((?:19[5-9]|20\d)\d)"
_MONTH = r"(0[1-9]|1[0-2])"
_DAY = r"(0[1-9]|[12]\d|3[01])"
_IN_PATH = (
    re.compile(rf"{_YEAR}([-_./ ]?){_MONTH}\2{_DAY}(?!-?\d{{4}}|\d)"),  # no personal identity number
    re.compile(rf"{_YEAR}[-_./ ]{_MONTH}(?!\d)"),
    re.compile(rf"{_YEAR}(?!\d)"),
)
"""*2019-05-13*, *20190513*; *2019/05*; *2019*."""


def sent(data: bytes, name: str) -> str | None:
    """The day in an e-mail's head, as the sender's clock had it; None for a file that is no e-mail."""
    if outlook.is_message(data):
        day = outlook.sent(data)
        return day.isoformat() if day else None
    if not _is_mail(data, name):
        return None
    head = BytesHeaderParser().parsebytes(data[:_LARGEST_PART])
    try:
        return parsedate_to_datetime(str(head["Date"])).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _is_mail(data: bytes, name: str) -> bool:
    """Whether the file is an e-mail; one that can't be read is none."""
    try:
        return sniff(data, name) is Format.EMAIL
    except ReadError:
        return False


def written(letter: Letter, data: bytes) -> str | None:
    """The day that stands on the letter, else the last day that its file says it was worked on.

    ``data`` is the file's content, which tells nothing where the letter came attached to another.
    """
    day = letter_date(letter) or _saved(letter.format, data)
    return day.isoformat() if day else None


def _saved(format: str, data: bytes) -> date | None:
    """The day on which the file was last saved, if it is of a format that tells."""
    match format:
        case "docx":
            return _docx_saved(data)
        case "pdf":
            return _pdf_made(data)
    return None


def _docx_saved(data: bytes) -> date | None:
    """The later of the days on which the document was made and last changed."""
    try:
        with ZipFile(BytesIO(data)) as package, package.open("docProps/core.xml") as part:
            properties = part.read(_LARGEST_PART)
    except (KeyError, *ZIP_ERRORS):
        return None
    days = (_day(*match.groups()) for match in _MODIFIED.finditer(properties))
    return max(filter(None, days), default=None)


def _day(year: bytes, month: bytes, day: bytes) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _pdf_made(data: bytes) -> date | None:
    """The day on which the PDF was made."""
    from pypdf import PdfReader

    try:
        with quiet():
            about = PdfReader(BytesIO(data)).metadata
            made = about.creation_date if about else None
    except Exception:  # pypdf fails in any way there is, and the letter itself has been read
        return None
    return made.date() if made else None


def date_in_path(path: str) -> str | None:
    """The day, month or year (``2019-05-13``, ``2019-05``, ``2019``) that folders and file name tell.

    The most exact one counts, of equals the one nearest to the letter: ``2019/05/2019-05-13 beslut.docx``.
    """
    for pattern in _IN_PATH:
        matches = list(pattern.finditer(path.replace("\\", "/")))
        for match in reversed(matches):
            numbers = list(filter(str.isdigit, match.groups()))
            if _are_in_calendar(numbers):
                return "-".join(numbers)
    return None


def _are_in_calendar(numbers: Sequence[str]) -> bool:
    """Whether there is such a day, month or year: *2019 02 29* is none."""
    year, month, day = map(int, (*numbers, "1", "1")[:3])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
