"""A page's form fields and written notes, which are drawn over its own content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.utils import decode_text

_HIDDEN = 0b100010  # annotation flags Hidden and NoView


def shown_fields(page: PDFPage) -> Iterator[dict[str, Any]]:
    """The page's visible form fields and written notes, buttons aside."""
    for reference in list_value(page.annots or []):
        annotation = dict_value(reference)
        subtype = getattr(resolve1(annotation.get("Subtype")), "name", None)
        hidden = int(resolve1(annotation.get("F")) or 0) & _HIDDEN
        shown = subtype in ("Widget", "FreeText", "Stamp") and not hidden and "Rect" in annotation
        if shown and getattr(_inherited(annotation, "FT"), "name", None) != "Btn":
            yield annotation


def _inherited(field: dict[str, Any], key: str) -> Any:
    for _ in range(32):
        if key in field:
            return resolve1(field[key])
        if "Parent" not in field:
            return None
        field = dict_value(field["Parent"])
    return None


def appearance_of(field: dict[str, Any]) -> PDFStream | None:
    """What draws the field, where the file says so."""
    normal = resolve1(dict_value(field.get("AP") or {}).get("N"))
    return normal if isinstance(normal, PDFStream) else None


def value_of(field: dict[str, Any]) -> str | None:
    """The text filled in."""
    value = _inherited(field, "V")
    return decode_text(value) if isinstance(value, bytes) else None
