"""A stream's data, unpacked within bounds: pdfminer unpacks each filter's whole before it asks how much it is."""

from __future__ import annotations

import zlib
from base64 import a85decode
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from typing import Any

from pdfminer.ascii85 import asciihexdecode
from pdfminer.lzw import CorruptDataError, LZWDecoder
from pdfminer.pdfexceptions import PDFNotImplementedError
from pdfminer.pdftypes import PDFStream, int_value
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from klarsprak.readers.pdf.allowance import Allowance
from klarsprak.readers.pdf.objects import TooMuchError, name_of

MAX_STREAM = 110_000_000
"""Most bytes that one stream unpacks to: a file attached to the PDF may be the largest that is read."""
MAX_FILTERS = 8
"""Most filters around a stream; programs use two."""
MAX_ROW = 1_000_000
"""Most bytes in a row of what a predictor has prepared."""
_LZW_CODES = 4096

_CHECKSUM = 4
"""Bytes that end a deflated stream; where nothing but them is wrong, the data are whole."""


class BoundedStream(PDFStream):
    """A stream that unpacks to no more than the file is allowed."""

    def __init__(self, stream: PDFStream, allowance: Allowance) -> None:
        super().__init__(stream.attrs, stream.rawdata or b"", stream.decipher)
        self._allowance = allowance

    def decode(self) -> None:
        """Unpack the data; raises ``TooMuchError`` beyond the allowance, and pdfminer's own errors."""
        data = self.rawdata or b""
        if self.decipher:
            data = self.decipher(self.objid or 0, self.genno or 0, data, self.attrs)
        filters = self.get_filters()
        if len(filters) > MAX_FILTERS:
            raise TooMuchError
        for name, parameters in filters:
            data = _unfiltered(name_of(name), data, self._allowance)
            self._allowance.unpacked.take(len(data))
            if isinstance(parameters, dict) and "Predictor" in parameters:
                data = _unpredicted(parameters, data, self._allowance)
        self.data = data
        self.rawdata = None


def _unfiltered(name: object, data: bytes, allowance: Allowance) -> bytes:
    """The data without a filter around them; images stay as they are, since nobody looks at them."""
    if name in ("DCTDecode", "DCT", "JBIG2Decode", "JPXDecode"):
        return data
    unpack = _UNPACK.get(name)
    if unpack is None:
        raise PDFNotImplementedError(f"Unsupported filter: {name!r}")
    return unpack(data, allowance)


def _inflate(data: bytes, allowance: Allowance) -> bytes:
    """What zlib packed; what there is of it where its end is missing, nothing where it is wrong."""
    most = min(allowance.unpacked.left, MAX_STREAM)
    for packed in (data, data[:-_CHECKSUM]):
        unpacker = zlib.decompressobj()
        try:
            unpacked = unpacker.decompress(packed, most + 1)
        except zlib.error:
            continue
        if len(unpacked) > most:
            raise TooMuchError
        return unpacked
    return b""


class _Lzw(LZWDecoder):
    """Codes have twelve bits: what the table holds beyond them is never asked for."""

    def feed(self, code: int) -> bytes:
        data = super().feed(code)
        del self.table[_LZW_CODES:]
        return data

    def run(self) -> Iterator[bytes]:
        """The pieces; pdfminer copies its table for each of them, so that it can be logged."""
        with suppress(EOFError, CorruptDataError):
            while True:
                yield self.feed(self.readbits(self.nbits))


def _unpack_lzw(data: bytes, allowance: Allowance) -> bytes:
    allowance.slow.take(len(data))
    unpacked = bytearray()
    for piece in _Lzw(BytesIO(data)).run():
        unpacked += piece
        allowance.slow.take(len(piece))
    return bytes(unpacked)


def _unpack_ascii85(data: bytes, allowance: Allowance) -> bytes:
    """Five signs for four bytes, between ``<~`` and ``~>``, either of which may be missing; ``z`` is four zeros."""
    allowance.slow.take(len(data) + 3 * data.count(b"z"))
    signs = data.strip()
    signs = signs.removeprefix(b"<~").removeprefix(b"~").removesuffix(b">").rstrip().removesuffix(b"~")
    return a85decode(signs)


def _unpack_hexadecimal(data: bytes, _: Allowance) -> bytes:
    return asciihexdecode(data)


def _unpack_runs(data: bytes, allowance: Allowance) -> bytes:
    """A length before each run: up to 127 the bytes that follow and one more, from 129 one byte many times."""
    unpacked = bytearray()
    place = 0
    while place < len(data) and data[place] != 128:
        length = data[place]
        if length < 128:
            run = data[place + 1 : place + 2 + length]
            place += 2 + length
        else:
            run = data[place + 1 : place + 2] * (257 - length)
            place += 2
        allowance.slow.take(len(run) + 2)
        unpacked += run
    return bytes(unpacked)


Unpack = Callable[[bytes, Allowance], bytes]

_UNPACK: Mapping[object, Unpack] = {
    "FlateDecode": _inflate,
    "Fl": _inflate,
    "LZWDecode": _unpack_lzw,
    "LZW": _unpack_lzw,
    "ASCII85Decode": _unpack_ascii85,
    "A85": _unpack_ascii85,
    "ASCIIHexDecode": _unpack_hexadecimal,
    "AHx": _unpack_hexadecimal,
    "RunLengthDecode": _unpack_runs,
    "RL": _unpack_runs,
}


def _unpredicted(parameters: dict[str, Any], data: bytes, allowance: Allowance) -> bytes:
    """The data as they were before a predictor made them easier to pack, as it does with tables of objects."""
    kind = int_value(parameters["Predictor"])
    if kind == 1:
        return data
    colors, columns, bits = (int_value(parameters.get(*key)) for key in _PREDICTOR)
    if not 0 < colors * columns * bits <= 8 * MAX_ROW:
        raise TooMuchError
    allowance.slow.take(len(data) + columns)
    if kind == 2:
        return apply_tiff_predictor(colors, columns, bits, data)
    if kind >= 10:
        return apply_png_predictor(kind, colors, columns, bits, data)
    raise PDFNotImplementedError(f"Unsupported predictor: {kind!r}")


_PREDICTOR = (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
