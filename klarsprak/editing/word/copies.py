"""The second copy of a text box that Word writes for programs that don't know its own kind: ``mc:Fallback``."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from klarsprak.readers.docx.markup import MC, Element, W, child
from klarsprak.readers.own_copy import AUTHOR

_BOX, _CHANGES = W + "txbxContent", (W + "ins", W + "del")


class BoxCopies:
    """The copies of the text boxes that are changed; ``ids`` number what must not stand twice in a document."""

    def __init__(self, ids: Iterator[int]) -> None:
        self._ids = ids
        self._copies: dict[Element, Element | None] = {}

    def note(self, element: Element) -> None:
        """Find the copies of the text boxes around the element, before anything in them is changed."""
        for box in element.iterancestors(_BOX):
            if box not in self._copies:
                self._copies[box] = _copy_of(box)

    def renew(self) -> None:
        """Let the copies say what the boxes say now, inner ones first."""
        for box in sorted(self._copies, key=lambda box: -sum(1 for _ in box.iterancestors())):
            old, new = self._copies[box], deepcopy(box)
            if old is not None:
                for change in new.iter(*_CHANGES):
                    if change.get(W + "author") == AUTHOR:
                        change.set(W + "id", str(next(self._ids)))
                new.tail = old.tail
                old.getparent().replace(old, new)  # type: ignore[union-attr]  # it stands in its fallback


def _copy_of(box: Element) -> Element | None:
    """The same text box in the branch for other programs; None where there is none, or where it isn't the same."""
    choice = next(box.iterancestors(MC + "Choice", MC + "Fallback"), None)
    alternatives = None if choice is None or choice.tag == MC + "Fallback" else choice.getparent()
    fallback = None if alternatives is None else child(alternatives, MC + "Fallback")
    if choice is None or fallback is None:
        return None
    boxes, copies = list(choice.iter(_BOX)), list(fallback.iter(_BOX))
    if len(boxes) != len(copies):
        return None
    copy = copies[boxes.index(box)]
    return copy if _written(copy) == _written(box) else None


def _written(element: Element) -> bytes:
    """The element as it is written, wherever it stands."""
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)
