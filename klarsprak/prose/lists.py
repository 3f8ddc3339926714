"""The lists of a letter, and what their items end in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.letter import Block, Role
from klarsprak.phrases import ROW_LABEL

ITEM_SIGNS = ",;."
"""What an item may end in; a list of phrases needs none."""
# Has its stop of its own: *m.m.*
_SHORT_FORM = re.compile(r"(?:\w\.\w{1,3}|osv|etc|kr|st|mm|nr|ca)\.$")
_JOINING = frozenset({"och", "eller", "samt"})
_STOP = "."
_SHOUTS = ("!", "?", ":")
"""What ends an item for good: no other sign can stand behind it.  A colon has room for an answer after it."""
_FEWEST_ITEMS = 3
"""Of two items none is the odd one."""


def lists(analysis: Analysis) -> Iterator[list[AnalysedBlock]]:
    """The items of each list."""
    items: list[AnalysedBlock] = []
    for block in analysis.blocks:
        if block.block.role is not Role.LIST_ITEM:
            continue
        if items and block.index != items[-1].index + 1:
            yield items
            items = []
        items.append(block)
    yield items


def odd_ends(items: Sequence[AnalysedBlock]) -> Iterator[tuple[AnalysedBlock, str]]:
    """The items that end in another sign than most of the list, and that sign, which may be none.

    *ett kvitto;* between *en ritning,* and *ett intyg,*.  The list is a sentence too: its last item may end in a stop
    or in nothing, and the one before it in *och*.
    """
    signs = list(map(_sign, items))
    usual = _usual(signs)
    if usual is None:
        return
    for block, sign in zip(items, signs, strict=True):
        # A stop may end a short form and the item at once: *från kl. 20.00.*
        if sign == usual or block.text.rstrip().endswith((*_SHOUTS, usual or "\n")):
            continue
        if usual == _STOP or not _closes(block, items):
            yield block, usual


def last_of(text: str) -> str:
    """*skolan* of *Du kan ringa skolan*."""
    return "".join(text.split()[-1:])


def _usual(signs: Sequence[str]) -> str | None:
    """What more than half of the items end in, where they are enough to tell."""
    if len(signs) < _FEWEST_ITEMS or len(set(signs)) == 1:
        return None
    [(usual, times)] = Counter(signs).most_common(1)
    return usual if times > len(signs) // 2 else None


def _sign(block: AnalysedBlock) -> str:
    """*,* of *ett kvitto,*; nothing of *ett kvitto* and *ett kvitto m.m.*."""
    text = block.text.rstrip()
    if _SHORT_FORM.search(text):
        return ""
    return text[-1:] if text.endswith(tuple(ITEM_SIGNS)) else ""


def _closes(block: AnalysedBlock, items: Sequence[AnalysedBlock]) -> bool:
    """Whether it is the last item, or the one before it."""
    return block is items[-1] or last_of(block.text) in _JOINING


def is_row(number: int, blocks: Sequence[Block]) -> bool:
    """Whether that block and the one before begin with what each is about: *Torsdag 22 maj: resten …*."""
    return number > 0 and all(ROW_LABEL.match(each.text) for each in blocks[number - 1 : number + 1])
