"""PDFs of few bytes that ask for much: each by one means alone, around a line that can be read."""

from __future__ import annotations

import zlib

from tests.readers.pdf.test_unreadable import by_hand, one_page, stream

TEXT = b"BT /F 11 Tf 71 700 Td (Hej) Tj ET\n"
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CID = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] %s >>",
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> %s >>",
)


def page(
    content: bytes, *more: bytes, font: bytes = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
) -> bytes:
    """A PDF whose only page has this content stream and this font; other objects are numbered from 6."""
    return by_hand(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        content,
        font,
        *more,
    )


def widths(key: bytes, values: bytes, encoding: bytes = b"Identity-H") -> bytes:
    """A font whose widths are these."""
    font = CID[0].replace(b"Identity-H", encoding) % b""
    return page(stream(TEXT), CID[1] % (b"/%s [%s]" % (key, values)), font=font)


def table(entries: bytes) -> bytes:
    """A font whose table of characters is this."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return page(stream(TEXT), stream(zlib.compress(entries), b"/Filter /FlateDecode"), font=font)


def truetype(groups: bytes, count: int) -> bytes:
    """A font whose own file has a table of characters of these groups."""
    subtable = b"\0\x0c\0\0" + (16 + len(groups)).to_bytes(4) + bytes(4) + count.to_bytes(4) + groups
    cmap = b"\0\0\0\x01" + b"\0\x03\0\x0a" + (12).to_bytes(4) + subtable
    file = b"\0\1\0\0\0\1" + bytes(6) + b"cmap" + bytes(4) + (28).to_bytes(4) + len(cmap).to_bytes(4) + cmap
    descriptor = b"/FontDescriptor << /Type /FontDescriptor /FontName /A /FontFile2 7 0 R >>"
    return page(stream(TEXT), CID[1] % descriptor, stream(file), font=CID[0] % b"")


def twice_packed(size: int) -> bytes:
    """Zeros, packed and packed again."""
    packer = zlib.compressobj(6)
    once = b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()
    return zlib.compress(once, 9)


def runs(size: int) -> bytes:
    """Blanks, as runs of 128 that are packed."""
    return zlib.compress(b"\x81 " * (size // 128))


def deflated(content: bytes, times: int) -> bytes:
    """The content many times over, packed."""
    return stream(zlib.compress(content * times, 9), b"/Filter /FlateDecode")


def laughs() -> bytes:
    """Arrays that hold ten of the next one each, as a width."""
    levels = [b"[%s]" % (b"%d 0 R " % (number + 1) * 10) for number in range(7, 17)]
    return page(stream(TEXT), CID[1] % b"/W [0 [7 0 R]]", *levels, b"[1]", font=CID[0] % b"")


def many_streams() -> bytes:
    """300 streams of 95 MB."""
    big = stream(zlib.compress(zlib.compress(bytes(95_000_000))), b"/Filter [/FlateDecode /FlateDecode]")
    kids = b" ".join(b"%d 0 R" % (6 + number) for number in range(300))
    pages = b"<< /Type /Pages /Kids [%s] /Count 300 >>" % kids
    leaf = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents %d 0 R >>"
    leaves = [leaf % (306 + number) for number in range(300)]
    return by_hand(b"<< /Type /Catalog /Pages 2 0 R >>", pages, b"[]", b"[]", b"[]", *leaves, *[big] * 300)


def packed_objects(content: bytes) -> bytes:
    """A PDF whose catalogue stands in a packed stream of this."""
    head = b"%PDF-1.7\n"
    objects = (
        b"1 0 obj\n"
        + deflated(content, 1).replace(b"/Filter", b"/Type /ObjStm /N 1 /First 4 /Filter")
        + b"\nendobj\n"
    )
    start = len(head) + len(objects)
    rows = b"\0\0\0\0\0" + b"\1" + len(head).to_bytes(3) + b"\0" + b"\2\0\0\1\0" + b"\1" + start.to_bytes(3) + b"\0"
    xref = b"4 0 obj\n" + stream(rows, b"/Type /XRef /W [1 3 1] /Size 4 /Root 2 0 R") + b"\nendobj\n"
    return head + objects + xref + b"startxref\n%d\n%%%%EOF\n" % start


def table_of_objects(entries: bytes) -> bytes:
    """A PDF whose table of objects says so of itself."""
    head = b"%PDF-1.7\n"
    catalog = b"1 0 obj\n<< /Type /Catalog >>\nendobj\n"
    start = len(head) + len(catalog)
    rows = b"\0\0\0" + b"\1" + len(head).to_bytes(1) + b"\0"
    xref = b"2 0 obj\n" + stream(zlib.compress(rows), b"/Type /XRef /W [1 1 1] /Filter /FlateDecode %s" % entries)
    return head + catalog + xref + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def hostile() -> dict[str, bytes]:
    """Each PDF under what it does."""
    names = b"/Filter [6 0 R 7 0 R]"
    bomb = twice_packed(1 << 27)
    cid = b"1 begincidrange <00000000> <7fffffff> 0 endcidrange"
    return {
        "a range of widths without end": widths(b"W", b"0 2000000000 500"),
        "many ranges of widths": widths(b"W", b"0 65535 500 " * 20_000),
        "a range of widths downwards": widths(b"W2", b"0 2000000000 500 1 1", b"Identity-V"),
        "widths that hold each other": laughs(),
        "a range of characters without end": table(b"1 beginbfrange <00000000> <7fffffff> <0041> endbfrange"),
        "a range of characters that isn't plain": table(b"%\n1 beginbfrange <00000000> <7fffffff> <0041> endbfrange"),
        "many ranges of characters": table(b"1 beginbfrange " + b"<0000> <ffff> <0041>\n" * 20_000 + b"endbfrange"),
        "a range of long texts": table(b"1 beginbfrange <0000> <ffff> <%s> endbfrange" % (b"0041" * 50_000)),
        "a range of codes without end": table(cid),
        "a font file's groups without end": truetype(b"\0\0\0\0\x7f\xff\xff\xff\0\0\0\0", 1),
        "filters behind references": page(stream(bomb, names), b"/FlateDecode", b"/FlateDecode"),
        "a filter behind a reference": page(stream(bomb, b"/Filter 6 0 R"), b"[/FlateDecode /FlateDecode]"),
        "a filter in between": page(
            stream(
                zlib.compress(zlib.compress(bytes(120 << 20)).hex().encode(), 9),
                b"/Filter [/FlateDecode /ASCIIHexDecode /FlateDecode]",
            )
        ),
        "a filter many times": page(stream(TEXT, b"/Filter [%s]" % (b"/ASCIIHexDecode " * 100_000))),
        "runs": page(stream(runs(1 << 27), b"/Filter [/FlateDecode /RunLengthDecode]")),
        "zeros by a letter": page(
            stream(zlib.compress(b"z" * (5 << 20), 9), b"/Filter [/FlateDecode /ASCII85Decode]")
        ),
        "blanks without an end": page(
            stream(zlib.compress(b" " * (4 << 20) + b"x", 9), b"/Filter [/FlateDecode /ASCII85Decode]")
        ),
        "a code table without end": page(stream(zlib.compress(b"\x80" + bytes(300_000)), b"/Filter [/Fl /LZW]")),
        "a row without end": table_of_objects(
            b"/Size 2 /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
        ),
        "numbers without end": table_of_objects(b"/Size 2 /Index [0 2000000000] /Root 1 0 R"),
        "objects in a stream": packed_objects(b"2 0 " + b"[] " * 600_000),
        "arrays within each other": packed_objects(b"2 0 " + b"[" * 10_000_000),
        "an inline image without end": page(deflated(b"BI /W 9 ID " + b"E" * 10_000_000, 1)),
        "inline images": page(deflated(b"BI /W 9 /H 9 ID EEE EI ", 800_000)),
        "brackets without end": page(deflated(b"(" * 600_000, 1)),
        "states without end": page(deflated(b"q ", 400_000)),
        "numbers for no operator": page(deflated(b"1 ", 600_000)),
        "the same stream again": page(deflated(b" ", 19_000_000)).replace(
            b"/Contents 4 0 R ", b"/Contents [%s] " % (b"4 0 R " * 2000)
        ),
        "a form again and again": page(
            stream(b"/X Do " * 4_000),
            stream(zlib.compress(b"(%s)" % (b"a" * 900_000)), b"/Filter /FlateDecode /Subtype /Form /BBox [0 0 9 9]"),
        ),
        "300 streams": many_streams(),
        "a form that is packed twice": one_page(stream(bomb, b"/Filter [/FlateDecode /FlateDecode]")),
    }
