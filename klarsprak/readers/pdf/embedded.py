"""Files that are embedded in a PDF, as PDF/A-3 and portfolios have them."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psexceptions import PSException

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.readers import pdf
from klarsprak.readers.attached import AttachmentReader
from klarsprak.readers.find import known_suffixes
from klarsprak.readers.pdf.document import open_quietly
from klarsprak.readers.pdf.fields import pinned_files
from klarsprak.readers.pdf.objects import TooMuchError, is_whole, string_of
from klarsprak.readers.pdf.parsing import Document
from klarsprak.readers.zipped_letters import holds_letters

_MARKS = re.compile(rb"/(?:EmbeddedFile|EF\b|Filespec\b|ObjStm\b)")
"""What a PDF with files in it says somewhere; of one that packs its objects in a stream nobody knows before."""
_FILE = re.compile(rb"/Type\s*/EmbeddedFile\b")
_MOST = 100
_DEEPEST = 10
"""Levels of the tree of names, and of files in each other."""
_TOO_DEEP = f"Filer i filer öppnas bara i {_DEEPEST} nivåer. Bilagorna är inte granskade."
_LOST = "Pdf-filen har bilagor som inte går att läsa. De är inte granskade."
_SAME = ("Source", "Alternative")
"""What a file is to the PDF that says the same as it."""
_FAILURES = (
    PSException, ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError,
    RecursionError, TypeError, ValueError, struct.error, zlib.error,
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
    try:
        letter, pages = pdf.read_pages(data, source)
        files, notes = _files(data, source, any(page.pins_file for page in pages))
        letters = [file for file in files if _is_letter(file) and not file.is_original]
        letter.notes += (_note(file) for file in files if file not in letters)
        letter.notes += notes
        yield letter
    except ReadError as error:
        files, notes = _files(data, source, may_be_pinned=True)
        letters = list(filter(_is_letter, files))
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


def _files(data: bytes, source: str, may_be_pinned: bool) -> tuple[list[Embedded], list[str]]:
    """The files in a PDF, and what is told where some of them may be left; none where it is too broken to say."""
    if not (may_be_pinned or _MARKS.search(data)):
        return [], []
    lister = _Lister()
    files: list[Embedded] = []
    try:
        with open_quietly(data) as document:
            files.extend(lister.files(document, may_be_pinned))
    except (ReadError, *_FAILURES):
        lister.is_whole = False
    if files and source.count("#") >= _DEEPEST:
        return [], [_TOO_DEEP]
    is_whole = lister.is_whole and len(files) >= len(_FILE.findall(data))
    return files, [] if is_whole else [_LOST]


class _Lister:
    """Finds the files; ``is_whole`` is false once one of them is named and isn't there."""

    def __init__(self) -> None:
        self.is_whole = True
        self._seen: set[int] = set()

    def files(self, document: Document, may_be_pinned: bool) -> Iterator[Embedded]:
        """The files in the catalogue's tree of names, those associated with the PDF and on its pages; each once."""
        catalog = document.catalog
        names = self._dictionary(catalog["Names"]) if "Names" in catalog else {}
        specs = [*self._leaves(names.get("EmbeddedFiles"), 0), *list_value(catalog.get("AF") or [])]
        if may_be_pinned:
            specs += pinned_files(document)
        self.is_whole &= len(specs) <= _MOST
        for spec in specs[:_MOST]:
            if self._is_new(spec):
                yield from self._file(self._dictionary(spec))

    def _is_new(self, thing: Any) -> bool:
        """Whether the object hasn't been met before; a file may be named in several places."""
        number = getattr(thing, "objid", None) or id(thing)
        is_new = number not in self._seen
        self._seen.add(number)
        return is_new

    def _dictionary(self, thing: Any) -> dict[str, Any]:
        """A dictionary, empty where something else stands there, or nothing at all."""
        found = resolve1(thing)
        if isinstance(found, dict):
            return found
        self.is_whole = False
        return {}

    def _leaves(self, node: Any, depth: int) -> Iterator[Any]:
        """The values of a tree of names."""
        if node is None or depth > _DEEPEST:
            return
        tree = self._dictionary(node)
        yield from list_value(tree.get("Names") or [])[1::2]
        for child in list_value(tree.get("Kids") or [])[:_MOST]:
            yield from self._leaves(child, depth + 1)

    def _file(self, spec: dict[str, Any]) -> Iterator[Embedded]:
        """The file of a specification, none where that only names one that lies elsewhere."""
        if "EF" not in spec:
            return
        places = self._dictionary(spec["EF"])
        stream = resolve1(places.get("UF") or places.get("F"))
        raw = resolve1(spec.get("UF") or spec.get("F") or b"")
        said = string_of(raw)
        name = re.split(r"[/\\]", str(raw) if said is None else said)[-1]
        relation = getattr(resolve1(spec.get("AFRelationship")), "name", "")
        content = _content(stream) if isinstance(stream, PDFStream) else None
        self.is_whole &= content is not None
        if not isinstance(stream, PDFStream) or self._is_new(stream):
            yield Embedded(name.replace("#", "_") or "bilaga", content, relation in _SAME)


def _content(stream: PDFStream) -> bytes | None:
    """What the stream unpacks to, None where it is broken, isn't all there, or unpacks to more than any letter."""
    try:
        if not is_whole(stream):  # asked first: what has been unpacked isn't kept packed
            return None
        data: bytes = stream.get_data()
        size = resolve1(dict_value(stream.get("Params") or {}).get("Size"))
        return None if isinstance(size, int) and len(data) < size else data
    except (TooMuchError, *_FAILURES):
        return None
