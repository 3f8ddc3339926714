"""Lines of a letterhead that ran together, as they do where a page is saved as text: cut before their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from klarsprak.signature.spans import Span

# Norrlida kommun *Besöksadress:* Kvarngatan 2 *Postadress:* Box 34 *Tfn:* 0980-319 214
_LABEL = re.compile(
    r"(?<=\s)(?:(?:post|besöks)?adress|tele(?:fon|fax)|tfn|tel|fax|(?:telefon)?växel|e-?post)\.?\s?:(?=\s*\S)",
    re.IGNORECASE,
)
_WORDS_BEFORE = 6
"""A line with fewer words before its first label is one as it was written."""
_ENDS_SENTENCE = (".", "!", "?", ":")


def lines_run_together(span: Span) -> Sequence[Span]:
    """The lines that the stretch was made of; most are one.

    *Beslut om plats Datum Nr 12 Förskolan Norrlida kommun*, *Postadress: Box 34, 998 21 Norrlida*,
    *Tfn: 0980-319 214*; but a sentence with labels behind it, *Skriv till oss. Adress: Box 34*, is left as it is.
    """
    may_be_several = ":" in span.text and len(span.text.split()) > _WORDS_BEFORE
    starts = _starts_of_labels(span) if may_be_several else []
    return [span.cut(start, end) for start, end in pairwise([0, *starts, len(span.text)])] if starts else (span,)


def _starts_of_labels(span: Span) -> list[int]:
    """Where the labels begin that the line is to be cut before; none where it is one line."""
    starts = [label.start() for label in _LABEL.finditer(span.text)]
    if not starts:
        return []
    before = span.text[: starts[0]].rstrip()
    is_long = len(before.split()) >= _WORDS_BEFORE and not before.endswith(_ENDS_SENTENCE)
    return starts if is_long else []


def leads_to_label(line: Span, following: Span) -> bool:
    """Whether the line ran together with the next one, which begins with a label, and so is no sentence itself."""
    is_open = line.block == following.block and not line.text.endswith(_ENDS_SENTENCE)
    return is_open and _LABEL.match(f" {following.text}", 1) is not None
