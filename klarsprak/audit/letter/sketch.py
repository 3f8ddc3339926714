"""A sentence of a template is known again by a sketch: sixteen numbers, and no words.

MinHash (Broder 1997) over the sentence's words, as in ``fingerprint``; what a letter fills in is left out, and so is
the order.  Two sentences share about as many of the values as they share of their words.  A sketch can't be read, but
who has a sentence in mind can try whether it has that sketch.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

from klarsprak.audit.letter.fingerprint import NAME, NUMBER, VALUES, least_values, masked
from klarsprak.swedish import MONTHS, SHORT_MONTHS, WEEKDAYS

_WIDTH = 2
"""Bytes in a value before it is sealed."""
_EDGES = ".,;:!?()[]{}<>*_–—-/”“\"'’»«"
_FILLED_IN = frozenset((NUMBER, NAME, "", *MONTHS, *SHORT_MONTHS, *WEEKDAYS, *(f"{day}en" for day in WEEKDAYS)))
_FEW = 3
"""In so short a sentence the first word counts too."""
_NOTHING = crc32(NUMBER.encode())
"""Stands for a sentence in which all is filled in: *2019-05-13*."""


@lru_cache(maxsize=1000)  # several findings stand in one sentence, and letters of one template share theirs
def sketch(sentence: str) -> bytes:
    """The sketch of a sentence; one that differs in numbers, names and dates alone has the same.

    *Den 3 maj fick du 200 kronor.* and *Den 12 juni fick du 1 450 kronor.* have one sketch.
    """
    return least_values({crc32(word.encode()) for word in _own_words(sentence)} or {_NOTHING})


def _own_words(sentence: str) -> Iterator[str]:
    """The words that are the template's own."""
    words = [word.strip(_EDGES) for word in masked(sentence.split())]
    # The first word has a capital, be it a name or not: *Anna har sökt bidrag.*
    return (word for word in words[len(words) > _FEW :] if word not in _FILLED_IN)


def is_filled_in(word: str, starts: bool) -> bool:
    """Whether a word of a sentence is left out of its sketch: a number, a name or part of a date.

    ``starts`` tells that it begins the sentence, where a capital says nothing.
    """
    *_, known = masked([word] if starts else ["och", word])
    return known.strip(_EDGES) in _FILLED_IN


@lru_cache(maxsize=2**16)
def sealed(sketch: bytes, key: bytes) -> bytes:
    """The sketch as a ledger keeps it: a byte for each value, which is another one in each ledger.

    Sentences of one ledger can be compared; whoever has lists of common sentences can't look them up in all ledgers.
    """
    values = (sketch[at : at + _WIDTH] for at in range(0, _WIDTH * VALUES, _WIDTH))
    return b"".join(
        blake2b(value, digest_size=1, key=key, salt=bytes([at])).digest() for at, value in enumerate(values)
    )
