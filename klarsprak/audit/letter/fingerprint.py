"""Letters from one template know each other by a fingerprint: a number from which no word can be had back.

MinHash (Broder 1997) over runs of words, names and numbers masked: two letters share about as many of the
fingerprint's values as they share of their text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from zlib import crc32

import numpy as np

VALUES = 16
"""Values in a fingerprint, two bytes each."""
RUN = 4
"""Words in a run."""
LEAST_RUNS = 20
"""A letter with less text than this has no fingerprint."""


def fingerprint(texts: Iterable[str]) -> bytes | None:
    """The fingerprint of a letter's blocks, None for one that is too short."""
    runs = {run for text in texts for run in _runs(text)}
    if len(runs) < LEAST_RUNS:
        return None
    hashes = np.fromiter(runs, np.uint64, len(runs))
    # Overflow is meant: multiplication modulo 2⁶⁴, of which the upper bits are well mixed.
    mixed = (_FACTORS[:, None] * hashes[None, :] + _TERMS[:, None]) >> np.uint64(32)
    least: bytes = mixed.min(axis=1).astype("<u2").tobytes()
    return least


def _runs(text: str) -> Iterator[int]:
    words = list(_masked(text.split()))
    for start in range(max(1, len(words) - RUN + 1) if words else 0):
        yield crc32(" ".join(words[start : start + RUN]).encode())


def _masked(words: list[str]) -> Iterator[str]:
    """The words in lower case; those that a letter fills into its template are one and the same."""
    starts = True
    for word in words:
        if any(map(str.isdigit, word)):
            yield "0"
        elif word[0].isupper() and not starts:
            yield "A"
        else:
            yield word.lower()
        starts = word.endswith((".", "!", "?", ":"))


def _constants(name: str) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    digests = (blake2b(f"{name} {number}".encode(), digest_size=8).digest() for number in range(VALUES))
    return np.array([int.from_bytes(digest, "little") | 1 for digest in digests], np.uint64)


_FACTORS = _constants("factor")
_TERMS = _constants("term")
