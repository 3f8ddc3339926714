"""Letters from one template know each other by a fingerprint: a number from which no word can be had back.

MinHash (Broder 1997) over runs of words, names and numbers masked: two letters share about as many of the
fingerprint's values as they share of their text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np

from klarsprak.swedish import SENTENCE_STOPS

VALUES = 16
"""Values in a fingerprint, two bytes each."""
RUN = 4
"""Words in a run."""
LEAST_RUNS = 20
"""A letter with less text than this has no fingerprint."""
_ENDS = (*SENTENCE_STOPS, ":")
NUMBER, NAME = "0", "A"
"""What stands for words that a letter fills into its template."""


def fingerprint(texts: Iterable[str]) -> bytes | None:
    """The fingerprint of a letter's blocks, None for one that is too short."""
    runs = frozenset().union(*map(_runs, texts))
    if len(runs) < LEAST_RUNS:
        return None
    return least_values(runs)


def least_values(numbers: Collection[int]) -> bytes:
    """MinHash of a set of numbers, at least one: ``VALUES`` values of two bytes."""
    hashes = np.fromiter(numbers, np.uint64, len(numbers))
    # Overflow is meant: multiplication modulo 2⁶⁴, of which the upper bits are well mixed.
    mixed = (_FACTORS[:, None] * hashes[None, :] + _TERMS[:, None]) >> np.uint64(32)
    least: bytes = mixed.min(axis=1).astype("<u2").tobytes()
    return least


@lru_cache(maxsize=2_000)  # letters from one template share most of their blocks
def _runs(text: str) -> frozenset[int]:
    """A number for each run of words in a block, or for the whole of one that is shorter than a run."""
    words = list(masked(text.split()))
    if not words:
        return frozenset()
    last = max(0, len(words) - RUN)
    return frozenset(crc32(" ".join(words[start : start + RUN]).encode()) for start in range(last + 1))


def masked(words: Sequence[str]) -> Iterator[str]:
    """The words in lower case; those that a letter fills into its template are one and the same.

    *Hej Anna! Den 3 maj kom …* gives *hej A den 0 maj kom …*.
    """
    starts = True
    for word in words:
        first, within, ends = _masks(word)
        yield first if starts else within
        starts = ends


@lru_cache(maxsize=20_000)  # the same words come in every letter
def _masks(word: str) -> tuple[str, str, bool]:
    """What stands for the word where a sentence starts, and elsewhere, and whether one starts after it.

    >>> _masks("Anna."), _masks("Den"), _masks("200")
    (('anna.', 'A', True), ('den', 'A', False), ('0', '0', False))
    """
    ends = word.endswith(_ENDS)
    if any(map(str.isdigit, word)):
        return NUMBER, NUMBER, ends
    lower = word.lower()
    return lower, NAME if word[0].isupper() else lower, ends


def _constants(name: str) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """Odd numbers that are the same in every run of the program, one for each value."""
    return np.array([_constant(f"{name} {number}") for number in range(VALUES)], np.uint64)


def _constant(name: str) -> int:
    """An odd number of 64 bits: to multiply by it loses nothing."""
    digest = blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") | 1


_FACTORS = _constants("factor")
_TERMS = _constants("term")
