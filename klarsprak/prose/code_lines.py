"""Whether a letter says elsewhere in words what a code stands for: *F02 Temperatur*, and below *punkten F02*."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.language.words_at import WordsAt

_CODE = r"[A-ZÅÄÖ]{1,3}\d{1,3}"
_CODES = re.compile(rf"(?<!\w){_CODE}(?!\w)")
_NAMED = re.compile(
    rf"^\W*(?P<code>{_CODE})[ \t]*[.:–-]?[ \t]+(?:[A-ZÅÄÖ][a-zåäö]{{2,}}|[A-ZÅÄÖ]+-[a-zåäö]{{3,}})", re.MULTILINE
)
"""A line that begins with a code and goes on with what it stands for: **F02 Temp***eratur*, *F08 HACCP-baserade*."""


def is_named_in_line(words: WordsAt, analysis: Analysis) -> bool:
    """Whether each code of the words begins a line that names what it stands for, there or elsewhere.

    *F02 och J05* of a report that has the headings *F02 Temperatur* and *J05 Allergener*.
    """
    codes = _CODES.findall(words.text)
    return bool(codes) and analysis.once(_named_codes).issuperset(codes)


def _named_codes(analysis: Analysis) -> frozenset[str]:
    blocks = analysis.letter.blocks
    return frozenset(match["code"] for block in blocks for match in _NAMED.finditer(block.text))
