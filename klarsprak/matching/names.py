"""What a pack names once for its patterns: sets of words (``@name``) and lists of whole patterns (``$name``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from klarsprak.files.meant import did_you_mean
from klarsprak.matching.patterns import SlotError
from klarsprak.matching.word_sets import WordSets

PatternLists = Mapping[str, Sequence[str]]
"""The patterns of each list, by its name."""
_NOTHING: Mapping[str, Sequence[str]] = MappingProxyType({})


class Names(NamedTuple):
    """All that patterns may call by name."""

    sets: WordSets = _NOTHING
    patterns: PatternLists | None = _NOTHING
    """None within such a list itself: none holds another."""


NO_NAMES = Names()
LIST_SIGN = "$"
"""Begins what stands for a list of patterns: *$utfall*."""


def check_list_name(pattern: str, lists: PatternLists | None) -> None:
    """Raise ``SlotError`` for a list of patterns that isn't there; without the last full stop, like ``word_sets``."""
    if lists is None:
        raise SlotError("en mönsterlista kan inte hämta en annan. Skriv av mönstren")
    name = pattern.removeprefix(LIST_SIGN)
    if name not in lists:
        meant = did_you_mean(name, lists)
        none = "Paketet har inga mönsterlistor: skriv den under patterns"
        known = f"Välj bland {', '.join(lists)}" if lists else none
        raise SlotError(f"”{pattern}” är ingen av paketets mönsterlistor.{meant} {known}")


def with_lists(patterns: Iterable[str], lists: PatternLists) -> list[str]:
    """The patterns, in place of each list's name those that it holds."""
    found: list[str] = []
    for pattern in patterns:
        found += lists[pattern.removeprefix(LIST_SIGN)] if pattern.startswith(LIST_SIGN) else [pattern]
    return found
