"""What an RTF's styles say: heading, line of contents, list item, prompt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from klarsprak.letter import Role
from klarsprak.readers.docx.styles import CONTENTS_NAME, HEADING_NAME
from klarsprak.readers.rtf.properties import RtfParagraph

_BODY_LEVEL = 9
_NO_STYLE = -1
_PROMPT_NAMES = ("placeholder text", "platshållartext")
"""The style of the prompts of content controls, of which an RTF has nothing else: *Klicka här för att ange text*."""
_LONGEST_LINEAGE = 20
"""So many styles may build on each other."""
_SETTLED = (Role.HEADING, Role.CONTENTS)
"""Roles of styles that numbering and outline don't change: numbered headings are headings."""


@dataclass(slots=True)
class RtfStyle:
    """A style of the sheet while it is read."""

    is_of_signs: bool = False
    number: int = 0
    name: str = ""
    """*heading 1* or *heading 1,Rubrik*, with the semicolon that ends it."""
    builds_on: int = _NO_STYLE
    outline: int | None = None

    @property
    def names(self) -> list[str]:
        """Its names, without the spaces around them."""
        return [name.strip() for name in self.name.partition(";")[0].split(",")]


class RtfStyles:
    """The styles of a file."""

    def __init__(self) -> None:
        self.open = RtfStyle()
        """The style that is read now."""
        self._styles: dict[int, RtfStyle] = {}
        self._roles: dict[int, Role] = {}
        self._prompts: set[int] = set()

    def add(self) -> None:
        """The style that was open is over."""
        style, self.open = self.open, RtfStyle()
        if not style.is_of_signs:
            self._styles.setdefault(style.number, style)
        elif any(name.lower() in _PROMPT_NAMES for name in style.names):
            self._prompts.add(style.number)

    def is_prompt(self, style: int) -> bool:
        """Whether signs in the style are a prompt that nobody has filled in."""
        return style in self._prompts

    def role_of(self, paragraph: RtfParagraph, is_marked: bool) -> Role:
        """The role of a paragraph, which may have begun with the mark of a list item.

        What its style says goes first, as for docx.
        """
        role = self._role_of_style(paragraph.style)
        if role in _SETTLED:
            return role
        if paragraph.outline is not None and paragraph.outline < _BODY_LEVEL:
            return Role.HEADING
        return Role.LIST_ITEM if paragraph.is_listed or is_marked else Role.PARAGRAPH

    def _role_of_style(self, number: int) -> Role:
        """The role that a style says; found once for each."""
        role = self._roles.get(number)
        if role is None:
            role = self._roles[number] = self._find_role(number)
        return role

    def _find_role(self, number: int) -> Role:
        """The role that a style says by the names and the outline of those that it builds on."""
        lineage = list(self._lineage(number))
        names = [name for style in lineage for name in style.names]
        if any(map(CONTENTS_NAME.match, names)):
            return Role.CONTENTS
        outlines = [style.outline for style in lineage if style.outline is not None]
        is_outlined = bool(outlines) and outlines[0] < _BODY_LEVEL
        if is_outlined or any(map(HEADING_NAME.match, names)):
            return Role.HEADING
        return Role.PARAGRAPH

    def _lineage(self, number: int) -> Iterator[RtfStyle]:
        """The style and those that it builds on, the nearest first; a damaged file's may build on themselves."""
        seen: set[int] = set()
        while number in self._styles and number not in seen and len(seen) < _LONGEST_LINEAGE:
            seen.add(number)
            style = self._styles[number]
            yield style
            number = style.builds_on
