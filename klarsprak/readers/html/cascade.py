"""What attributes, style sheets and styles say together of whether an element shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from klarsprak.readers.html.sheets import Said, StyleSheets, put
from klarsprak.readers.html.styles import Declaration, declarations, say, without_comments

SKIPPED = frozenset("head script style title template noscript noframes audio video canvas datalist del".split())
_SIZED = frozenset("button input select table textarea".split())
"""Elements that don't take the size of text from around them, everywhere or in mail programs."""
_DRAWINGS = frozenset({"svg", "math"})
_NOT_DRAWN = frozenset("desc defs clippath metadata symbol annotation annotation-xml".split())
"""What doesn't show of a drawing or a formula."""

Attributes = Callable[[str], str | None]
"""Gives an attribute's value by its name."""


class Surroundings(NamedTuple):
    """What an element takes from those that it stands in."""

    has_size: bool = True
    is_visible: bool = True
    is_drawing: bool = False
    """Whether it is part of a drawing or a formula."""
    names: frozenset[str] = frozenset()
    """Those around that the page's style sheets ask for: *.text*."""

    @property
    def shows_text(self) -> bool:
        """Whether text shows, though that of an element within may do so if it doesn't."""
        return self.is_visible and self.has_size


class Cascade:
    """How the elements of a page take what is said of them and of those around them.

    Each style sheet comes with the media that it is for.
    """

    def __init__(self, sheets: Iterable[tuple[str, str]]) -> None:
        self._sheets = StyleSheets(sheets)

    def within(self, tag: str, get: Attributes, around: Surroundings) -> Surroundings | None:
        """What those in the element take from it; None if nothing of it shows."""
        if tag in SKIPPED or (around.is_drawing and tag in _NOT_DRAWN):
            return None
        names = _names(tag, get) if self._sheets.has_rules else frozenset()
        around = around._replace(is_drawing=True) if tag in _DRAWINGS else around
        said = {name: each.shows for name, each in self._said_of(tag, get, names, around).items()}
        if said.get("display") is False:
            return None
        asked = names & self._sheets.ancestors
        if not said and asked <= around.names:
            return around
        size, visibility = said.get("font-size"), said.get("visibility")
        return Surroundings(
            has_size=around.has_size if size is None else size,
            is_visible=around.is_visible if visibility is None else visibility,
            is_drawing=around.is_drawing,
            names=around.names | asked,
        )

    def _said_of(self, tag: str, get: Attributes, names: frozenset[str], around: Surroundings) -> dict[str, Said]:
        """What attributes, style sheets and the element's own style say; the gravest of each."""
        attributes: dict[str, Declaration] = {}
        if get("hidden") is not None:
            say(attributes, "display", "none")
        if tag in _SIZED or (tag == "font" and get("size")):
            say(attributes, "font-size", "medium")
        if around.is_drawing:
            for name in ("display", "visibility", "font-size"):
                say(attributes, name, (get(name) or "").strip().lower())
        said = {name: Said((0, -1), each.shows) for name, each in attributes.items()}
        put(said, self._sheets.said_of(names, around.names))
        style = get("style")
        if style:
            own = declarations(without_comments(style))
            put(said, {name: Said((each.is_important, 1), each.shows) for name, each in own.items()})
        return said


def _names(tag: str, get: Attributes) -> frozenset[str]:
    """The names that style sheets may call the element by: *p*, *.text*, *#top*."""
    classes = (get("class") or "").split()
    return frozenset((tag, f"#{get('id') or ''}", *(f".{name}" for name in classes)))
