"""Whether a section is explained in the words of its act, of anyone, where the letter could speak to its reader."""

from __future__ import annotations

from klarsprak.kinds.legal.cited import Cited
from klarsprak.lazy_regex import LazyRegex

_PERSONS = LazyRegex(
    r"(?i)\b(?:du|dig|din|ditt|dina|ni|er|ert|era|eder|edert|vi|oss|vår|vårt|våra|jag|mig|min|mitt|mina)\b"
)
"""Who a letter speaks to, or of."""
_ANYONE = LazyRegex(r"(?i)\b(?:den (?:som|få)|en person|han eller hon|hon eller han|hen)\b")
"""Who the law is told of, in words that are plain where no word is long."""
_LONG = LazyRegex(r"[a-zåäöA-ZÅÄÖ]{12}")
_GOES_ON = LazyRegex(r"\W*(?:bestämmelsen|bestämmelserna|paragrafen|paragraferna|regeln|lagen)\b")
"""How a sentence begins that goes on about the section before it."""
_LEAST = 8
"""Words of the sentence, at least: a shorter one is easy to read past."""


def is_in_its_words(one: Cited) -> bool:
    """*Hyresgästen är skyldig att iaktta sundhet, ordning och gott skick (12 kap. 25 § JB).*

    Not where the letter speaks to the reader, nor where it tells of the section itself: *… säger att …*.
    """
    if one.is_heading or not one.reference.is_place:
        return False
    around = one.around
    if not around.is_explained or around.is_told_of or around.goes_on:
        return False
    _, sentence, after = around.masked
    return _GOES_ON.match(after) is None and _is_heavy(sentence)


def _is_heavy(sentence: str) -> bool:
    """Whether a masked sentence speaks to nobody, nor plainly: *den som behöver hjälp har rätt till det*."""
    if _PERSONS.search(sentence) is not None or sum(word[0].isalpha() for word in sentence.split()) < _LEAST:
        return False
    return _ANYONE.search(sentence) is None or _LONG.search(sentence) is not None
