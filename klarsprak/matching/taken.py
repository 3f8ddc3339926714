"""Stretches of a text that are taken, each once."""

from __future__ import annotations

from bisect import bisect_left, insort


class Taken:
    """Stretches that don't overlap; whether one more would is told by the one before its end, of however many."""

    def __init__(self) -> None:
        self._stretches: list[tuple[int, int]] = []

    def overlaps(self, start: int, end: int) -> bool:
        """Whether the stretch shares a character with one that is taken: *vidta åtgärder* and *åtgärder* do."""
        before = bisect_left(self._stretches, (end,))
        return before > 0 and start < self._stretches[before - 1][1]

    def take(self, start: int, end: int) -> bool:
        """Whether the stretch was free; it is taken then."""
        if self.overlaps(start, end):
            return False
        insort(self._stretches, (start, end))
        return True
