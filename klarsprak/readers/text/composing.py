"""From text in NFC back to the text as it was written."""

from __future__ import annotations

from unicodedata import combining, is_normalized, normalize


def origins(raw: str) -> list[tuple[int, int]]:
    """For each code point of the text in NFC, the stretch of ``raw`` that it was composed of.

    A letter that NFC writes with several code points has the whole stretch for each of them.
    """
    if is_normalized("NFC", raw):
        return [(index, index + 1) for index in range(len(raw))]
    found: list[tuple[int, int]] = []
    start = 0
    for end in range(1, len(raw) + 1):
        if end < len(raw) and combining(raw[end]):
            continue
        found += [(start, end)] * len(normalize("NFC", raw[start:end]))
        start = end
    return found
