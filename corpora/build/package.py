"""The docx package round the letter's text: styles, headers, footers, notes, relations, and the zip itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from corpora.build.wordml import Writer

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
}
_XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1418" w:left="1418" '
    'w:header="709" w:footer="567" w:gutter="0"/>'
)


def docx(name: str, source: dict[str, Any]) -> bytes:
    """The whole file; the same source always gives the same bytes."""
    writer = Writer(name, source.get("decomposed", False), source.get("split_runs", True))
    body = writer.blocks(source["body"])
    parts: dict[str, str] = {}
    references, relations = "", []
    for kind in ("header", "footer"):
        for use, blocks in source.get(f"{kind}s", {}).items():
            part = f"{kind}{len(relations) + 1}"
            logo = _logo_run() if kind == "header" and source.get("logo") and use == "first" else ""
            content = (f"<w:p><w:r>{logo}</w:r></w:p>" if logo else "") + writer.blocks(blocks)
            content += writer.paragraph("") if content.endswith("</w:tbl>") else ""
            tag = "hdr" if kind == "header" else "ftr"
            parts[f"word/{part}.xml"] = f"{_HEAD}<w:{tag} {_XMLNS}>{content}</w:{tag}>"
            relations.append((part, kind, f"{part}.xml"))
            references += f'<w:{kind}Reference w:type="{use}" r:id="{part}"/>'
    first = "<w:titlePg/>" if "first" in source.get("headers", {}) | source.get("footers", {}) else ""
    section = f"<w:sectPr>{references}{_PAGE}{first}</w:sectPr>"
    parts["word/document.xml"] = f"{_HEAD}<w:document {_XMLNS}><w:body>{body}{section}</w:body></w:document>"
    parts |= _fixed_parts(source, writer)
    relations += [(kind, kind, f"{kind}.xml") for kind in ("styles", "settings", "numbering", "fontTable")]
    if writer.footnotes:
        parts["word/footnotes.xml"] = _footnotes(writer)
        relations.append(("footnotes", "footnotes", "footnotes.xml"))
    parts["word/_rels/document.xml.rels"] = _relations(relations, writer.links)
    files = {"[Content_Types].xml": _content_types(parts)} | parts
    return _zip({part: text.encode() for part, text in files.items()} | _logo_files(source, parts))


def _fixed_parts(source: dict[str, Any], writer: Writer) -> dict[str, str]:
    even = "<w:evenAndOddHeaders/>" if "even" in source.get("headers", {}) else ""
    settings = '<w:zoom w:percent="100"/><w:proofState w:spelling="clean" w:grammar="clean"/>'
    rsids = "".join(f'<w:rsid w:val="{writer._rsid()}"/>' for _ in range(4))
    settings += f'<w:defaultTabStop w:val="1304"/>{even}<w:rsids>{rsids}</w:rsids><w:themeFontLang w:val="sv-SE"/>'
    fonts = '<w:font w:name="Calibri"><w:family w:val="swiss"/></w:font>'
    return {
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(source),
        "docProps/app.xml": _HEAD + _APP,
        "word/styles.xml": _HEAD + _styles(),
        "word/settings.xml": f"{_HEAD}<w:settings {_XMLNS}>{settings}</w:settings>",
        "word/numbering.xml": _HEAD + _numbering(),
        "word/fontTable.xml": f"{_HEAD}<w:fonts {_XMLNS}>{fonts}</w:fonts>",
    }


_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Template>Brevmall.dotx</Template><Application>Microsoft Office Word</Application>"
    "<AppVersion>16.0000</AppVersion></Properties>"
)


def _core(source: dict[str, Any]) -> str:
    date = f"{source['date']}T08:00:00Z"
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    package = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    w3c = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    created = f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
    return f'{_HEAD}<cp:coreProperties xmlns:cp="{package}" {dublin} {w3c}>{created}</cp:coreProperties>'


def _styles() -> str:
    def style(kind: str, name: str, label: str, look: str = "", based: str = "") -> str:
        default = ' w:default="1"' if name == "Normal" else ""
        based = f'<w:basedOn w:val="{based}"/>' if based else ""
        head = f'<w:style w:type="{kind}"{default} w:styleId="{name}"><w:name w:val="{label}"/>'
        return f"{head}{based}{look}</w:style>"

    def heading(size: int) -> str:
        return (
            '<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="60"/></w:pPr>'
            f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>'
        )

    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="999999"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
        '<w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    small, indent = '<w:rPr><w:sz w:val="16"/></w:rPr>', '<w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr>'
    return f"<w:styles {_XMLNS}>{defaults}" + "".join(
        [
            style("paragraph", "Normal", "Normal"),
            style("paragraph", "Rubrik1", "heading 1", heading(32), "Normal"),
            style("paragraph", "Rubrik2", "heading 2", heading(25), "Normal"),
            style("paragraph", "Liststycke", "List Paragraph", indent, "Normal"),
            style("paragraph", "Sidhuvud", "header", "", "Normal"),
            style("paragraph", "Sidfot", "footer", small, "Normal"),
            style("paragraph", "Fotnotstext", "footnote text", small, "Normal"),
            style(
                "character",
                "Fotnotsreferens",
                "footnote reference",
                '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
            ),
            style("character", "Platshllartext", "Placeholder Text", '<w:rPr><w:color w:val="808080"/></w:rPr>'),
            style(
                "character", "Hyperlnk", "Hyperlink", '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>'
            ),
            style("table", "Tabellrutnt", "Table Grid", f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>"),
            "</w:styles>",
        ]
    )


def _numbering() -> str:
    abstract = ""
    for number, (form, text) in enumerate([("bullet", "•"), ("decimal", "%1.")], start=1):
        level = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        indent = '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
        abstract += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0">{level}{indent}</w:lvl></w:abstractNum>'
        )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f"<w:numbering {_XMLNS}>{abstract}{numbers}</w:numbering>"


def _footnotes(writer: Writer) -> str:
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes += (
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
    )
    mark = '<w:r><w:rPr><w:rStyle w:val="Fotnotsreferens"/></w:rPr><w:footnoteRef/></w:r>'
    for number, words in enumerate(writer.footnotes, start=1):
        paragraph = writer.paragraph(" " + words, "Fotnotstext", extra=mark)
        notes += f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'
    return f"{_HEAD}<w:footnotes {_XMLNS}>{notes}</w:footnotes>"


def _relations(relations: list[tuple[str, str, str]], links: list[str]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}{kind}" Target="{target}"/>' for name, kind, target in relations
    )
    for number, address in enumerate(links, start=1):
        target = f'Target={quoteattr(escape(address))} TargetMode="External"'
        rows += f'<Relationship Id="rIdLink{number}" Type="{_RELATIONS}hyperlink" {target}/>'
    return _relationship_file(rows)


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return _relationship_file(
        f'<Relationship Id="rId1" Type="{_RELATIONS}officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_RELATIONS}extended-properties" Target="docProps/app.xml"/>'
    )


def _relationship_file(rows: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{namespace}">{rows}</Relationships>'


def _content_types(parts: dict[str, str]) -> str:
    rows = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    rows += (
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    for part in parts:
        if part.startswith("word/") and part.endswith(".xml"):
            stem = part.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
            kind = "document.main" if stem == "document" else stem
            rows += f'<Override PartName="/{part}" ContentType="{_MAIN}{kind}+xml"/>'
    for part, kind in {
        "core": "package.core-properties",
        "app": "officedocument.extended-properties",
    }.items():
        content = f"application/vnd.openxmlformats-{kind}+xml"
        rows += f'<Override PartName="/docProps/{part}.xml" ContentType="{content}"/>'
    return f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{rows}</Types>'


def _logo_run() -> str:
    """A picture in the letterhead; its alternative text is no part of what a reader sees."""
    size = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="432000"/></a:xfrm>'
    picture = (
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="vapen.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'{size}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    data = f'<a:graphicData uri="{_NAMESPACES["pic"]}">{picture}</a:graphicData>'
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="432000"/>'
        '<wp:docPr id="1" name="Bild 1" descr="Kommunens vapen"/>'
        f"<a:graphic>{data}</a:graphic></wp:inline></w:drawing>"
    )


def _logo_files(source: dict[str, Any], parts: dict[str, str]) -> dict[str, bytes]:
    if not source.get("logo"):
        return {}
    row = f'<Relationship Id="logo" Type="{_RELATIONS}image" Target="media/image1.png"/>'
    headers = [part for part in parts if part.startswith("word/header") and 'r:embed="logo"' in parts[part]]
    files = {f"word/_rels/{part.removeprefix('word/')}.rels": _relationship_file(row).encode() for part in headers}
    return files | {"word/media/image1.png": _shield()}


def _shield() -> bytes:
    """A small blue and yellow shield, drawn pixel by pixel."""
    width, height = 40, 48
    blue, yellow, white = b"\x1f\x38\x64", b"\xf2\xc4\x1d", b"\xff\xff\xff"
    rows = b""
    for y in range(height):
        inset = max(0, y - 24) ** 2 // 30
        rows += b"\0"
        for x in range(width):
            inside = inset <= x < width - inset
            rows += (yellow if 16 <= x < 24 or 16 <= y < 23 else blue) if inside else white

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            # Word, too, writes the first day of DOS time into every entry.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, data)
    return buffer.getvalue()
