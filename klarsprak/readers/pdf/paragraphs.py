"""Columns of lines → paragraphs: what belongs together, and what part it plays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from klarsprak.letter import Role
from klarsprak.readers.pdf.order import TextColumn
from klarsprak.readers.pdf.page import PrintedLine

INDENT = 0.7
"""Least indent of a paragraph's first line, in ems."""
FULL = 14
"""Widest room, in ems, at the end of a line that the layout and not the writer broke."""
HEADING_LENGTH = 160

_BULLET = re.compile(r"[•·‣▪■●○◦➢➤✓*□]\s*\S")
_NUMBERED = re.compile(r"\(?([1-9]\d{0,2}|[a-zåäö])[.)]\s+\S")
_LIST = re.compile(rf"{_BULLET.pattern}|{_NUMBERED.pattern}|[-–—]\s+\S|[1-9]\d?(?:\.\d{{1,2}})+\.?\s+\S")
_SENTENCE_END = re.compile(r"[.!?:][”\"’)]?$")
_OWN_LINE = re.compile(r"(?:www\.|https?:|e-?post|tel(?:efon)?\b|mobil|fax|org\.?\s?nr|\S+@\S+$)", re.IGNORECASE)


@dataclass(slots=True)
class PrintedParagraph:
    """Lines that are one block; ``breaks`` are the numbers of the lines before which the writer broke the line."""

    lines: list[PrintedLine]
    breaks: set[int] = field(default_factory=set)
    role: Role = Role.PARAGRAPH
    cell: bool = False
    full: bool = False
    """Whether the last line goes to the edge, so that the text may go on after a page break."""


@dataclass(frozen=True, slots=True)
class UsualStyle:
    """What is usual in the letter: type size and line pitch in points, and whether the text is bold."""

    size: float
    pitch: float
    bold: bool


def style_of(columns: Sequence[Sequence[PrintedLine]]) -> UsualStyle:
    """The letter's usual style, weighed by characters."""
    sizes: Counter[tuple[float, bool]] = Counter()
    pitches: Counter[float] = Counter()
    for lines in columns:
        for line in lines:
            sizes[line.size, line.bold] += len(line.text)
        for above, below in pairwise(lines):
            pitch = (above.base - below.base) / below.size
            if above.size == below.size and 0.8 < pitch < 2.2:
                pitches[round(pitch * 20) / 20] += min(len(above.text), len(below.text))
    (size, bold), _ = sizes.most_common(1)[0] if sizes else ((11.0, False), 0)
    pitch = pitches.most_common(1)[0][0] if pitches else 1.2
    return UsualStyle(size, min(pitch, 2.1), bold)


def paragraphs(column: TextColumn, style: UsualStyle) -> list[PrintedParagraph]:
    """The column's paragraphs with their roles."""
    found = [PrintedParagraph([column.lines[0]], cell=column.cell)]
    inner = _text_edge(column, style)
    for above, below in pairwise(column.lines):
        edge = inner if above.x1 < inner + 1 else column.edge
        kind = _between(found[-1], below, edge, style)
        if kind == "block":
            found.append(PrintedParagraph([below], cell=column.cell))
            continue
        if kind == "break":
            found[-1].breaks.add(len(found[-1].lines))
        found[-1].lines.append(below)
    for paragraph in found:
        paragraph.role = _role(paragraph, style)
        last = paragraph.lines[-1]
        paragraph.full = inner - last.x1 < 8 * last.size and not _SENTENCE_END.search(last.text)
    return found


def _text_edge(column: TextColumn, style: UsualStyle) -> float:
    """Where running text ends: short of the column's edge if that is set by a letterhead or a table."""
    runs = [[column.lines[0]]]
    for above, below in pairwise(column.lines):
        even = _is_even(above, below, style)
        runs += [[below]] if not even else []
        runs[-1] += [below] if even else []
    ends = [max(line.x1 for line in run) for run in runs if _is_text(run)]
    return min(column.edge, max(ends, default=column.edge))


def _is_even(above: PrintedLine, below: PrintedLine, style: UsualStyle) -> bool:
    pitch = (above.base - below.base) / below.size
    return abs(above.size - below.size) < 0.5 and 0.5 < pitch < 1.22 * style.pitch + 0.05


def _is_text(run: list[PrintedLine]) -> bool:
    """Whether the lines are long and, the last one aside, mostly full."""
    end, size = max(line.x1 for line in run), run[0].size
    full = sum(end - line.x1 < 6 * size for line in run[:-1])
    return len(run) > 2 and end - run[0].x0 > 25 * size and full >= 0.6 * (len(run) - 1)


def _between(paragraph: PrintedParagraph, below: PrintedLine, edge: float, style: UsualStyle) -> str:
    """What stands between a paragraph and the next line: ``block``, ``break`` or ``space``."""
    above = paragraph.lines[-1]
    if _other_style(above, below):
        return "block"
    if _cuts_word(above, below):
        return "space"
    if _apart(paragraph, below, style):
        return "block"
    if _same_row(above, below):
        return "block" if below.x0 - above.x1 > 3 * below.size else "space"
    room = edge - above.x1 - _first_word_width(below)
    broken = above.stretched or (room > 0.5 * below.size and not above.text.endswith(("-", "\u00ad")))
    if _opens_list(paragraph, below, broken):
        return "block"
    if _indented(paragraph, below):
        return "block"
    if not broken or (room < FULL * below.size and not above.stretched and _goes_on(paragraph, below)):
        return "space"
    ended = _SENTENCE_END.search(above.text) or is_list_item(paragraph) or _tops_text(paragraph, below, edge)
    return "block" if ended else "break"


