"""Runs cut at a point of their text, and where a mark may stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from klarsprak.readers.docx.markup import XML_SPACE, Element, M, W, child, first
from klarsprak.readers.docx.trace import Sign, shown_text

P, R, T, PROPERTIES = W + "p", W + "r", W + "t", W + "rPr"
_HOLDS_MARKS = {
    W + name
    for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo")
}
_INSERTED = (W + "ins", W + "moveTo")
_CLOSED = (W + "ruby", M + "oMath", M + "oMathPara")
"""What stands in these can't be cut or marked."""
_BINDING = "}dataBinding"


class Cutter:
    """Cuts runs; ``ids`` number what must not stand twice in a document.

    A block must be cut from its end to its start: what is left of a cut stays in its own elements, so that the
    signs before it still hold.
    """

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids

    def before(self, sign: Sign) -> Element:
        """The element that begins with the sign, such that a mark may stand before it."""
        run = run_of(sign.first)
        if run is None:
            return outside(sign.first)
        element = self._cut_text(sign.first, sign.start) if sign.start else sign.first
        return outside(self._cut_run(run, element))

    def after(self, sign: Sign) -> Element:
        """The element that ends with the sign, such that a mark may stand after it."""
        run = run_of(sign.last)
        if run is None:
            return outside(sign.last)
        if sign.end is not None and sign.end < len(shown_text(sign.last)):
            self._cut_run(run, self._cut_text(sign.last, sign.end))
        elif (following := sign.last.getnext()) is not None:
            self._cut_run(run, following)
        return outside(run)

    def _cut_text(self, element: Element, index: int) -> Element:
        """Take what follows ``index`` out of a ``w:t``, into a new one after it."""
        text = shown_text(element)
        rest = etree.Element(T)
        element.text, rest.text = text[:index], text[index:]
        for half in (element, rest):
            half.set(XML_SPACE, "preserve")
        element.addnext(rest)
        return rest

    def _cut_run(self, run: Element, element: Element) -> Element:
        """Take ``element`` and what follows it out of the run, into a new one; the run itself if all would go."""
        stays = run.index(element) - (first(run, PROPERTIES) is not None)
        if not stays:
            return run
        rest = etree.Element(R, {str(name): str(value) for name, value in run.attrib.items()})
        moved = list(run)[run.index(element) :]
        properties = self.copied(first(run, PROPERTIES))
        rest.extend(moved if properties is None else [properties, *moved])
        run.addnext(rest)
        return rest

    def copied(self, properties: Element | None) -> Element | None:
        """A copy of a run's properties, in which a tracked change has a number of its own."""
        copy = deepcopy(properties)
        for element in () if copy is None else copy.iter(f"{W}*"):
            if W + "id" in element.attrib:
                element.set(W + "id", str(next(self._ids)))
        return copy


def run_of(element: Element) -> Element | None:
    """The run that the element stands in, if it is one of its children."""
    parent = element.getparent()
    return parent if parent is not None and parent.tag == R else None


def outside(element: Element, inserted: bool = True) -> Element:
    """The element, or the nearest around it that a mark may stand beside.

    That isn't so in formulas and the like, nor in content controls that Word fills again from data of its own; with
    ``inserted`` false, nor in text that someone else has inserted.
    """
    found = element
    for ancestor in element.iterancestors():
        if ancestor.tag == P:
            break
        if ancestor.tag in _CLOSED or is_bound(ancestor) or (not inserted and ancestor.tag in _INSERTED):
            found = ancestor
    while (parent := found.getparent()) is not None and parent.tag not in _HOLDS_MARKS:
        found = parent
    return found


def after_field(element: Element) -> Element:
    """The run that ends the outermost field around the element; the element itself outside fields.

    Within a field a comment's reference would go when the field is filled again.  A field that goes on in another
    paragraph counts as none.
    """
    found, depth = element, 0
    for character in _field_characters_after(element):
        kind = character.get(W + "fldCharType")
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            run = run_of(character)
            found, depth = found if run is None else run, 0
    return found


def _field_characters_after(element: Element) -> Iterator[Element]:
    inside = set(element.iter(W + "fldChar"))
    passed = False
    for item in next(element.iterancestors(P)).iter():
        passed = passed or item is element
        if passed and item.tag == W + "fldChar" and item not in inside:
            yield item


def is_bound(element: Element) -> bool:
    """Whether the element is a content control that Word fills from data of its own."""
    properties = child(element, W + "sdtPr") if element.tag == W + "sdt" else None
    return properties is not None and any(str(item.tag).endswith(_BINDING) for item in properties)
