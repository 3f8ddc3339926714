"""Whether the line above a list says who does what its items ask for.

*Så här behöver du klippa*, and below it *Grenarna* **ska hållas** *innanför tomten*.
"""

from __future__ import annotations

import re

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
    """Whether the words stand in an item of a list, and the line above the list asks somebody to do what it says."""
    lead = _lead(words.block, analysis)
    return lead is not None and _ASKS.search(lead.text) is not None


def _lead(block: AnalysedBlock, analysis: Analysis) -> AnalysedBlock | None:
    """The block above the list that the block is an item of, None where it is no item."""
    if block.block.role is not Role.LIST_ITEM:
        return None
    index = block.index
    while (above := analysis.by_index.get(index)) is not None and above.block.role is Role.LIST_ITEM:
        index -= 1
    return above
