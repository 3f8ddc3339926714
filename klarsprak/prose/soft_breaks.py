"""Sentences that a line break cuts off: what stands on the other line may belong to them."""

from __future__ import annotations

import re

from klarsprak.language.abbreviations import ABBREVIATION
from klarsprak.language.sentence_openers import CLOSERS
from klarsprak.language.words_at import WordsAt
from klarsprak.swedish import SENTENCE_STOPS

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_CLOSERS, _STOPS = "".join(CLOSERS), tuple(SENTENCE_STOPS)
_NEAR = 100
"""So many signs before and after a line break tell whether the sentence goes on there."""


def is_cut_off(words: WordsAt) -> bool:
    """Whether the words' sentence may go on in the line before or after, so that nobody knows all of it.

    *Vi gör det i enlighet* | *med lagen*: a writer broke the line, by Shift + Enter perhaps, or it is one of its own,
    as in an address.  A stop ends the sentence there, and an empty line too.
    """
    text = words.block.text
    first, last = words.sentence.characters
    if _BREAK.search(text[first:last].rstrip()) is not None:
        return True
    return _goes_on(text, first) or _goes_on(text, last)


def _goes_on(text: str, at: int) -> bool:
    """Whether a single line break is all that ends a sentence there."""
    left, right = text[max(at - _NEAR, 0) : at], text[at : at + _NEAR]
    before, after = left.rstrip(), right.lstrip()
    if not before or not after:
        return False
    gap = left[len(before) :] + right[: len(right) - len(after)]
    return len(_BREAK.findall(gap)) == 1 and not _ends_in_stop(before)


def _ends_in_stop(line: str) -> bool:
    """Whether a sentence ends with the line: an abbreviation's stop tells nothing.

    >>> list(map(_ends_in_stop, ["Hej!", "Hon sa: ”Det går.”", "enligt 5 kap.", "Du kan:", "Lisa"]))
    [True, True, False, False, False]
    """
    unquoted = line.rstrip(_CLOSERS)
    return unquoted.endswith(_STOPS) and ABBREVIATION.match(unquoted.split()[-1]) is None
