"""Names of animals and plants of which one word is rare: *vitkindad gås*, *svarthakad buskskvätta*."""

from __future__ import annotations

import re

from klarsprak.language.words_at import WordsAt

_LOOK = r"(?:vit|svart|röd|gul|grön|blå|brun|grå|guld|silver|lång|kort|stor|små|bred|smal|spets|rund|tofs)"
_PART = (
    r"(?:kind|hak|hals|nack|huv|pann|ving|stjärt|näbb|bröst|buk|rygg|strup|ögon|ör|hövd|fot|ben|tå|tand|fläck|rand"
    r"|prick|skägg|svans|blad|blom|stjälk)"
)
_OF_LOOK = re.compile(rf"{_LOOK}{_PART}(?:ad|ade|at|d|de|t|ig|iga|igt)")
"""How an animal or a plant looks that is called so: *vitkindad*, *rödstrupig*."""

_OF_NAME = frozenset({"NOUN", "ADJ"})
"""What the tagger takes the animal for: *gäss* it doesn't know."""


def is_of_species(words: WordsAt) -> bool:
    """Whether the word is the first of what an animal or a plant is called, and a noun follows: *vitkindade gäss*.

    There is no plainer name, and who writes or asks about such an animal knows it.
    """
    block, _, end = words
    if _OF_LOOK.fullmatch(words.text.lower()) is None:
        return False
    return not _OF_NAME.isdisjoint(block.tags[end : end + 1])
