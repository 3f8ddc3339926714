"""Remarks written into a document as comments or tracked changes, and safe suggestions put in."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from pathlib import PurePath
from typing import Any, NamedTuple

from klarsprak.editing.fixes import fixes
from klarsprak.editing.text import fixed, open_text
from klarsprak.editing.word.made import make_document
from klarsprak.finding import Report
from klarsprak.letter import Letter, ReadError
from klarsprak.live.checking import NAME, LiveChecker, as_letter
from klarsprak.readers import read_bytes
from klarsprak.readers.office import convert
from klarsprak.readers.own import own_letter
from klarsprak.readers.own_copy import ANNOTATED, MENDED
from klarsprak.readers.sniff import Format
from klarsprak.reports.remarks import as_remarks
from klarsprak.server.api.questions import Document, FileQuestion, Mode, RefusedError, TextQuestion

_COMMENTS = {
    "docx": "klarsprak.editing.word.comments",
    "odt": "klarsprak.editing.odt.comments",
    "pdf": "klarsprak.editing.pdf.highlights",
}
_CHANGES = {"docx": "klarsprak.editing.word.changes", "odt": "klarsprak.editing.odt.changes"}
_CONVERTED = ("doc", "rtf")
"""Formats of which LibreOffice makes a docx."""
_NO_CHANGES = "I en {} går det inte att göra ändringar. Skicka brevet som docx, odt eller txt."


class _Readable(NamedTuple):
    """A letter, the bytes to write into, and the name that they go by."""

    letter: Letter
    data: bytes
    name: PurePath


def annotate_file(checker: LiveChecker, question: FileQuestion) -> Document:
    """The file with remarks in it; of a letter that is mere text, a docx is made.  Raises ``RefusedError``."""
    read = _as_document(_read(question.data, question.name))
    return _annotated(checker, read, question)


def annotate_text(checker: LiveChecker, question: TextQuestion) -> Document:
    """A docx made of the text, with remarks in it.  Raises ``RefusedError``."""
    return _annotated(checker, _made(as_letter(question.text), PurePath(NAME)), question)


def fix_file(checker: LiveChecker, question: FileQuestion) -> Document:
    """The file with its safe suggestions put in.  Raises ``RefusedError``."""
    read = _read(question.data, question.name)
    if read.letter.format == "text":
        return _fixed_text(checker, read)
    return _changed(checker, read, tracked=False)


def fix_text(checker: LiveChecker, question: TextQuestion) -> dict[str, Any]:
    """The text with its safe suggestions put in, and how many they are."""
    letter = as_letter(question.text)
    chosen = checker.checker_for(whole=question.whole)
    data = question.text.encode("utf-8", "replace")
    if not letter.blocks:
        return {"text": question.text, "changes": 0}
    new, made = fixed(open_text(data), letter, fixes(chosen.check(letter)))
    return {"text": new.text, "changes": len(made)}


def _read(data: bytes, name: str) -> _Readable:
    """The letter in a file, as the docx that LibreOffice makes of it where it must."""
    try:
        letter = own_letter(read_bytes(data, name), name)
    except ReadError as error:
        raise RefusedError(422, error.reason) from None
    if letter.format not in _CONVERTED:
        return _Readable(letter, data, PurePath(name))
    document = convert(data, Format(letter.format), Format.DOCX)
    return _read(document, PurePath(name).with_suffix(".docx").name)


def _as_document(read: _Readable) -> _Readable:
    """The letter in a file that remarks can be written into."""
    return read if read.letter.format in _COMMENTS else _made(read.letter, read.name)


def _made(letter: Letter, name: PurePath) -> _Readable:
    """The letter as a docx, of which is told what wasn't read in the file that it came in."""
    if not letter.blocks:
        raise RefusedError(422, " ".join(letter.notes) or "Texten är tom.")
    made = _read(make_document(letter), name.with_suffix(".docx").name)
    made.letter.notes += letter.unread
    return made


def _annotated(checker: LiveChecker, read: _Readable, question: FileQuestion | TextQuestion) -> Document:
    """The document with remarks in the way that was asked for."""
    if question.mode is Mode.CHANGES:
        return _changed(checker, read, tracked=True)
    report = as_remarks(_checked(checker, read.letter))
    write = import_module(_COMMENTS[read.letter.format]).annotate
    return Document(write(read.data, report, datetime.now(), question.level), _copy_of(read.name, ANNOTATED))


def _changed(checker: LiveChecker, read: _Readable, *, tracked: bool) -> Document:
    """The document with its safe suggestions in it, tracked or not."""
    kind = read.letter.format
    if kind not in _CHANGES:
        raise RefusedError(422, _NO_CHANGES.format("pdf" if kind == "pdf" else f"fil i formatet {kind}"))
    found = fixes(_checked(checker, read.letter))
    data, changes = import_module(_CHANGES[kind]).change(read.data, found, datetime.now(), tracked=tracked)
    return Document(data, _copy_of(read.name, MENDED), len(changes.made))


def _fixed_text(checker: LiveChecker, read: _Readable) -> Document:
    """The text file with its safe suggestions put in."""
    found = fixes(_checked(checker, read.letter))
    new, made = fixed(open_text(read.data), read.letter, found)
    return Document(new.encoded(), _copy_of(read.name, MENDED), len(made))


def _checked(checker: LiveChecker, letter: Letter) -> Report:
    """All findings on a letter; raises ``RefusedError`` for one that can't be checked."""
    report = checker.letter.check(letter)
    if report.error is not None:
        raise RefusedError(422, report.error)
    return report


def _copy_of(name: PurePath, word: str) -> str:
    """*brev.granskad.docx*"""
    return f"{name.stem}.{word}{name.suffix}"
