"""HTML → letter: what a browser would show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from klarsprak.letter import Anchor, Block, Cell, Letter, Place, ReadError, Role
from klarsprak.readers.html.tables import Tables
from klarsprak.readers.text.charset import damage, decode, decode_as
from klarsprak.readers.text.columns import split_lines
from klarsprak.readers.text.headings import mark_headings
from klarsprak.readers.text.lines import lay_out
from klarsprak.readers.text.quoted import mark_quoted
from klarsprak.readers.text.text import check_size

_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)",
    re.IGNORECASE,
)
_HIDDEN_CLASS = re.compile(r"\.([\w-]+)\s*\{[^{}]*display\s*:\s*none", re.IGNORECASE)
_MEDIA = re.compile(r"@media[^{@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)

_SKIPPED = frozenset(
    "head script style title template noscript noframes object iframe svg math audio video canvas textarea select "
    "datalist del map".split()
)
_BLOCKS = frozenset(
    "address article aside body blockquote caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody td tfoot "
    "th thead tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_REST_QUOTED = frozenset({"divrplyfwdmsg", "appendonsend"})
_QUOTED = frozenset(
    {"yahoo_quoted", "moz-cite-prefix", "gmail_attr", "mail-editor-reference-message-container", "protonmail_quote"}
)


def read(data: bytes, source: str) -> Letter:
    """The visible text of an HTML file; raises ``ReadError`` where there is none."""
    check_size(data)
    declared = _META.search(data[:4096])
    text = decode_as(data, declared.group(1).decode("ascii"))[0] if declared else decode(data)
    blocks = blocks_of_html(text)
    if not blocks:
        raise ReadError("Filen har ingen text som syns.")
    return Letter(source, "html", blocks, damage(text))


def blocks_of_html(text: str) -> list[Block]:
    """The blocks of an HTML page or mail; quoted mail has the role for it.  Places give the line, no column."""
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):  # no element at all
        return []
    builder = _Builder(_hidden_classes(root), Tables(root))
    _walk(root, builder)
    builder.close()
    mark_headings([part for part in builder.parts if part.role is not Role.QUOTED])
    for part in builder.parts:
        part.block.role = part.role
    blocks = [part.block for part in builder.parts]
    mark_quoted(blocks)
    return blocks


def _hidden_classes(root: html.HtmlElement) -> frozenset[str]:
    sheets = " ".join(style.text or "" for style in root.iter("style"))
    return frozenset(_HIDDEN_CLASS.findall(_MEDIA.sub("", sheets)))


def _walk(root: html.HtmlElement, builder: _Builder) -> None:
    """Visits all elements without recursion, since mails may nest them a thousand deep."""
    stack: list[tuple[html.HtmlElement, Iterator[html.HtmlElement]]] = []
    if builder.open(root):
        stack.append((root, iter(root)))
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            builder.shut(element)
            if stack:
                builder.add(element.tail)
        elif builder.open(child):
            stack.append((child, iter(child)))
        else:
            builder.add(child.tail)


@dataclass(slots=True)
class _Part:
    """A block with what the search for headings has to know."""

    block: Block
    role: Role
    after_gap: bool

    @property
    def text(self) -> str:
        return self.block.text


@dataclass(slots=True)
class _Builder:
    hidden: frozenset[str]
    tables: Tables
    parts: list[_Part] = field(default_factory=list)
    _text: str = ""
    _line: int | None = None
    _plain: bool = False
    """Whether some of the text isn't bold."""
    _gap: bool = True
    _rest_quoted: bool = False
    _quoted: int = 0
    _pre: int = 0
    _bold: int = 0
    _roles: list[Role] = field(default_factory=list)
    _cell: Cell | None = None

    def open(self, element: html.HtmlElement) -> bool:
        """Begins an element; says whether its content shows."""
        tag, style = _tag(element), element.get("style", "")
        if tag in _SKIPPED or self._is_hidden(element, style):
            return False
        names = _names(element)
        if names & _REST_QUOTED:
            self.close()
            self._rest_quoted = True
        if tag in _BLOCKS:
            self.close()
            self._cell = self.tables.cells.get(element, self._cell)
            if role := _role(tag, element, element in self.tables.cells):
                self._roles.append(role)
        elif tag == "br":
            self._text += "\n"
        self._count(element, tag, style, names, 1)
        self._line = self._line or element.sourceline
        self.add(element.text)
        return True

    def shut(self, element: html.HtmlElement) -> None:
        tag, style = _tag(element), element.get("style", "")
        if tag in _BLOCKS:
            if not self._text.strip() and (cell := self.tables.empty.get(element)):
                self._put(Block("", Role.TABLE_CELL, cell=cell), Role.TABLE_CELL)
            self.close()
            if element in self.tables.cells:
                self._cell = None
            if _role(tag, element, element in self.tables.cells):
                self._roles.pop()
        self._count(element, tag, style, _names(element), -1)

    def _count(self, element: html.HtmlElement, tag: str, style: str, names: set[str], step: int) -> None:
        self._quoted += step * (bool(names & _QUOTED) or (tag == "blockquote" and _is_quotation(style)))
        self._pre += step * (tag == "pre" or bool(_PRE.search(style)))
        self._bold += step * (tag in ("b", "strong", "th") or bool(_BOLD.search(style)))

    def _is_hidden(self, element: html.HtmlElement, style: str) -> bool:
        return (
            bool(_HIDDEN.search(style))
            or element.get("hidden") is not None
            or not self.hidden.isdisjoint(element.get("class", "").split())
        )

    def add(self, text: str | None) -> None:
        """Adds text of the element that is open."""
        if not text:
            return
        if not self._pre:
            text = _SPACE.sub(" ", text)
            if self._text[-1:] in ("", " ", "\n"):
                text = text.lstrip(" ")
        if not self._bold and text.strip():
            self._plain = True
        self._text += text

    def close(self) -> None:
        """Ends the block that is open, if any."""
        text, role = self._text, self._roles[-1] if self._roles else Role.PARAGRAPH
        quoted = self._quoted > 0 or self._rest_quoted
        if text.strip():
            blocks = lay_out(split_lines(text), None if role is Role.PARAGRAPH else role)
            for number, block in enumerate(blocks):
                block.place = Place((Anchor(0, line=self._line),)) if self._line else Place()
                block.cell = self._cell
                self._gap = (self._gap and number == 0) or not self._plain
                self._put(block, Role.QUOTED if quoted else block.role)
        elif text:
            self._gap = True
        self._text, self._line, self._plain = "", None, False

    def _put(self, block: Block, role: Role) -> None:
        self.parts.append(_Part(block, role, self._gap))
        self._gap = False


def _tag(element: html.HtmlElement) -> str:
    return element.tag.lower() if isinstance(element.tag, str) else "script"


def _names(element: html.HtmlElement) -> set[str]:
    """Classes and id, without the prefix that Outlook gives those of a mail that it quotes."""
    names = [*element.get("class", "").lower().split(), element.get("id", "").lower()]
    return {name.removeprefix("x_") for name in names}


def _role(tag: str, element: html.HtmlElement, is_cell: bool) -> Role | None:
    if tag in _HEADINGS:
        return Role.HEADING
    if is_cell:
        return Role.TABLE_CELL
    if tag == "li" or (tag == "p" and "mso-list" in element.get("style", "")):
        return Role.LIST_ITEM
    return None


def _is_quotation(style: str) -> bool:
    """Mail programs indent with a ``blockquote`` too, but one without a border."""
    return not re.search(
        r"border(?:-left)?\s*:\s*(?:none|0)|border-width\s*:\s*0", style.replace("initial", "0"), re.I
    )
