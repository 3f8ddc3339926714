"""Sets text as a page of lines, a character wide and a row high, so that a test shows what it is about."""

from __future__ import annotations

import re

from klarsprak.readers.pdf.page import PrintedLine

LEFT, TOP = 71.0, 700.0
SIZE, PITCH, WIDTH = 11.0, 14.0, 5.5
"""Size of the type, pitch of the lines and width of a character, in points."""


def typeset(text: str, pitch: float = PITCH, top: float = TOP, size: float = SIZE) -> list[PrintedLine]:
    """The lines of the text, from its upper left corner; two spaces or more part two lines in a row."""
    lines: list[PrintedLine] = []
    for number, row in enumerate(text.strip("\n").split("\n")):
        base = top - number * pitch
        pieces = re.finditer(r"\S+(?: \S+)*", row)
        lines += [_line(piece.group(), LEFT + piece.start() * WIDTH, base, size) for piece in pieces]
    return lines


def _line(text: str, x0: float, base: float, size: float) -> PrintedLine:
    return PrintedLine(text, 1, x0, base - 2, x0 + len(text) * WIDTH, base + size - 2, base, size, bold=False)
