"""Genitives that look like the first half of a compound: *Lunds kommun, tunga fordons vikt, skolas matsal*."""

from __future__ import annotations

from klarsprak.language.grammar.checks.torn_words import OWNERS
from klarsprak.language.grammar.lexicon import noun_forms
from klarsprak.language.spelling.lexicon import shipped_words
from klarsprak.language.words_at import WordsAt

_OF_PLACES = frozenset(
    "kommun stad region skola kyrka hamn universitet högskola församling tingsrätt station län socken bibliotek "
    "pastorat lasarett sjukhus förskola".split()
)
"""What is named after places."""


def owns_next(words: WordsAt, i: int) -> bool:
    """Whether the first word owns the second."""
    block = words.block
    if _is_of_place(words, i) if i == words.start else _is_owned_by_known(words, i):
        return True
    return block.words[i] in OWNERS and ("Definite=Def" not in block.features[i + 1] or block.tags[i + 1] == "ADJ")


def _is_owned_by_known(words: WordsAt, i: int) -> bool:
    """Whether the words before make the first one an owner: *Malmö* **tingsrätts dom**, *tunga* **fordons vikt**."""
    block = words.block
    first, before = block.words[i], block.words[i - 1]
    if not first.endswith("s") or first.endswith("ss") or "Definite=Def" in block.features[i + 1]:
        return False
    owners = noun_forms(first[:-1])
    if block.tags[i - 1] == "PROPN" and not block.written(i - 1, i).islower():
        return bool(owners) and not before.endswith("s")
    if i - 2 >= words.start and before in ("och", "eller", "samt") and block.words[i - 2].endswith("s"):
        return bool(owners)  # *kommuners* **och landstings** *åtgärder*
    is_many = any(noun.number == "Plur" and not noun.is_definite for noun in owners)
    return is_many and block.tags[i - 1] == "ADJ" and before.endswith("a")


def _is_of_place(words: WordsAt, i: int) -> bool:
    """Whether what stands first is a name that owns what follows: **Lunds kommun** *äger bryggan*."""
    first, second = words.block.words[i : i + 2]
    if not first.endswith("s") or words.block.written(i, i + 1).islower():
        return False
    return second in _OF_PLACES or shipped_words().is_name(first[:-1])


def begins_no_compound(first: str) -> bool:
    """Whether it is the genitive of a noun in *-a*, which compounds leave out: **skolas matsal**, *skolmatsal*."""
    return first.endswith("as") and any(noun.number == "Sing" for noun in noun_forms(first[:-1]))
