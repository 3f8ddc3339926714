"""Which headers and footers the sections of a document show."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.readers.docx.markup import Element, R, W, child, is_on


def needs_settings(body: Element) -> bool:
    """Whether the settings must be asked if even pages have headers of their own.

    Few documents have such headers, and the settings are a part of their own.
    """
    for reference in body.iter(W + "headerReference", W + "footerReference"):
        if reference.get(W + "type") == "even":
            return True
    return False


def find_shown(body: Element, kind: str, even: bool) -> list[str]:
    """Relations of the headers (``kind`` "header") or footers that are shown, each once, in reading order.

    A section without a reference of its own shows what the one before it has; the first page's is shown only with
    ``w:titlePg``, the even pages' only where the settings say so (``even``).
    """
    current: dict[str, str] = {}
    found: dict[str, None] = {}
    for section in _find_sections(body):
        for reference in section.iterchildren(W + kind + "Reference"):
            pages = reference.get(W + "type", "default")
            current[pages] = reference.get(R + "id", "")
        for pages in _find_pages(section, even):
            if pages in current:
                found[current[pages]] = None
    return list(found)


def _find_pages(section: Element, even: bool) -> Iterator[str]:
    """The kinds of pages that have a header of their own in a section, in reading order."""
    if is_on(child(section, W + "titlePg")):
        yield "first"
    yield "default"
    if even:
        yield "even"


def _find_sections(body: Element) -> Iterator[Element]:
    """The properties of each section, in document order.

    Those aside that a tracked change has replaced: they say what was before it.
    """
    for section in body.iter(W + "sectPr"):
        parent = section.getparent()
        is_former = parent is not None and parent.tag == W + "sectPrChange"
        if not is_former:
            yield section
