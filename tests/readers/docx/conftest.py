"""Makes small Word documents from the XML that a test is about."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

import pytest

from klarsprak.letter import Block, Letter
from klarsprak.readers import docx

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "new": "urn:example:not-invented-yet",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "cx": "http://schemas.microsoft.com/office/drawing/2014/chartex",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "lc": "http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas",
}
ROOTS = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


class Docx:
    """Makes documents and reads them."""

    def t(self, text: str) -> str:
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'

    def r(self, text: str, properties: str = "") -> str:
        """A run."""
        return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{self.t(text)}</w:r>"

    def p(self, *inner: str, properties: str = "") -> str:
        """A paragraph; what is no XML becomes a run."""
        runs = "".join(item if item.startswith("<") else self.r(item) for item in inner)
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"

    def tc(self, *inner: str, properties: str = "") -> str:
        """A table cell; what is no XML becomes a paragraph, and nothing an empty one."""
        blocks = "".join(item if item.startswith("<") else self.p(item) for item in inner or ("<w:p/>",))
        return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{blocks}</w:tc>"

    def tbl(self, *rows: str) -> str:
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    def box(self, *inner: str) -> str:
        """What Word writes for a text box: a new branch and an old one with the same words."""
        content = f"<w:txbxContent>{''.join(inner)}</w:txbxContent>"
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
            f"{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
            f"{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    def field(self, instruction: str, result: str | None = None) -> str:
        """A field's runs."""
        shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{self.r(result)}'
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText> {instruction} </w:instrText></w:r>{shown}"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    def xml(self, root: str, inner: str) -> str:
        """A part."""
        names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
        return f'<?xml version="1.0" encoding="UTF-8"?><w:{root}{names}>{inner}</w:{root}>'

    def parts(self, body: str, inner: Mapping[str, str] | None = None) -> dict[str, bytes]:
        """All parts; ``inner`` holds those beside the body (``footer1``, ``styles`` …), named as relations."""
        found = {"word/document.xml": self.xml("document", f"<w:body>{body}</w:body>")}
        relations = []
        for name, content in (inner or {}).items():
            kind = name.rstrip("0123456789")
            found[f"word/{name}.xml"] = self.xml(ROOTS.get(kind, kind), content)
            relations.append(f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{name}.xml"/>')
        found["word/_rels/document.xml.rels"] = self.relations(*relations)
        found["_rels/.rels"] = self.relations(
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        )
        found["[Content_Types].xml"] = f'<Types xmlns="{PACKAGE}/content-types"/>'
        return {name: content.encode() for name, content in found.items()}

    def relations(self, *items: str) -> str:
        return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(items)}</Relationships>'

    def zip(self, parts: Mapping[str, bytes]) -> bytes:
        file = BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return file.getvalue()

    def read(self, body: str, **inner: str) -> Letter:
        """The letter with this body and these other parts."""
        return docx.read(self.zip(self.parts(body, inner)), "brev.docx")

    def blocks(self, body: str, **inner: str) -> list[Block]:
        return self.read(body, **inner).blocks

    def texts(self, body: str, **inner: str) -> list[str]:
        return [block.text for block in self.blocks(body, **inner)]

    def text(self, *inner: str, **parts: str) -> str:
        """The text of a letter that is one paragraph."""
        (text,) = self.texts(self.p(*inner), **parts)
        return text


@pytest.fixture(scope="session")
def make() -> Docx:
    return Docx()
