"""What is said of a whole list is said of each of its items: *Skicka detta till oss före den 3 mars: …*"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from klarsprak.analysis import PlacedSentence
from klarsprak.letter import Role

_BELOW = 3
"""Sentences of the paragraph below: *Skicka alltihop till oss. Vi behöver ha det senast den 3 mars.*"""


def beside_list(number: int, sentences: Sequence[PlacedSentence]) -> list[PlacedSentence]:
    """The sentence above the list and the first ones below it, where that sentence is an item or leads up to one."""
    below = _end_of_list(number, sentences)
    if below == number + 1 and not _is_item(sentences[number]):
        return []
    above = number
    while above > 0 and _is_item(sentences[above]):
        above -= 1
    return [sentences[above], *_paragraph(below, sentences)]


def _end_of_list(number: int, sentences: Sequence[PlacedSentence]) -> int:
    """The number of the first sentence after that one that is no item."""
    return next((end for end in range(number + 1, len(sentences)) if not _is_item(sentences[end])), len(sentences))


def _paragraph(start: int, sentences: Sequence[PlacedSentence]) -> list[PlacedSentence]:
    """The first sentences of the paragraph that begins there."""
    block = sentences[start][0] if start < len(sentences) else None
    return list(islice(takewhile(lambda placed: placed[0] is block, sentences[start:]), _BELOW))


def _is_item(placed: PlacedSentence) -> bool:
    """Whether the sentence stands in an item of a list."""
    return placed[0].block.role is Role.LIST_ITEM
