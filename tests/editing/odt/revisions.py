"""Accepting and rejecting all tracked changes of an OpenDocument text, and what its paragraphs look like."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from klarsprak.editing.odt.points import parent_of, spans_around, take_out
from klarsprak.readers.odt.document import OdtDocument
from klarsprak.readers.odt.markup import CHANGE, CHANGE_END, CHANGE_START, TEXT, TRACKED_CHANGES, Element
from klarsprak.readers.odt.package import CONTENT, STYLES
from tests.readers.odt.making import zipped


def accepted(data: bytes) -> bytes:
    """The document with its tracked changes made."""
    return _resolved(data, reject=False)


def rejected(data: bytes) -> bytes:
    """The document with its tracked changes undone."""
    return _resolved(data, reject=True)


def looks(data: bytes) -> list[list[tuple[str, tuple[str | None, ...]]]]:
    """For each block its signs, each with the styles of the paragraph and the spans that it stands in."""
    found = []
    for trace in OdtDocument(data).traces:
        style = trace.home.get(TEXT + "style-name")
        signs = zip(trace.block.text, trace.signs, strict=True) if trace.signs else ()
        found.append(
            [
                (sign, (style, *(span.get(TEXT + "style-name") for span in spans_around(origin.first))))
                for sign, origin in signs
            ]
        )
    return found


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a document, in their order."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _resolved(data: bytes, reject: bool) -> bytes:
    files = parts_of(data)
    for part in (CONTENT, STYLES):
        root = etree.fromstring(files[part])
        for regions in list(root.iter(TRACKED_CHANGES)):
            for region in regions:
                _resolve(parent_of(regions), region, reject)
            parent_of(regions).remove(regions)
        files[part] = etree.tostring(root)
    return zipped(files)


def _resolve(text: Element, region: Element, reject: bool) -> None:
    identity = region.get(TEXT + "id")
    marks = [mark for mark in text.iter(CHANGE, CHANGE_START, CHANGE_END) if mark.get(TEXT + "change-id") == identity]
    deletion = region.find(TEXT + "deletion")
    if reject and deletion is None:
        marks[0].tail = None  # ours hold nothing but text
    if reject and deletion is not None:
        _put_back(marks[0], deletion[-1])
    for mark in marks:
        take_out(mark)


def _put_back(mark: Element, paragraph: Element) -> None:
    """Put the paragraph's content in after the mark."""
    rest, mark.tail = mark.tail, paragraph.text
    children = list(paragraph)
    for child in reversed(children):
        tail, child.tail = child.tail, None
        parent_of(mark).insert(parent_of(mark).index(mark) + 1, child)
        child.tail = tail
    last = children[-1] if children else mark
    last.tail = (last.tail or "") + (rest or "")
