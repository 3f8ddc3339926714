"""A Word document made of a letter that came as text.

Written here and not by a library: five small parts are all that it needs, and the rest of the editing builds on
reading and changing parts, not on another's model of a document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from io import BytesIO
from itertools import chain, repeat
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from klarsprak.editing.word.cutting import P, R, T
from klarsprak.editing.word.marks import writable
from klarsprak.editing.zipped import NEVER
from klarsprak.letter import Block, Letter, Role
from klarsprak.readers.docx.markup import VAL, XML_SPACE, Element, W

_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package.rels.xml",
    "word/_rels/document.xml.rels": "document.rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
}
"""The parts that are the same in every document, and the files that they lie in here."""
_DOCUMENT = "word/document.xml"
_BULLET = re.compile(r"[-–—•*·‣▪▫◦●○■□✓]\s*")
"""What begins an item of a list without numbers: *- en ritning*."""
_BREAKS = re.compile(r"([\n\t])")
_BREAK_TAGS = {"\n": W + "br", "\t": W + "tab"}
_A4 = {"pgSz": {"w": "11906", "h": "16838"}, "pgMar": dict.fromkeys(("top", "right", "bottom", "left"), "1417")}
"""Twentieths of a point: 210 by 297 mm, with margins of 25 mm."""


def make_document(letter: Letter) -> bytes:
    """The docx with the letter's blocks as paragraphs: headings, lists, and lines under each other without a gap."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for part, name in _PARTS.items():
            _write(package, part, (files("klarsprak.editing.word") / "blank" / name).read_bytes())
        document = etree.tostring(_document(letter), xml_declaration=True, encoding="UTF-8", standalone=True)
        _write(package, _DOCUMENT, document)
    return out.getvalue()


def _write(package: ZipFile, part: str, content: bytes) -> None:
    """Write a part; the same letter gives the same bytes whenever it is written."""
    package.writestr(ZipInfo(part, NEVER), content, ZIP_DEFLATED)


def _document(letter: Letter) -> Element:
    """The body."""
    document = etree.Element(W + "document", nsmap={"w": W[1:-1]})
    body = etree.SubElement(document, W + "body")
    lines = _as_lines(letter.blocks)
    headings = chain(["Heading1"], repeat("Heading2"))
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        style = next(headings) if line[0].role is Role.HEADING else ""
        has_gap = below is None or not below[0].is_right_below(line[-1])
        body.append(_paragraph(line, style, has_gap=has_gap))
    section = etree.SubElement(body, W + "sectPr")
    for name, values in _A4.items():
        _set(etree.SubElement(section, W + name), values)
    return document


def _as_lines(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks, those together that stand side by side on a line of the text: *Datum*, a tab, *3 juni*."""
    lines: list[list[Block]] = []
    for block in blocks:
        if lines and _stands_beside(block, lines[-1][-1]):
            lines[-1].append(block)
        else:
            lines.append([block])
    return lines


def _stands_beside(block: Block, other: Block) -> bool:
    """Whether both are on one line of the text."""
    line = block.place.at(0).line
    return line is not None and line == other.place.at(len(other.text)).line


def _paragraph(line: Sequence[Block], style: str, *, has_gap: bool) -> Element:
    """A paragraph with the line's text."""
    text = "\t".join(block.text for block in line)
    if line[0].role is Role.LIST_ITEM and _BULLET.match(text):
        style, text = "ListBullet", _BULLET.sub("", text, count=1)
    paragraph = etree.Element(P)
    properties = etree.SubElement(paragraph, W + "pPr")
    if style:
        etree.SubElement(properties, W + "pStyle").set(VAL, style)
    elif not has_gap:
        _set(etree.SubElement(properties, W + "spacing"), {"after": "0"})
    paragraph.append(_run(text))
    return paragraph


def _run(text: str) -> Element:
    """A run with the text; line breaks and tabs are elements in Word."""
    run = etree.Element(R)
    for piece in filter(None, _BREAKS.split(writable(text))):
        if piece in _BREAK_TAGS:
            etree.SubElement(run, _BREAK_TAGS[piece])
            continue
        words = etree.SubElement(run, T)
        words.text = piece
        words.set(XML_SPACE, "preserve")
    return run


def _set(element: Element, values: dict[str, str]) -> None:
    """Set attributes of Word's own."""
    for name, value in values.items():
        element.set(W + name, value)
