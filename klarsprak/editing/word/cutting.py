"""Runs cut at a point of their text, and where a mark may stand beside them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import dropwhile

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
        rest = self._rest(sign)
        if rest is not None:
            self._cut_run(run, rest)
        return outside(run)

    def _rest(self, sign: Sign) -> Element | None:
        """What follows the sign in its run: the rest of its text, cut off, or the next element.

        ``<w:t>ord och mer</w:t>`` becomes ``<w:t>ord</w:t><w:t> och mer</w:t>`` at the sign *d*, and the second of
        them is given.
        """
        if sign.end is not None and sign.end < len(shown_text(sign.last)):
            return self._cut_text(sign.last, sign.end)
        return sign.last.getnext()

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
        if properties is None:
            return None
        copy = deepcopy(properties)
        for element in copy.iter(f"{W}*"):
            if W + "id" in element.attrib:
                element.set(W + "id", str(next(self._ids)))
        return copy


def run_of(element: Element) -> Element | None:
    """The run that the element stands in, if it is one of its children: ``<w:r><w:t>ord</w:t></w:r>``.

    A text in a formula or in ruby stands in no such run.
    """
    parent = element.getparent()
    is_run = parent is not None and parent.tag == R
    return parent if is_run else None


def outside(element: Element, inserted: bool = True) -> Element:
    """The element, or the nearest around it that a mark may stand beside.

    That isn't so in formulas and the like, nor in content controls that Word fills again from data of its own; with
    ``inserted`` false, nor in text that someone else has inserted.
    """
    closed = _CLOSED if inserted else (*_CLOSED, *_INSERTED)
    spot = element
    for ancestor in _ancestors_in_paragraph(element):
        if ancestor.tag in closed or is_bound(ancestor):
            spot = ancestor
    return _where_marks_may_stand(spot)


def _ancestors_in_paragraph(element: Element) -> Iterator[Element]:
    """What stands around the element, up to its paragraph."""
    for ancestor in element.iterancestors():
        if ancestor.tag == P:
            return
        yield ancestor


def _where_marks_may_stand(element: Element) -> Element:
    """The element, or the nearest around it whose parent may hold marks.

    A paragraph may, a link and an insertion too; a run may not.
    """
    parent = element.getparent()
    while parent is not None and parent.tag not in _HOLDS_MARKS:
        element, parent = parent, parent.getparent()
    return element


def after_field(element: Element) -> Element:
    """The run that ends the outermost field around the element; the element itself outside fields.

    Within a field a comment's reference would go when the field is filled again.  A field that goes on in another
    paragraph counts as none.
    """
    last, depth = element, 0
    for character in _field_characters_after(element):
        kind = character.get(W + "fldCharType")
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            run = run_of(character)
            last, depth = last if run is None else run, 0
    return last


def _field_characters_after(element: Element) -> Iterator[Element]:
    """Where fields begin, divide and end after the element, in the same paragraph.

    Those within the element belong to fields of its own, that begin and end in it.
    """
    inside = set(element.iter(W + "fldChar"))
    paragraph = next(element.iterancestors(P))
    following = dropwhile(lambda item: item is not element, paragraph.iter())
    for item in following:
        if item.tag == W + "fldChar" and item not in inside:
            yield item


def is_bound(element: Element) -> bool:
    """Whether the element is a content control that Word fills from data of its own.

    Such is a control for the document's title: what is written into it goes when the document is opened again.
    """
    if element.tag != W + "sdt":
        return False
    properties = child(element, W + "sdtPr")
    return properties is not None and any(map(_is_binding, properties))


def _is_binding(item: Element) -> bool:
    """Whether the item says which data Word fills the control from, of Word's own kind or a later one's."""
    return str(item.tag).endswith(_BINDING)
