"""Parsing of a part's XML, and the names of what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from klarsprak.readers.safe_xml import parse_safely

Element = etree._Element
Children = Iterable[Element] | None
"""What a handler of an element wants to be gone into."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
"""Charts of the kinds that Office has had since 2016: waterfall, funnel, treemap."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
VAL = W + "val"

_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {  # ISO 29500 strict namespace → the one that Word has always written
    "wordprocessingml/main": W,
    "officeDocument/relationships": R,
    "officeDocument/math": M,
    "drawingml/diagram": DIAGRAM,
    "drawingml/chart": CHART,
    "drawingml/main": A,
}
_STRICT_NAMES = {loose: f"{{{_STRICT}{tail}}}" for tail, loose in _TRANSITIONAL.items()}
_OFF = {"0", "false", "off"}
_DOCUMENT_TYPE = (
    "Word-dokumentet har XML-kod som Word aldrig skriver och som kan vara skadlig. "
    "Öppna det bara om du vet varifrån det kommer."
)


def parse(data: bytes, part: str) -> Element:
    """The root of a part's XML, with the transitional names.

    Raises as ``parse_safely`` does.
    """
    root = parse_safely(data, part, _DOCUMENT_TYPE)
    if str(root.tag).startswith("{" + _STRICT):
        _loosen(root)
    return root


def _loosen(root: Element) -> None:
    """Give a strict part the transitional names, so that the rest needs to know one set only."""
    for element in root.iter("*"):
        element.tag = _loose(str(element.tag))
        _rename(element, _loose)


def _rename(element: Element, new_name: Callable[[str], str]) -> None:
    """Give an element's attributes their new names; those that keep theirs keep their order."""
    for name in map(str, element.keys()):
        renamed = new_name(name)
        if renamed != name:
            element.set(renamed, element.attrib.pop(name))


def _loose(name: str) -> str:
    """The transitional name for a strict one; any other name as it is, and a strict one that nobody asks for."""
    if not name.startswith("{" + _STRICT):
        return name
    namespace, _, local = name.removeprefix("{" + _STRICT).partition("}")
    known = _TRANSITIONAL.get(namespace)
    return name if known is None else known + local


def is_strict(root: Element) -> bool:
    """Whether the part came with the strict names."""
    return any(name.startswith(_STRICT) for name in root.nsmap.values())


def tighten(root: Element) -> None:
    """Give a part the strict names again."""
    for element in root.iter("*"):
        element.tag = _tight(str(element.tag))
        _rename(element, _tight)


def _tight(name: str) -> str:
    """The strict name for a transitional one; any other name as it is."""
    namespace, brace, local = name.rpartition("}")
    strict = _STRICT_NAMES.get(namespace + brace)
    if strict is None:
        return name
    return strict + local


def child(element: Element, tag: str) -> Element | None:
    """The first child with that tag."""
    return next(element.iterchildren(tag), None)


def first(element: Element, tag: str) -> Element | None:
    """The first child, if it has that tag; several times as fast as ``child`` for what always comes first."""
    if len(element) == 0:
        return None
    item = element[0]
    return item if item.tag == tag else None


def has(element: Element, *tags: str) -> bool:
    """Whether one of the tags stands anywhere in the element."""
    return next(element.iter(*tags), None) is not None


def is_on(toggle: Element | None) -> bool:
    """Whether an on/off element is there and not switched off.

    Without a value it is on: ``<w:vanish/>``.
    """
    if toggle is None:
        return False
    return toggle.get(VAL) not in _OFF


def values(element: Element, tag: str) -> Iterator[str]:
    """The ``w:val`` of each child with that tag, where it has one."""
    for item in element.iterchildren(tag):
        value = item.get(VAL)
        if value is not None:
            yield value
