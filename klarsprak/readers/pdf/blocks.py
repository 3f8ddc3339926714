"""Paragraphs of lines → blocks of text, with the way back to the page."""

from __future__ import annotations

from collections.abc import Collection

from klarsprak.letter import Anchor, Block, Place
from klarsprak.readers.pdf.paragraph import PrintedParagraph
from klarsprak.readers.text.hyphens import SOFT_HYPHEN, close_line


def make_block(paragraph: PrintedParagraph, known: Collection[str]) -> Block:
    """The paragraph's text without the layout's line ends and hyphens; one anchor a line."""
    text, anchors = "", []
    for number, line in enumerate(paragraph.lines):
        anchors.append(Anchor(len(text), page=line.page, box=line.box))
        text += _joined_to_next(paragraph, number, known)
    return Block(text, paragraph.role, Place(tuple(anchors)))


def _joined_to_next(paragraph: PrintedParagraph, number: int, known: Collection[str]) -> str:
    """A line's text as it goes on with the next one: after a space, without its hyphen, or with a line break."""
    text, following = paragraph.lines[number].text, number + 1
    if following in paragraph.breaks:
        text += "\n"
    elif following < len(paragraph.lines):
        text = close_line(text, paragraph.lines[following].text, known)
    return text.replace(SOFT_HYPHEN, "")
