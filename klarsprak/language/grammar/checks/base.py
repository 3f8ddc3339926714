"""What a check of grammar is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from klarsprak.language.words_at import WordsAt


class Mistake(NamedTuple):
    """Words that are wrong Swedish, and what would be right in their place."""

    first: int
    """The first token of them, counted in the block."""
    last: int
    """The token after the last."""
    instead: tuple[str, ...] = ()
    """What to write in place of all of these words, the likeliest first; empty for *take them away*."""
    values: Mapping[str, str] = MappingProxyType({})
    """What else the rule's message may tell, by name: ``{"auxiliary": "kan"}``."""


class Check(NamedTuple):
    """One thing that may be wrong in a sentence, with a look at its words that spares most sentences the search."""

    find: Callable[[WordsAt], Iterable[Mistake]]
    """Finds the mistakes in a sentence."""
    signs: frozenset[str] = frozenset()
    """Lower-case forms of which a sentence with such a mistake has one; empty where words don't tell."""
    values: frozenset[str] = frozenset()
    """The names of what its mistakes tell beside the words."""
    holds_in_phrases: bool = False
    """Whether it looks at no more than words beside each other, which headings and short list items have too."""
    gives_way_to: frozenset[str] = frozenset()
    """The kinds of rules that say more of the same words: *inges* may be put better than by its new form."""
    neighbours: frozenset[tuple[str, str]] = frozenset()
    """Parts of speech of which such a sentence has one pair side by side; empty where they don't tell."""
    repeats: int = 0
    """How many of the words of such a sentence have stood in it before, at least."""
    is_sign: Callable[[str], bool] | None = None
    """Whether a lower-case form is such a sign: those in ``signs`` are so too, and needn't be told."""
