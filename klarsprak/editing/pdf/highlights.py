"""A report as highlights and notes in the PDF that it is about; the PDF's own content stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, cast

from klarsprak.editing import notes
from klarsprak.editing.choice import choose
from klarsprak.editing.pdf.boxes import Box, around, corners, find_boxes, in_upper_left, on_page
from klarsprak.editing.pdf.earlier import take_out
from klarsprak.finding import Finding, Level, Report
from klarsprak.letter import Block, ReadError
from klarsprak.readers import pdf
from klarsprak.readers.own_copy import AUTHOR
from klarsprak.readers.pdf.page import DrawnPage
from klarsprak.readers.pdf.quiet import quiet

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.annotations import MarkupAnnotation
    from pypdf.generic import DictionaryObject

COLOURS = {Level.ERROR: "f79489", Level.WARNING: "ffeb70", Level.INFO: "a9d3ff"}
"""Red, yellow, blue, so light that black text on them has a contrast of 9 to 1 or more.

Of no two the difference (CIE 1976) is below 35 for any of the three ways to be colour-blind, by the matrices of
Machado and others (2009); on grey paper their lightness is 71, 93 and 83.  The note says the level in words too.
"""
_NOTE_SIZE, _MARGIN = 20, 12
_LOCKED = "Pdf-filen är skyddad mot ändringar. Spara en kopia utan skydd och försök igen."
_UNUSUAL = "Pdf-filen är byggd så att det inte går att anteckna i den. Skriv ut den till en ny pdf och försök igen."


def annotate(data: bytes, report: Report, when: datetime, lowest: Level | None = None) -> bytes:
    """The PDF with a highlight on the words of each finding that ``choose`` shows, and notes on all.

    ``report`` is on the same PDF.  What an earlier run has put in is taken out.  Raises ``ReadError``.
    """
    from pypdf import PdfWriter  # only here is a PDF written
    from pypdf.errors import PyPdfError

    letter, drawn = pdf.read_pages(data, report.file)
    out = BytesIO()
    try:
        with quiet():
            writer = PdfWriter(BytesIO(data), incremental=True)
            _reserve_numbers(writer, BytesIO(data))
            _Notes(writer, {page.number: page for page in drawn}, when).add(report, letter.blocks, lowest)
            writer.write(out)
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        NotImplementedError,
        TypeError,
        ValueError,
    ) as error:
        # pypdf raises all of these on files that break the format's rules.
        raise ReadError(_LOCKED if b"/Encrypt" in data else _UNUSUAL) from error
    return out.getvalue()


def _reserve_numbers(writer: PdfWriter, data: BytesIO) -> None:
    """Let new objects have numbers that the file has not used, its tables of objects included.

    pypdf counts no such tables: our first note would get the number of one, and a reader might show the table.
    """
    from pypdf import PdfReader

    size = cast("int", PdfReader(data).trailer["/Size"])
    while len(writer._objects) < size - 1:
        writer._objects.append(None)


def _part_lists(writer: PdfWriter) -> None:
    """Give each page a list of annotations of its own: what is added to one that pages share is shown on them all."""
    from pypdf.generic import ArrayObject, NameObject

    key = NameObject("/Annots")
    lists: dict[int, DictionaryObject] = {}
    for page in writer.pages:
        siblings = page.annotations
        if siblings is not None and lists.setdefault(id(siblings), page) is not page:
            page[key] = ArrayObject(siblings)


class _Notes:
    def __init__(self, writer: PdfWriter, pages: dict[int, DrawnPage], when: datetime) -> None:
        self._writer = writer
        self._pages = pages
        self._when = f"D:{when:%Y%m%d%H%M%S}"
        _part_lists(writer)
        self._kept = take_out(writer)

    def add(self, report: Report, blocks: Sequence[Block], lowest: Level | None) -> None:
        """Notes at the top of the first page, then a highlight for each finding and page."""
        chosen = choose(report.findings, lowest)
        self._add_note(notes.describe_letter(report), 0)
        self._add_note(notes.describe_listed(chosen.listed), 1)
        for finding in chosen.shown:
            assert finding.place is not None
            self._add_highlights(finding, blocks[finding.place.block])

    def _add_note(self, paragraphs: Iterable[str], number: int) -> None:
        """A note that says something, in the upper left corner of the first page, beside ``number`` others."""
        from pypdf.annotations import Text

        text = "\n".join(paragraphs)
        if not text:
            return
        box = in_upper_left(self._writer.pages[0], _NOTE_SIZE, _MARGIN, number)
        self._put(0, Text(rect=box, text=text), text)

    def _add_highlights(self, finding: Finding, block: Block) -> None:
        """A highlight on the finding's words, one a page; none where somebody has answered an earlier one."""
        place = finding.place
        assert place is not None
        boxes = list(find_boxes(block, place.start, place.end, self._pages))
        text = "\n".join(notes.describe_finding(finding))
        for number, group in groupby(boxes, key=itemgetter(0)):
            if self._kept.take(text.partition("\n")[0], number - 1):
                continue
            page = self._writer.pages[number - 1]
            own = [on_page(page, box) for _, box in group]
            self._put(number - 1, _highlight(own, COLOURS[finding.level]), text)

    def _put(self, page: int, annotation: MarkupAnnotation, text: str) -> None:
        """Put the annotation on the page, by that index, with what it says, who says it and when."""
        from pypdf.generic import NameObject, TextStringObject

        for key, value in (("/Contents", text), ("/T", AUTHOR), ("/M", self._when)):
            annotation[NameObject(key)] = TextStringObject(value)
        self._writer.add_annotation(page, annotation)


def _highlight(boxes: list[Box], colour: str) -> MarkupAnnotation:
    """A highlight on all the boxes, one a line."""
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject

    numbers = chain.from_iterable(map(corners, boxes))
    points = ArrayObject(FloatObject(round(number, 2)) for number in numbers)
    return Highlight(rect=around(boxes), quad_points=points, highlight_color=colour, printing=True)
