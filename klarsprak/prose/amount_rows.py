"""The labels of amounts, in the lines or the table by which a letter reckons: *Minimibelopp −7 694 kr*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.analysis import Analysis
from klarsprak.letter import Role

_AMOUNT = (
    r"[-–−+]?\s?\d[\d \xa0.,]*\s?(?:€|euro|kr|kronor|%|:-)?"
    r"(?:\s?(?:/|per )\s?(?:mån|månad|år|dygn|dag|vecka|timme|tim|kWh|MWh|kW|st|gång)\b\.?)?"
)
_ALONE = re.compile(_AMOUNT)
"""*-7 694 kr*, in a cell of its own."""
_ROW = re.compile(rf"[^\W\d_][^\n]{{2,60}}?[ \xa0:]+{_AMOUNT}")
"""*Brukningsavgift, fast del 812,50 kr* on one line."""
_MONEY = re.compile(r"\d\s?(?:€|euro|kr|kronor|:-)|\d,\d\d$|(?:^|[^\W\d_:.)][ \xa0])[1-9]\d{0,2}(?:[ \xa0]\d{3})+$")
"""*68 200* is money, too, where thousands end a row of words."""
_FEWEST = 2
"""So many rows with amounts make a reckoning; one line may be anything."""
_FEWEST_IN_RUN = 3
"""So many rows that end in figures, one after another, are a reckoning though no row says *kr*."""
_SUM = re.compile(r"(?<![\d/])(?:[1-9]\d{0,2}(?:[ \xa0]\d{3})+|[-–−][ \xa0]?\d{2,})$|\d\s?(?:€|euro|kr|kronor|:-)")
"""*Riksnorm: 5 210*, *Individuellt tillägg -850*: what two rows of such a run end in, so that it is about money."""
_ROLES = frozenset({Role.PARAGRAPH, Role.TABLE_CELL, Role.LIST_ITEM})


def amount_labels(analysis: Analysis) -> frozenset[int]:
    """The numbers of the blocks that say what an amount is for; none where the letter reckons nothing.

    Who is to pay reads these first, short though they are.
    """
    blocks = [block for block in analysis.blocks if block.block.role in _ROLES]
    texts = [block.text.strip() for block in blocks]
    labels = frozenset(
        block.index
        for block, text, after in zip(blocks, texts, _amounts_after(texts), strict=True)
        if _is_label(text, after)
    )
    labels |= frozenset(blocks[number].index for number in _in_runs_of_sums(texts))
    return labels if len(labels) >= _FEWEST else frozenset()


def _amounts_after(texts: list[str]) -> list[str]:
    """What follows each text: the next one, but of several amounts in a row, as columns are read, its own.

    *Minimibelopp*, *Bostadskostnad*, *7 298 kr*, *6 150 kr*.
    """
    after = [*texts[1:], ""] if texts else []
    for start, end in _runs_of_amounts(texts):
        for amount in range(start, end):
            label = amount - (end - start)
            if label >= 0:
                after[label] = texts[amount]
    return after


def _runs_of_amounts(texts: list[str]) -> Iterator[tuple[int, int]]:
    """Where two or more amounts stand in a row, each alone: the first one's number, and the end."""
    start = 0
    for end, text in enumerate([*texts, ""]):
        if _ALONE.fullmatch(text) is None:
            if end - start > 1:
                yield start, end
            start = end + 1


def _in_runs_of_sums(texts: list[str]) -> Iterator[int]:
    """The numbers of the rows that stand in a reckoning without *kr*: *Riksnorm: 5 210*, *Hushållsel: 390*, …"""
    start = 0
    for end, text in enumerate([*texts, ""]):
        if _ROW.fullmatch(text) is None:
            run = texts[start:end]
            if len(run) >= _FEWEST_IN_RUN and sum(_SUM.search(row) is not None for row in run) >= _FEWEST:
                yield from range(start, end)
            start = end + 1


def _is_label(text: str, after: str) -> bool:
    """Whether an amount of money ends the line, or stands alone in the block after it."""
    if _ROW.fullmatch(text):
        return _MONEY.search(text) is not None
    if not _ALONE.fullmatch(after) or _MONEY.search(after) is None:
        return False
    return text[:1].isalpha() and not text.endswith((".", "?"))
