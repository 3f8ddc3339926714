"""XML that anybody may have made, read element by element: nothing is fetched, no entity is expanded."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from io import BytesIO

from lxml import etree

Element = etree._Element
HEAD = 8192
"""Bytes in which a file's first element stands."""

DTD = "har en dokumenttyp (DTD), som kan vara skadlig och därför inte läses"


class BrokenXmlError(Exception):
    """What is wrong with a file, in Swedish, to come after its name: *går inte att läsa från rad 12*."""


def elements(data: bytes, names: Collection[str]) -> Iterator[Element]:
    """Each element of those names in any namespace, once it is whole, and without those that ended before it.

    Those around it are there, with what stood before it in them.  Raises ``BrokenXmlError`` where the file is broken;
    what stands before that place has been given.
    """
    tags = [f"{{*}}{name}" for name in names]
    context = etree.iterparse(
        BytesIO(data), events=("end",), tag=tags,
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    if b"<!DOCTYPE" in data[:100_000]:
        raise BrokenXmlError(DTD)
    try:
        for _, element in context:
            yield element
            _let_go(element)
    except etree.XMLSyntaxError as error:
        line = f" från rad {error.lineno}" if error.lineno else ""
        raise BrokenXmlError(f"går inte att läsa{line}") from None


def _let_go(element: Element) -> None:
    """Free the memory of an element that has been read."""
    parent = element.getparent()
    if parent is not None:
        element.clear()


def local(element: Element) -> str:
    """The element's name without its namespace."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> Iterator[Element]:
    """The elements of those names right within, of any namespace."""
    for child in element:
        if local(child) in names:
            yield child


def text_of(element: Element, *names: str) -> str | None:
    """The text of the first element of those names right within, None where there is none."""
    for child in children(element, *names):
        text = " ".join((child.text or "").split())
        if text:
            return text
    return None


def attribute(element: Element, name: str) -> str:
    """An attribute's value, whatever its namespace; empty where it isn't there."""
    plain = element.get(name)
    if plain is not None:
        return plain
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(f"}}{name}")), "")
