"""Lines of plain text → blocks: the line ends that only the layout made are undone."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise, zip_longest

from klarsprak.letter import Anchor, Block, Place, Role
from klarsprak.readers.text.columns import by_column
from klarsprak.readers.text.headings import SpacedBlock, mark_headings
from klarsprak.readers.text.hyphens import SOFT_HYPHEN, close_line, whole_words
from klarsprak.readers.text.line import MARKER, SENTENCE_BREAK, TextLine

WIDEST, NARROWEST = 110, 40
"""Line lengths that a person or a mail program wraps text at."""

_RULE = re.compile(r"[-=_*~–—.\s]{3,}|[-=_*~]+")
_CONTACT = re.compile(
    r"(?:tel|telefon|direkt|direktnr|växel|mobil|fax|e-?post|e-?mail|mejl|webb|hemsida|postadress|besöksadress|"
    r"box|org\.?\s?nr|bankgiro|plusgiro|datum|dnr|diarienummer|handläggare|ärende(?:nummer)?)\b(?:.{0,25}[:\d]|\.?$)|www\.",
    re.IGNORECASE,
)
_END = (".", ":", "?", "!", ";")
_SENTENCE_END = (".", "?", "!")
_CUT = re.compile(
    "[ \t\u00a0\u2000-\u2006\u2008-\u200a\u3000\x0b\x0c\x85\u2028]{2,}|[\t\u2000-\u2006\u2008-\u200a\u3000]|"
    "[\u00ad\u200b\u2060\ufeff\u200e\u200f]+"
)
"""Several spaces in a row, one that isn't written so in Swedish, and signs that don't show: *ett␣␣bi\u00addrag*."""


@dataclass(slots=True)
class _Paragraph:
    """Lines that belong together."""

    lines: list[TextLine]
    role: Role = Role.PARAGRAPH
    after_gap: bool = False
    """Whether an empty line stands before it."""


def lay_out(lines: Iterable[TextLine], role: Role | None = None) -> list[Block]:
    """The blocks of the lines; with ``role`` all have that one, else it is found by how they look."""
    written = [_without_rule(line) for line in lines]
    known = whole_words(line.text for line in written)
    parts = []
    for paragraph in _paragraphs(written, wrap_width(written)):
        block = _block(paragraph, known, role or paragraph.role)
        parts.append(SpacedBlock(block, paragraph.after_gap))
    if role is None:
        mark_headings(parts)
    return [part.block for part in parts if part.text.strip()]


def _without_rule(line: TextLine) -> TextLine:
    """The line, but an empty one for one that only draws: *----------*."""
    return line._replace(text="") if _RULE.fullmatch(line.text) else line


def wrap_width(lines: list[TextLine]) -> int | None:
    """The width that the text was wrapped at, or None if every line end is the writer's.

    A sentence that goes on in lower case on the next line gives it away; lines longer than any wrapping speak
    against it.
    """
    ends = [above.end for above, below in pairwise(lines) if _is_wrapped(above, below)]
    unwrapped = sum(line.end > WIDEST for line in lines)
    return max(ends) if len(ends) > unwrapped else None


def _is_wrapped(above: TextLine, below: TextLine) -> bool:
    """Whether a sentence goes on in the next line at a width that text is wrapped at."""
    return NARROWEST <= above.end <= WIDEST and _goes_on(above, below)


def _goes_on(above: TextLine, below: TextLine) -> bool:
    """Whether what ends no sentence is followed by a small letter that begins no item: *Du kan/överklaga*."""
    if _are_cells(above, below) or above.text.endswith(_END):
        return False
    begins_small = bool(above.text) and below.text[:1].islower()
    return begins_small and not MARKER.match(below.text)


def _are_cells(above: TextLine, below: TextLine) -> bool:
    return above.cell or below.cell


def _paragraphs(lines: list[TextLine], width: int | None) -> Iterator[_Paragraph]:
    """The paragraphs of the text; none goes on after an empty line."""
    for is_group, group in groupby(lines, key=_has_text):
        if is_group:
            yield from _paragraphs_of(by_column(list(group)), width)


def _has_text(line: TextLine) -> bool:
    return line.text != ""


def _paragraphs_of(group: list[TextLine], text_width: int | None) -> Iterator[_Paragraph]:
    """The paragraphs of lines between empty ones, which may have a width of their own."""
    width = wrap_width(group) or text_width
    role = Role.LIST_ITEM if MARKER.match(group[0].text) else Role.PARAGRAPH
    current = _Paragraph([group[0]], role, after_gap=True)
    for above, below in pairwise(group):
        seam = _Seam(current, above, below, width)
        is_item = _starts_item(seam)
        if not is_item and _joins(seam):
            current.lines.append(below)
            continue
        yield current
        current = _Paragraph([below], Role.LIST_ITEM if is_item else Role.PARAGRAPH)
    yield current


@dataclass
class _Seam:
    """Where a line ends and the next one begins: what tells whether they are one paragraph."""

    paragraph: _Paragraph
    """That of the line above, as far as it has come."""
    above: TextLine
    below: TextLine
    width: int | None
    """That the text was wrapped at."""

    @cached_property
    def goes_on(self) -> bool:
        """Whether a sentence seems to go on."""
        return _goes_on(self.above, self.below)

    @property
    def in_item(self) -> bool:
        """Whether the line above belongs to an item of a list."""
        return self.paragraph.role is Role.LIST_ITEM


def _starts_item(seam: _Seam) -> bool:
    """Whether the line below begins an item; within wrapped text *-* may be a dash, and *2.* the end of a date."""
    marker = MARKER.match(seam.below.text)
    if not marker or seam.above.soft:
        return False
    is_within_text = _is_full(seam, seam.width) and not seam.above.text.endswith(_END)
    if seam.in_item or not is_within_text:
        return True
    return marker.group("number") == "1"


def _joins(seam: _Seam) -> bool:
    """Whether the line below goes on with the paragraph; the first sign that is there decides."""
    if seam.above.soft is not None:
        return seam.above.soft
    for _, shows, answer in SIGNS_AT_SEAM:
        if shows(seam):
            return answer
    return seam.width is not None and _is_broken_at(seam, seam.width)


def _labels_contact(seam: _Seam) -> bool:
    """Whether the line below gives a way to reach somebody, and is no part of a sentence: *Telefon 0980-319 245*."""
    return bool(_CONTACT.match(seam.below.text)) and not seam.goes_on


def _hangs(seam: _Seam) -> bool:
    """Whether the line below stands further in than the item's marker."""
    return seam.in_item and seam.below.column > seam.paragraph.lines[0].column


