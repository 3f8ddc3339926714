"""Facts about a letter that statistics need: when, from whom, of what type, from which template; no words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from klarsprak.analysis import Analysis
from klarsprak.audit.letter.fingerprint import fingerprint
from klarsprak.audit.letter.results import LENGTHS, Facts
from klarsprak.language.analysed import has_letters
from klarsprak.prose.letter_type import LetterType
from klarsprak.signature.units import is_unit_word

Types = Mapping[str, Sequence[LetterType]]
"""Types of letters by name, each with the ways in which packs describe it."""


def facts(analysis: Analysis, date: str | None, units: Sequence[str], types: Types) -> Facts:
    """What is known of an analysed letter; ``units`` are the organisation's own."""
    unit = analysis.signature.unit
    # A type is described in several ways, by several packs; a letter is of it if one of them fits.
    fitting = (name for name, ways in types.items() if _one_fits(ways, analysis))
    return Facts(
        date=date,
        unit=unit_name(unit.text, units) if unit else None,
        types=tuple(fitting),
        lengths=_lengths(analysis),
        template=fingerprint(block.block.text for block in analysis.blocks),
    )


def unit_name(found: str, units: Sequence[str]) -> str | None:
    """The unit that a signature names, as the organisation writes it, else the word that names a unit in general.

    Nothing else of what stands there is kept: a name may have been taken for a part of the unit's.
    """
    low = found.casefold()
    known = [unit for unit in units if unit.casefold() in low]
    if known:
        return max(known, key=len)
    for part in found.split():
        word = part.strip(".,;:()/").lower()
        if is_unit_word(word):
            return word.capitalize()
    return None


def _one_fits(ways: Sequence[LetterType], analysis: Analysis) -> bool:
    """Whether the letter is of a type, by one of the ways in which it is described."""
    return any(way.fits(analysis) for way in ways)


def _lengths(analysis: Analysis) -> tuple[int, ...]:
    """How many sentences there are in each class of length; those without words are none."""
    counts = [0] * (len(LENGTHS) + 1)
    for block, sentence in analysis.prose_sentences():
        words = sum(map(has_letters, block.words[sentence.start : sentence.end]))
        if words:
            counts[bisect_left(LENGTHS, words)] += 1
    return tuple(counts)
