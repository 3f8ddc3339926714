"""mbox: mails one after the other in a file, each begun by a line *From …* after an empty one.

Read as a stream, so that a mailbox of any size and in any store will do; the standard library's reader needs a file
of its own, and takes any line with *From* for the beginning of a mail.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from klarsprak.readers import LARGEST_FILE

_PIECE = 1024**2
"""Bytes of a line that are read at a time."""
_EMPTY = (b"\n", b"\r\n")


def messages(stream: IO[bytes]) -> Iterator[bytes]:
    """Each mail without its *From* line and the empty line that ends it; of one too large, just too much."""
    parts: list[bytes] | None = None
    size = 0
    for piece, begins_mail in _pieces(stream):
        if begins_mail:
            if parts is not None:
                yield _join(parts)
            parts, size = [], 0
        elif parts is not None and size <= LARGEST_FILE:
            parts.append(piece)
            size += len(piece)
    if parts is not None:
        yield _join(parts)


def _pieces(stream: IO[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The pieces of the lines, each with whether a mail begins there: of such a line, there is but the first piece.

    The first mail may come after any line, the others only after an empty one.
    """
    begins_line, may_begin_mail, is_within_mail = True, True, False
    while piece := stream.readline(_PIECE):
        if begins_line and may_begin_mail and piece.startswith(b"From "):
            yield piece, True
            _skip_rest_of_line(stream, piece)
            may_begin_mail, is_within_mail = False, True
            continue
        yield piece, False
        may_begin_mail = not is_within_mail or (begins_line and piece in _EMPTY)
        begins_line = piece.endswith(b"\n")


def _skip_rest_of_line(stream: IO[bytes], piece: bytes) -> None:
    """Go on to the next line; ``piece`` is what has been read of this one."""
    while piece and not piece.endswith(b"\n"):
        piece = stream.readline(_PIECE)


def _join(parts: list[bytes]) -> bytes:
    """The mail, without the empty line that parts it from the next one."""
    if parts and parts[-1] in _EMPTY:
        return b"".join(parts[:-1])
    return b"".join(parts)
