"""Words that no list has, made of known ones as Swedish makes them: *tining* of *tina*, *frostad* of *frost*."""

from __future__ import annotations

import re

from klarsprak.language.spelling.lexicon import shipped_words
from klarsprak.language.verbs.words import slots

_DEED = re.compile(r"(?P<stem>\w{3,}?)n?ing(?:en|ar|arna)?s?")
_HAVING = re.compile(r"(?P<stem>\w{4,})a(?:d|t|de)")
_DOING = re.compile(r"(?P<noun>\w{3,}a)(?:r|de|t|s)")
_COMMON = 3
"""How common a word is that others are made of."""
_KNOWN = 2
"""How common a noun is at least that says of itself what one does with the thing, or to get it."""


def is_derived(form: str) -> bool:
    """Whether the lower-case word is a known verb's noun, or tells by a known noun what a thing has or one does.

    >>> is_derived("tining"), is_derived("frostad"), is_derived("flisar"), is_derived("betallning")
    (True, True, True, False)
    """
    deed, having, doing = _DEED.fullmatch(form), _HAVING.fullmatch(form), _DOING.fullmatch(form)
    if deed:
        return "inf" in slots(f"{deed['stem']}a")
    if doing and (shipped_words().band(doing["noun"]) or 0) >= _KNOWN:
        return True
    return having is not None and (shipped_words().band(having["stem"]) or 0) >= _COMMON
