"""Where earlier mail begins that is quoted in a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby

from klarsprak.letter import Block, Role
from klarsprak.readers.text.columns import place_line
from klarsprak.readers.text.line import Line
from klarsprak.readers.text.lines import lay_out

_PREFIX = re.compile(r"(?:[ \t]?>)+ ?")
_SEPARATOR = re.compile(
    r"[-_ ]*(?:ursprungligt meddelande|vidarebefordrat (?:meddelande|brev)|original ?message|"
    r"forwarded message(?: from .*)?|forwarded by .*|vidarebefordrat av .*)[-_ :]*$|"
    r"(?:början på vidarebefordrat meddelande|begin forwarded message):?$",
    re.IGNORECASE,
)
_DASHED = re.compile(r"-{2,}|_{2,}|(?:början|begin)", re.IGNORECASE)
_FROM = re.compile(r"\*?(?:från|from)\s?:\*?\s*\S", re.IGNORECASE)
_WHEN = re.compile(r"\*?(?:skickat|sent|datum|date)\s?:", re.IGNORECASE)
_WHOM = re.compile(r"\*?(?:till|to|ämne|subject|kopia|cc)\s?:", re.IGNORECASE)
_HEADER = re.compile(
    r"\*?(?:från|from|skickat|sent|datum|date|till|to|ämne|subject|kopia|cc|bilagor|attachments|prioritet|importance|"
    r"svara till|reply-to)\s?:",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"(?:(?:den|på|on|at|mån|tis|ons|tors?|fre|lör|sön|\d).{0,200}\b)?(?:skrev|wrote)\b.{0,120}:$", re.I
)
_WRITER = re.compile(r"\S@\S|<mailto|\d{1,2}[:.]\d\d\b")
"""What the line that a mail program puts above a quotation holds, and a person's own sentence seldom does."""
_SUBJECT = re.compile(r"\s*(?:ämne|subject)\s?:", re.IGNORECASE)
_REPLY = re.compile(r"(?:sv|re|aw|antw|vb|vbf|fw|fwd|wg)\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE)
_GROUPWISE = re.compile(r"\d.*>>>\s*$")
"""What is left of *>>> Kim Dal 2005-03-01 09:12 >>>*, which stands above an unmarked quotation."""
_HEADER_LINES = 7


class Opening(Enum):
    """What begins a quotation, and how far that reaches."""

    HEADER = "the earlier mail's header: to the end, unless what follows is marked as quoted itself"
    WROTE = "a line like *Den 3 mars skrev Anna:* that a mail program writes"
    LOOSE = "such a line, but it could be the writer's own sentence"


def opening(texts: Sequence[str], index: int) -> tuple[Opening, int] | None:
    """What begins a quotation at the text of that index, and how many texts it takes; None if nothing does."""
    text = texts[index].strip()
    if _SEPARATOR.match(text) and _DASHED.match(text):
        return Opening.HEADER, 1 + _header_length(texts, index + 1)
    if _FROM.match(text):
        below = [line.strip() for line in texts[index + 1 : index + _HEADER_LINES]]
        if any(_WHEN.match(line) for line in below) and any(_WHOM.match(line) for line in below):
            return Opening.HEADER, _header_length(texts, index)
    for length in (1, 2):
        line = " ".join(part.strip() for part in texts[index : index + length])
        if text and _WROTE.match(line):
            return (Opening.WROTE if _WRITER.search(line) else Opening.LOOSE), length
    return None


def _header_length(texts: Sequence[str], start: int) -> int:
    """How many texts from ``start`` belong to a header; its lines may be wrapped or parted by empty ones."""
    length = misses = 0
    for offset, text in enumerate(texts[start : start + 2 * _HEADER_LINES], 1):
        if _HEADER.match(text.strip()):
            length, misses = offset, 0
        else:
            misses = misses + 1 if text.strip() else 1
        if misses > 1:
            break
    return length


def subject_block(subject: str) -> Iterator[Block]:
    """The subject as a heading, without *SV:*; that of an answer is seldom the writer's own words."""
    subject = " ".join(subject.split())
    own = subject
    while match := _REPLY.match(own):
        own = own[match.end() :]
    if own:
        yield Block(own, Role.HEADING if own == subject else Role.QUOTED)


def blocks_of_saved(text: str) -> list[Block]:
    """The blocks of a mail that a mail program saved as plain text; none if the text isn't one.

    Such a file begins like a quoted mail, with *Från:*, *Skickat:* and so on.
    """
    raw = re.split(r"\r\n|\r|\n", text)
    first = next((number for number, line in enumerate(raw) if line.strip()), 0)
    found = opening(raw, first)
    if not found or not _FROM.match(raw[first].strip()):
        return []
    end = first + found[1]
    subjects = [line.split(":", 1)[1].strip() for line in raw[first:end] if _SUBJECT.match(line)]
    head = [Line("", 0)] * first + [line for i in range(first, end) for line in place_line(raw[i], i + 1)]
    blocks = lay_out((line for line in head if not _SUBJECT.match(line.text)), Role.HEADER)
    blocks += [block for subject in subjects[:1] for block in subject_block(subject)]
    return blocks + blocks_of_plain("\n" * end + "\n".join(raw[end:]))


def blocks_of_plain(text: str, flowed: bool = False, delsp: bool = False) -> list[Block]:
    """The blocks of a mail in plain text; quoted mail has the role for it."""
    raw = re.split(r"\r\n|\r|\n", text)
    bodies = [_PREFIX.sub("", line, count=1) if line.lstrip(" ").startswith(">") else line for line in raw]
    marked = _orphans([line.lstrip(" ").startswith(">") for line in raw], bodies)
    flags = _quoted_lines(bodies, marked)
    flowed = flowed and any(line.endswith(" ") and line != "-- " for line in raw)
    lines = [
        _placed(body, number, len(line) - len(body), flowed, delsp)
        for number, (line, body) in enumerate(zip(raw, bodies, strict=True), 1)
    ]
    blocks = []
    for quoted, run in groupby(zip(flags, lines, strict=True), key=lambda pair: pair[0]):
        blocks += lay_out([line for _, placed in run for line in placed], Role.QUOTED if quoted else None)
    return blocks


def _placed(body: str, number: int, prefix: int, flowed: bool, delsp: bool) -> list[Line]:
    if not flowed:
        return place_line(body, number, 1 + prefix)
    soft = body.endswith(" ") and body != "-- "
    stuffed = body.startswith(" ")
    glued = soft and delsp and not body[:-1].endswith(" ")
    placed = place_line(body[stuffed:], number, 1 + prefix + stuffed)
    return [line._replace(soft=soft and line is placed[-1], glued=glued) for line in placed]


def _orphans(marked: list[bool], bodies: list[str]) -> list[bool]:
    """Some programs wrap a quoted line without marking its rest."""
    return [
        flag or (0 < i < len(marked) - 1 and marked[i - 1] and marked[i + 1] and bodies[i][:1].islower())
        for i, flag in enumerate(marked)
    ]


def _quoted_lines(bodies: list[str], marked: list[bool]) -> list[bool]:
    flags = list(marked)
    index = 0
    while index < len(bodies):
        if marked[index] and _GROUPWISE.search(bodies[index]):
            flags[index:] = [True] * (len(bodies) - index)
        found = None if flags[index] else opening(bodies, index)
        if found:
            kind, length = found
            below = next((i for i in range(index + length, len(bodies)) if bodies[i].strip() or marked[i]), None)
            is_marked = below is not None and marked[below]
            if is_marked or kind is not Opening.LOOSE:
                end = index + length if is_marked else len(bodies)
                flags[index:end] = [True] * (end - index)
        index += 1
    return flags


def mark_quoted(blocks: list[Block]) -> None:
    """Gives quoted mail in an HTML mail its role, where no element of its own marks it already."""
    texts = [block.text for block in blocks]
    for index, block in enumerate(blocks):
        found = None if block.role is Role.QUOTED else opening(texts, index)
        if found is None:
            continue
        kind, length = found
        followed = blocks[index + length : index + length + 1]
        in_element = bool(followed) and followed[0].role is Role.QUOTED
        if in_element or kind is not Opening.LOOSE:
            for quoted in _from(blocks, index, length if in_element else None):
                quoted.role = Role.QUOTED


def _from(blocks: list[Block], index: int, length: int | None) -> Iterator[Block]:
    yield from blocks[index:] if length is None else blocks[index : index + length]
