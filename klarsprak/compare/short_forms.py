"""What short forms stand for, so that *FK* and *Försäkringskassan* are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from klarsprak.kinds import Rule
from klarsprak.kinds.abbreviation.rule import AbbreviationRule

_WORD = re.compile(r"[\w.&/-]+")
WrittenOut = Mapping[str, str]
"""Short forms as they are written, and all that they may stand for, lower case."""


def written_out(rules: Iterable[Rule]) -> WrittenOut:
    """The short forms that the rules know."""
    known: dict[str, str] = {}
    for rule in rules:
        if isinstance(rule, AbbreviationRule) and rule.long:
            for word in rule.words:
                known[word] = " ".join(rule.long).lower()
    return known


def stood_for(text: str, known: WrittenOut) -> str:
    """What the short forms of a text stand for, as one line; *SKR:s* is *SKR*, and so is *SKR.*"""
    words = set(_WORD.findall(text))
    words |= {word.rstrip(".") for word in words}
    return " ".join(known[word] for word in sorted(words & known.keys()))
