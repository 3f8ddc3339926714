"""From an act's title to the name that running text uses."""

from __future__ import annotations

import re

_DEFINITE = {"lag": "en", "balk": "en", "förordning": "en", "kungörelse": "n", "stadga": "n", "instruktion": "en"}
_HEAD = re.compile(r".*?(lag|balk|förordning|kungörelse|stadga|instruktion)$", re.IGNORECASE)
_NUMBER = re.compile(r"\s*\((?:SFS )?\d{4}:\d+\)")
_MORE = re.compile(r",? m\.\s?m\.$")


def definite(title: str) -> str:
    """The name of an act with this title: *Lag (1997:736) om färdtjänst* → *lagen om färdtjänst*."""
    title = _MORE.sub("", _NUMBER.sub("", title)).strip()
    words = (title[:1].lower() + title[1:]).split()
    end = next((i for i, word in enumerate(words) if _HEAD.match(word)), None)
    if end is not None:
        kind = _HEAD.match(words[end])
        assert kind is not None
        words[end] += _DEFINITE[kind[1].lower()]
    return " ".join(words)


def last_section(numbers: list[int], share: float = 0.75) -> int:
    """The last number of a chapter's sections, in order; 0 where too many are missing to prove anything."""
    distinct = sorted(set(numbers))
    if not distinct or distinct[0] > 2 or len(distinct) < share * distinct[-1]:
        return 0
    return distinct[-1]
