"""Sections that a sentence counts up, told as one: *Se 4 kap. 3 § och 7 kap. 1 § utsökningsbalken.*"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klarsprak.analysis import Analysis
from klarsprak.kinds.kind import Hit
from klarsprak.kinds.legal.advice import MANY_SECTIONS

_AND = re.compile(r"\s*(?:,|och|samt|jämte|eller|,\s*(?:och|samt))\s*")
"""What stands between two sections of a row."""
_ONE = re.compile(r"\bparagrafen\b")
"""What the advice on one section says that it should explain."""


def as_rows(hits: Iterable[Hit], analysis: Analysis) -> Iterator[Hit]:
    """The hits in order, those as one that stand in a row and whose sections nobody knows the meaning of."""
    row: Hit | None = None
    for hit in hits:
        if row is not None and _goes_on(row, hit, analysis):
            row = _joined(row, hit)
            continue
        if row is not None:
            yield row
        row = hit
    if row is not None:
        yield row


def _goes_on(row: Hit, hit: Hit, analysis: Analysis) -> bool:
    """Whether nothing but *och* or a comma stands between the two; what has an explanation of its own keeps it."""
    if row.block is None or row.block != hit.block or row.explanation or hit.explanation:
        return False
    return _AND.fullmatch(analysis.by_index[row.block].text, row.end, hit.start) is not None


def _joined(row: Hit, hit: Hit) -> Hit:
    """Both as one, from the first word to the last; the advice is the last one's, whose law is named."""
    explain = _ONE.sub(MANY_SECTIONS, str(hit.values["explain"]))
    return hit._replace(start=row.start, values={**hit.values, "explain": explain})
