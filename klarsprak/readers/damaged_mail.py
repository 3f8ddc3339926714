"""A mail that isn't whole: what of it nobody can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import errors
from email.message import Message

_CUT_OFF = "Mejlet är avklippt. Slutet är kanske inte granskat."
_UNDIVIDED = "Mejlet är trasigt: delarna går inte att skilja åt. Det som är bifogat är kanske inte granskat."
_BESIDE = "Mejlet är trasigt. En del av det är inte granskad."
_HEAD_OF_PART = re.compile(r"^Content-(?:Type|Transfer-Encoding|Disposition)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_PACKED = "I mejlets text står packade data. De är inte granskade."
_PACKED_LINES = re.compile(r"(?:^[A-Za-z0-9+/]{60,76}\r?\n){2}", re.MULTILINE)
"""Lines of base64, which a mail program shows as they are where the head of what was attached is lost."""
_MOST = 1_000_000
"""Signs before and after the parts in which a lost one is looked for."""


def damages(message: Message) -> list[str]:
    """What isn't whole of a mail, each told once: *Mejlet är avklippt. Slutet är kanske inte granskat.*"""
    # The header of the mail itself: that of one within, which is encoded, is told once that has been decoded.
    is_cut = any(isinstance(defect, errors.MissingHeaderBodySeparatorDefect) for defect in message.defects)
    told = (note for part in _parts(message) for note in _told(part))
    return list(dict.fromkeys([*([_CUT_OFF] if is_cut else []), *told]))


def _parts(message: Message) -> Iterator[Message]:
    """The mail and all parts within, at any depth; a mail within that is packed is told once it has been unpacked."""
    yield message
    is_packed = message.get_content_type() == "message/rfc822" and _is_base64(message)
    if message.is_multipart() and not is_packed:
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _parts(part)


def _told(part: Message) -> Iterator[str]:
    """What is told of a part by itself.

    Where no boundary is found, the library takes all parts for one text, and what was attached may have been cut off
    with them.  A part whose own boundary is broken stands
    before the first of the others or after the last one, where no mail program looks.
    """
    if any(isinstance(defect, errors.CloseBoundaryNotFoundDefect) for defect in part.defects):
        yield _CUT_OFF
    payload: object = part.get_payload()
    if part.get_content_maintype() == "multipart" and isinstance(payload, str) and payload.strip():
        yield _UNDIVIDED
    if part.get_content_maintype() == "text" and _holds_packed(part, payload):
        yield _PACKED
    boundary = f"--{part.get_boundary('')}"
    if any(_holds_part(text, boundary) for text in (part.preamble, part.epilogue)):
        yield _BESIDE


def _holds_packed(part: Message, payload: object) -> bool:
    """Whether packed lines stand in a text that isn't packed itself; what it is signed with is of no interest."""
    if not isinstance(payload, str) or _is_base64(part):
        return False
    return _PACKED_LINES.search(payload.partition("-----BEGIN ")[0], 0, _MOST) is not None


def _is_base64(part: Message) -> bool:
    """Whether its head says that what it holds is packed."""
    return str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64"


def _holds_part(text: object, boundary: str = "--") -> bool:
    """Whether a part begins in a text, by its head, *Content-Type: text/plain*, or the boundary before it."""
    if not isinstance(text, str):
        return False
    return bool(_HEAD_OF_PART.search(text, 0, _MOST)) or (boundary != "--" and boundary in text)