def _breaks_sentence(seam: _Seam) -> bool:
    """Whether a word goes on, or a sentence in a paragraph of several: *vår adress. Du/kan*."""
    is_text = seam.above.text.endswith(("-", SOFT_HYPHEN)) or SENTENCE_BREAK.search(seam.above.text)
    return seam.goes_on and bool(is_text)


SIGNS_AT_SEAM: tuple[tuple[str, Callable[[_Seam], bool], bool], ...] = (
    ("cells side by side", lambda seam: _are_cells(seam.above, seam.below), False),  # Telefon    Telefax
    ("a label", _labels_contact, False),  # Anna Berg/Telefon 0980-319 245
    ("a hanging indent", _hangs, True),  # - ett foto av/  huset
    ("a sentence within text", _breaks_sentence, True),  # Ring oss. Vi/svarar
    ("a line too long to be wrapped", lambda seam: seam.above.end > WIDEST, False),
)
"""What can show where a line ends, whether it does, and whether the next line goes on then."""


def _is_broken_at(seam: _Seam, width: int) -> bool:
    """Whether the line above is about as long as wrapped text; after a full stop it has to be nearly as long."""
    if seam.goes_on:
        return seam.above.end >= 0.6 * width
    leeway = 3 if seam.above.text.endswith(_SENTENCE_END) else 0
    return _is_full(seam, width - leeway)


def _is_full(seam: _Seam, width: int | None) -> bool:
    """Whether the next line's first word had no room on the line above."""
    end = seam.above.end
    first_word = seam.below.text.split(" ", 1)[0]
    return width is not None and end <= WIDEST and end + 1 + len(first_word) > width


def _block(paragraph: _Paragraph, known: Collection[str], role: Role) -> Block:
    """The paragraph's text in one line, with an anchor for each piece that stands together in the source."""
    text = ""
    anchors = []
    for line, following in zip_longest(paragraph.lines, paragraph.lines[1:]):
        for start, piece in _pieces(_closed(line, following, known)):
            anchors.append(Anchor(len(text), line=line.number, column=line.column + start))
            text += piece.replace("\u2011", "-")
    return Block(text, role, Place(tuple(anchors)))


def _closed(line: TextLine, following: TextLine | None, known: Collection[str]) -> str:
    """The line's text as it stands before the next one, if any."""
    if following is None or line.glued:
        return line.text
    return close_line(line.text, following.text, known)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text cut where something is left out: invisible signs, and all but one of several spaces."""
    start = 0
    for match in _CUT.finditer(text):
        space = " " if match.group().isspace() else ""
        yield start, text[start : match.start()] + space
        start = match.end()
    if start < len(text) or not start:
        yield start, text[start:]
