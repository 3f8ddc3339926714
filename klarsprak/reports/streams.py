"""What the stream can hold that a report is written to: a console or a file may have an encoding of its own."""

from __future__ import annotations

from typing import TextIO


def encoding_of(out: TextIO) -> str:
    """The stream's encoding; one that has none holds any character."""
    return out.encoding or "utf-8"


def is_utf8(out: TextIO) -> bool:
    """Whether the stream can hold any character, in the encoding that most formats ask for."""
    name = encoding_of(out).lower().replace("-", "")
    return name.startswith("utf8")


def storable(text: str, out: TextIO, instead: str = "replace") -> str:
    """The text with something in place of each character that the stream can't hold.

    ``instead`` is one of Python's names for how to deal with them: ``replace`` gives question marks,
    ``xmlcharrefreplace`` references such as *&#8211;*.
    """
    encoding = encoding_of(out)
    return text.encode(encoding, instead).decode(encoding)
