"""What the document's styles say of a paragraph or a run: heading, list item, hidden."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from klarsprak.letter import Role
from klarsprak.readers.docx.markup import VAL, Element, W, child, has, is_on, values

T = TypeVar("T")

_HEADING_NAME = re.compile(r"(heading|rubrik|underrubrik|huvudrubrik|överskrift)\b|(sub)?title$", re.IGNORECASE)
_STYLE, _NUMBERING, _OUTLINE = W + "pStyle", W + "numPr", W + "outlineLvl"
_BODY_LEVEL = 9  # of w:outlineLvl: no heading


class Styles:
    """The styles of a document; ``root`` is None where it has none."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        if root is not None:
            self._styles = {item.get(W + "styleId", ""): item for item in root.iterchildren(W + "style")}
        self.hides = root is not None and has(root, W + "vanish")
        """Whether any style hides text."""
        self._roles: dict[str, Role] = {}
        self._hiding: dict[str, bool] = {}

    def role(self, properties: Element | None) -> Role:
        """Heading, list item or paragraph, from a paragraph's ``w:pPr``."""
        if properties is None:
            return Role.PARAGRAPH
        style, outlined, numbered = "", None, None
        for item in properties:
            tag = item.tag
            if tag == _STYLE:
                style = item.get(VAL, "")
            elif tag == _NUMBERING:
                numbered = _numbered(properties)
            elif tag == _OUTLINE:
                outlined = _outlined(properties)
        role = self._roles.get(style)
        if role is None:
            role = self._roles[style] = self._role_of_style(style)
        if outlined or role is Role.HEADING:
            return Role.HEADING
        if numbered is None:
            return role
        return Role.LIST_ITEM if numbered else Role.PARAGRAPH

    def hidden(self, run: Element | None, paragraph: Element | None) -> bool:
        """Whether ``w:vanish`` hides a run, from its ``w:rPr`` and the paragraph's ``w:pPr``.

        On the run itself it decides; in styles it toggles (ISO 29500-1, 17.7.3).
        """
        direct = child(run, W + "vanish") if run is not None else None
        if direct is not None:
            return is_on(direct)
        if not self.hides:
            return False
        of_run = next(values(run, W + "rStyle"), "") if run is not None else ""
        of_paragraph = next(values(paragraph, W + "pStyle"), "") if paragraph is not None else ""
        return self._hides(of_run) is not self._hides(of_paragraph)

    def _hides(self, style: str) -> bool:
        known = self._hiding.get(style)
        if known is None:
            known = self._hiding[style] = bool(self._inherited(style, _vanishing))
        return known

    def _role_of_style(self, style: str) -> Role:
        outlined = self._inherited(style, _of_paragraph(_outlined))
        if outlined or any(_HEADING_NAME.match(name) for name in self._names(style)):
            return Role.HEADING
        return Role.LIST_ITEM if self._inherited(style, _of_paragraph(_numbered)) else Role.PARAGRAPH

    def _names(self, style: str) -> Iterator[str]:
        for item in self._lineage(style):
            yield from values(item, W + "name")

    def _inherited(self, style: str, ask: Callable[[Element], T | None]) -> T | None:
        """What the style itself says, or else the nearest style that it builds on."""
        return next((answer for item in self._lineage(style) if (answer := ask(item)) is not None), None)

    def _lineage(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            item = self._styles[style]
            yield item
            style = next(values(item, W + "basedOn"), "")


def _of_paragraph(ask: Callable[[Element], T | None]) -> Callable[[Element], T | None]:
    def answer(style: Element) -> T | None:
        properties = child(style, W + "pPr")
        return None if properties is None else ask(properties)

    return answer


def _outlined(properties: Element) -> bool | None:
    level = next(values(properties, _OUTLINE), None)
    return None if level is None else level != str(_BODY_LEVEL)


def _numbered(properties: Element) -> bool | None:
    numbering = child(properties, _NUMBERING)
    if numbering is None:
        return None
    identity = child(numbering, W + "numId")
    return identity is None or identity.get(VAL) != "0"


def _vanishing(style: Element) -> bool | None:
    properties = child(style, W + "rPr")
    toggle = child(properties, W + "vanish") if properties is not None else None
    return None if toggle is None else is_on(toggle)
