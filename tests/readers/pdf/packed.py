"""PDFs whose objects lie packed in a stream, as most programs write them (PDF 1.5)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

from tests.readers.pdf.test_unreadable import stream

FLATE = b"/Filter /FlateDecode"


def with_object_stream(packed: Mapping[int, bytes], whole: Mapping[int, bytes]) -> bytes:
    """A PDF of these objects by their numbers, some of them in a stream; the first is the catalogue."""
    body, heads = b"", []
    for number, content in packed.items():
        heads.append(b"%d %d" % (number, len(body)))
        body += content + b"\n"
    head = b" ".join(heads) + b"\n"
    holder, table = max(*packed, *whole) + 1, max(*packed, *whole) + 2
    entries = b"/Type /ObjStm /N %d /First %d %s" % (len(packed), len(head), FLATE)
    data, places = b"%PDF-1.7\n", {}
    for number, content in {**whole, holder: stream(zlib.compress(head + body), entries)}.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    places[table] = len(data)
    rows = [struct.pack(">BIH", 0, 0, 65535)]
    order = list(packed)
    for number in range(1, table + 1):
        in_stream = struct.pack(">BIH", 2, holder, order.index(number)) if number in packed else b""
        rows.append(in_stream or struct.pack(">BIH", 1, places[number], 0))
    says = b"/Type /XRef /Size %d /W [1 4 2] /Root 1 0 R %s" % (table + 1, FLATE)
    end = b"%d 0 obj\n%s\nendobj\n" % (table, stream(zlib.compress(b"".join(rows)), says))
    return data + end + b"startxref\n%d\n%%%%EOF\n" % places[table]
