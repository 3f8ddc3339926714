"""Whether a PDF's text layer says what the page shows."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from klarsprak.readers.pdf.page import Glyph, Page

_CID = re.compile(r"\(cid:\d+\)")


def is_unmapped(text: str) -> bool:
    """Whether a glyph has no character: pdfminer's ``(cid:12)``, private use, or a control character."""
    if _CID.fullmatch(text):
        return True
    return any(unicodedata.category(c) in ("Co", "Cc", "Cn") or c == "\ufffd" for c in text)
