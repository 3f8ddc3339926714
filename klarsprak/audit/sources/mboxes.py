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
    size, begins_line, after_empty = 0, True, True
    while piece := stream.readline(_PIECE):
        if begins_line and after_empty and piece.startswith(b"From "):
            if parts is not None:
                yield _joined(parts)
            parts, size, after_empty = [], 0, False
        elif parts is not None:
            if size <= LARGEST_FILE and (begins_line or parts):
                parts.append(piece)
                size += len(piece)
            after_empty = begins_line and piece in _EMPTY
        begins_line = piece.endswith(b"\n")
    if parts is not None:
        yield _joined(parts)


def _joined(parts: list[bytes]) -> bytes:
    return b"".join(parts[:-1] if parts[-1:] and parts[-1] in _EMPTY else parts)
