"""The unit and the number that an autoreply sends the reader to, which may stand in its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from klarsprak.signature import phones, units
from klarsprak.signature.model import LetterLine, SignatureBlock
from klarsprak.signature.spans import Span

_WORD = re.compile(r"[A-ZÅÄÖ][\w-]{3,}")
_REASON = "i en mening i brevet"


def complete_autoreply(block: SignatureBlock, lines: Iterable[LetterLine]) -> None:
    """Add the unit and the number if the autoreply has no lines of their own for them.

    Any number will do, the switchboard's too: whoever is away can't be reached, and *ring Kontaktcenter* is the help
    that the reader needs.
    """
    spans = [line.span for line in lines]
    _fill_in(block, "unit", _units_in(spans))
    _fill_in(block, "phone", _numbers_in(spans))
    if block.phone:
        block.shared = None
    block.forget_reasons()


def _fill_in(block: SignatureBlock, name: str, spans: Iterator[Span]) -> None:
    """Add the first of the stretches as a part that the block lacks; the others aren't even looked for.

    *i en mening i brevet* is told as the reason, since nobody knows more of it.
    """
    if name in block.parts:
        return
    first = next(spans, None)
    if first:
        block.parts[name] = first.part(_REASON)


def _units_in(spans: Iterable[Span]) -> Iterator[Span]:
    """Capitalised words that name a unit.

    *Kontaktcenter* in *Ring Kontaktcenter så hjälper de dig*.
    """
    for span in spans:
        words = _WORD.finditer(span.text)
        for word in filter(_names_unit, words):
            yield span.matched(word)


def _names_unit(word: re.Match[str]) -> bool:
    """Whether the word alone says which unit it is."""
    return units.is_unit_word(word.group().lower())


def _numbers_in(spans: Iterable[Span]) -> Iterator[Span]:
    """The telephone numbers, whosoever they are.

    Labels don't matter here: *Ring växeln på 0980-319 200* is what the reader is to do.
    """
    for span in spans:
        numbers = phones.find_numbers(span.text, labelled=False)
        for number in numbers:
            yield span.cut(number.start, number.end)
