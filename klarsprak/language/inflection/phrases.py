"""The paradigm of any word or phrase, by its part of speech."""

from __future__ import annotations

from functools import lru_cache

from klarsprak.language.inflection.adjective_phrases import adjective_phrase_paradigm
from klarsprak.language.inflection.determiners import determiner_paradigm
from klarsprak.language.inflection.model import INVARIABLE, Paradigm
from klarsprak.language.inflection.noun_phrases import noun_phrase_paradigm
from klarsprak.language.inflection.verb_phrases import verb_phrase_paradigm

_PARADIGMS = {
    "VERB": verb_phrase_paradigm,
    "AUX": verb_phrase_paradigm,
    "NOUN": noun_phrase_paradigm,
    "PROPN": noun_phrase_paradigm,
    "ADJ": adjective_phrase_paradigm,
    "DET": determiner_paradigm,
    "PRON": determiner_paradigm,
}


@lru_cache(maxsize=8192)  # an archive has words without end
def paradigm(word: str, pos: str) -> Paradigm:
    """All forms of a word or phrase in dictionary form; the word itself where it can't be inflected.

    >>> paradigm("vi", "PRON"), paradigm("i enlighet med", "PHRASE")
    ({'inv': ('vi',)}, {'inv': ('i enlighet med',)})
    """
    unchanged: Paradigm = {INVARIABLE: (word,)}
    if pos not in _PARADIGMS or not word.strip():
        return unchanged
    return _PARADIGMS[pos](word) or unchanged
