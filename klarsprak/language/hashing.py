"""Hashes by which the network finds what it knows of a word; many at once.

Both are Austin Appleby's, who gave them to the public: MurmurHash64A, which spaCy tells strings apart by, and
MurmurHash3 for x64 with 128 bits, as thinc computes it of a single number of 64 bits.  Numbers are unsigned, and what
is carried beyond their bits is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy
import numpy.typing as npt

Hashes = npt.NDArray[numpy.uint64]

_SEED = 1
"""spaCy's."""
_WORD = 8
"""Bytes that are mixed in at a time."""
_FACTOR = numpy.uint64(0xC6A4A7935BD1E995)
_SHIFT = numpy.uint64(47)

_FACTORS = numpy.array([0x87C37B91114253D5, 0x4CF5AD432745937F], numpy.uint64)
_LAST_FACTORS = numpy.array([0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53], numpy.uint64)
_LEFT, _RIGHT = numpy.uint64(31), numpy.uint64(33)
_LENGTH = numpy.uint64(8)
"""Bytes of a number of 64 bits."""
_LOW = numpy.uint64(0xFFFFFFFF)
_HALF = numpy.uint64(32)


def text_hashes(texts: Sequence[str]) -> Hashes:
    """MurmurHash64A of each text in UTF-8; spaCy, but not this, has other numbers for an empty text and its symbols.

    >>> [hex(number) for number in text_hashes(["brev", "överklagande"]).tolist()]
    ['0xca20fbc1af57c2c7', '0xa3f6ea7c8a34f780']
    """
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    lengths = numpy.fromiter(map(len, encoded), numpy.int64, len(encoded))
    words = numpy.frombuffer(b"".join(map(_filled, encoded)), "<u8").astype(numpy.uint64, copy=False)
    whole = lengths // _WORD
    ends = numpy.cumsum(whole + 1) - 1  # each text's last word, which may have nothing in it
    longest_first = numpy.argsort(-whole, kind="stable")
    found = numpy.empty(len(encoded), numpy.uint64)
    found[longest_first] = _mixed(words, lengths[longest_first], whole[longest_first], ends[longest_first])
    return found


def _filled(data: bytes) -> bytes:
    """The bytes with zeros after them, up to the end of a word: at least one, so that there is a last word."""
    return data.ljust((len(data) | _WORD - 1) + 1, b"\0")


def _mixed(
    words: Hashes, lengths: npt.NDArray[numpy.int64], whole: npt.NDArray[numpy.int64], ends: npt.NDArray[numpy.int64]
) -> Hashes:
    """The hashes of texts, those of most ``whole`` words first; the last of each one's ``words`` is at its end."""
    prepared = words * _FACTOR
    prepared ^= prepared >> _SHIFT
    prepared *= _FACTOR
    found = lengths.astype(numpy.uint64) * _FACTOR
    found ^= numpy.uint64(_SEED)
    starts = ends - whole
    have_more = numpy.searchsorted(-whole, -numpy.arange(whole.max(initial=0)))
    for at, count in enumerate(have_more.tolist()):
        found[:count] ^= prepared.take(starts[:count] + at)
        found[:count] *= _FACTOR
    with_rest = (found ^ words.take(ends)) * _FACTOR
    found = numpy.where(lengths % _WORD > 0, with_rest, found)
    found ^= found >> _SHIFT
    found *= _FACTOR
    found ^= found >> _SHIFT
    return found


def four_hashes(ids: Hashes, seeds: Hashes) -> Hashes:
    """Four hashes of 32 bits for each id, in one more dimension; ``seeds`` has one for each column of ``ids``.

    >>> four_hashes(numpy.array([[1]], numpy.uint64), numpy.array([7], numpy.uint64)).tolist()
    [[[3089165797, 1536154270, 2023308811, 4074317197]]]
    """
    first = ids * _FACTORS[0]
    first = (first << _LEFT) | (first >> _RIGHT)
    first *= _FACTORS[1]
    second = seeds ^ _LENGTH
    first ^= second
    first += second
    second = first + second
    first, second = _stirred(first), _stirred(second)
    first += second
    second += first
    return numpy.stack([first & _LOW, first >> _HALF, second & _LOW, second >> _HALF], axis=-1)


def _stirred(numbers: Hashes) -> Hashes:
    """The numbers, each of whose bits has changed all others."""
    for factor in _LAST_FACTORS:
        numbers ^= numbers >> _RIGHT
        numbers *= factor
    numbers ^= numbers >> _RIGHT
    return numbers
