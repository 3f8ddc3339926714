"""Makes small OpenDocument texts from the XML that a test is about."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from klarsprak.letter import Block, Letter
from klarsprak.readers import odt

NAMESPACES = {
    **{
        prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for prefix, name in {
            **{name: name for name in ("office", "text", "table", "style", "meta")},
            "draw": "drawing",
            "svg": "svg-compatible",
            "fo": "xsl-fo-compatible",
        }.items()
    },
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    "new": "urn:example:not-invented-yet",
}
MIMETYPE = "application/vnd.oasis.opendocument.text"
KINDS = {"/": MIMETYPE, "content.xml": "text/xml", "styles.xml": "text/xml", "Pictures/vapen.png": "image/png"}
"""The parts and their kinds; LibreOffice opens no document with a part that isn't listed."""
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def p(inner: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def cell(inner: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def table(*rows: str) -> str:
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="T"><table:table-column/>{inner}</table:table>'


def box(inner: str) -> str:
    """A frame with text."""
    return f'<draw:frame text:anchor-type="paragraph"><draw:text-box>{inner}</draw:text-box></draw:frame>'


def note(inner: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:id="n" text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{p(inner)}</text:note-body></text:note>"
    )


def style(name: str, inner: str = "", family: str = "paragraph", **attributes: str) -> str:
    more = "".join(f' style:{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f'<style:style style:name="{name}" style:family="{family}"{more}>{inner}</style:style>'


def xml(root: str, inner: str) -> bytes:
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    text = f'<?xml version="1.0" encoding="UTF-8"?><office:{root}{names} office:version="1.3">{inner}</office:{root}>'
    return text.encode()


def parts(body: str, automatic: str = "", styles: str = "", pages: str = "") -> dict[str, bytes]:
    """All parts: ``automatic`` styles and ``styles``, and the ``pages`` with headers and footers."""
    content = (
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    looks = f"<office:styles>{styles}</office:styles><office:master-styles>{pages}</office:master-styles>"
    entries = "".join(f'<m:file-entry m:full-path="{name}" m:media-type="{kind}"/>' for name, kind in KINDS.items())
    return {
        "mimetype": MIMETYPE.encode(),
        "content.xml": xml("document-content", content),
        "styles.xml": xml("document-styles", looks),
        "Pictures/vapen.png": b"\x89PNG not looked at",
        "META-INF/manifest.xml": f'<m:manifest xmlns:m="{MANIFEST}">{entries}</m:manifest>'.encode(),
    }


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The package, with its kind first and as it is."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return out.getvalue()


def document(body: str, automatic: str = "", styles: str = "", pages: str = "") -> bytes:
    return zipped(parts(body, automatic, styles, pages))


def read(body: str, automatic: str = "", styles: str = "", pages: str = "") -> Letter:
    return odt.read(document(body, automatic, styles, pages), "brev.odt")


def blocks(body: str, automatic: str = "", styles: str = "", pages: str = "") -> list[Block]:
    return read(body, automatic, styles, pages).blocks


def texts(body: str, automatic: str = "", styles: str = "", pages: str = "") -> list[str]:
    return [block.text for block in blocks(body, automatic, styles, pages)]
