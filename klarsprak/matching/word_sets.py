"""Named sets of words: a pack lists the words once (``sets``) and its patterns call them ``@name``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from klarsprak.files.validation import did_you_mean
from klarsprak.matching.patterns import SlotError

WordSets = Mapping[str, Sequence[str]]
"""The words of each set, by its name."""
_NAME = re.compile(r"(?<![^\s({|!])@(?P<name>[\w-]*)")
"""``@ansökan`` where a word may begin; ``info@kommunen`` is no set."""


def spelled_out(pattern: str, sets: WordSets) -> str:
    """The pattern with the words of each set in place of its name; raises ``SlotError`` for a set that isn't there.

    ``@ansökan`` becomes ``(ansökan|begäran)``, and ``(@ansökan|den)`` becomes ``(ansökan|begäran|den)``.
    """
    return _NAME.sub(lambda match: _words(match, sets), pattern)


def _words(match: re.Match[str], sets: WordSets) -> str:
    name, before = match["name"], match.string[: match.start()]
    if name not in sets:
        known = f"Välj bland {', '.join(sets)}." if sets else "Paketet har inga ordlistor: skriv den under sets."
        raise SlotError(
            f"”@{name}” är ingen av paketets ordlistor.{did_you_mean(name, sets)} {known}".removesuffix(".")
        )
    words = "|".join(sets[name])
    return words if before.endswith(("(", "|")) else f"({words})"
