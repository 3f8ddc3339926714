"""When a letter was written: by an e-mail's head, the letter itself, its file's data, or the path."""

from __future__ import annotations

import re
from datetime import date
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from klarsprak.letter import Letter, ReadError
from klarsprak.prose.letter_date import letter_date
from klarsprak.readers.sniff import Format, sniff

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


def sent(data: bytes, name: str) -> str | None:
    """The day in an e-mail's head, as the sender's clock had it; None for a file that is no e-mail."""
    try:
        if sniff(data, name) is not Format.EMAIL:
            return None
    except ReadError:
        return None
    head = BytesHeaderParser().parsebytes(data[:_LARGEST_PART])
    try:
        return parsedate_to_datetime(str(head["Date"])).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def written(letter: Letter, data: bytes) -> str | None:
    """The day that stands on the letter, else the last day that its file says it was worked on.

    ``data`` is the file's content, which tells nothing where the letter came attached to another.
    """
    day = letter_date(letter)
    if day is None and letter.format == "docx":
        day = _docx(data)
    elif day is None and letter.format == "pdf":
        day = _pdf(data)
    return day.isoformat() if day else None


def _docx(data: bytes) -> date | None:
    try:
        with ZipFile(BytesIO(data)) as package, package.open("docProps/core.xml") as part:
            found = [_day(*match.groups()) for match in _MODIFIED.finditer(part.read(_LARGEST_PART))]
    except (BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return None
    return max((day for day in found if day), default=None)


def _pdf(data: bytes) -> date | None:
    from pypdf import PdfReader

    try:
        about = PdfReader(BytesIO(data)).metadata
        made = about.creation_date if about else None
    except Exception:  # pypdf fails in any way there is, and the letter itself has been read
        return None
    return made.date() if made else None


def _day(year: bytes, month: bytes, day: bytes) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def date_in_path(path: str) -> str | None:
    """The day, month or year (``2019-05-13``, ``2019-05``, ``2019``) that folders and file name tell.

    The most exact one counts, of equals the one nearest to the letter: ``2019/05/2019-05-13 beslut.docx``.
    """
    for pattern in _IN_PATH:
        for match in reversed(list(pattern.finditer(path.replace("\\", "/")))):
            numbers = [group for group in match.groups() if group.isdigit()]
            try:
                date(*map(int, (*numbers, "1", "1")[:3]))
            except ValueError:
                continue
            return "-".join(numbers)
    return None
