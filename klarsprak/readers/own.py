"""The letter that a file is, for programs that write into the file; what lies in it they don't write into."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.swedish import listed

_HOLDER = "Det är ett mejl eller en zipfil med brev i. Spara brevet för sig och välj den filen."

_MOST_NAMED = 5


def own_letter(found: Iterator[Letter | Unreadable], source: str) -> Letter:
    """The first of the letters found in the file called ``source``; its notes name the others as not checked.

    Raises ``ReadError`` where it can't be read, and where the file only holds letters: its bytes are no letter's.
    """
    first = next(found)
    if first.source != source:
        raise ReadError(_HOLDER)
    if isinstance(first, Unreadable):
        raise ReadError(first.reason)
    names = [each.source.removeprefix(f"{source}#") for each in found]
    if names:
        first.notes.append(_describe_others(names))
    return first


def _describe_others(names: list[str]) -> str:
    """*Brevet bilaga.docx i filen är inte granskat här. Spara det för sig och granska det också.*"""
    if len(names) == 1:
        return f"Brevet {names[0]} i filen är inte granskat här. Spara det för sig och granska det också."
    which = f"Breven {listed(names)}" if len(names) <= _MOST_NAMED else f"{len(names)} brev"
    return f"{which} i filen är inte granskade här. Spara dem för sig och granska dem också."
