"""Words that no list has, made of known ones as Swedish makes them: *tining* of *tina*, *frostad* of *frost*."""

from __future__ import annotations

import re

from klarsprak.language.spelling.lexicon import shipped_words
from klarsprak.language.verbs.words import slots

_DEED = re.compile(r"(?P<stem>\w{3,}?)n?ing(?:en|ar|arna)?s?")
_HAVING = re.compile(r"(?P<stem>\w{4,})a(?:d|t|de)")
_COMMON = 3
"""How common a word is that others are made of."""


def is_derived(form: str) -> bool:
    """Whether the lower-case word is a known verb's noun, or says that a thing has what a known noun names.

    >>> is_derived("tining"), is_derived("frostad"), is_derived("betallning")
    (True, True, False)
    """
    deed, having = _DEED.fullmatch(form), _HAVING.fullmatch(form)
    if deed:
        return "inf" in slots(f"{deed['stem']}a")
    return having is not None and (shipped_words().band(having["stem"]) or 0) >= _COMMON
