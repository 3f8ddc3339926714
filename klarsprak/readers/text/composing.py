"""From text in NFC back to the text as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from unicodedata import combining, is_normalized, normalize


def origins(raw: str) -> list[tuple[int, int]]:
    """For each code point of the text in NFC, the stretch of ``raw`` that it was composed of.

    A letter that NFC writes with several code points has the whole stretch for each of them.
    """
    if is_normalized("NFC", raw):
        return list(pairwise(range(len(raw) + 1)))
    stretches: list[tuple[int, int]] = []
    for start, end in pairwise(_bounds(raw)):
        composed = normalize("NFC", raw[start:end])
        stretches += [(start, end)] * len(composed)
    return stretches


def _bounds(raw: str) -> Iterator[int]:
    """Where each letter begins with the accents that belong to it, and where the text ends."""
    yield 0
    for index in range(1, len(raw)):
        if not combining(raw[index]):
            yield index
    yield len(raw)
