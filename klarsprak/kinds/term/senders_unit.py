"""Whether a term only names the unit that sends the letter: *Kontakta mottagningsgruppen*, of that very group."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.language.words_at import WordsAt

_UNIT = re.compile(
    r"\w{3,}(?:gruppen|nämnden|teamet|jouren)|överförmyndaren",
    re.IGNORECASE,
)
"""How boards and groups are called by their own, in the definite form; *myndighetsenheten* says little to anybody."""
_TOP = 6
_BOTTOM = 8
"""Lines at the top and at the bottom of a letter in which its sender stands."""
_LONGEST_LINE = 60
"""Characters: what is longer is text."""


def is_senders_unit(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the words are what the sender calls itself above the text or in the signature.

    *Patientnämnden* of a letter from *Patientnämnden, Region Norrvik*: its reader sees who that is, and the writer
    would say *oss*, not explain the word.
    """
    name = words.text.lower()
    return _UNIT.fullmatch(name) is not None and name in analysis.once(_senders_names)


def _senders_names(analysis: Analysis) -> frozenset[str]:
    """The units, lower case, that begin a short line at the letter's top or bottom, or stand there after a comma."""
    lines = [line.strip().lower() for block in analysis.letter.blocks for line in block.text.splitlines()]
    lines = [line for line in lines if line]
    around = [*lines[:_TOP], *lines[-_BOTTOM:]]
    short = (line for line in around if len(line) <= _LONGEST_LINE and not line.endswith((".", "!", "?", ":")))
    return frozenset(unit for line in short for unit in _units_of(line))


def _units_of(line: str) -> set[str]:
    """The units that a line names as its sender.

    >>> sorted(_units_of("mottagningsgruppen barn och unga") | _units_of("socialsekreterare, mottagningsgruppen"))
    ['mottagningsgruppen']
    """
    parts = re.split(r"\s*[,|]\s*", line)
    return {part.split()[0] for part in parts if part and _UNIT.fullmatch(part.split()[0])}
