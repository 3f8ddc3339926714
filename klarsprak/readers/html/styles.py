"""What a style says of whether its element shows: *display: none*, *font-size: 0*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

NORMAL_SIZE = 16.0
"""Pixels of text that nobody has given a size."""
SMALLEST_SIZE = 1.5
"""Pixels; newsletters hide the line that shows in the list of mails with *font-size: 1px*."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# Quotes and parentheses without end take all that follows: so no place is looked at twice.
_DECLARATION = re.compile(r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|\([^)]*+(?:\)|\Z)|[^;"'(])++""")
_IMPORTANT = re.compile(r"!\s*important$")
_LENGTH = re.compile(r"\+?(\d+(?:\.\d+)?|\.\d+)([a-z]*|%)")
_SIZE_IN_FONT = re.compile(r"(?<!\S)(?:0|[\d.]++(?:%|[a-z]+))(?![^\s/])")
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "rem": 16.0}
_OF_SIZE_AROUND = {"em": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5}
_KEPT = frozenset({"inherit", "unset", "smaller", "larger"})
_EXTENTS = ("height", "max-height", "width", "max-width")
_BOX = ("block", "inline-", "flex", "grid", "list-item")
_ASKED = frozenset({"display", "visibility", "opacity", "font", "font-size", "overflow", "mso-list", *_EXTENTS})


class Declaration(NamedTuple):
    """*display: none !important*, in small letters."""

    name: str
    value: str
    is_important: bool

    @property
    def hides(self) -> bool:
        """Whether it, alone or with others, may keep an element from being shown."""
        match self.name:
            case "visibility":
                return is_invisible(self.value)
            case "font-size":
                return size_of(self.value, NORMAL_SIZE) < SMALLEST_SIZE
            case "overflow":
                return _clips(self.value)
            case name if name in _EXTENTS:
                return _is_zero(self.value)
        return is_gone({self.name: self.value}, is_box=True)


def without_comments(style: str) -> str:
    """The style without */\\* what is written to its readers \\*/*."""
    return _COMMENT.sub(" ", style) if "/*" in style else style


def declarations(style: str) -> Iterator[Declaration]:
    """Those of a style without comments that may tell whether the element shows, in order."""
    for declaration in _DECLARATION.findall(style):
        name, _, value = declaration.partition(":")
        name = name.strip().lower()
        if name in _ASKED:
            yield _declaration(name, value.strip().lower())


def _declaration(name: str, value: str) -> Declaration:
    """A declaration in small letters; of a font, the size alone: *font: 0/0 Arial*."""
    important = _IMPORTANT.search(value)
    if important:
        value = value[: important.start()].rstrip()
    if name == "font":
        size = _SIZE_IN_FONT.search(value)
        return Declaration("font-size", size[0] if size else value, bool(important))
    return Declaration(name, value, bool(important))


def is_gone(said: Mapping[str, str], is_box: bool) -> bool:
    """Whether nothing of the element shows, whatever is said of those in it.

    ``is_box`` says that the element has a height and a width unless its style says otherwise: *div*, not *span*.
    """
    if said.get("display") == "none" or "ignore" in said.get("mso-list", ""):
        return True
    if _is_zero(said.get("opacity", "")):
        return True
    return _clips(said.get("overflow", "")) and _has_no_extent(said, is_box)


def is_invisible(visibility: str) -> bool:
    """Whether text doesn't show, though that of an element within may."""
    return visibility in ("hidden", "collapse")


def size_of(value: str, around: float) -> float:
    """A text's size in pixels, where ``around`` is that of the element around it.

    >>> size_of("13px", 0.0), size_of("150%", 10.0), size_of("2em", 0.0), size_of("small", 0.0)
    (13.0, 15.0, 0.0, 16.0)
    """
    length = _LENGTH.fullmatch(value)
    if length is None:
        return around if value in _KEPT else NORMAL_SIZE
    number, unit = float(length[1]), length[2]
    if unit in _OF_SIZE_AROUND:
        return number * _OF_SIZE_AROUND[unit] * around
    return number * _PIXELS[unit] if unit in _PIXELS else NORMAL_SIZE


def _has_no_extent(said: Mapping[str, str], is_box: bool) -> bool:
    """Whether the element is a box without height or width."""
    display = said.get("display")
    if display is not None:
        is_box = display.startswith(_BOX)
    return is_box and any(_is_zero(said.get(name, "")) for name in _EXTENTS)


def _clips(overflow: str) -> bool:
    """Whether what doesn't fit isn't shown."""
    return overflow.startswith(("hidden", "clip"))


def _is_zero(value: str) -> bool:
    """Whether it is a length or a share of nothing: *0*, *0.0*, *0px*."""
    length = _LENGTH.fullmatch(value)
    return length is not None and float(length[1]) == 0
