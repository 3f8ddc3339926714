"""The text of a mail that Outlook keeps as compressed RTF → a page, be it the page that the RTF was made of."""

from __future__ import annotations

import compressed_rtf

from klarsprak.letter import ReadError
from klarsprak.readers.rtf.page import page_of_rtf
from klarsprak.readers.text.text import check_size

_LARGEST_RATIO = 20
_SMALL = 2**20
_BROKEN = "Mejlets text är skadad och går inte att läsa. Öppna det i Outlook, spara det på nytt och kör igen."


def page_of(data: bytes) -> str:
    """The text of compressed RTF as HTML; raises ``ReadError`` for what is broken."""
    check_size(data)
    stated = int.from_bytes(data[4:8], "little")
    if len(data) < 16 or stated > max(_SMALL, _LARGEST_RATIO * len(data)):
        raise ReadError(_BROKEN)
    try:
        rtf = compressed_rtf.decompress(data)
    except Exception as error:  # the library checks with assertions and plain exceptions
        raise ReadError(_BROKEN) from error
    check_size(rtf)
    return page_of_rtf(rtf)
