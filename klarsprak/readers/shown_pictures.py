"""Pictures that are shown in a mail's text: a logotype, or one so large that a letter could be read in it."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from itertools import islice
from typing import Literal

LARGEST_LOGO = 400_000
"""Pixels; a page of text needs more to be read, *600 × 800*, and a logotype seldom has half of it."""
_LARGEST_UNMEASURED = 20_000
"""Bytes of a picture of a format whose size isn't told here, such as SVG."""
_NEVER_LOGO = (b"II*\0", b"MM\0*")
"""TIFF, in which scanners write pages: no mail program shows it in a text."""
_NO_FRAME = (0xC4, 0xC8, 0xCC)
"""JPEG's marks among those of frames that are none."""
_MOST_SEGMENTS = 500
_IN_PAGE = re.compile(r"""\ssrc\s*=\s*["']?data:image/[\w.+-]{1,40};base64,""", re.IGNORECASE)
_END = re.compile(r"""["'\s>]""")


def could_show_letter(data: bytes) -> bool:
    """Whether a picture is too large for a logotype: *1,200 × 1,600*."""
    if data.startswith(_NEVER_LOGO):
        return True
    pixels = next(filter(None, (measure(data) for measure in (_png, _gif, _webp, _jpeg))), None)
    return len(data) > _LARGEST_UNMEASURED if pixels is None else pixels > LARGEST_LOGO


def shows_letter(page: str) -> bool:
    """Whether a page in HTML holds such a picture in itself: *<img src="data:image/png;base64,…">*."""
    return any(map(could_show_letter, _in_page(page)))


def _in_page(page: str) -> Iterator[bytes]:
    """The pictures that stand in the page itself; what is no base64 shows nothing."""
    for found in _IN_PAGE.finditer(page):
        end = _END.search(page, found.end())
        text = page[found.end() : end.start() if end else None]
        try:
            yield b64decode(text + "=" * (-len(text) % 4))
        except ValueError:
            continue


def _png(data: bytes) -> int | None:
    """Pixels by the first chunk, *IHDR*."""
    if not data.startswith(b"\x89PNG") or len(data) < 24:
        return None
    return _area(data[16:20], data[20:24], "big")


def _gif(data: bytes) -> int | None:
    """Pixels by the screen that the file begins with."""
    return _area(data[6:8], data[8:10], "little") if data.startswith(b"GIF8") else None


def _webp(data: bytes) -> int | None:
    """Pixels of the extended format's canvas, *VP8X*; the simple ones are told by their bytes."""
    if not data.startswith(b"RIFF") or data[12:16] != b"VP8X" or len(data) < 30:
        return None
    return (int.from_bytes(data[24:27], "little") + 1) * (int.from_bytes(data[27:30], "little") + 1)


def _jpeg(data: bytes) -> int | None:
    """Pixels by the first frame's head."""
    if not data.startswith(b"\xff\xd8"):
        return None
    for mark, start in islice(_segments(data), _MOST_SEGMENTS):
        if 0xC0 <= mark <= 0xCF and mark not in _NO_FRAME:
            return _area(data[start + 3 : start + 5], data[start + 5 : start + 7], "big")
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """The mark of each segment of a JPEG, and where its length stands."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        yield data[at + 1], at + 2
        at += 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))


def _area(across: bytes, up: bytes, order: Literal["big", "little"]) -> int:
    """Pixels."""
    return int.from_bytes(across, order) * int.from_bytes(up, order)
