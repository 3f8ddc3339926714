"""The file: is it a whole PDF that can be read, and what is on its pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, resolve1

from klarsprak.letter import ReadError
from klarsprak.readers.pdf.allowance import Allowance
from klarsprak.readers.pdf.drawing import PageDrawer
from klarsprak.readers.pdf.objects import BROKEN, TooMuchError
from klarsprak.readers.pdf.page import DrawnPage, name_pages, text_of
from klarsprak.readers.pdf.parsing import Document, FileParser
from klarsprak.readers.pdf.quiet import quiet

MAX_PAGES = 300
MAX_GLYPHS = 500_000
"""Most glyphs in a file: 150 dense pages."""

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
    with open_quietly(data) as document:
        pages = _list_pages(document)
        drawn, failed = _draw(pages, document.allowance)
        if _is_dynamic_form(document, drawn):
            raise ReadError(_FORM)
    if not failed:
        return drawn, []
    if not any(page.glyphs for page in drawn):
        raise ReadError(_DAMAGED)
    return drawn, [f"Pdf-filen är skadad på {name_pages(failed)}. All text där är kanske inte granskad."]


def _refuse_no_pdf(data: bytes) -> None:
    """Raises ``ReadError`` for what is no PDF, or lacks its end as where a download was broken off.

    Mail programs put bytes before the start; the end may be followed by what a later change added.
    """
    start = data[:1024]
    end = data.rstrip(b"\0 \t\r\n")[-2048:]
    if b"%PDF-" not in start:
        raise ReadError("Filen är ingen pdf, trots namnet. Kontrollera att det är rätt fil.")
    if b"%%EOF" not in end:
        raise ReadError(_DAMAGED)


@contextmanager
def _bounded() -> Iterator[None]:
    """Raises ``ReadError`` where the file asks for more than any letter does."""
    try:
        yield
    except TooMuchError as error:
        raise ReadError(_BOMB) from error


@contextmanager
def open_quietly(data: bytes) -> Iterator[Document]:
    """The document; raises ``ReadError``, also where what is asked of it in the block is more than any letter has."""
    with quiet(), _bounded():
        yield _open(data)


def _open(data: bytes) -> Document:
    """The document; raises ``ReadError`` where it is locked or damaged."""
    parser = FileParser(io.BytesIO(data), Allowance())
    try:
        return Document(parser)
    except PDFPasswordIncorrect as error:
        raise ReadError(_PASSWORD) from error
    except PDFEncryptionError as error:
        raise ReadError(_CIPHER) from error
    except BROKEN as error:
        raise ReadError(_DAMAGED) from error


def _list_pages(document: PDFDocument) -> list[PDFPage]:
    """The document's pages; raises ``ReadError`` where there are none, too many, or fewer than it says."""
    pages: list[PDFPage] = []
    try:
        for page in PDFPage.create_pages(document):
            if len(pages) == MAX_PAGES:
                raise ReadError(_BIG)
            pages.append(page)
        tree = dict_value(document.catalog.get("Pages"))
        count = resolve1(tree.get("Count"))
    except BROKEN as error:
        raise ReadError(_DAMAGED) from error
    promised = count if isinstance(count, int) else 0
    if not pages or len(pages) < promised:
        raise ReadError(_DAMAGED)
    return pages


def _draw(pages: list[PDFPage], allowance: Allowance) -> tuple[list[DrawnPage], list[int]]:
    """The pages drawn, and the numbers of those that are damaged; raises ``ReadError`` where all are."""
    drawer = PageDrawer(allowance)
    drawn: list[DrawnPage] = []
    failed: list[int] = []
    cause: BaseException | None = None
    for number, page in enumerate(pages, 1):
        try:
            drawn.append(drawer.draw(page, number))
        except BROKEN as error:
            failed.append(number)
            cause = error
            continue
        if drawn[-1].damaged:
            failed.append(number)
        _refuse_too_much(drawn)
    if not drawn:
        raise ReadError(_DAMAGED) from cause
    return drawn, failed


def _refuse_too_much(drawn: list[DrawnPage]) -> None:
    """Raises ``ReadError`` for more text than any letter has.

    That is asked after each page, before time goes into the next one.
    """
    total = sum(len(page.glyphs) for page in drawn)
    if total > MAX_GLYPHS:
        raise ReadError(_BIG)


def _is_dynamic_form(document: PDFDocument, pages: list[DrawnPage]) -> bool:
    """Whether the real text is in an XFA form, and the page only asks the reader to wait for it.

    *Please wait… If this message is not eventually replaced*, Adobe's own page says, or *Vänta …*.
    """
    form = resolve1(document.catalog.get("AcroForm"))
    if not isinstance(form, dict) or "XFA" not in form:
        return False
    if document.catalog.get("NeedsRendering"):
        return True
    text = text_of(pages[0].glyphs[:200])
    start = text.replace(" ", "").casefold()
    return not start or start.startswith(("pleasewait", "vänta"))
