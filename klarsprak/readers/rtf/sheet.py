"""What is done with the words of a stylesheet: *{\\s1\\outlinelevel0 heading 1;}*."""

from __future__ import annotations

from klarsprak.readers.rtf.reader import Destination, RtfReader, Step
from klarsprak.readers.rtf.styles import RtfStyle


def _beginning_style(is_of_signs: bool) -> Step:
    """The step of a word that gives a style its number."""

    def begin(reader: RtfReader, number: int | None) -> None:
        reader.styles.open = RtfStyle(is_of_signs, number or 0)

    return begin


def _set_base(reader: RtfReader, number: int | None) -> None:
    """*\\sbasedon0*: the style that it builds on; one that builds on none says 222."""
    reader.styles.open.builds_on = number or 0


def _set_outline(reader: RtfReader, number: int | None) -> None:
    reader.styles.open.outline = number or 0


def _take_name(reader: RtfReader, text: str) -> None:
    """The style's name, which ends it with a semicolon."""
    reader.styles.open.name += text
    if ";" in text:
        reader.styles.add()


STYLE_SHEET = Destination(
    _take_name,
    {
        "s": _beginning_style(False),
        "cs": _beginning_style(True),
        "ds": _beginning_style(True),
        "ts": _beginning_style(True),
        "tsrowd": _beginning_style(True),
        "sbasedon": _set_base,
        "outlinelevel": _set_outline,
    },
)
"""Where the names of styles go."""
