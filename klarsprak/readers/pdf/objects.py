"""What pdfminer's objects hold, in Python's own types."""

from __future__ import annotations

import struct
import zlib
from codecs import BOM_UTF8

from pdfminer.pdftypes import PDFStream, list_value, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

MAX_CONTENT = 20_000_000
"""Most bytes of drawing instructions on a page."""
BROKEN = (
    PSException,
    struct.error,
    zlib.error,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pdfminer raises on files that break the format's rules."""


class TooMuchError(Exception):
    """A file asks for more than any letter does."""


def name_of(value: object) -> str | bytes | None:
    """What a PDF name says, without its slash; None for what is no name."""
    return value.name if isinstance(value, PSLiteral) else None


def string_of(value: object) -> str | None:
    """What a text string says, in any of the three encodings of PDF 2.0; None for what is no string."""
    if not isinstance(value, bytes):
        return None
    return value.decode("utf-8-sig", "replace") if value.startswith(BOM_UTF8) else decode_text(value)


def numbers_of(array: object) -> list[float]:
    """The numbers in a PDF array, such as those of a rectangle.

    Raises ``TypeError`` or ``ValueError`` for what is no number.
    """
    items = list_value(array)
    return [float(resolve1(item)) for item in items]


def is_whole(stream: PDFStream) -> bool:
    """Whether a content stream unpacks to its end; pdfminer makes do with what it can get.

    Raises ``TooMuchError`` beyond ``MAX_CONTENT``.
    """
    if stream.rawdata is None or not _is_deflated(stream):
        return True
    packed = _decipher(stream, stream.rawdata)
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(packed, MAX_CONTENT + 1)
    except zlib.error:
        return False
    if len(unpacked) > MAX_CONTENT:
        raise TooMuchError
    return unpacker.eof


def _is_deflated(stream: PDFStream) -> bool:
    """Whether a stream is packed in the way that nearly all are, and in no other around it."""
    filters = stream.get_filters()
    if not filters:
        return False
    outermost, _ = filters[0]
    return name_of(outermost) == "FlateDecode"


def _decipher(stream: PDFStream, data: bytes) -> bytes:
    """The stream's data without the encryption that keeps a file from being changed.

    The key depends on the object's number and generation.
    """
    if stream.decipher is None:
        return data
    if stream.objid is None or stream.genno is None:
        return data
    return stream.decipher(stream.objid, stream.genno, data, stream.attrs)
