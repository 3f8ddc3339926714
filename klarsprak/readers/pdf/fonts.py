"""Fonts, whose tables of characters are read in one go where they are plainly written."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from pdfminer.cmapdb import FileUnicodeMap
from pdfminer.encodingdb import name2unicode
from pdfminer.pdffont import PDFCIDFont, PDFFont, PDFSimpleFont, PDFType3Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.psparser import PSKeyword, PSLiteral

from klarsprak.readers.pdf.allowance import Allowance
from klarsprak.readers.pdf.font_tables import bounded
from klarsprak.readers.pdf.parsing import TableParser
from klarsprak.readers.pdf.plain import plain_objects


class FontLoader(PDFResourceManager):
    """pdfminer's fonts; pdfminer would take longer over a font's table than over the page that it is used on."""

    def __init__(self, allowance: Allowance) -> None:
        super().__init__()
        self.allowance = allowance

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font that ``spec`` describes, made once for an ``objid``."""
        if objid in self._cached_fonts:
            return super().get_font(objid, spec)
        font = self._make_font(objid, bounded(spec, self.allowance))
        if isinstance(font, PDFType3Font):
            _forget_unnamed(font, spec)
        return font

    def _make_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font as pdfminer makes it without its table of characters, which is then put in.

        A font that is made of others has none itself: pdfminer asks for these one by one, each with the table.
        """
        table = resolve1(spec.get("ToUnicode"))
        if "DescendantFonts" in spec or not isinstance(table, PDFStream):
            return super().get_font(objid, spec)
        without_table = {**spec, "ToUnicode": PDFStream({}, b"")}
        font = super().get_font(objid, without_table)
        characters = font.unicode_map if isinstance(font, PDFSimpleFont | PDFCIDFont) else None
        if isinstance(characters, FileUnicodeMap):
            _fill(characters, table.get_data(), self.allowance)
        return font


def _fill(characters: FileUnicodeMap, table: bytes, allowance: Allowance) -> None:
    """Puts into a font's map what its table says."""
    allowance.parsed.take(len(table))
    objects = plain_objects(table)
    if objects is None:
        TableParser(characters, BytesIO(table), allowance).run()
        return
    parser = TableParser(characters, BytesIO(), allowance)
    for item in objects:
        if isinstance(item, PSKeyword):
            parser.do_keyword(0, item)
        else:
            parser.push((0, item))


def _forget_unnamed(font: PDFType3Font, spec: Mapping[str, object]) -> None:
    """Takes the characters from the codes of a Type 3 font whose drawings have names that say nothing: */g12*.

    pdfminer gives them the character that the code has in Adobe's standard encoding.  But a Type 3 font's codes mean
    nothing beside the names of its drawings (ISO 32000-1, 9.6.5).
    """
    for code, name in _differences(spec).items():
        if not _says_character(name):
            font.cid2unicode.pop(code, None)


def _differences(spec: Mapping[str, object]) -> dict[int, str]:
    """The names that a font's encoding gives to codes: ``[65 /A /Adieresis 97 /g12]`` to 65, 66 and 97."""
    encoding = resolve1(spec.get("Encoding"))
    names: dict[int, str] = {}
    code = 0
    for item in list_value(encoding.get("Differences", [])) if isinstance(encoding, dict) else ():
        if isinstance(item, PSLiteral):
            names[code] = str(item.name)
            code += 1
        elif isinstance(item, int):
            code = item
    return names


def _says_character(name: str) -> bool:
    """Whether a glyph's name is Adobe's for a character.

    *Adieresis* and *uni00C4* are, *g12* and *a65* aren't.
    """
    try:
        return bool(name2unicode(name))
    except (KeyError, ValueError):
        return False
