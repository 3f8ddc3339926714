"""Verbs that a message names of the words that a rule finds."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from klarsprak.language.grammar.active import active_of
from klarsprak.language.plain_verbs import verb_for
from klarsprak.language.words_at import WordsAt

_ACTIVE, _VERB = "active", "a_verb"


def names_verb(message: str) -> bool:
    """Whether the message names one, for which the words' morphology has to be known."""
    return f"{{{_ACTIVE}}}" in message or f"{{{_VERB}}}" in message


def verbs_in(message: str, words: WordsAt, listed: Mapping[str, str] = MappingProxyType({})) -> dict[str, str]:
    """What the message's placeholders for verbs stand for; nobody looks for what it doesn't name.

    *vem som* **ska betala** of *ska betalas*, *verbet* **”betala”** of *betalning sker*; for the noun ``listed`` may
    have another.
    """
    said: dict[str, str] = {}
    if f"{{{_ACTIVE}}}" in message:
        said[_ACTIVE] = active_of(words)
    if f"{{{_VERB}}}" in message:
        said[_VERB] = verb_for(words, listed)
    return said
