"""Whether the line above a list, or the heading above a paragraph, says who does what stands below.

*Så här behöver du klippa*, and below it *Grenarna* **ska hållas** *innanför tomten*.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_ASKS = re.compile(
    r"(?i)\b(?:du|ni)(?: \w+)? (?:behöver|ska|skall|måste|bör)\b"
    r"|\b(?:behöver|ska|skall|måste|bör)(?: \w+)? (?:du|ni)\b"
    r"|\bföreläg(?:ger|gs|ga)\b|\bber (?:vi |jag )?(?:dig|er)\b"
)
"""How a line says that somebody is to do what follows."""


def is_told_above(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the line above the list that the words stand in, or the heading above them, asks somebody to do it."""
    return any(_ASKS.search(above.text) for above in _above(words.block, analysis))


def _above(block: AnalysedBlock, analysis: Analysis) -> Iterator[AnalysedBlock]:
    """The line above the block's list, if it is an item of one, and the heading that it stands under."""
    if block.block.role is Role.LIST_ITEM:
        yield from _first(block, analysis, lambda role: role is not Role.LIST_ITEM)
    if block.block.role is not Role.HEADING:
        yield from _first(block, analysis, lambda role: role is Role.HEADING)


def _first(block: AnalysedBlock, analysis: Analysis, is_meant: Callable[[Role], bool]) -> Iterator[AnalysedBlock]:
    """The nearest block above whose role is meant, if there is one."""
    index = block.index
    while (above := analysis.by_index.get(index)) is not None:
        if is_meant(above.block.role):
            yield above
            return
        index -= 1
