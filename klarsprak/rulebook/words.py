"""Which rules are about a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from klarsprak.kinds import Rule

_MARKED = re.compile(r"(?<!\[)\[([^\[\]]+)\](?!\])")
"""The words that an example marks as found: *Du [erhåller] bidrag.*"""


def rules_about(word: str, rules: Iterable[Rule]) -> list[Rule]:
    """The rules that look for the word in any form, alone or in a phrase, or that an example shows finding it.

    A rule that describes its words by a pattern lists none: there the examples tell.
    """
    wanted = " ".join(word.lower().split())
    return [rule for rule in rules if _is_about(rule, wanted)]


def _is_about(rule: Rule, wanted: str) -> bool:
    """Whether one of the phrases that the rule looks for is, or holds, the word."""
    return any(_holds(phrase, wanted) for phrase in _phrases(rule))


def _phrases(rule: Rule) -> Iterator[str]:
    """What the rule looks for, lower case: its words in all forms, and what its examples mark."""
    yield from rule.looked_for
    flagged = (example.flag for example in rule.examples if example.flag)
    marked = chain.from_iterable(map(_MARKED.findall, flagged))
    yield from map(str.lower, marked)


def _holds(phrase: str, wanted: str) -> bool:
    """Whether the phrase is the wanted words, or has them in it between blanks: *ta del av* in *fick ta del av*."""
    return f" {wanted} " in f" {' '.join(phrase.split())} "
