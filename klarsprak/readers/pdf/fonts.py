"""Fonts, whose tables of characters are read in one go where they are plainly written."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSKeyword

from klarsprak.readers.pdf.content import plain_objects


class Fonts(PDFResourceManager):
    """pdfminer's fonts; pdfminer would take longer over a font's table than over the page that it is used on."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font that ``spec`` describes, made once for an ``objid``."""
        table = resolve1(spec.get("ToUnicode"))
        if objid in self._cached_fonts or "DescendantFonts" in spec or not isinstance(table, PDFStream):
            return super().get_font(objid, spec)
        objects = plain_objects(table.get_data())
        if objects is None:
            return super().get_font(objid, spec)
        font = super().get_font(objid, {**spec, "ToUnicode": PDFStream({}, b"")})
        characters = getattr(font, "unicode_map", None)
        if isinstance(characters, FileUnicodeMap):
            _fill(characters, objects)
        return font


def _fill(characters: FileUnicodeMap, objects: list[Any]) -> None:
    parser = CMapParser(characters, BytesIO())
    for item in objects:
        if isinstance(item, PSKeyword):
            parser.do_keyword(0, item)
        else:
            parser.push((0, item))
