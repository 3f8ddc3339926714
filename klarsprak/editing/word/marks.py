"""The marks of comments in a document's body, and what a comment's text may hold."""

from __future__ import annotations

from lxml import etree

from klarsprak.editing.word.cutting import R
from klarsprak.readers.docx.markup import Element, W, first


def put_at_start(paragraph: Element, identity: int) -> None:
    """Put a comment without words at the paragraph's start, after its properties.

    It has no range: of two empty ones at the start of a cell, LibreOffice loses one.
    """
    index = int(first(paragraph, W + "pPr") is not None)
    paragraph.insert(index, reference_run(identity))


def range_mark(end: str, identity: int) -> Element:
    """The mark at which a comment's words begin (``Start``) or end (``End``)."""
    return _with_id(etree.Element(f"{W}commentRange{end}"), identity)


def reference_run(identity: int) -> Element:
    """The run in which the comment itself hangs."""
    run = etree.Element(R)
    _with_id(etree.SubElement(run, W + "commentReference"), identity)
    return run


def _with_id(element: Element, identity: int) -> Element:
    element.set(W + "id", str(identity))
    return element


def writable(text: str) -> str:
    """The text without signs that XML can't hold.

    >>> writable("a\\x07b\\n")
    'ab\\n'
    """
    return "".join(filter(_is_writable, text))


def _is_writable(sign: str) -> bool:
    """Whether the sign is no control character but a tab or a line feed."""
    return sign >= " " or sign in "\t\n"
