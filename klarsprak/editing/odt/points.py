"""Points between the signs of a paragraph, and elements put in there.

Elements go in from a paragraph's end to its start: one that is put in leaves what stands before it as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

from klarsprak.readers.odt.markup import LOEXT, SPAN, TEXT, XML_ID, Element, H, P
from klarsprak.readers.odt.paragraph import OdtSign, Piece, Slot

_OPEN = (P, H, SPAN, TEXT + "a", TEXT + "meta", LOEXT + "content-control")
"""What marks may stand in; a field may hold only its own words."""
_MOVABLE = (
    SPAN,
    *(TEXT + name for name in ("s", "tab", "line-break", "soft-page-break", "bookmark", "reference-mark")),
    *(TEXT + name for name in ("toc-mark", "user-index-mark", "alphabetical-index-mark")),
)
"""What may stand among words that are taken out: how they look, what shows them, and points that reach over none."""


def string_of(piece: Piece) -> str:
    """The string of the file that the piece stands in."""
    text = piece.element.text if piece.slot is Slot.TEXT else piece.element.tail
    return text or ""


def put_string(piece: Piece, text: str) -> None:
    """Let ``text`` stand in the place of that string."""
    if piece.slot is Slot.TEXT:
        piece.element.text = text
    else:
        piece.element.tail = text


def put_before(sign: OdtSign, new: Element) -> None:
    """Put an element in before the sign, and outside the field that the sign is in, if any."""
    field = _closed_around(sign.first)
    if field is not None:
        _put_beside(field, new, offset=0)
    elif sign.first.slot is Slot.ELEMENT:
        _put_beside(sign.first.element, new, offset=0)
    else:
        put_at(sign.first, sign.start, new)


def put_after(sign: OdtSign, new: Element) -> None:
    """Put an element in after the sign, and outside the field that the sign is in, if any."""
    field = _closed_around(sign.last)
    if field is not None:
        _put_beside(field, new, offset=1)
    elif sign.last.slot is Slot.ELEMENT:
        _put_beside(sign.last.element, new, offset=1)
    else:
        put_at(sign.last, sign.end, new)


def put_at(piece: Piece, index: int, new: Element) -> None:
    """Put an element into the piece's string."""
    text = string_of(piece)
    if piece.slot is Slot.TEXT:
        piece.element.insert(0, new)
    else:
        parent = parent_of(piece.element)
        parent.insert(parent.index(piece.element) + 1, new)
    put_string(piece, text[:index])
    new.tail = text[index:]


def _put_beside(element: Element, new: Element, offset: int) -> None:
    """Put an element in just before another one (``offset`` 0) or just after it (1)."""
    parent = parent_of(element)
    if offset:
        new.tail, element.tail = element.tail, None
    parent.insert(parent.index(element) + offset, new)


def take_out(element: Element) -> None:
    """Take an element out; what follows it stays."""
    parent = parent_of(element)
    before = element.getprevious()
    rest, element.tail = element.tail or "", None
    if before is None:
        parent.text = (parent.text or "") + rest
    else:
        before.tail = (before.tail or "") + rest
    parent.remove(element)


def add_text(element: Element, text: str) -> None:
    """Let the element end with the text."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def spans_around(piece: Piece) -> list[Element]:
    """The spans that the piece stands in, from the outside in, up to its paragraph or a link."""
    return list(takewhile(_is_span, _around(piece)))[::-1]


def home_of(piece: Piece) -> Element:
    """The paragraph, or the link or content control in it, that the piece and its spans stand in."""
    spans = spans_around(piece)
    inner = piece.element if piece.slot is Slot.TEXT else parent_of(piece.element)
    return parent_of(spans[0]) if spans else inner


def holds_marks(first: Piece, last: Piece) -> bool:
    """Whether something begins, ends or is hidden between two pieces of a paragraph.

    A bookmark or a comment reaches over certain words, and a cross-reference shows them: without them it shows
    nothing, and when a change is rejected they come back beside their marks.
    """
    return any(element.tag not in _MOVABLE for element in _between(first, last))


def _between(first: Piece, last: Piece) -> Iterator[Element]:
    """The elements that begin after the first piece and before the last, in the order of the text.

    Only these are gone through: a paragraph may have as many changes as it has spans.
    """
    stop = _follows(last)
    element = _follows(first)
    while element is not None and element is not stop:
        if isinstance(element.tag, str):  # no comment
            yield element
        element = _next(element)


def _follows(piece: Piece) -> Element | None:
    """The first element that begins after the piece does; None at the end of the part."""
    return _next_beside(piece.element) if piece.slot is Slot.TAIL else _next(piece.element)


def _next(element: Element) -> Element | None:
    """The next element in the order of the text, perhaps within this one."""
    return element[0] if len(element) else _next_beside(element)


def _next_beside(element: Element) -> Element | None:
    """The first element after all of this one."""
    outer: Element | None = element
    while outer is not None and outer.getnext() is None:
        outer = outer.getparent()
    return None if outer is None else outer.getnext()


def lift_out_of_spans(mark: Element) -> None:
    """Let the mark stand between spans, not in one, which is cut in two for that.

    LibreOffice lets what comes back at the mark look as the span around it, too.
    """
    span = parent_of(mark)
    while _is_span(span):
        rest = empty_copy(span)
        rest.text, mark.tail = mark.tail, None
        rest.extend(list(mark.itersiblings()))
        rest.tail, span.tail = span.tail, None
        outer = parent_of(span)
        outer.insert(outer.index(span) + 1, mark)
        outer.insert(outer.index(span) + 2, rest)
        if not len(span) and not span.text:
            take_out(span)
        span = outer


def empty_copy(element: Element) -> Element:
    """An element that looks the same and holds nothing."""
    attributes = {str(name): str(value) for name, value in element.attrib.items() if name != XML_ID}
    return etree.Element(element.tag, attributes)


def _is_span(element: Element) -> bool:
    """Whether the element only says how words look."""
    return element.tag == SPAN


def _closed_around(piece: Piece) -> Element | None:
    """The outermost element around the piece that marks may not stand in; None where there is none."""
    closed = [element for element in _around(piece) if element.tag not in _OPEN]
    return closed[-1] if closed else None


def _around(piece: Piece) -> Iterator[Element]:
    """What the piece stands in, from the inside out, up to its paragraph."""
    element = piece.element if piece.slot is Slot.TEXT else parent_of(piece.element)
    while element.tag not in (P, H):
        yield element
        element = parent_of(element)


def parent_of(element: Element) -> Element:
    """What an element of a paragraph stands in."""
    parent = element.getparent()
    assert parent is not None  # only a part's root has none
    return parent
