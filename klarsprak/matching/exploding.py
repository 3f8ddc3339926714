"""Expressions that explode: such as take a second over a hundred signs, and a year over two hundred."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from klarsprak.matching.pumping import Hard, hard_texts

MOST_SECONDS = 0.1
"""What a search through five hundred signs may take of the processor; most take a ten thousandth of that."""
_LONGEST = 500
_FIRST, _MANY = 4, 32


def explodes(regex: str, flags: int = 0) -> bool:
    """Whether there is a text over which the expression takes far too long: *(a+)+b* does over *aaaa…*.

    Tried by texts made of the expression's own parts, each longer and longer.  Raises ``re.error`` for what is none.
    """
    compiled = re.compile(regex, flags)
    return any(_explodes_over(compiled, hard) for hard in hard_texts(regex, flags))


def _explodes_over(compiled: re.Pattern[str], hard: Hard) -> bool:
    for times in _times(hard):
        text = hard.text_of(times)
        start = time.thread_time()
        for _ in compiled.finditer(text):
            pass
        if time.thread_time() - start > MOST_SECONDS:
            return True
    return False


def _times(hard: Hard) -> Iterator[int]:
    """How often to repeat what is repeated: 4, 5, 6 … times, and from 32 on a quarter more, until the text is long.

    What explodes does so step by step: the first that takes too long takes hardly longer than that.
    """
    times = _FIRST
    while times * len(hard.body) < _LONGEST:
        yield times
        times += 1 if times < _MANY else times // 4