def _tops_text(paragraph: PrintedParagraph, below: PrintedLine, edge: float) -> bool:
    """Whether a lone short line stands right above running text, as a heading without type of its own does."""
    above = paragraph.lines[0]
    short = len(paragraph.lines) == 1 and edge - above.x1 > FULL * above.size
    return short and edge - below.x1 < 6 * below.size and below.width > 25 * below.size


def _cuts_word(above: PrintedLine, below: PrintedLine) -> bool:
    """Whether a word runs from line to line; headings often have wider pitch than the text."""
    near = 0.5 < (above.base - below.base) / below.size < 2.0
    return near and bool(re.search(r"[^\W\d_][-\u00ad]$", above.text)) and below.text[:1].islower()


def _other_style(above: PrintedLine, below: PrintedLine) -> bool:
    return abs(above.size - below.size) > 0.08 * max(above.size, below.size) or (
        above.bold != below.bold and len(above.text) > 3
    )


def _apart(paragraph: PrintedParagraph, below: PrintedLine, style: UsualStyle) -> bool:
    above = paragraph.lines[-1]
    gap = (above.base - below.base) / below.size
    if gap < -0.5 or gap > 1.22 * style.pitch + 0.05:
        return True
    if len(paragraph.lines) < 2:
        return False
    earlier = (paragraph.lines[-2].base - above.base) / below.size
    return earlier > 0.5 and gap > 1.18 * earlier


def _same_row(above: PrintedLine, below: PrintedLine) -> bool:
    return abs(above.base - below.base) < 0.3 * below.size and below.x0 >= above.x1


def _first_word_width(line: PrintedLine) -> float:
    first = line.text.split(" ", 1)[0]
    return line.width * (len(first) + 1) / max(len(line.text), 1)


def _opens_list(paragraph: PrintedParagraph, below: PrintedLine, broken: bool) -> bool:
    text = below.text
    if _BULLET.match(text):
        return True
    if not _LIST.match(text):
        return False
    first = paragraph.lines[0]
    if is_list_item(paragraph) and abs(below.x0 - first.x0) < 2 and _kind(first.text) == _kind(text):
        return (len(paragraph.lines) > 1 and paragraph.lines[-1].x0 > below.x0 + 2) or _next_number(first.text, text)
    ended = bool(re.search(r"[.:;,!?]$|\b(?:och|eller|samt)$", paragraph.lines[-1].text))
    return broken or (ended and _NUMBERED.match(text) is not None and abs(below.x0 - paragraph.lines[-1].x0) > 2)


def _kind(text: str) -> str:
    return "digit" if text.lstrip("(")[0].isdigit() else "letter" if text.lstrip("(")[0].isalpha() else text[0]


def _next_number(first: str, text: str) -> bool:
    one, two = _NUMBERED.match(first), _NUMBERED.match(text)
    if one is None or two is None:
        return one is None and two is None
    a, b = one.group(1), two.group(1)
    return int(b) == int(a) + 1 if a.isdigit() and b.isdigit() else ord(b[0]) == ord(a[0]) + 1


def _indented(paragraph: PrintedParagraph, below: PrintedLine) -> bool:
    """A first-line indent, or the way back from a hanging one."""
    above, size = paragraph.lines[-1], below.size
    step = below.x0 - above.x0
    if is_list_item(paragraph):
        hanging = len(paragraph.lines) > 1 and paragraph.lines[1].x0 > paragraph.lines[0].x0 + 2
        return hanging and step < -INDENT * size
    return INDENT * size < step < 5 * size and bool(_SENTENCE_END.search(above.text))


def _goes_on(paragraph: PrintedParagraph, below: PrintedLine) -> bool:
    """Whether a sentence goes on although its line could have held the next word."""
    first, above = paragraph.lines[0], paragraph.lines[-1]
    if _SENTENCE_END.search(above.text):
        return False
    starts_small = below.text[:1].islower() and not _OWN_LINE.match(below.text)
    hangs = is_list_item(paragraph) and below.x0 > first.x0 + 2
    return starts_small or hangs


def is_list_item(paragraph: PrintedParagraph) -> bool:
    """Whether the paragraph begins with a bullet or a list number."""
    text = paragraph.lines[0].text
    return bool(_BULLET.match(text) or _NUMBERED.match(text) or re.match(r"[-–—]\s+\S", text))


def _role(paragraph: PrintedParagraph, style: UsualStyle) -> Role:
    if not paragraph.cell and _is_heading(paragraph, style):
        return Role.HEADING
    if is_list_item(paragraph):
        return Role.LIST_ITEM
    return Role.TABLE_CELL if paragraph.cell else Role.PARAGRAPH


def _is_heading(paragraph: PrintedParagraph, style: UsualStyle) -> bool:
    text = " ".join(line.text for line in paragraph.lines)
    first = paragraph.lines[0]
    if len(text) > HEADING_LENGTH or text.endswith((".", ",", ";")) or not any(c.isalpha() for c in text):
        return False
    return first.size > 1.1 * style.size or (first.bold and not style.bold and first.size > 0.95 * style.size)
