"""Sentences of legal prose: *kap.* and *st.* end none."""

from __future__ import annotations

import re

from klarsprak.lazy_regex import LazyRegex

# A stop before a capital or a number, with quotation marks and brackets around; a line break that the writer made.
# *Lagen gäller. Den …*, *Så står det (i 5 §). ”Den …*
_END = LazyRegex(r"[.!?:;][”\")\]]*\s+(?=[”\"(–-]?\s?[A-ZÅÄÖ0-9])|\n+", flags=0)
# A stop that belongs to the word before it: *4 kap. 1 §*, *9 § st. 2*, *t.ex. Skolverket*, *A. Andersson*.
_ABBREVIATION = LazyRegex(
    r"(?:^|[\s(])(?:kap|st|p|art|bl\.\s?a|t\.\s?ex|m\.\s?fl|m\.\s?m|s\.\s?k|dvs|d\.\s?v\.\s?s|nr|prop|bet|ca|"
    r"jfr|resp|enl|f\.\s?d|o\.\s?s\.\s?v|bl|ex|kl|tfn|tel|s|dnr|[A-ZÅÄÖ])\.\s+$",
)
_NUMBERED = LazyRegex(r"(?:^|\s)\d{1,2}\.\s+$")
_REACH = 24
"""Signs before a stop that tell whether it is that of an abbreviation: twice as many as the longest of them has."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence.

    A line break that the writer made ends one, and so does a colon or semicolon before a capital letter.
    """
    spans, start = [], 0
    for stop in _END.all(text):
        if _is_within_sentence(text[max(start, stop.start() - _REACH) : stop.end()], stop):
            continue
        if text[start : stop.end()].strip():
            spans.append((start, stop.start() + len(stop[0].rstrip())))
        start = stop.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans


def _is_within_sentence(before: str, stop: re.Match[str]) -> bool:
    """Whether the stop at the end of the words belongs to an abbreviation, or to the number of an item: *1. Du …*.

    With a line break that the writer made, it doesn't.
    """
    if "\n" in stop[0]:
        return False
    return _ABBREVIATION.search(before) is not None or _NUMBERED.search(before) is not None
