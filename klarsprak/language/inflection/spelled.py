"""The forms of the words in the shipped packs, in a table: inflecting them takes a third of the packs' loading.

``make docs`` writes the table from the packs, and a check fails where it no longer says what inflection says.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("data") / "spellings.json"


def listed_spellings(word: str, pos: str) -> list[str] | None:
    """The forms, lower case, without present participles; None for a word that is not in the table.

    >>> listed_spellings("skrivelse", "NOUN")[:3], listed_spellings("fjutt", "NOUN")
    (['skrivelse', 'skrivelsen', 'skrivelsens'], None)
    """
    forms = _table().get(f"{pos} {word}")
    return None if forms is None else forms.split("|")


@cache
def _table() -> dict[str, str]:
    """The forms of each word, a bar between them, by part of speech and word; empty before it is first written."""
    if not FILE.is_file():
        return {}
    table: dict[str, str] = json.loads(FILE.read_text("utf-8"))
    return table
