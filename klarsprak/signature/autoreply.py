"""The unit and the number that an autoreply sends the reader to, which may stand in its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from klarsprak.signature import phones, units
from klarsprak.signature.model import Line, SignatureBlock

_WORD = re.compile(r"[A-ZÅÄÖ][\w-]{3,}")
_REASON = "i en mening i brevet"


def complete(found: SignatureBlock, lines: Iterable[Line]) -> None:
    """Add the unit and the number if the autoreply has no lines of their own for them; any number will do."""
    for line in lines:
        if not found.unit:
            names = (word for word in _WORD.finditer(line.span.text) if units.is_unit_word(word.group().lower()))
            if word := next(names, None):
                found.unit = line.span.cut(*word.span()).part()._replace(reason=_REASON)
        if not found.phone and (number := next(phones.find_numbers(line.span.text, labelled=False), None)):
            found.phone = line.span.cut(number.start, number.end).part()._replace(reason=_REASON)
    if found.phone:
        found.shared = None
    found.why = {part: why for part, why in found.why.items() if getattr(found, part) is None}
