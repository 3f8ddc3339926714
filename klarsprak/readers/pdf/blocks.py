"""Paragraphs of lines → blocks of text, with the way back to the page."""

from __future__ import annotations

from collections.abc import Collection

from klarsprak.letter import Anchor, Block, Place
from klarsprak.readers.pdf.paragraphs import Paragraph
from klarsprak.readers.text.hyphens import SOFT_HYPHEN, close_line


def make_block(paragraph: Paragraph, known: Collection[str]) -> Block:
    """The paragraph's text without the layout's line ends and hyphens; one anchor a line."""
    text, anchors = "", []
    last = len(paragraph.lines) - 1
    for number, line in enumerate(paragraph.lines):
        anchors.append(Anchor(len(text), page=line.page, box=line.box))
        piece = line.text
        if number < last:
            following = paragraph.lines[number + 1].text
            piece = piece + "\n" if number + 1 in paragraph.breaks else close_line(piece, following, known)
        text += piece.replace(SOFT_HYPHEN, "")
    return Block(text, paragraph.role, Place(tuple(anchors)))
