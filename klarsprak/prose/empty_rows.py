"""Lines of a label and an amount, and those among them where the amount is missing.

*Maxtaxa 820 kr*, *Rabatt*, *Avgift 700 kr*: whoever reads *Rabatt* wonders what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from klarsprak.letter import Block, Letter, Role

_ROW = re.compile(r"[^\W\d_][^\n]{1,48}?[ \xa0:]+\d[\d \xa0.,]*(?:€|euro|kr|kronor|%|procent)?\.?")
"""*Familjens inkomst 8 100 kr*, *Antal barn: 2*."""
# A plural is the title of the rows below: *Inkomster*, *Avgifterna*; so are *Beräkning* and *Kodförklaring*
_LABEL = re.compile(
    r"(?!(?:Ber|Utr)äkning|Spec|Sammans|Summering|Fördelning|Resultat|Underlag|Översikt)"
    r"[A-ZÅÄÖ][a-zåäö]{3,}(?<!förklaring)(?<!er)(?<!ar)(?<!or)(?<!na)(?: \([^()\d]{3,40}\))?:?"
    r"|[A-ZÅÄÖ][^\n\d]{2,40} (?:maximalt|högst|minst|upp till|cirka|ca)"
)
"""*Rabatt*, *Sänkning:*, *Egenandel (dras av)*, *Anna Ek maximalt*; two words may be a name."""
_AMOUNT = re.compile(r"(?:€|euro|kr|kronor|%)\.?$")
# Where labels and amounts take turns, no label has its amount beside it.
_ALONE = re.compile(r"[-–]?\d[\d \xa0.,]*(?:€|euro|kr|kronor|%)?")
"""*17 846 kr*."""
_LONGEST = 70
"""Code points of a line that may be one of such rows."""
_FEWEST_ROWS = 2
"""So many lines with a number, one of them money or per cent, show that the lines hold amounts."""


def find_empty_rows(letter: Letter) -> Iterator[int]:
    """The places in the letter of the labels without an amount, below a line that has one."""
    numbered = enumerate(letter.blocks)
    for is_row, run in groupby(numbered, key=lambda each: _may_be_row(each[1])):
        if is_row:
            yield from _empty_among(list(run))


def _may_be_row(block: Block) -> bool:
    """Whether the block is a short line of the text that is no sentence."""
    text = block.text.strip()
    is_line = block.role is Role.PARAGRAPH and block.cell is None and 0 < len(text) <= _LONGEST
    return is_line and not text.endswith((".", "!", "?"))


def _empty_among(run: Sequence[tuple[int, Block]]) -> Iterator[int]:
    """The labels without an amount among lines that stand below one another.

    An amount stands above: *Dalsjö* below *Sjövägen 12* is where the reader lives.
    """
    texts = [block.text.strip() for _, block in run]
    rows = list(map(_ROW.fullmatch, texts))
    has_amounts = any(map(_AMOUNT.search, texts)) and not any(map(_ALONE.fullmatch, texts))
    if not has_amounts or sum(map(bool, rows)) < _FEWEST_ROWS:
        return
    amounts = [bool(row and _AMOUNT.search(text)) for row, text in zip(rows, texts, strict=True)]
    for at, (number, _) in enumerate(run):
        if _LABEL.fullmatch(texts[at]) and any(amounts[:at]):
            yield number
