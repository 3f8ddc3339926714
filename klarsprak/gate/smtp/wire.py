"""A message's content on the wire: where it ends, and the dots that hide lines which look like its end.

Only ``<CR><LF>.<CR><LF>`` ends a message.  A bare CR or LF in it is refused: where the next hop took one for a line's
end, a message could hide another in itself (CVE-2024-27305 and its like).
"""

from __future__ import annotations

from asyncio import StreamReader
from collections.abc import Callable

_END = b"\r\n.\r\n"
_AT_ONCE = 1 << 62
"""All that has come."""


class TooLargeError(Exception):
    """There is more of the message than may be; it has been read to its end all the same."""


async def read_content(reader: StreamReader, largest: int, heard: Callable[[], None]) -> bytes:
    """The content up to its end, without the dots that hide others; what comes after it stays in the reader.

    Calls ``heard`` each time that something has come.  Raises ``TooLargeError``, and ``ConnectionResetError`` where
    the client goes before the end.
    """
    data = bytearray(b"\r\n")  # the end of the line before: the first may be the dot
    is_too_large = False
    looked = 0
    while (end := data.find(_END, looked)) < 0:
        is_too_large = is_too_large or len(data) > largest + len(_END)
        if is_too_large:
            del data[: -len(_END)]
        looked = max(0, len(data) - len(_END) + 1)
        chunk = await reader.read(_AT_ONCE)
        if not chunk:
            raise ConnectionResetError
        heard()
        data += chunk
    _give_back(reader, bytes(data[end + len(_END) :]))
    if is_too_large or end > largest:
        raise TooLargeError
    del data[end + 2 :]
    return bytes(data.replace(b"\r\n.", b"\r\n")[2:])


def _give_back(reader: StreamReader, rest: bytes) -> None:
    """What came with the end but belongs to the next command; the reader is empty, so that it stands first there."""
    if rest:
        reader.feed_data(rest)


def stuffed(content: bytes) -> bytes:
    """The content as it is sent: dots before dots, and the end."""
    hidden = content.replace(b"\r\n.", b"\r\n..")
    first = b"." if content.startswith(b".") else b""
    last = b"" if not content or content.endswith(b"\r\n") else b"\r\n"
    return first + hidden + last + b".\r\n"


def has_bare_ends(content: bytes) -> bool:
    """Whether a CR or LF stands without the other."""
    pairs = content.count(b"\r\n")
    return content.count(b"\r") != pairs or content.count(b"\n") != pairs
