"""Files that are embedded in a PDF, as PDF/A-3 and portfolios have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.readers import pdf
from klarsprak.readers.attached import AttachmentReader
from klarsprak.readers.find import known_suffixes
from klarsprak.readers.pdf.document import open_quietly
from klarsprak.readers.pdf.objects import TooMuchError
from klarsprak.readers.zipped_letters import holds_letters

_MARK = b"/EmbeddedFile"
_MOST = 100
_DEEPEST = 10
"""Levels of the tree of names, and of files in each other."""
_SAME = ("Source", "Alternative")
"""What a file is to the PDF that says the same as it."""
_FAILURES = (
    PSException, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What pdfminer raises for files that are no whole PDFs."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file in a PDF; ``data`` is None where it can't be unpacked."""

    name: str
    data: bytes | None
    is_original: bool
    """Whether it is what the PDF was made of."""


def read_all(data: bytes, source: str, read_bytes: AttachmentReader) -> Iterator[Letter | Unreadable]:
    """The letter in a PDF and then those embedded in it, named ``beslut.pdf#bilaga.docx``.

    What a PDF was made of is read where the PDF itself can't be, as a scanned one.  Raises ``ReadError`` for such a
    PDF without any letter in it.
    """
    files = _files(data) if _MARK in data and source.count("#") < _DEEPEST else []
    letters = [file for file in files if _is_letter(file)]
    try:
        letter = pdf.read(data, source)
        letters = [file for file in letters if not file.is_original]
        letter.notes += (_note(file) for file in files if file not in letters)
        yield letter
    except ReadError as error:
        if not letters:
            raise
        yield Unreadable(source, "pdf", error.reason)
    for number, file in enumerate(letters, 1):
        is_alone = sum(other.name == file.name for other in letters) == 1
        name = f"{source}#{file.name if is_alone else f'{number}-{file.name}'}"
        if file.data is None:
            yield Unreadable(name, None, "Filen i pdf-filen är trasig.")
        else:
            yield from read_bytes(file.data, name)


def _is_letter(file: Embedded) -> bool:
    """Whether a file may be a letter or hold some, by its name, and for a zip file by what lies in it."""
    suffix = PurePath(file.name).suffix.lower()
    if suffix == ".zip":
        return file.data is not None and holds_letters(file.data)
    return suffix in known_suffixes()


def _note(file: Embedded) -> str:
    """What is told of a file that isn't read."""
    if file.is_original:
        return f"Bilagan {file.name} i pdf-filen är dess eget original och granskas inte en gång till."
    return f"Bilagan {file.name} i pdf-filen är inte granskad."


def _files(data: bytes) -> list[Embedded]:
    """The files that a PDF lists; none where it is too broken to list any."""
    try:
        with open_quietly(data) as document:
            return list(_listed(document.catalog))
    except (ReadError, *_FAILURES):
        return []


def _listed(catalog: dict[str, Any]) -> Iterator[Embedded]:
    """The files in the catalogue's tree of names, and those associated with the PDF; each once."""
    names = dict_value(catalog.get("Names") or {})
    specs = [*_leaves(names.get("EmbeddedFiles"), 0), *list_value(catalog.get("AF") or [])]
    seen: set[int] = set()
    for spec in specs[:_MOST]:
        number = getattr(spec, "objid", id(spec))
        if number not in seen:
            seen.add(number)
            yield from _file(dict_value(resolve1(spec)))


def _leaves(node: Any, depth: int) -> Iterator[Any]:
    """The values of a tree of names."""
    if node is None or depth > _DEEPEST:
        return
    tree = dict_value(resolve1(node))
    yield from list_value(tree.get("Names") or [])[1::2]
    for child in list_value(tree.get("Kids") or [])[:_MOST]:
        yield from _leaves(child, depth + 1)


def _file(spec: dict[str, Any]) -> Iterator[Embedded]:
    """The file of a specification, none where that only names one that lies elsewhere."""
    places = dict_value(resolve1(spec.get("EF")) or {})
    stream = resolve1(places.get("UF") or places.get("F"))
    if not isinstance(stream, PDFStream):
        return
    raw = resolve1(spec.get("UF") or spec.get("F") or b"")
    name = re.split(r"[/\\]", decode_text(raw) if isinstance(raw, bytes) else str(raw))[-1]
    relation = getattr(resolve1(spec.get("AFRelationship")), "name", "")
    yield Embedded(name.replace("#", "_") or "bilaga", _content(stream), relation in _SAME)


def _content(stream: PDFStream) -> bytes | None:
    """What the stream unpacks to, None where it is broken or unpacks to more than any letter."""
    try:
        data: bytes = stream.get_data()
    except (TooMuchError, *_FAILURES):
        return None
    return data
