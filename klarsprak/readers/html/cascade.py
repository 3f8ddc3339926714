"""What attributes, style sheets and styles say together of whether an element shows."""

from __future__ import annotations

from typing import NamedTuple

from lxml import html

from klarsprak.readers.html.sheets import Said, StyleSheets, put
from klarsprak.readers.html.styles import (
    NORMAL_SIZE,
    SMALLEST_SIZE,
    declarations,
    is_gone,
    is_invisible,
    size_of,
    without_comments,
)

_SIZED = frozenset("button input select table textarea".split())
"""Elements that don't take the size of text from around them, everywhere or in mail programs."""
_DRAWINGS = frozenset({"svg", "math"})
_WEIGHTLESS = (False, False, -1, 0, 0, 0)
"""The weight of an attribute, which any style overrides."""
_MOST_KNOWN = 2000
"""Elements whose like is remembered: in a mail most are like one before them."""


class Surroundings(NamedTuple):
    """What an element takes from those that it stands in."""

    size: float = NORMAL_SIZE
    """Of the text, in pixels."""
    is_visible: bool = True
    is_drawing: bool = False
    """Whether it is part of a drawing or a formula."""
    names: frozenset[str] = frozenset()
    """Those around that the page's style sheets ask for: *.text*."""

    @property
    def shows_text(self) -> bool:
        """Whether text shows, though that of an element within may do so if it doesn't."""
        return self.is_visible and self.size >= SMALLEST_SIZE


class Cascade:
    """How the elements of a page take what is said of them and of those around them."""

    def __init__(self, root: html.HtmlElement) -> None:
        self._sheets = StyleSheets(root)
        self._known: dict[tuple[object, ...], Surroundings | None] = {}

    def within(self, element: html.HtmlElement, tag: str, around: Surroundings, is_box: bool) -> Surroundings | None:
        """What those in the element take from it; None if nothing of it shows.

        ``is_box`` says that it has a height and a width unless its style says otherwise.
        """
        get = element.get
        like = (
            tag,
            get("style"),
            get("class"),
            get("hidden"),
            tag == "font" and get("size"),
            self._id(element),
            around,
        )
        try:
            return self._known[like]
        except KeyError:
            pass
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        within = self._known[like] = self._within(element, tag, around, is_box)
        return within

    def _id(self, element: html.HtmlElement) -> str | None:
        """The element's id where style sheets ask for any."""
        return element.get("id") if self._sheets.has_ids else None

    def _within(self, element: html.HtmlElement, tag: str, around: Surroundings, is_box: bool) -> Surroundings | None:
        """The same for an element unlike those that are known."""
        names = _names(element, tag)
        values = {name: each.value for name, each in self._said_of(element, tag, names, around).items()}
        if is_gone(values, is_box):
            return None
        return around._replace(
            size=size_of(values.get("font-size", "inherit"), around.size),
            is_visible=_is_visible(values.get("visibility", "inherit"), around),
            is_drawing=around.is_drawing or tag in _DRAWINGS,
            names=around.names | (names & self._sheets.ancestors),
        )

    def _said_of(
        self, element: html.HtmlElement, tag: str, names: frozenset[str], around: Surroundings
    ) -> dict[str, Said]:
        """What attributes, style sheets and the element's own style say; the gravest of each."""
        said: dict[str, Said] = {}
        if element.get("hidden") is not None:
            said["display"] = Said(_WEIGHTLESS, "none")
        if tag in _SIZED or (tag == "font" and element.get("size")):
            said["font-size"] = Said(_WEIGHTLESS, "medium")
        put(said, self._sheets.said_of(names, around.names).items())
        own = declarations(without_comments(element.get("style", "")))
        put(said, ((name, Said((is_important, True, 0, 0, 0, 0), value)) for name, value, is_important in own))
        return said


def _is_visible(visibility: str, around: Surroundings) -> bool:
    """Whether text shows in an element of which this is said, if anything."""
    if visibility == "visible":
        return True
    return around.is_visible and not is_invisible(visibility)


def _names(element: html.HtmlElement, tag: str) -> frozenset[str]:
    """The names that style sheets may call the element by: *p*, *.text*, *#top*."""
    classes = element.get("class", "").split()
    return frozenset((tag, f"#{element.get('id', '')}", *(f".{name}" for name in classes)))
