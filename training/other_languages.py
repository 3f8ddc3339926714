"""Make ``klarsprak/language/others/trigrams.bin``: the commonest trigrams of Swedish and of other languages.

    python -m training.other_languages

Needs the extra ``training`` (wordfreq 3.1).
"""

from __future__ import annotations

import math
import zlib
from collections import Counter

from wordfreq import get_frequency_dict

from klarsprak.language.others.trigrams import BYTES_A_UNIT, FILE, LANGUAGES, trigrams

WORDS = 30_000
"""The commonest words of each language."""
KEPT = 1_500
"""Trigrams of each language."""
_EVENNESS = 0.75
"""The power of a word's frequency by which its trigrams count: less than 1, so that rarer words tell something."""


def main() -> None:
    """Count the trigrams of each language's commonest words and write the commonest, with their log probabilities."""
    parts = [_section(language) for language in LANGUAGES]
    FILE.write_bytes(zlib.compress("\n\n".join(parts).encode("utf-8"), 9))
    print(f"{len(parts)} languages, {FILE.stat().st_size / 1000:.0f} kB")


def _section(language: str) -> str:
    """The language's code, then its trigrams, the commonest first, each with minus its log probability."""
    counts = _counts(language)
    total = counts.total()
    lines = (f"{gram}{round(-math.log(count / total) * BYTES_A_UNIT)}" for gram, count in counts.most_common(KEPT))
    return "\n".join([language, *lines])


def _counts(language: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    frequencies = get_frequency_dict(language)
    words = sorted(filter(str.isalpha, frequencies), key=frequencies.__getitem__, reverse=True)
    for word in words[:WORDS]:
        for gram in trigrams(word):
            counts[gram] += frequencies[word] ** _EVENNESS  # type: ignore[assignment]
    return counts


if __name__ == "__main__":
    main()
