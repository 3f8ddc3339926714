"""Which passages in another language stand in a Swedish letter on purpose: what the Swedish text says already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from klarsprak.analysis import Analysis

# *In English*, *Suomeksi*, *Information på finska*
_NAMES_LANGUAGE = re.compile(
    r"\b(?:in (?:english|finnish|other languages)|english (?:version|summary|below)|suomeksi|en français|auf deutsch"
    r"|po polsku|på (?:engelska|finska|andra språk|[a-zåäö]{3,}iska|[a-zåäö]{3,}nska)|översättning|translation)\b",
    re.IGNORECASE,
)
# What mail programs put below every mail, in English
_DISCLAIMER = re.compile(
    r"\b(?:confidential|intended recipient|think before you print|before printing)", re.IGNORECASE
)
# *2026-03-02*, *0980-319*, *hamn@ekvalla.example*, *ekvalla.example/lotter*
_FACT = re.compile(r"\d[\d.:/-]*\d|[\w.+-]{1,64}@[\w.-]+\w|(?:[\w-]{1,64}\.){1,9}[a-z]{2,7}(?:/\S*\w)?")
_BEFORE = 2
"""So many blocks above a passage may tell that it is a translation."""
_FEWEST_FACTS = 2
_SHARE = 0.5
"""From such a share of a passage's facts on that the Swedish text has too, it says the same."""


def untranslated(analysis: Analysis) -> Iterator[list[int]]:
    """The blocks in another language whose matter the Swedish text doesn't give, those in a row together.

    A form's heading in Finnish above Swedish fields; but not *In English* and what follows, nor a passage with the
    same days, sums and addresses as the Swedish ones.
    """
    texts = [block.text for block in analysis.letter.blocks]
    swedish = {fact for block in analysis.blocks for fact in _FACT.findall(block.text)}
    for run in _runs(analysis.unchecked.blocks):
        if not _is_meant([texts[i] for i in range(max(0, run[0] - _BEFORE), run[-1] + 1)], run, texts, swedish):
            yield run


def _runs(blocks: Mapping[int, str]) -> Iterator[list[int]]:
    """The numbers of the blocks, those that follow on each other together."""
    numbered = enumerate(sorted(blocks))
    for _, run in groupby(numbered, key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def _is_meant(around: Iterable[str], run: Sequence[int], texts: Sequence[str], swedish: set[str]) -> bool:
    """Whether the letter says what language the passage is in, or the passage says what the Swedish text says."""
    if any(_NAMES_LANGUAGE.search(text) or _DISCLAIMER.search(text) for text in around):
        return True
    facts = {fact for number in run for fact in _FACT.findall(texts[number])}
    return len(facts) >= _FEWEST_FACTS and len(facts & swedish) >= _SHARE * len(facts)
