"""From an act's title to the name that running text uses."""

from __future__ import annotations

import re

_DEFINITE = {"lag": "en", "balk": "en", "förordning": "en", "kungörelse": "n", "stadga": "n", "instruktion": "en"}
_HEAD = re.compile(r".*?(lag|balk|förordning|kungörelse|stadga|instruktion)$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\((?:SFS )?\d{4}:\d+(?: s\.\s?\d+)?\)")
_MORE = re.compile(r",? m\.\s?m\.$")
_LATEST_START = 2
"""A chapter whose first section has a higher number was not read from its beginning."""


def as_name(title: str) -> str:
    """The name of an act with this title: *Lag (1997:736) om färdtjänst* → *lagen om färdtjänst*.

    The first word for a law is put in the definite form.
    """
    bare = _MORE.sub("", _NUMBER.sub("", title)).strip()
    words = (bare[:1].lower() + bare[1:]).split()
    for i, word in enumerate(words):
        head = _HEAD.match(word)
        if head is not None:
            words[i] += _DEFINITE[head[1].lower()]
            break
    return " ".join(words)


def last_section(numbers: list[int], share: float = 0.75) -> int:
    """The last number of a chapter's sections, in any order; 0 where too many are missing to prove anything.

    ``share`` of them must be there, and one of the first.
    """
    distinct = sorted(set(numbers))
    if not distinct or distinct[0] > _LATEST_START:
        return 0
    is_complete = len(distinct) >= share * distinct[-1]
    return distinct[-1] if is_complete else 0
