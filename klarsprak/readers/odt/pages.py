"""Which headers and footers a document shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.readers.odt.markup import STYLE, TABLE, TEXT, TRACKED_CHANGES, Element, H, P
from klarsprak.readers.odt.styles import OdtStyles

_FIRST = "Standard"
"""The page that a document begins with if it doesn't say otherwise."""
_KINDS = ("-first", "", "-left")
"""The pages of a section that may have a header of their own, in reading order."""
_DIGITS = re.compile(r"\d+")
_BEGINNING = {P: "paragraph", H: "paragraph", TABLE + "table": "table"}
"""What may begin a page, and the family of its style."""


def find_margins(kind: str, styles_root: Element, text: Element, styles: OdtStyles) -> list[list[Element]]:
    """The headers (``kind`` "header") or footers that are shown, in reading order, those that say the same together.

    Each kind of page has a copy of its own, also where all say the same but for the page's number.
    """
    pages = {page.get(STYLE + "name", ""): page for page in styles_root.iter(STYLE + "master-page")}
    found: dict[str, list[Element]] = {}
    for name in _find_used(pages, text, styles):
        for margin in _find_shown(kind, pages[name]):
            says = "".join(map(str, margin.itertext()))
            found.setdefault(_DIGITS.sub("", says), []).append(margin)
    return list(found.values())


def _find_shown(kind: str, page: Element) -> Iterator[Element]:
    """The headers or footers of a kind of page, in reading order."""
    for suffix in _KINDS:
        margin = page.find(f"{STYLE}{kind}{suffix}")
        if margin is not None and margin.get(STYLE + "display") != "false":
            yield margin


def _find_used(pages: dict[str, Element], text: Element, styles: OdtStyles) -> list[str]:
    """The names of the pages that the text is laid out on, each once, and those that follow them of themselves."""
    used: dict[str, None] = {}
    for name in _find_named(text, styles):
        while name in pages and name not in used:
            used[name] = None
            name = pages[name].get(STYLE + "next-style-name", "")
    return list(used or pages)


def _find_named(text: Element, styles: OdtStyles) -> Iterator[str]:
    """The page that the text begins with, and those that paragraphs and tables further on ask for."""
    beginnings = _find_beginnings(text)
    first = next(beginnings, None)
    yield (_page_of(first, styles) if first is not None else "") or _FIRST
    if styles.begin_pages:
        yield from (_page_of(element, styles) for element in beginnings)


def _find_beginnings(text: Element) -> Iterator[Element]:
    """The paragraphs and tables of the text, those aside that someone has deleted with tracking on."""
    for element in text.iterchildren():
        if element.tag != TRACKED_CHANGES:
            yield from element.iter(*_BEGINNING)


def _page_of(element: Element, styles: OdtStyles) -> str:
    """The page that a paragraph or table begins; empty where it doesn't."""
    family = _BEGINNING[str(element.tag)]
    name = element.get((TABLE if family == "table" else TEXT) + "style-name", "")
    return styles.master_page(family, name)
