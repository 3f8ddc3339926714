"""Whether a text is written to somebody: a letter, as against a specification, guidelines or a register."""

from __future__ import annotations

from collections.abc import Iterable

from klarsprak.analysis import Analysis
from klarsprak.finding import Occasion

_TO_NOBODY = frozenset({Occasion.RECORD, Occasion.REPORT})
_NOT_THE_CASE_ITSELF = _TO_NOBODY | {Occasion.FORM, Occasion.APPENDIX}
_READER = ("du", "dig", "din", "ditt", "dina", "ni", "er", "ert", "era", "hej")
_CASE = frozenset(
    "ansökan ansökningen överklaga överklagas överklagan överklagande omprövning omprövas beslutet ärendet".split()
)
"""Words of a case: a long decision may speak of *sökanden* throughout."""
_LONG, _VERY_LONG = 700, 1000
"""Tokens.  A short text without *du* may be a notice to all who live in a street, and a decision may be long."""
_TOKENS_TO_A_WORD = 400
"""A letter says *du* or *ni* at least so often; a specification of thirty pages does it by chance."""


def is_letter(analysis: Analysis) -> bool:
    """Whether the text is written to somebody, be it that it doesn't say *du*.

    *Ansökan skall inges till nämnden* is; what is long, speaks of no case and to nobody isn't: *Om fältet saknas
    returneras en tom lista*.  Asked once a letter.
    """
    if analysis.signature.occasion in _TO_NOBODY:
        return False
    if analysis.token_count < _LONG or _speaks_to_reader(analysis):
        return True
    return _tells_of_case(analysis)


def is_of_case(analysis: Analysis) -> bool:
    """Whether the text may be expected to say how a case proceeds.

    No specification, and neither a form nor what comes with the letter: *Ansökan om färdtjänst: Namn …*, *Bilaga 2*.
    """
    return analysis.signature.occasion not in _NOT_THE_CASE_ITSELF and analysis.once(is_letter)


def _speaks_to_reader(analysis: Analysis) -> bool:
    """Whether *du* or *ni* stands there often enough for the text's length."""
    return _count(_READER, analysis) * _TOKENS_TO_A_WORD >= analysis.token_count


def _count(words: Iterable[str], analysis: Analysis) -> int:
    """How often the words stand in the text, all together."""
    return sum(len(analysis.places.get(word, ())) for word in words)


def _tells_of_case(analysis: Analysis) -> bool:
    """Whether it is a decision or instructions about one: *Sökanden har …, beslutet kan överklagas*.

    A very long one must be somebody's, too: specifications speak of *ansökan* and *beslut* as of data.
    """
    if _CASE.isdisjoint(analysis.forms):
        return False
    return analysis.token_count < _VERY_LONG or analysis.signature.name is not None
