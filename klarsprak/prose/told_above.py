"""Whether the line above a list, or the heading above a paragraph, says who does what stands below.

*Så här behöver du klippa*, and below it *Grenarna* **ska hållas** *innanför tomten*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_ASKS = re.compile(
    r"(?i)\b(?:du|ni)(?: \w+)? (?:behöver|ska|skall|måste|bör)\b"
    r"|\b(?:behöver|ska|skall|måste|bör)(?: \w+)? (?:du|ni)\b"
    r"|\bföreläg(?:ger|gs|ga)\b|\bber (?:vi |jag )?(?:dig|er)\b"
    r"|\b(?:behöver (?:vi|jag)|(?:vi|jag) behöver) (?:följande|det här|detta) från (?:dig|er)\b"
)
"""How a line says that somebody is to do what follows."""
_WE_DO = re.compile(r"(?i)\W*(?:vi|jag) (\w{3,}r)\b")
"""How a heading says that the writer does it: **Vi byter** *din mätare*."""
_PASSIVE = re.compile(r"a?s$")
"""What makes a passive of a verb's stem: *bytas*."""
_STEM = 3
"""Letters of a verb's stem by which it is known."""


def is_told_above(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the line above the list that the words stand in, or the heading above them, tells who is to do it.

    It asks somebody, or says that the writer does the same: *Vi byter din mätare*, above *Den behöver* **bytas**.
    """
    return any(_ASKS.search(above.text) or _says_we_do(above, words) for above in _above(words.block, analysis))


def _says_we_do(above: AnalysedBlock, words: WordsAt) -> bool:
    """Whether the line begins with the writer doing what the passive says."""
    doing = _WE_DO.match(above.text)
    if doing is None:
        return False
    stem = _PASSIVE.sub("", words.block.words[words.end - 1])
    return len(stem) >= _STEM and doing[1].lower().startswith(stem)


def _above(block: AnalysedBlock, analysis: Analysis) -> Iterator[AnalysedBlock]:
    """The line above the block's list, if it is an item of one, and the heading that it stands under."""
    lead = _lead(block, analysis)
    if lead is not None:
        yield lead
    heading = analysis.once(_headings).get(block.index)
    if heading is not None:
        yield heading


def _lead(block: AnalysedBlock, analysis: Analysis) -> AnalysedBlock | None:
    """The block above the list that the block is an item of, None where it is no item."""
    if block.block.role is not Role.LIST_ITEM:
        return None
    index = block.index - 1
    while (above := analysis.by_index.get(index)) is not None and above.block.role is Role.LIST_ITEM:
        index -= 1
    return above


def _headings(analysis: Analysis) -> dict[int, AnalysedBlock]:
    """The heading that each block stands under, by the block's place; none reaches past a block that is left out."""
    under: dict[int, AnalysedBlock] = {}
    heading = None
    before = None
    for block in analysis.blocks:
        if before is None or block.index != before.index + 1:
            heading = None
        if block.block.role is Role.HEADING:
            heading = block
        elif heading is not None:
            under[block.index] = heading
        before = block
    return under
