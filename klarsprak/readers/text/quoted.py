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
        found = find(texts, index)
        if found is not None:
            return found
    return None


def _separator(texts: Sequence[str], index: int) -> Opening | None:
    """A line such as *-----Ursprungligt meddelande-----*, with the header below it.

    Without the dashes the words could be a heading of the writer's own.
    """
    text = texts[index].strip()
    is_dashed = _DASHED.match(text)
    if not is_dashed or not _SEPARATOR.match(text):
        return None
    length = 1 + _header_length(texts, index + 1)
    return Opening(length, is_sure=True)


def _header(texts: Sequence[str], index: int) -> Opening | None:
    """The earlier mail's header: *Från:*, and soon below *Skickat:* and *Till:* or *Ämne:*.

    Two more fields have to be there: a letter too may say *Från: oss alla på kommunen*.
    """
    if not is_sender_line(texts[index]):
        return None
    below = list(map(str.strip, texts[index + 1 : index + _HEADER_LINES]))
    has_date = any(map(_WHEN.match, below))
    has_receiver = any(map(_WHOM.match, below))
    if not has_date or not has_receiver:
        return None
    length = _header_length(texts, index)
    return Opening(length, is_sure=True)


def _attribution(texts: Sequence[str], index: int) -> Opening | None:
    """A sentence, in one line or two, that names the writer: *Den 3 mars 2026 kl. 10.12 skrev Anna Berg:*."""
    for length in (1, 2):
        line = " ".join(map(str.strip, texts[index : index + length]))
        if _WROTE.match(line):
            names_mail = bool(_WRITER.search(line))
            return Opening(length, is_sure=names_mail)
    return None


def _header_length(texts: Sequence[str], start: int) -> int:
    """How many texts from ``start`` belong to a header.

    Its lines may be wrapped or parted by empty ones, but never by two lines of other text.
    """
    length = 0
    misses = 0
    for offset, text in enumerate(texts[start : start + 2 * _HEADER_LINES], 1):
        line = text.strip()
        if _HEADER.match(line):
            length = offset
            misses = 0
        else:
            misses = misses + 1 if line else 1
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
    if not found.is_sure:
        return index
    return len(texts)


def mark_quoted(blocks: list[Block]) -> None:
    """Gives quoted mail in an HTML mail its role, where no element of its own marks it already."""

    def is_marked(index: int) -> bool:
        """Whether an element marks the block as quoted."""
        if index >= len(blocks):
            return False
        return blocks[index].role is Role.QUOTED

    texts = [block.text for block in blocks]
    for index in range(len(blocks)):
        if is_marked(index):
            continue
        end = quotation_end(texts, index, is_marked)
        for quoted in blocks[index:end]:
            quoted.role = Role.QUOTED


def subject_block(subject: str) -> list[Block]:
    """The subject as a heading, without *SV:*; that of an answer is seldom the writer's own words."""
    words = " ".join(subject.split())
    own = _without_reply(words)
    if not own:
        return []
    role = Role.HEADING if own == words else Role.QUOTED
    return [Block(own, role)]


def _without_reply(subject: str) -> str:
    """The subject that a mail program has put *SV:* or *VB:* before.

    Each answer may have put one more: *SV: VB: Re: Bygglov*.
    """
    while match := _REPLY.match(subject):
        subject = subject[match.end() :]
    return subject
