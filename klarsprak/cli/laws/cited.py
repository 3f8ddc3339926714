"""What letters on the command line cite of law, without the rest of a check."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klarsprak.letter import Role, Unreadable

if TYPE_CHECKING:
    from klarsprak.laws.register import Register
    from klarsprak.laws.uses import Uses

_OTHERS = frozenset({Role.QUOTED, Role.CONTENTS})
"""What somebody else wrote, or the program."""


def uses_of_letters(names: list[str], register: Register) -> tuple[Uses, list[str]]:
    """What the letters in files and folders cite, and a line for each that can't be read."""
    from klarsprak.cli.shared.letters import letters_in
    from klarsprak.cli.shared.progress import with_progress
    from klarsprak.laws.uses import UsesOfLetters, places_in
    from klarsprak.prose.letter_date import letter_date
    from klarsprak.readers import find_letters

    gathered = UsesOfLetters()
    unread = []
    for found in with_progress(list(find_letters(names)), "Läser brev"):
        for number, letter in enumerate(letters_in(found)):
            if isinstance(letter, Unreadable):
                unread.append(f"{letter.source}: {letter.reason}")
                continue
            texts = [block.text.replace("\u00a0", " ") for block in letter.blocks if block.role not in _OTHERS]
            name = f"{found}#{number}" if number else str(found)
            gathered.add(name, places_in(texts, register, partial(letter_date, letter)))
    return gathered.uses(), unread
