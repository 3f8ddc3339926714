"""Adjectives that are used as adverbs: *explicit uttrycka*, *anger explicit att*."""

from __future__ import annotations

from klarsprak.language.inflection import Features
from klarsprak.language.words_at import WordsAt

ADVERB: Features = {"Gender": "Neut", "Number": "Sing", "Definite": "Ind"}
"""The form of an adjective that is its adverb too: *tydligt*."""
_TO_BE = frozenset("är var blir blev bli vara varit blivit".split())


def is_adverb(words: WordsAt) -> bool:
    """Whether an adjective in the form for *en* or *ett* says something of a verb: it stands before one, or *att*.

    Or between one and the end: *höjs* **marginellt**.  The tagger takes *explicit* for an adjective anywhere.
    """
    block, end = words.block, words.end
    if words.tag == "ADV" or _ends_after_verb(words):
        return True
    if end == words.sentence.end or "Number=Plur" in block.features[words.start]:
        return False
    if block.tags[end] == "VERB" and "VerbForm=Part" not in block.features[end]:
        return words.start == words.sentence.start or block.words[words.start - 1] not in _TO_BE
    return block.words[end] == "att" and words.start > 0 and block.tags[words.start - 1] == "VERB"


def _ends_after_verb(words: WordsAt) -> bool:
    """Whether nothing stands between the verb, the word in *-t* and what ends the sentence or the clause."""
    block, start, end = words
    if start == words.sentence.start or not block.words[end - 1].endswith("t"):
        return False
    is_last = end == words.sentence.end or block.tags[end] == "PUNCT"
    return is_last and block.tags[start - 1] == "VERB" and block.words[start - 1] not in _TO_BE
