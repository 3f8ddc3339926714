"""Which headers and footers the sections of a document show."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.readers.docx.markup import Element, R, W, child, is_on

_ORDER = ("first", "default", "even")


def needs_settings(body: Element) -> bool:
    """Whether the settings must be asked if even pages have headers of their own."""
    references = body.iter(W + "headerReference", W + "footerReference")
    return any(reference.get(W + "type") == "even" for reference in references)


def shown(body: Element, kind: str, even: bool) -> list[str]:
    """Relations of the headers (``kind`` "header") or footers that are shown, each once, in reading order.

    A section without a reference of its own shows what the one before it has; the first page's is shown only with
    ``w:titlePg``, the even pages' only where the settings say so (``even``).
    """
    current: dict[str, str] = {}
    found: dict[str, None] = {}
    for section in _sections(body):
        for reference in section.iterchildren(W + kind + "Reference"):
            current[reference.get(W + "type", "default")] = reference.get(R + "id", "")
        used = {"first": is_on(child(section, W + "titlePg")), "default": True, "even": even}
        found.update(dict.fromkeys(current[name] for name in _ORDER if used[name] and name in current))
    return list(found)


def _sections(body: Element) -> Iterator[Element]:
    for section in body.iter(W + "sectPr"):
        parent = section.getparent()
        if parent is None or parent.tag != W + "sectPrChange":  # that one says what was before a tracked change
            yield section
