"""Glyphs → lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import pairwise

from klarsprak.readers.pdf.page import Glyph, Line
from klarsprak.readers.pdf.rows import WORD_GAP, cut_rows, is_stretched, letter_spacing
from klarsprak.readers.pdf.signs import OVERLAYS, clean

GRID = 2.5
"""Widest distance between the two drawings of a letter that is drawn twice, in points."""


def make_lines(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The page's lines, top to bottom and left to right; side text (turned) comes last, a line for each run."""
    glyphs = list(glyphs)
    upright = _without_doubles(g for g in glyphs if g.upright)
    lines = [_line(run, page) for run in cut_rows(upright)]
    lines += [_line(run, page) for run in _turned_runs([g for g in glyphs if not g.upright])]
    return [line for line in lines if line.text]


def _without_doubles(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Bold is sometimes made by drawing a letter twice, a hair's breadth apart."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    ends: dict[int, float] = {}  # how far right each row of the grid is filled: most glyphs go on from there
    kept = []
    for glyph in glyphs:
        text, x0, base = glyph.text, glyph.x0, glyph.base
        near = min(0.12 * glyph.size, GRID)
        left, row = x0 - near, int(base / GRID)
        rows = (int((base - near) / GRID), row, int((base + near) / GRID))
        if left < max([ends.get(y, left) for y in rows]):
            columns = range(int(left / GRID), int((x0 + near) / GRID) + 1)
            others = [seen[text, x, y] for x in columns for y in rows if (text, x, y) in seen]
            if any(abs(other.x0 - x0) < near and abs(other.base - base) < near for other in others):
                continue
        seen[text, int(x0 / GRID), row] = glyph
        ends[row] = max(ends.get(row, x0), x0)
        kept.append(glyph)
    return kept


def _turned_runs(glyphs: list[Glyph]) -> list[list[Glyph]]:
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if last is None or abs(last.x0 - glyph.x0) + abs(last.y0 - glyph.y0) > 3 * glyph.size:
            runs.append([])
        runs[-1].append(glyph)
    return [run for run in runs if not all(glyph.text.isspace() for glyph in run)]


def _line(glyphs: list[Glyph], page: int) -> Line:
    drawn = [g for g in glyphs if not g.text.isspace()]
    largest = max(drawn, key=lambda g: g.size)
    return Line(
        text=_text(glyphs),
        page=page,
        x0=min(g.x0 for g in drawn),
        y0=min(g.y0 for g in drawn),
        x1=max(g.x1 for g in drawn),
        y1=max(g.y1 for g in drawn),
        base=largest.base,
        size=_common_size(drawn),
        bold=sum(g.bold for g in drawn) > 0.9 * len(drawn),
        stretched=is_stretched(drawn),
    )


def _common_size(glyphs: list[Glyph]) -> float:
    sizes = sorted(g.size for g in glyphs)
    return round(sizes[len(sizes) // 2], 1)


def _text(glyphs: list[Glyph]) -> str:
    pieces, accents = [glyphs[0].text], _accents(glyphs)
    gap = max(WORD_GAP, 1.7 * letter_spacing(glyphs))
    for left, right in pairwise(glyphs):
        if accents and (accented := _overlay(left, right, accents)):
            pieces[-1] = accented
            continue
        if left.upright and right.x0 - left.x1 > gap * max(left.size, right.size):
            pieces.append(" ")
        pieces.append(right.text)
    text = unicodedata.normalize("NFC", clean("".join(pieces)))
    return re.sub(r"[ \u2000-\u2009\u3000]+", " ", text).strip(" ")


def _accents(glyphs: Iterable[Glyph]) -> dict[str, str]:
    """The texts among the glyphs that are an accent over another one, with the combining mark that they stand for."""
    texts = {glyph.text for glyph in glyphs}
    marks = {text: text for text in texts if unicodedata.combining(text[:1] or " ")}
    return marks | {text: OVERLAYS[text] for text in texts if text in OVERLAYS}


def _overlay(left: Glyph, right: Glyph, accents: Mapping[str, str]) -> str | None:
    """The accented letter where one of two glyphs is an accent over the other."""
    for accent, letter in ((left, right), (right, left)):
        mark = accents.get(accent.text)
        middle = (accent.x0 + accent.x1) / 2
        if mark and letter.text.isalpha() and letter.x0 - 0.1 <= middle <= letter.x1 + 0.1:
            return letter.text + mark
    return None
