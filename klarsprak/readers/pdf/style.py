"""What is usual in a letter's print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from klarsprak.readers.pdf.page import PrintedLine

T = TypeVar("T")

NARROWEST, WIDEST = 0.8, 2.2
"""Pitches of a paragraph's lines lie between these, in ems; beyond are raised signs, and white."""
MOST_PITCH = 2.1
"""No wider pitch is taken for usual: in a letter of single lines white is the most common."""


@dataclass(frozen=True, slots=True)
class UsualStyle:
    """What is usual in the letter: type size in points, line pitch in ems, and whether the text is bold."""

    size: float
    pitch: float
    bold: bool

    @property
    def widest_pitch(self) -> float:
        """The pitch in ems beyond which there is white between two lines."""
        return 1.22 * self.pitch + 0.05


def measure_style(columns: Sequence[Sequence[PrintedLine]]) -> UsualStyle:
    """The letter's usual style, weighed by characters; 11 points and a pitch of 1.2 ems where nothing tells.

    ``columns`` are lines below each other.
    """
    types: Counter[tuple[float, bool]] = Counter()
    pitches: Counter[float] = Counter()
    for lines in columns:
        for line in lines:
            types[line.size, line.bold] += len(line.text)
        for above, below in pairwise(lines):
            pitch = above.pitch_to(below)
            if above.size == below.size and NARROWEST < pitch < WIDEST:
                pitches[_round_pitch(pitch)] += min(len(above.text), len(below.text))
    size, bold = _most_common(types, default=(11.0, False))
    pitch = _most_common(pitches, default=1.2)
    return UsualStyle(size, min(pitch, MOST_PITCH), bold)


def _round_pitch(pitch: float) -> float:
    """To the twentieth of an em, since programs round each line to their own grid."""
    return round(pitch * 20) / 20


def _most_common(counted: Counter[T], default: T) -> T:
    """What was counted most often, and first among its equals."""
    return max(counted, key=counted.__getitem__, default=default)
