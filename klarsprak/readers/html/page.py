"""HTML → letter: what a browser would show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from klarsprak.letter import Block, Letter, ReadError, Role
from klarsprak.readers.html.builder import BlockBuilder
from klarsprak.readers.html.cascade import Cascade
from klarsprak.readers.html.elements import ShownElement
from klarsprak.readers.html.tables import Tables
from klarsprak.readers.text.charset import damage, decode, decode_as
from klarsprak.readers.text.headings import mark_headings
from klarsprak.readers.text.quoted import mark_quoted
from klarsprak.readers.text.text import check_size

_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(data: bytes, source: str) -> Letter:
    """The visible text of an HTML file; raises ``ReadError`` where there is none."""
    check_size(data)
    text = _decode(data)
    notes = damage(text)
    blocks = blocks_of_html(text, notes)
    if not blocks:
        raise ReadError("Filen har ingen text som syns.")
    return Letter(source, "html", blocks, notes)


def _decode(data: bytes) -> str:
    """The page's text, in the character set that it declares if that one holds."""
    declared = _META.search(data[:4096])
    if declared is None:
        return decode(data)
    text, _ = decode_as(data, declared.group(1).decode("ascii"))
    return text


def blocks_of_html(text: str, notes: list[str]) -> list[Block]:
    """The blocks of an HTML page or mail; quoted mail has the role for it.  What isn't read is added to ``notes``.

    Places give the line, no column.
    """
    root = _parse(text)
    if root is None:
        return []
    builder = BlockBuilder(Cascade(_sheets(root)), Tables(root))
    _walk(root, builder)
    builder.close()
    notes += builder.problems
    mark_headings([part for part in builder.parts if part.role is not Role.QUOTED])
    blocks = [part.block for part in builder.parts]
    mark_quoted(blocks)
    return blocks


def _parse(text: str) -> html.HtmlElement | None:
    """The page's root, or None if the text has no element at all."""
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _sheets(root: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """The page's style sheets, each with the media that it is for; none that is for browsers without scripts."""
    for style in root.iter("style"):
        parent = style.getparent()
        waits = parent is not None and parent.tag in ("noscript", "template")
        if not waits and style.get("type", "text/css").strip().lower() in ("", "text/css"):
            yield style.text or "", style.get("media", "")


def _walk(root: html.HtmlElement, builder: BlockBuilder) -> None:
    """Visits all elements without recursion, since mails may nest them a thousand deep."""
    stack: list[tuple[ShownElement, Iterator[html.HtmlElement]]] = []
    if shown := builder.open(root):
        stack.append((shown, iter(root)))
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            builder.shut(element)
        elif shown := builder.open(child):
            stack.append((shown, iter(child)))
        else:
            builder.add(child.tail)
