"""What a style says of whether its element shows: *display: none*, *font-size: 0*."""

from __future__ import annotations

import re
from typing import NamedTuple

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# Quotes and parentheses without end take all that follows: so no place is looked at twice.
_DECLARATION = re.compile(r"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|\([^)]*+(?:\)|\Z)|[^;"'(])++""")
_IMPORTANT = re.compile(r"!\s*important$")
_LENGTH = re.compile(r"\+?(\d+(?:\.\d+)?|\.\d+)([a-z]*|%)")
_SIZE_IN_FONT = re.compile(r"(?<!\S)(?:0|[\d.]++(?:%|[a-z]+))(?![^\s/])")
_OF_SIZE_AROUND = frozenset({"em", "%", "ex", "ch"})
_KEPT = frozenset({"inherit", "unset", "smaller", "larger"})


class Declaration(NamedTuple):
    """What is said of one of *display*, *visibility* and *font-size*."""

    shows: bool | None
    """Whether the element shows by it; None if that is as it is around."""
    is_important: bool


def without_comments(style: str) -> str:
    """The style without */\\* what is written to its readers \\*/*."""
    return _COMMENT.sub(" ", style) if "/*" in style else style


def declarations(style: str) -> dict[str, Declaration]:
    """What a style without comments says of whether its element shows: the last of each name, or the last important.

    >>> declarations("color: red; font: 0/0 Arial")
    {'font-size': Declaration(shows=False, is_important=False)}
    """
    said: dict[str, Declaration] = {}
    for text in _DECLARATION.findall(style):
        name, _, value = text.partition(":")
        value = value.strip().lower()
        important = _IMPORTANT.search(value)
        if important:
            value = value[: important.start()].rstrip()
        say(said, name.strip().lower(), value, is_important=bool(important))
    return said


def say(said: dict[str, Declaration], name: str, value: str, *, is_important: bool = False) -> None:
    """Adds what a value says, unless it says nothing of whether something shows, or something graver was said."""
    if name == "mso-list" and "ignore" in value:  # a list's number, which Word writes as text, too
        name, value = "display", "none"
    elif name == "font":
        size = _SIZE_IN_FONT.search(value)
        name, value = "font-size", size[0] if size else value
    shows = _SHOWS.get(name)
    if shows and value and (is_important or name not in said or not said[name].is_important):
        said[name] = Declaration(shows(value), is_important)


def _by_display(value: str) -> bool:
    return value != "none"


def _by_visibility(value: str) -> bool | None:
    return {"visible": True, "hidden": False, "collapse": False}.get(value)


def _by_size(value: str) -> bool | None:
    """Any size shows but none at all; *150%* is that of the size around."""
    length = _LENGTH.fullmatch(value)
    if length is None:
        return None if value in _KEPT else True
    if float(length[1]) == 0:
        return False
    return None if length[2] in _OF_SIZE_AROUND else True


_SHOWS = {"display": _by_display, "visibility": _by_visibility, "font-size": _by_size}
