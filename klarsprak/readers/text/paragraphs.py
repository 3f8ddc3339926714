"""Lines of plain text → blocks: the line ends that only the layout made are undone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from operator import attrgetter

from klarsprak.letter import Anchor, Block, Place, Role
from klarsprak.readers.text.columns import by_column
from klarsprak.readers.text.headings import SpacedBlock, mark_headings
from klarsprak.readers.text.hyphens import close_line, whole_words
from klarsprak.readers.text.line import MARKER, TextLine
from klarsprak.readers.text.lines import Seam, joins, starts_item, wrap_width
from klarsprak.readers.text.rows import rows

_RULE = re.compile(r"[-=_*~–—.\s]{3,}|[-=_*~]+")
_CUT = re.compile(
    "[ \t\u00a0\u2000-\u2006\u2008-\u200a\u3000\x0b\x0c\x85\u2028]{2,}|[\t\u2000-\u2006\u2008-\u200a\u3000]|"
    "[\u00ad\u200b\u2060\ufeff\u200e\u200f]+"
)
"""Several spaces in a row, one that isn't written so in Swedish, and signs that don't show: *ett␣␣bi\u00addrag*."""


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together."""

    lines: list[TextLine]
    is_item: bool
    """Whether it is an item of a list."""
    after_gap: bool = False
    """Whether an empty line stands before it."""


def lay_out(lines: Iterable[TextLine], role: Role | None = None) -> list[Block]:
    """The blocks of the lines; with ``role`` all have that one, else it is found by how they look."""
    parts = _parts(list(map(_without_rule, lines)), role)
    if role is None:
        mark_headings(parts)
    return [part.block for part in parts if part.text.strip()]


def _without_rule(line: TextLine) -> TextLine:
    """The line, but an empty one for one that only draws: *----------*."""
    if _RULE.fullmatch(line.text):
        return line._replace(text="")
    return line


def _parts(lines: list[TextLine], role: Role | None) -> list[SpacedBlock]:
    """A block for each paragraph, with ``role`` or the one that it looks to have."""
    known = whole_words(map(attrgetter("text"), lines))
    parts = []
    for paragraph in _paragraphs(lines, wrap_width(lines)):
        own_role = Role.LIST_ITEM if paragraph.is_item else Role.PARAGRAPH
        block = _block(paragraph.lines, role or own_role, known)
        parts.append(SpacedBlock(block, paragraph.after_gap))
    return parts


def _paragraphs(lines: list[TextLine], width: int | None) -> Iterator[_Paragraph]:
    """The paragraphs of the text; none goes on after an empty line.

    ``width`` is that of the whole text, for groups of lines that don't show one of their own.
    """
    for is_group, group in groupby(lines, key=_has_text):
        if is_group:
            yield from _paragraphs_of(by_column(list(group)), width)


def _has_text(line: TextLine) -> bool:
    """Whether the line parts no paragraphs."""
    return line.text != ""


def _paragraphs_of(group: list[TextLine], text_width: int | None) -> Iterator[_Paragraph]:
    """The paragraphs of lines between empty ones.

    They may have a width of their own: what was pasted into a letter is often wrapped otherwise.
    """
    in_rows = rows(group)
    group = _ended_before(group, in_rows)
    width = wrap_width(group) or text_width
    is_item = MARKER.match(group[0].text) is not None
    current = _Paragraph([group[0]], is_item or in_rows.get(group[0].number, False), after_gap=True)
    for above, below in pairwise(group):
        item = current.lines[0] if current.is_item else None
        seam = Seam(above, below, item, width)
        is_item = starts_item(seam)
        if not is_item and joins(seam):
            current.lines.append(below)
        else:
            yield current
            current = _Paragraph([below], is_item or in_rows.get(below.number, False))
    yield current


def _ended_before(group: list[TextLine], in_rows: Collection[int]) -> list[TextLine]:
    """The lines, of which those before a row end where the writer ended them."""
    ended = [
        above._replace(soft=False) if below.number in in_rows and above.soft is None else above
        for above, below in pairwise(group)
    ]
    return [*ended, group[-1]]


def _block(lines: list[TextLine], role: Role, known: Collection[str]) -> Block:
    """The lines of a paragraph as one, with an anchor for each piece that stands together in the source."""
    text = ""
    anchors = []
    for line, following in zip_longest(lines, lines[1:]):
        for start, piece in _pieces(_closed(line, following, known)):
            anchors.append(Anchor(len(text), line=line.number, column=line.column + start))
            text += piece.replace("\u2011", "-")
    return Block(text, role, Place(tuple(anchors)))


def _closed(line: TextLine, following: TextLine | None, known: Collection[str]) -> str:
    """The line's text as it stands before the next one, if any.

    A glued line goes on as it is; any other one gets a space, or loses a hyphen.
    """
    if following is None or line.glued:
        return line.text
    return close_line(line.text, following.text, known)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text cut where something is left out, each piece with its offset.

    Invisible signs are left out, and all but one of several spaces: *Du*, *får ett bi* and *drag* are the pieces of a
    line with two spaces and a soft hyphen.
    """
    start = 0
    for match in _CUT.finditer(text):
        space = " " if match.group().isspace() else ""
        yield start, text[start : match.start()] + space
        start = match.end()
    is_whole = start == 0
    if is_whole or start < len(text):
        yield start, text[start:]
