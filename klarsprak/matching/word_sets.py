"""Named sets of words: a pack lists the words once (``sets``) and its patterns call them ``@name``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from klarsprak.files.meant import did_you_mean
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
    """The words of the set that is named, between bars; in brackets of their own unless they stand in some."""
    name = match["name"]
    if name not in sets:
        raise SlotError(_no_such_set(name, sets))
    before = match.string[: match.start()]
    is_in_brackets = before.endswith(("(", "|"))
    words = "|".join(sets[name])
    return words if is_in_brackets else f"({words})"


def _no_such_set(name: str, sets: WordSets) -> str:
    """*”@månd” är ingen av paketets ordlistor. Menade du ”månad”? Välj bland månad, dag*

    Without the last full stop: what tells a fault goes on from there.
    """
    meant = did_you_mean(name, sets)
    known = f"Välj bland {', '.join(sets)}" if sets else "Paketet har inga ordlistor: skriv den under sets"
    return f"”@{name}” är ingen av paketets ordlistor.{meant} {known}"
