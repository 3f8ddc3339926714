"""The file: is it a whole PDF that can be read, and what is on its pages."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psexceptions import PSException

from klarsprak.letter import ReadError
from klarsprak.readers.pdf.drawing import PageDrawer
from klarsprak.readers.pdf.objects import TooMuchError
from klarsprak.readers.pdf.page import DrawnPage, name_pages

MAX_PAGES = 300
MAX_GLYPHS = 500_000
"""Most glyphs in a file: 150 dense pages."""
MAX_STREAM = 100_000_000
"""Most bytes that a stream of the file may unpack to."""

_BROKEN = (
    PSException,
    struct.error,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pdfminer raises on files that break the format's rules."""

_TWICE = re.compile(rb"/(?:Fl|FlateDecode|LZW|LZWDecode)[\s/]+(?:Fl|FlateDecode|LZW|LZWDecode)\b")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DAMAGED = "Pdf-filen är skadad eller inte hel. Spara eller hämta den på nytt och försök igen."
_PASSWORD = "Pdf-filen kräver ett lösenord. Spara en kopia utan lösenord och granska den."
_CIPHER = "Pdf-filen är låst med en kryptering som inte går att öppna. Spara en kopia utan skydd och granska den."
_BIG = (
    f"Pdf-filen är för stor för ett brev: den har mer än {MAX_PAGES} sidor eller {MAX_GLYPHS // 1000} 000 tecken. "
    "Dela upp den och granska en del i taget."
)
_BOMB = "Pdf-filen packar upp till orimligt mycket data och har inte lästs. Skapa om den från Word."
_FORM = (
    "Pdf-filen är ett XFA-formulär: texten visas bara i Adobe Reader. Skriv ut den till en vanlig pdf och granska "
    "den i stället."
)


def draw_pages(data: bytes) -> tuple[list[DrawnPage], list[str]]:
    """The pages and Swedish notes on what could not be read; raises ``ReadError``."""
    _refuse_no_pdf(data)
    _refuse_bombs(data)
    with _quiet():
        document = _open(data)
        pages = _list_pages(document)
        drawn, failed = _draw(pages)
        if _is_dynamic_form(document, drawn):
            raise ReadError(_FORM)
    if not failed:
        return drawn, []
    if not any(page.glyphs for page in drawn):
        raise ReadError(_DAMAGED)
    return drawn, [f"Pdf-filen är skadad på {name_pages(failed)}. All text där är kanske inte granskad."]


def _refuse_no_pdf(data: bytes) -> None:
    if b"%PDF-" not in data[:1024]:
        raise ReadError("Filen är ingen pdf, trots namnet. Kontrollera att det är rätt fil.")
    if b"%%EOF" not in data.rstrip(b"\0 \t\r\n")[-2048:]:
        raise ReadError(_DAMAGED)


def _refuse_bombs(data: bytes) -> None:
    if _TWICE.search(data):
        raise ReadError(_BOMB)
    if len(data) < MAX_STREAM // 1032:  # the most that deflate can shrink
        return
    for match in _STREAM.finditer(data):
        if _unpacked_size(data, match.end()) > MAX_STREAM:
            raise ReadError(_BOMB)


def _unpacked_size(data: bytes, start: int) -> int:
    unpacker, size, chunk = zlib.decompressobj(), 0, data[start : start + 65536]
    try:
        while chunk and size <= MAX_STREAM and not unpacker.eof:
            size += len(unpacker.decompress(chunk, 1 << 20))
            start += 0 if unpacker.unconsumed_tail else 65536
            chunk = unpacker.unconsumed_tail or data[start : start + 65536]
    except zlib.error:
        pass
    return size


@contextmanager
def _quiet() -> Iterator[None]:
    """pdfminer warns of every oddity; what matters to the reader becomes a note."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _open(data: bytes) -> PDFDocument:
    try:
        return PDFDocument(PDFParser(io.BytesIO(data)))
    except PDFPasswordIncorrect as error:
        raise ReadError(_PASSWORD) from error
    except PDFEncryptionError as error:
        raise ReadError(_CIPHER) from error
    except _BROKEN as error:
        raise ReadError(_DAMAGED) from error


def _list_pages(document: PDFDocument) -> list[PDFPage]:
    pages: list[PDFPage] = []
    try:
        for page in PDFPage.create_pages(document):
            if len(pages) == MAX_PAGES:
                raise ReadError(_BIG)
            pages.append(page)
        count = resolve1(dict_value(document.catalog.get("Pages")).get("Count"))
    except _BROKEN as error:
        raise ReadError(_DAMAGED) from error
    if not pages or (isinstance(count, int) and count > len(pages)):
        raise ReadError(_DAMAGED)
    return pages


def _draw(pages: list[PDFPage]) -> tuple[list[DrawnPage], list[int]]:
    drawer, drawn, failed = PageDrawer(), [], []
    cause: BaseException | None = None
    total = 0
    for number, page in enumerate(pages, 1):
        try:
            drawn.append(drawer.draw(page, number))
            failed += [number] if drawn[-1].damaged else []
            total += len(drawn[-1].glyphs)
        except TooMuchError as error:
            raise ReadError(_BOMB) from error
        except _BROKEN as error:
            failed.append(number)
            cause = error
        if total > MAX_GLYPHS:
            raise ReadError(_BIG)
    if not drawn:
        raise ReadError(_DAMAGED) from cause
    return drawn, failed


def _is_dynamic_form(document: PDFDocument, pages: list[DrawnPage]) -> bool:
    """Whether the real text is in an XFA form, and the page only asks the reader to wait for it."""
    form = resolve1(document.catalog.get("AcroForm"))
    if not isinstance(form, dict) or "XFA" not in form:
        return False
    start = "".join(glyph.text for glyph in pages[0].glyphs[:200]).replace(" ", "").casefold()
    return bool(document.catalog.get("NeedsRendering")) or not start or start.startswith(("pleasewait", "vänta"))
