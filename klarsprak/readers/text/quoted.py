"""Where earlier mail begins that is quoted in a mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from klarsprak.letter import Block, Role

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
_HEADER_LINES = 7


class Opening(NamedTuple):
    """What begins a quotation."""

    length: int
    """How many texts it takes."""
    is_sure: bool
    """Whether a mail program wrote it; else it could be the writer's own sentence, *Så här skrev du:*."""


def opening(texts: Sequence[str], index: int) -> Opening | None:
    """What begins a quotation at the text of that index; None if nothing does."""
    if not texts[index].strip():
        return None
    for find in (_separator, _header, _attribution):
        if found := find(texts, index):
            return found
    return None


def _separator(texts: Sequence[str], index: int) -> Opening | None:
    """A line such as *-----Ursprungligt meddelande-----*, with the header below it."""
    text = texts[index].strip()
    if _SEPARATOR.match(text) and _DASHED.match(text):
        return Opening(1 + _header_length(texts, index + 1), is_sure=True)
    return None


def _header(texts: Sequence[str], index: int) -> Opening | None:
    """The earlier mail's header: *Från:*, and soon below *Skickat:* and *Till:* or *Ämne:*."""
    if not is_sender_line(texts[index]):
        return None
    below = [line.strip() for line in texts[index + 1 : index + _HEADER_LINES]]
    if any(map(_WHEN.match, below)) and any(map(_WHOM.match, below)):
        return Opening(_header_length(texts, index), is_sure=True)
    return None


def _attribution(texts: Sequence[str], index: int) -> Opening | None:
    """A sentence, in one line or two, that names the writer: *Den 3 mars 2026 kl. 10.12 skrev Anna Berg:*."""
    text = texts[index].strip()
    following = texts[index + 1].strip() if index + 1 < len(texts) else ""
    for length, line in enumerate((text, f"{text} {following}"), 1):
        if _WROTE.match(line):
            return Opening(length, is_sure=bool(_WRITER.search(line)))
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


def is_sender_line(text: str) -> bool:
    """Whether the line names a mail's sender: *Från: Anna Berg*."""
    return bool(_FROM.match(text.strip()))


def is_subject_line(text: str) -> bool:
    """Whether the line names a mail's subject: *Ämne: Bygglov*."""
    return bool(_SUBJECT.match(text))


def quotation_end(texts: Sequence[str], index: int, is_marked: Callable[[int], bool]) -> int:
    """The index after the quotation that begins at ``index``, or ``index`` itself if none begins there.

    Where the text below the opening is marked as quoted (``is_marked`` says so for its index), the opening alone is
    meant.  Else the earlier mail reaches to the end, if it is sure to be one.
    """
    found = opening(texts, index)
    if found is None:
        return index
    below = index + found.length
    if is_marked(below):
        return below
    return len(texts) if found.is_sure else index


def mark_quoted(blocks: list[Block]) -> None:
    """Gives quoted mail in an HTML mail its role, where no element of its own marks it already."""

    def is_marked(index: int) -> bool:
        return index < len(blocks) and blocks[index].role is Role.QUOTED

    texts = [block.text for block in blocks]
    for index in range(len(blocks)):
        if not is_marked(index):
            for quoted in blocks[index : quotation_end(texts, index, is_marked)]:
                quoted.role = Role.QUOTED


def subject_block(subject: str) -> list[Block]:
    """The subject as a heading, without *SV:*; that of an answer is seldom the writer's own words."""
    words = " ".join(subject.split())
    own = _without_reply(words)
    if not own:
        return []
    return [Block(own, Role.HEADING if own == words else Role.QUOTED)]


def _without_reply(subject: str) -> str:
    """The subject that a mail program has put *SV:* or *VB:* before, be it several times."""
    while match := _REPLY.match(subject):
        subject = subject[match.end() :]
    return subject
