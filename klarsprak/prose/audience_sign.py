"""What tells to whom a letter is written, and how it is looked for."""

from __future__ import annotations

import re
from typing import NamedTuple

from klarsprak.matching.expressions import Expression
from klarsprak.matching.needed_strings import Wording


class Sign(NamedTuple):
    """What must be there, all of it, to tell an audience."""

    name: Expression | None = None
    """In the name of the organisation that gets the letter."""
    line: Expression | None = None
    """At the beginning of a line above the text."""
    reader: Expression | None = None
    """In one of the lines that name the reader and tell what she is."""
    said: tuple[Wording, ...] = ()
    """Each somewhere in the text, which is in lower case."""
    unless: Wording | None = None
    """Nowhere in the text."""
    to_person: bool = True
    """Whether a letter that is sent to a person by name may be meant."""
    below_sender: bool = False
    """Whether the first line isn't looked at where the letter's sender stands in it."""


def name_sign(pattern: str, said: str = "", unless: str = "") -> Sign:
    """A sign in the organisation's name, and one in the text where the name says too little."""
    return Sign(name=Expression(pattern), said=_all_of(said), unless=_maybe(unless))


def line_sign(pattern: str, *said: str, unless: str = "") -> Sign:
    """A sign in a line above the text, big and small letters alike."""
    return Sign(line=Expression(pattern, re.IGNORECASE), said=_all_of(*said), unless=_maybe(unless))


def office_sign(pattern: str) -> Sign:
    """A sign of an office that others write to and that writes to others itself, under its own name.

    *Lantmäteriet* on the first line is who sends the letter, unless that begins an address.
    """
    office = Expression(rf"(?:till )?(?:{pattern})\b[^.:]*$", re.IGNORECASE)
    return Sign(line=office, to_person=False, below_sender=True)


def reader_sign(pattern: str, *said: str, unless: str = "") -> Sign:
    """A sign in what stands beside the reader's name, big and small letters alike: *Eva Berg, tandläkare*."""
    return Sign(reader=Expression(rf"\b(?:{pattern})", re.IGNORECASE), said=_all_of(*said), unless=_maybe(unless))


def said_sign(*said: str, unless: str = "") -> Sign:
    """Signs in the text."""
    return Sign(said=_all_of(*said), unless=_maybe(unless))


def _all_of(*patterns: str) -> tuple[Wording, ...]:
    """Each as a whole word's beginning."""
    return tuple(Wording(rf"\b(?:{pattern})") for pattern in patterns if pattern)


def _maybe(pattern: str) -> Wording | None:
    return Wording(rf"\b(?:{pattern})") if pattern else None
