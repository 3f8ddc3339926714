"""Fonts, whose tables of characters are read in one go where they are plainly written."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSKeyword

from klarsprak.readers.pdf.content import plain_objects


class FontLoader(PDFResourceManager):
    """pdfminer's fonts; pdfminer would take longer over a font's table than over the page that it is used on."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font that ``spec`` describes, made once for an ``objid``.

        pdfminer makes it without its table of characters, which is then put in.
        """
        objects = None if objid in self._cached_fonts else _read_table(spec)
        if objects is None:
            return super().get_font(objid, spec)
        without_table = {**spec, "ToUnicode": PDFStream({}, b"")}
        font = super().get_font(objid, without_table)
        characters = font.unicode_map if isinstance(font, PDFSimpleFont | PDFCIDFont) else None
        if isinstance(characters, FileUnicodeMap):
            _fill(characters, objects)
        return font


def _read_table(spec: Mapping[str, object]) -> list[Any] | None:
    """What a font's table of characters says; nothing where it isn't plain.

    Nor for a font that is made of others: pdfminer asks for these one by one, each with the table.
    """
    table = resolve1(spec.get("ToUnicode"))
    if "DescendantFonts" in spec or not isinstance(table, PDFStream):
        return None
    return plain_objects(table.get_data())


def _fill(characters: FileUnicodeMap, objects: list[Any]) -> None:
    """Puts into a font's map what its table says."""
    parser = CMapParser(characters, BytesIO())
    for item in objects:
        if isinstance(item, PSKeyword):
            parser.do_keyword(0, item)
        else:
            parser.push((0, item))
