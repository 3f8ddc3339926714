"""How many headings a letter's text is parted by."""

from __future__ import annotations

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.letter import Role

_LONGEST = 12
"""Tokens of a line that may be a heading though it isn't marked as one: *Vad händer nu?*."""
_ITSELF_A_PART = frozenset({Role.LIST_ITEM, Role.TABLE_CELL})
"""What a heading stands above and never is."""


def subheadings(analysis: Analysis) -> int:
    """The number of headings that have running text both above and below them.

    *Så överklagar du* parts a letter; its title, and the lines of its signature, don't.
    """
    blocks = analysis.blocks
    prose = [number for number, block in enumerate(blocks) if block.is_prose and not _is_heading(block)]
    if not prose:
        return 0
    return sum(map(_is_heading, blocks[prose[0] : prose[-1]]))


def _is_heading(block: AnalysedBlock) -> bool:
    """Whether the block is marked as a heading, or is a short line without a full stop of its own."""
    if block.block.role is Role.HEADING:
        return True
    if block.block.role in _ITSELF_A_PART or len(block.words) > _LONGEST:
        return False
    return not block.block.text.rstrip().endswith((".", "!", ":", ","))
