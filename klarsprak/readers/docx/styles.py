"""What the document's styles say of a paragraph or a run: heading, line of contents, list item, hidden."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from klarsprak.letter import Role
from klarsprak.readers.docx.markup import VAL, Element, W, child, has, is_on, values

T = TypeVar("T")

HEADING_NAME = re.compile(r"(heading|rubrik|underrubrik|huvudrubrik|överskrift)\b|(sub)?title$", re.IGNORECASE)
"""Names of styles for headings: *heading 1*, *Rubrik 2*, *Underrubrik*, *Huvudrubrik*, *Överskrift 1*, *Title*."""
CONTENTS_NAME = re.compile(r"(?:toc|contents|innehåll|table of figures|figurförteckning)(?: \d)?$", re.IGNORECASE)
"""Names of styles for lines of tables of contents: *toc 1* in every Word, *Contents 1*; no *TOC Heading*."""
_STYLE, _NUMBERING, _OUTLINE = W + "pStyle", W + "numPr", W + "outlineLvl"
_BODY_LEVEL = "9"  # of w:outlineLvl: no heading
_SETTLED = (Role.HEADING, Role.CONTENTS)
"""Roles of styles that numbering and outline don't change: numbered headings are headings."""


class StyleSheet:
    """The styles of a document; ``root`` is None where it has none."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self.hides = False
        """Whether any style hides text."""
        if root is not None:
            self._styles = {item.get(W + "styleId", ""): item for item in root.iterchildren(W + "style")}
            self.hides = has(root, W + "vanish")
        self._roles: dict[str, Role] = {}
        self._hiding: dict[str, bool] = {}

    def find_role(self, properties: Element | None) -> Role:
        """Heading, line of contents, list item or paragraph, from a paragraph's ``w:pPr``.

        What the paragraph itself says of its outline or numbering goes before its style, but for those of headings
        and tables of contents.
        """
        if properties is None:
            return Role.PARAGRAPH
        own = {item.tag: item for item in properties}  # one walk is faster than a look-up for each
        role = self._role_of_style(own.get(_STYLE))
        if role in _SETTLED:
            return role
        if _OUTLINE in own and _is_outlined(properties):
            return Role.HEADING
        if _NUMBERING not in own:
            return role
        return Role.LIST_ITEM if _is_numbered(properties) else Role.PARAGRAPH

    def is_hidden(self, run: Element | None, paragraph: Element | None) -> bool:
        """Whether ``w:vanish`` hides a run, from its ``w:rPr`` and the paragraph's ``w:pPr``.

        On the run itself it decides; in styles it toggles (ISO 29500-1, 17.7.3).
        """
        direct = None if run is None else child(run, W + "vanish")
        if direct is not None:
            return is_on(direct)
        if not self.hides:
            return False
        of_run = self._hides(_value_of(run, W + "rStyle"))
        of_paragraph = self._hides(_value_of(paragraph, W + "pStyle"))
        return of_run is not of_paragraph

    def _hides(self, style: str) -> bool:
        """Whether a style hides text."""
        known = self._hiding.get(style)
        if known is None:
            known = bool(self._inherit(style, _vanishes))
            self._hiding[style] = known
        return known

    def _role_of_style(self, reference: Element | None) -> Role:
        """The role of a paragraph in the style that its ``w:pStyle`` names, if the paragraph itself says nothing.

        Found once for each style.
        """
        style = "" if reference is None else reference.get(VAL, "")
        role = self._roles.get(style)
        if role is None:
            role = self._find_role_of_style(style)
            self._roles[style] = role
        return role

    def _find_role_of_style(self, style: str) -> Role:
        """The role that the style says, by its outline, its numbering, what it builds on, and their names.

        Old templates name a style *Rubrik 2* without giving it a place in the outline.
        """
        if any(map(CONTENTS_NAME.match, self._names(style))):
            return Role.CONTENTS
        if self._inherit(style, _style_is_outlined):
            return Role.HEADING
        if any(map(HEADING_NAME.match, self._names(style))):
            return Role.HEADING
        is_numbered = self._inherit(style, _style_is_numbered)
        return Role.LIST_ITEM if is_numbered else Role.PARAGRAPH

    def _names(self, style: str) -> Iterator[str]:
        """The names of the style and of those that it builds on."""
        for item in self._lineage(style):
            yield from values(item, W + "name")

    def _inherit(self, style: str, ask: Callable[[Element], T | None]) -> T | None:
        """What the style itself says, or else the nearest style that it builds on; None where none says anything."""
        for item in self._lineage(style):
            answer = ask(item)
            if answer is not None:
                return answer
        return None

    def _lineage(self, style: str) -> Iterator[Element]:
        """The style and those that it builds on, the nearest first; a damaged file's may build on themselves."""
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            item = self._styles[style]
            yield item
            style = _value_of(item, W + "basedOn")


def _value_of(properties: Element | None, tag: str) -> str:
    """The first value of a child with that tag, or nothing."""
    if properties is None:
        return ""
    return next(values(properties, tag), "")


def _style_is_outlined(style: Element) -> bool | None:
    """What a style says of its place in the outline."""
    properties = child(style, W + "pPr")
    return None if properties is None else _is_outlined(properties)


def _style_is_numbered(style: Element) -> bool | None:
    """What a style says of its numbering."""
    properties = child(style, W + "pPr")
    return None if properties is None else _is_numbered(properties)


def _is_outlined(properties: Element) -> bool | None:
    """Whether a ``w:pPr`` gives a heading's place in the outline, or that of text; None where it gives none."""
    level = next(values(properties, _OUTLINE), None)
    if level is None:
        return None
    return level != _BODY_LEVEL


def _is_numbered(properties: Element) -> bool | None:
    """Whether a ``w:pPr`` puts the paragraph into a list, or takes it out; None where it does neither."""
    numbering = child(properties, _NUMBERING)
    if numbering is None:
        return None
    identity = child(numbering, W + "numId")
    return identity is None or identity.get(VAL) != "0"


def _vanishes(style: Element) -> bool | None:
    """Whether a style hides text; None where it doesn't say."""
    properties = child(style, W + "rPr")
    toggle = None if properties is None else child(properties, W + "vanish")
    return None if toggle is None else is_on(toggle)
