"""Whether the reader has applied for what a term names, and so knows the word."""

from __future__ import annotations

import re

from klarsprak.language.words_at import WordsAt

_LONGEST = 90
"""Characters before the words that are looked at."""
_APPLIED = re.compile(
    r"\b(?:(?:du|ni) (?:har |hade )?(?:[^\s.!?]+ ){0,4}?(?:ansökt|ansökte|sökt|sökte)"
    r"|(?:har|hade) (?:du|ni) (?:[^\s.!?]+ ){0,3}?(?:ansökt|sökt)"
    r"|(?:din|er|eran) (?:[^\s.!?]+ )?ansökan) (?:om )?(?:(?:en|ett|mer|fler) )?(?:(?:ny|nytt|nya) )?"
    r"(?:[^\s,.!?]+,? (?:[^\s,.!?]+, )?(?:och|samt|eller) )?\Z",
    re.IGNORECASE,
)
"""*Ni har den 3 maj ansökt om*, *Tack för din ansökan om en ny*, *om el och*, and then the word."""


def is_applied_for(words: WordsAt) -> bool:
    """Whether the letter says there that its reader has applied for what the words name.

    *Ni har ansökt om avstyckning* is; *Grannen har ansökt om avstyckning* tells of another, who knows the word.
    """
    first = words.characters[0]
    before = " ".join(words.block.text[max(0, first - _LONGEST) : first].split())
    return _APPLIED.search(f"{before} ") is not None
