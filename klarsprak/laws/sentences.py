"""Sentences of legal prose: *kap.* and *st.* end none."""

from __future__ import annotations

from klarsprak.lazy_regex import LazyRegex

_END = LazyRegex(r"[.!?:;][”\")\]]*\s+(?=[”\"(–-]?\s?[A-ZÅÄÖ0-9])|\n+", flags=0)
_ABBREVIATION = LazyRegex(
    r"(?:^|[\s(])(?:kap|st|p|art|bl\.\s?a|t\.\s?ex|m\.\s?fl|m\.\s?m|s\.\s?k|dvs|d\.\s?v\.\s?s|nr|prop|bet|ca|"
    r"jfr|resp|enl|f\.\s?d|o\.\s?s\.\s?v|bl|ex|kl|tfn|tel|s|dnr|[A-ZÅÄÖ])\.\s+$",
)
_NUMBERED = LazyRegex(r"(?:^|\s)\d{1,2}\.\s+$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; a line break that the writer made ends one, and so does a colon or semicolon
    before a capital letter."""
    spans, start = [], 0
    for match in _END.all(text):
        before = text[start : match.end()]
        if "\n" not in match.group() and (_ABBREVIATION.search(before) or _NUMBERED.search(before)):
            continue
        if text[start : match.end()].strip():
            spans.append((start, match.start() + len(match.group().rstrip())))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return spans
