"""The forms of the words in the shipped packs, in a table: inflecting them takes a third of the packs' loading.

``make docs`` writes the table from the packs, and a check fails where it no longer says what inflection says.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("data") / "spellings.json"


def known(word: str, pos: str) -> list[str] | None:
    """The forms, lower case, without present participles; None for a word that is not in the table."""
    forms = _table().get(f"{pos} {word}")
    return None if forms is None else forms.split("|")


@cache
def _table() -> dict[str, str]:
    return dict(json.loads(FILE.read_text("utf-8"))) if FILE.is_file() else {}
