"""Whether a letter's head stands in what we were given: who writes, to whom, when."""

from __future__ import annotations

from itertools import islice

from klarsprak.analysis import Analysis
from klarsprak.letter import Role

_FEWEST_LINES = 3
"""Lines above the running text: *Ekeby kommun*, *Box 14*, *Dnr 2026/14*.  A title and a greeting are no head."""


_MAIL_LINES = 6
_MAIL_LABELS = (("från:", "from:"), ("till:", "to:"), ("ämne:", "subject:"))
"""What stands above a mail that was pasted or saved as text."""


def format_of(analysis: Analysis) -> str:
    """The letter's file format; that of a mail for text that begins as one: *Från: …*, *Till: …*, *Ämne: …*.

    The last one alone is enough in its first line: who copies a mail may leave out the rest.
    """
    lines = (line for block in analysis.letter.blocks[:_MAIL_LINES] for line in block.text.lower().splitlines())
    first = list(islice(map(str.lstrip, lines), _MAIL_LINES))
    is_mail = all(any(line.startswith(labels) for line in first) for labels in _MAIL_LABELS)
    return "email" if is_mail or _begins_with_subject(first) else analysis.letter.format


def _begins_with_subject(lines: list[str]) -> bool:
    """*Ämne: Din ansökan om båtplats*, above everything else."""
    return next(filter(None, lines), "").startswith(_MAIL_LABELS[-1])


def has_head(analysis: Analysis) -> bool:
    """Whether the letter has its head with it.

    A text that is pasted into a window begins with *Hej*: the day and the number stand in the template.
    """
    letter = analysis.letter
    if letter.format != "text" or any(block.role is Role.HEADER for block in letter.blocks):
        return True
    lines = 0
    for block in analysis.blocks:
        if block.is_prose:
            break
        lines += sum(map(bool, map(str.strip, block.block.text.splitlines())))
    return lines >= _FEWEST_LINES
