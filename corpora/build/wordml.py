"""Paragraphs, tables and text boxes as WordprocessingML, cut into runs the way Word cuts them."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from corpora.build.inline import SOFT_HYPHEN, Piece, pieces

Block = Any
STYLES = {"h": "Rubrik2", "title": "Rubrik1", "li": "Liststycke", "ol": "Liststycke"}
NUMBERING = {"li": 1, "ol": 2}
_SPECIAL = {"\n": "<w:br/>", "\t": "<w:tab/>", SOFT_HYPHEN: "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>"}
_DATE = "2025-06-02T09:14:00Z"


@dataclass
class Writer:
    """Turns the blocks of one letter into XML; collects its footnotes, links and bookmarks on the way."""

    name: str
    decomposed: bool = False
    split_runs: bool = True
    footnotes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    _ids: int = 100

    def __post_init__(self) -> None:
        self._random = random.Random(self.name)

    def blocks(self, blocks: list[Block]) -> str:
        return "".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        if isinstance(block, str):
            return self.paragraph(block)
        ((kind, value),) = block.items()
        if kind in STYLES:
            return self.paragraph(value, STYLES[kind], NUMBERING.get(kind))
        if kind == "table":
            return self._table(value)
        if kind == "box":
            return self._text_box(value)
        if kind == "sdt":
            return self._block_control(**value)
        if kind == "style":
            return self.paragraph(value["text"], value["name"])
        raise ValueError(f"{self.name}: unknown block {kind!r}")

    def paragraph(self, text: str, style: str | None = None, number: int | None = None, extra: str = "") -> str:
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        if number:
            properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        rsid = self._rsid()
        revisions = f'w:rsidR="{rsid}" w:rsidRDefault="{rsid}" w:rsidP="{self._rsid()}"'
        content = "".join(self._piece(piece) for piece in pieces(text))
        return f"<w:p {revisions}>{properties}{extra}{content}</w:p>"

    def _piece(self, piece: Piece) -> str:
        kind, argument, words = piece
        if not kind:
            return "".join(self._runs(words))
        return getattr(self, f"_{kind}")(argument, words)

    def _runs(self, text: str) -> Iterator[str]:
        """Word starts a new run at an edit or a spelling mark, often within a word."""
        if not self.split_runs or len(text) < 12:
            yield self.run(text)
            return
        cuts = sorted(self._random.sample(range(1, len(text)), min(len(text) // 40 + 1, 4)))
        for index, (start, end) in enumerate(zip([0, *cuts], [*cuts, len(text)], strict=True)):
            marked = index == 1 and text[start:end].strip().isalpha()
            mark = '<w:proofErr w:type="spell{}"/>'
            yield mark.format("Start") * marked + self.run(text[start:end]) + mark.format("End") * marked

    def run(self, text: str, properties: str = "", tag: str = "t") -> str:
        if self.decomposed:
            text = unicodedata.normalize("NFD", text)
        properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        content, plain = "", ""
        for character in text + "\0":
            if character in _SPECIAL or character == "\0":
                if plain:
                    content += f'<w:{tag} xml:space="preserve">{escape(plain)}</w:{tag}>'
                content, plain = content + _SPECIAL.get(character, ""), ""
            else:
                plain += character
        return f'<w:r w:rsidRPr="{self._rsid()}">{properties}{content}</w:r>'

    def _b(self, _: str, words: str) -> str:
        return self.run(words, "<w:b/>")

    def _hidden(self, _: str, words: str) -> str:
        return self.run(words, "<w:vanish/>")

    def _yellow(self, _: str, words: str) -> str:
        return self.run(words, '<w:highlight w:val="yellow"/>')

    def _sdt(self, title: str, words: str) -> str:
        return f"<w:sdt>{self._control_properties(title)}<w:sdtContent>{self.run(words)}</w:sdtContent></w:sdt>"

    def _plc(self, title: str, words: str) -> str:
        prompt = self._prompt("", words)
        properties = self._control_properties(title, "<w:showingPlcHdr/><w:text/>")
        return f"<w:sdt>{properties}<w:sdtContent>{prompt}</w:sdtContent></w:sdt>"

    def _prompt(self, _: str, words: str) -> str:
        return self.run(words, '<w:rStyle w:val="Platshllartext"/>')

    def _control_properties(self, title: str, more: str = "") -> str:
        name = quoteattr(title)
        return f'<w:sdtPr><w:alias w:val={name}/><w:tag w:val={name}/><w:id w:val="{self._id()}"/>{more}</w:sdtPr>'

    def _ins(self, author: str, words: str) -> str:
        return f'<w:ins w:id="{self._id()}" w:author={quoteattr(author)} w:date="{_DATE}">{self.run(words)}</w:ins>'

    def _del(self, author: str, words: str) -> str:
        removed = self.run(words, tag="delText")
        return f'<w:del w:id="{self._id()}" w:author={quoteattr(author)} w:date="{_DATE}">{removed}</w:del>'

    def _link(self, address: str, words: str) -> str:
        self.links.append(address)
        text = self.run(words, '<w:rStyle w:val="Hyperlnk"/>')
        return f'<w:hyperlink r:id="rIdLink{len(self.links)}" w:history="1">{text}</w:hyperlink>'

    def _smart(self, element: str, words: str) -> str:
        uri = "urn:schemas-microsoft-com:office:smarttags"
        return f'<w:smartTag w:uri="{uri}" w:element="{element}">{self.run(words)}</w:smartTag>'

    def _bm(self, name: str, words: str) -> str:
        number = self._id()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{self.run(words)}<w:bookmarkEnd w:id="{number}"/>'

    def _fn(self, _: str, words: str) -> str:
        self.footnotes.append(words)
        mark = f'<w:footnoteReference w:id="{len(self.footnotes)}"/>'
        return f'<w:r><w:rPr><w:rStyle w:val="Fotnotsreferens"/></w:rPr>{mark}</w:r>'

    def _field(self, name: str, words: str) -> str:
        return self._complex_field(f' MERGEFIELD "{name}" ', words)

    def _page(self, _: str, words: str) -> str:
        return self._complex_field(" PAGE ", words)

    def _pages(self, _: str, words: str) -> str:
        return self._complex_field(" NUMPAGES ", words)

    def _complex_field(self, instruction: str, result: str) -> str:
        def mark(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        code = f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        return mark("begin") + code + mark("separate") + self.run(result, "<w:noProof/>") + mark("end")

    def _block_control(self, title: str, blocks: list[Block], unfilled: bool = False) -> str:
        content = self.blocks(blocks)
        properties = self._control_properties(title, "<w:showingPlcHdr/>" if unfilled else "")
        return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def _table(self, rows: list[list[str]]) -> str:
        width = 9000 // len(rows[0])
        grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
        size = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        body = ""
        for row in rows:
            cells = "".join(f"<w:tc>{size}{self._cell(cell)}</w:tc>" for cell in row)
            body += f'<w:tr w:rsidR="{self._rsid()}">{cells}</w:tr>'
        style = '<w:tblStyle w:val="Tabellrutnt"/><w:tblW w:w="0" w:type="auto"/>'
        return f"<w:tbl><w:tblPr>{style}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"

    def _cell(self, cell: str) -> str:
        return "".join(self.paragraph(text) for text in cell.split("\n\n"))

    def _text_box(self, value: dict[str, Any]) -> str:
        """The box twice, as Word 2010 and later write it: a DrawingML shape and the VML of older versions."""
        content = f"<w:txbxContent>{self.blocks(value['blocks'])}</w:txbxContent>"
        number, shape = self._id(), _SHAPE.format(cx=2_700_000, cy=value.get("height", 1_300_000), content=content)
        choice = _ANCHOR.format(id=number, cx=2_700_000, cy=value.get("height", 1_300_000), shape=shape)
        style = "width:212pt;height:102pt"
        old = f'<v:shape id="_x{number}" style="{style}"><v:textbox>{content}</v:textbox></v:shape>'
        fallback = f"<w:pict>{old}</w:pict>"
        both = f'<mc:Choice Requires="wps">{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        run = f"<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"
        return self.paragraph(value.get("text", ""), extra=run)

    def _id(self) -> int:
        self._ids += 1
        return self._ids

    def _rsid(self) -> str:
        return f"00{self._random.randrange(16**6):06X}"


_SHAPE = (
    '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="EEF3F8"/></a:solidFill>'
    '<a:ln w="6350"><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></a:ln></wps:spPr>'
    "<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
)
_ANCHOR = (
    '<w:drawing><wp:anchor distT="45720" distB="45720" distL="114300" distR="114300" simplePos="0" '
    'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>80000</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="bothSides"/>'
    '<wp:docPr id="{id}" name="Textruta {id}"/><wp:cNvGraphicFramePr/>{shape}</wp:anchor></w:drawing>'
)
