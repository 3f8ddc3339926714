"""Whether a section is explained in the words of its act, of anyone, where the letter could speak to its reader."""

from __future__ import annotations

from klarsprak.kinds.legal.cited import Cited
from klarsprak.lazy_regex import LazyRegex

_PERSONS = LazyRegex(
    r"(?i)\b(?:du|dig|din|ditt|dina|ni|er|ert|era|eder|edert|vi|oss|vår|vårt|våra|jag|mig|min|mitt|mina)\b"
)
"""Who a letter speaks to, or of."""
_LEAST = 8
"""Words of the sentence, at least: a shorter one is easy to read past."""


def is_in_its_words(one: Cited) -> bool:
    """*Hyresgästen är skyldig att iaktta sundhet, ordning och gott skick (12 kap. 25 § JB).*

    Not where the letter speaks to the reader, nor where it tells of the section itself: *… säger att …*.
    """
    if one.is_heading or not one.reference.is_place:
        return False
    if not one.is_explained or one.around.is_told_of:
        return False
    text = one.sentence
    return _PERSONS.search(text) is None and sum(word[0].isalpha() for word in text.split()) >= _LEAST
