"""Notes of an earlier run that somebody has worked with: they stay, and nobody is told the same there again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable


class KeptNotes:
    """Notes of ours that somebody has answered, resolved or written in, by what they say first and where."""

    def __init__(self) -> None:
        self._notes: Counter[tuple[str, Hashable]] = Counter()

    def add(self, says: str, place: Hashable) -> None:
        """Keep in mind a note that begins with the paragraph ``says``; ``place`` is its page or paragraph."""
        self._notes[says, place] += 1

    def take(self, says: str, place: Hashable) -> bool:
        """Whether such a note is there, for each that was added once."""
        if not self._notes[says, place]:
            return False
        self._notes[says, place] -= 1
        return True
