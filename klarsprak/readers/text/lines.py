"""Lines of plain text → blocks: the line ends that only the layout made are undone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from klarsprak.letter import Anchor, Block, Place, Role
from klarsprak.readers.text.columns import by_column
from klarsprak.readers.text.headings import mark_headings
from klarsprak.readers.text.hyphens import SOFT_HYPHEN, close_line, whole_words
from klarsprak.readers.text.line import MARKER, SENTENCE_BREAK, Line

WIDEST, NARROWEST = 110, 40
"""Line lengths that a person or a mail program wraps text at."""

_RULE = re.compile(r"[-=_*~–—.\s]{3,}|[-=_*~]+")
_CONTACT = re.compile(
    r"(?:tel|telefon|direkt|direktnr|växel|mobil|fax|e-?post|e-?mail|mejl|webb|hemsida|postadress|besöksadress|"
    r"box|org\.?\s?nr|bankgiro|plusgiro|datum|dnr|diarienummer|handläggare|ärende(?:nummer)?)\b(?:.{0,25}[:\d]|\.?$)|www\.",
    re.IGNORECASE,
)
_END = (".", ":", "?", "!", ";")
_CUT = re.compile(
    "[ \t\u00a0\u2000-\u2006\u2008-\u200a\u3000\x0b\x0c\x85\u2028]{2,}|[\t\u2000-\u2006\u2008-\u200a\u3000]|"
    "[\u00ad\u200b\u2060\ufeff\u200e\u200f]+"
)


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    role: Role = Role.PARAGRAPH
    after_gap: bool = False
    """Whether an empty line stands before it."""
    text: str = field(default="", init=False)


def lay_out(lines: Iterable[Line], role: Role | None = None) -> list[Block]:
    """The blocks of the lines; with ``role`` all have that one, else it is found by how they look."""
    lines = [_unruled(line) for line in lines]
    paragraphs = list(_paragraphs(lines, wrap_width(lines)))
    known = whole_words(line.text for line in lines)
    blocks = []
    for paragraph in paragraphs:
        blocks.append(_block(paragraph, known))
        paragraph.text = blocks[-1].text
    if role is None:
        mark_headings(paragraphs)
    for paragraph, block in zip(paragraphs, blocks, strict=True):
        block.role = role or paragraph.role
    return [block for block in blocks if block.text.strip()]


def _unruled(line: Line) -> Line:
    return line._replace(text="") if _RULE.fullmatch(line.text) else line


def wrap_width(lines: list[Line]) -> int | None:
    """The width that the text was wrapped at, or None if every line end is the writer's.

    A sentence that goes on in lower case on the next line gives it away; lines longer than any wrapping speak
    against it.
    """
    ends = [above.end for above, below in pairwise(lines) if _goes_on(above, below) and above.end <= WIDEST]
    unwrapped = sum(line.end > WIDEST for line in lines)
    ends = [end for end in ends if end >= NARROWEST]
    return max(ends) if len(ends) > unwrapped else None


def _goes_on(above: Line, below: Line) -> bool:
    if above.cell or below.cell or not above.text or above.text.endswith(_END):
        return False
    return below.text[:1].islower() and not MARKER.match(below.text)


def _paragraphs(lines: list[Line], width: int | None) -> Iterator[Paragraph]:
    group: list[Line] = []
    for line in [*lines, Line("", 0)]:
        if line.text:
            group.append(line)
        elif group:
            yield from _in_group(by_column(group), width)
            group = []


def _in_group(group: list[Line], width: int | None) -> Iterator[Paragraph]:
    width = wrap_width(group) or width
    current = Paragraph([group[0]], Role.LIST_ITEM if MARKER.match(group[0].text) else Role.PARAGRAPH, True)
    for above, below in pairwise(group):
        item = _starts_item(current, below, width)
        if not item and _joins(current, above, below, width):
            current.lines.append(below)
            continue
        yield current
        current = Paragraph([below], Role.LIST_ITEM if item else Role.PARAGRAPH)
    yield current


def _starts_item(current: Paragraph, line: Line, width: int | None) -> bool:
    marker = MARKER.match(line.text)
    above = current.lines[-1]
    if not marker or above.soft:
        return False
    if current.role is Role.LIST_ITEM or above.text.endswith(_END) or not _is_full(above, line, width):
        return True
    return marker.group("number") == "1"


def _joins(current: Paragraph, above: Line, below: Line, width: int | None) -> bool:
    if above.soft is not None:
        return above.soft
    if above.cell or below.cell or (_CONTACT.match(below.text) and not _goes_on(above, below)):
        return False
    if current.role is Role.LIST_ITEM and below.column > current.lines[0].column:
        return True  # hanging indent
    if _goes_on(above, below) and (above.text.endswith(("-", SOFT_HYPHEN)) or SENTENCE_BREAK.search(above.text)):
        return True
    if width is None or above.end > WIDEST:
        return False
    if _goes_on(above, below):
        return above.end >= 0.6 * width
    return _is_full(above, below, width - 3 * above.text.endswith((".", "?", "!")))


def _is_full(above: Line, below: Line, width: int | None) -> bool:
    """Whether the next line's first word had no room on the line above."""
    return width is not None and above.end <= WIDEST and above.end + 1 + len(below.text.split(" ", 1)[0]) > width


def _block(paragraph: Paragraph, known: Collection[str]) -> Block:
    text, anchors = "", []
    for line, following in pairwise([*paragraph.lines, None]):
        assert line is not None
        whole = line.text if following is None or line.glued else close_line(line.text, following.text, known)
        for start, piece in _pieces(whole):
            anchors.append(Anchor(len(text), line=line.number, column=line.column + start))
            text += piece.replace("\u2011", "-")
    return Block(text, paragraph.role, Place(tuple(anchors)))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text cut where something is left out: invisible signs, and all but one of several spaces."""
    start = 0
    for match in _CUT.finditer(text):
        yield start, text[start : match.start()] + (" " if match.group().isspace() else "")
        start = match.end()
    if start < len(text) or not start:
        yield start, text[start:]
