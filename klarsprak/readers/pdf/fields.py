"""A page's form fields and what else is drawn over its own content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1

from klarsprak.readers.pdf.objects import name_of, numbers_of, string_of

_HIDDEN = 0b100010  # annotation flags Hidden and NoView
_WRITTEN = ("Widget", "FreeText")
"""Subtypes of annotations whose text a viewer draws where the file doesn't: fields, and what was typed."""
_ICONS = ("FileAttachment", "Popup", "Sound", "Text")
"""Subtypes that are a sign to press, or the window that it opens, however they are drawn."""
_STROKES = ("Highlight", "Underline", "StrikeOut", "Squiggly", "Ink")
"""Subtypes that mark what stands there already: they hold no text, and their many lines look like a scanned page."""
_MOST_ANCESTORS = 32
"""A file may make a field its own ancestor."""


def shown_fields(page: PDFPage) -> Iterator[dict[str, Any]]:
    """The page's visible form fields and what was typed, stamped or drawn on it, buttons aside.

    Each is the field's own dictionary, in the order in which they are drawn.
    """
    references = list_value(page.annots or [])
    for annotation in map(dict_value, references):
        if _is_shown(annotation) and not _is_button(annotation):
            yield annotation


def pins_file(page: PDFPage) -> bool:
    """Whether a file is pinned to the page, as a paper clip that opens it."""
    return any(_is_pin(annotation) for annotation in map(dict_value, list_value(page.annots or [])))


def pinned_files(document: PDFDocument) -> Iterator[Any]:
    """The specifications of the files that are pinned to a document's pages."""
    for page in PDFPage.create_pages(document):
        for annotation in map(dict_value, list_value(page.annots or [])):
            if _is_pin(annotation) and "FS" in annotation:
                yield annotation["FS"]


def _is_pin(annotation: dict[str, Any]) -> bool:
    return name_of(resolve1(annotation.get("Subtype"))) == "FileAttachment"


def _is_shown(annotation: dict[str, Any]) -> bool:
    """Whether an annotation may put text at a place of the page.

    Whatever the file draws may hold some, as a *Stamp*, a *Watermark* or a *Line* with its measure does.
    """
    subtype = name_of(resolve1(annotation.get("Subtype")))
    if subtype in (*_ICONS, *_STROKES) or not ("AP" in annotation or subtype in _WRITTEN):
        return False
    flags = resolve1(annotation.get("F"))
    is_hidden = isinstance(flags, int) and bool(flags & _HIDDEN)
    return not is_hidden and _has_place(annotation)


def _has_place(annotation: dict[str, Any]) -> bool:
    """Whether an annotation says where it stands; programs show no other."""
    try:
        sides = numbers_of(annotation.get("Rect"))
    except (TypeError, ValueError, OverflowError):
        return False
    return len(sides) == 4


def _is_button(field: dict[str, Any]) -> bool:
    """Whether a field is to be pressed: its label is no text of the letter, such as *Skicka*."""
    return name_of(_inherited(field, "FT")) == "Btn"


def _inherited(field: dict[str, Any], key: str) -> Any:
    """An entry of the field, or else of the nearest field above it that has one.

    A group of fields, such as the two pages of an address, keeps what they share.
    """
    for _ in range(_MOST_ANCESTORS):
        if key in field:
            return resolve1(field[key])
        if "Parent" not in field:
            return None
        field = dict_value(field["Parent"])
    return None


def appearance_of(field: dict[str, Any]) -> PDFStream | None:
    """What draws the field, where the file says so.

    ``N`` is how it looks at rest; it may look otherwise under the pointer, and pressed.
    """
    looks = dict_value(field.get("AP") or {})
    normal = resolve1(looks.get("N"))
    return normal if isinstance(normal, PDFStream) else None


def value_of(field: dict[str, Any]) -> str | None:
    """The text filled in, or typed on the page; None where there is none, and for a choice or a signature."""
    is_typed = name_of(resolve1(field.get("Subtype"))) == "FreeText"
    value = resolve1(field.get("Contents")) if is_typed else _inherited(field, "V")
    return string_of(value.get_data() if isinstance(value, PDFStream) else value)
