"""Make ``klarsprak/language/everyday/words.bin``: dictionary forms of everyday Swedish, by wordfreq's frequencies.

    python -m training.everyday

Needs the extra ``training`` (wordfreq 3.1) and the model's ``endings.bin``, by which forms are brought to their
dictionary form; run it again when that has changed.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from math import log10

from wordfreq import get_frequency_dict

from klarsprak.language.everyday.words import WORDS, lemma_of, written

KNOWN = 2.3
"""Least frequency of a word that counts as everyday: Zipf's scale, the logarithm of its uses in a billion words."""
COMMON = 3.1
_RAREST = 1.5
"""Forms that are rarer still are left out of the sums: many are misspelt."""
_WORD = re.compile(r"[a-zåäöéèüàê]+(?:-[a-zåäöé]+)*")


def main() -> None:
    """Sum the frequencies of each word's forms and write the words that are common enough, the most common first."""
    sums: defaultdict[str, float] = defaultdict(float)
    for form, frequency in get_frequency_dict("sv", "large").items():
        uses = frequency * 1e9
        if log10(uses) >= _RAREST and _WORD.fullmatch(form):
            sums[lemma_of(form)] += uses
    known = sorted(word for word, uses in sums.items() if log10(uses) >= KNOWN)
    common = [word for word in known if log10(sums[word]) >= COMMON]
    others = [word for word in known if log10(sums[word]) < COMMON]
    WORDS.write_bytes(zlib.compress(written(common, others).encode("utf-8"), 9))
    print(f"{len(common)} common and {len(others)} other words, {WORDS.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
