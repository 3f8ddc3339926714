"""Mail in plain text → blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from operator import itemgetter

from klarsprak.letter import Block, Role
from klarsprak.readers.text.columns import place_line
from klarsprak.readers.text.line import LINE_END, TextLine
from klarsprak.readers.text.paragraphs import lay_out
from klarsprak.readers.text.quoted import is_sender_line, is_subject_line, opening, quotation_end, subject_block

_PREFIX = re.compile(r"(?:[ \t]?>)+ ?")
_GROUPWISE = re.compile(r"\d.*>>>\s*$")
"""What is left of *>>> Kim Dal 2005-03-01 09:12 >>>*, which stands above an unmarked quotation."""


def blocks_of_saved(text: str) -> list[Block]:
    """The blocks of a mail that a mail program saved as plain text; none if the text isn't one.

    Such a file begins like a quoted mail, with *Från:*, *Skickat:* and so on.
    """
    raw = LINE_END.split(text)
    first = _first_with_text(raw)
    header = opening(raw, first)
    if header is None or not is_sender_line(raw[first]):
        return []
    end = first + header.length
    body = "\n" * end + "\n".join(raw[end:])  # lines keep their numbers
    return [*_header_blocks(raw, first, end), *blocks_of_plain(body)]


def _first_with_text(raw: Sequence[str]) -> int:
    """The index of the first line that isn't empty, or 0."""
    with_text = (index for index, line in enumerate(raw) if line.strip())
    return next(with_text, 0)


def _header_blocks(raw: Sequence[str], start: int, end: int) -> list[Block]:
    """A header's lines, and below them its subject as a heading.

    ``start`` and ``end`` are the indexes of its first line and of the one after it.
    """
    lines: list[TextLine] = []
    for index in range(start, end):
        lines += place_line(raw[index], index + 1)
    fields = lay_out([line for line in lines if not is_subject_line(line.text)], Role.HEADER)
    subject = next(filter(is_subject_line, raw[start:end]), "")
    return [*fields, *subject_block(subject.partition(":")[2])]


def blocks_of_plain(text: str, flowed: bool = False, delsp: bool = False) -> list[Block]:
    """The blocks of a mail in plain text; quoted mail has the role for it.

    ``flowed`` and ``delsp`` are what the mail says of its line ends (RFC 3676).
    """
    raw = LINE_END.split(text)
    bodies = list(map(_without_prefix, raw))
    quoted = _quoted_lines(raw, bodies)
    is_flowed = flowed and any(map(_is_soft, raw))  # some programs say so and wrap the text all the same
    rows = _flowed_rows(raw, bodies, delsp) if is_flowed else _rows(raw, bodies)
    blocks = []
    for is_quoted, run in groupby(zip(quoted, rows, strict=True), key=itemgetter(0)):
        lines = chain.from_iterable(map(itemgetter(1), run))
        role = Role.QUOTED if is_quoted else None
        blocks += lay_out(lines, role)
    return blocks


def _is_marked(line: str) -> bool:
    """Whether the line is marked as quoted: *> Hej Anna!*."""
    return line.lstrip(" ").startswith(">")


def _without_prefix(line: str) -> str:
    """The line without the signs that mark it as quoted.

    One space after them is theirs too; what stands further in was so in the earlier mail.
    """
    if not _is_marked(line):
        return line
    return _PREFIX.sub("", line, count=1)


def _is_soft(line: str) -> bool:
    """Whether a line of flowed text goes on in the next one; *-- * stands above a signature."""
    if line == "-- ":
        return False
    return line.endswith(" ")


def _rows(raw: Sequence[str], bodies: Sequence[str]) -> Iterator[list[TextLine]]:
    """The pieces of each line, placed in the mail as it was sent."""
    for number, (line, body) in enumerate(zip(raw, bodies, strict=True), 1):
        column = 1 + len(line) - len(body)
        yield place_line(body, number, column)


def _flowed_rows(raw: Sequence[str], bodies: Sequence[str], delsp: bool) -> Iterator[list[TextLine]]:
    """The pieces of each line, with what flowed text says of its line ends."""
    for number, (line, body) in enumerate(zip(raw, bodies, strict=True), 1):
        is_stuffed = body.startswith(" ")  # a space that only keeps the first sign from meaning something
        column = 1 + len(line) - len(body) + is_stuffed
        yield _with_line_end(place_line(body[is_stuffed:], number, column), body, delsp)


def _with_line_end(row: list[TextLine], body: str, delsp: bool) -> list[TextLine]:
    """The pieces of a line of flowed text: only the last one can go on in the next line.

    With ``delsp`` the space that marks the line as soft is none of the text's, but one before it is.
    """
    is_soft = _is_soft(body)
    has_own_space = body.endswith("  ")
    is_glued = delsp and is_soft and not has_own_space
    *others, last = [piece._replace(soft=False, glued=is_glued) for piece in row]
    return [*others, last._replace(soft=is_soft)]


def _quoted_lines(raw: Sequence[str], bodies: Sequence[str]) -> list[bool]:
    """For each line whether it is quoted: marked so, or part of an earlier mail.

    A line of GroupWise's is marked itself, but what it stands above isn't, to the end of the mail.
    """
    marked = _with_orphans(list(map(_is_marked, raw)), bodies)
    is_marked_below = partial(_is_marked_below, marked, bodies)
    quoted = list(marked)
    for index, body in enumerate(bodies):
        end = index
        if not quoted[index]:
            end = quotation_end(bodies, index, is_marked_below)
        elif marked[index] and _GROUPWISE.search(body):
            end = len(bodies)
        quoted[index:end] = [True] * (end - index)
    return quoted


def _is_marked_below(marked: Sequence[bool], bodies: Sequence[str], start: int) -> bool:
    """Whether the next line from ``start`` that isn't empty is marked."""
    for index in range(start, len(bodies)):
        if marked[index]:
            return True
        if bodies[index].strip():
            return False
    return False


def _with_orphans(marked: Sequence[bool], bodies: Sequence[str]) -> list[bool]:
    """Which lines are marked, those too that are the rest of a marked line that a program wrapped.

    Such a rest stands between two marked lines and begins with a small letter: *> Du kan skriva till/nämnden*.
    """
    flags = list(marked)
    for index in range(1, len(marked) - 1):
        is_between = marked[index - 1] and marked[index + 1]
        begins_small = bodies[index][:1].islower()
        if is_between and begins_small:
            flags[index] = True
    return flags
