"""Short words in what a rule finds, each written out: *okt–dec* is *oktober till december*."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from klarsprak.swedish import for_count

WRITE_OUT = (
    "Korta ord i det som flaggas, och vad de står för: {okt: oktober, ”–”: ” till ”}. Meddelandets {suggestion} är "
    "det som flaggas med orden utskrivna."
)
"""What the key of that name is, for those who write rules."""
WrittenOut = dict[Annotated[str, Field(min_length=1)], str]
"""The short words, and what each stands for; blanks around that count: *” till ”*."""
_LETTER = "[a-zåäö]"
_CAPITAL = re.compile("\\s*[A-ZÅÄÖ][a-zåäö]")
"""A word with a capital, *Mån*; no code, *Q2*, and no short form of capitals, *VT*."""


def written_out(text: str, words: Mapping[str, str], text_before: str = "") -> str:
    """The text with every one of the short words written out, its stop gone, and as many as the number before says.

    The words are small letters or signs; a blank at either end of what they are falls together with those around it.

    >>> written_out("Okt.–dec", {"okt": "oktober", "dec": "december", "–": " till "})
    'Oktober till december'
    >>> written_out("h/v", {"h": "timmar", "/v": " i veckan"}, "högst 1 ")
    'timme i veckan'
    >>> written_out("Q2", {"q2": "april till juni"})
    'april till juni'
    """
    longest_first = sorted(words, key=len, reverse=True)
    expression = "|".join(map(_expression, longest_first))
    whole = re.sub(expression, lambda match: words[match[0].lower().rstrip(".")], text, flags=re.IGNORECASE)
    plain = " ".join(whole.split())
    begins = _CAPITAL.match(text) is not None
    return for_count(plain[:1].upper() + plain[1:] if begins else plain, text_before)


def _expression(word: str) -> str:
    """The word as such, not as a part of a longer one, with its stop."""
    before = f"(?<!{_LETTER})" if word[0].isalpha() else ""
    return rf"{before}{re.escape(word)}\.?(?!{_LETTER})" if word[-1].isalpha() else re.escape(word)
