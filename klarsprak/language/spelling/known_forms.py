"""Words that are known in their dictionary form, told in any form: *bosociala* of *bosocial*."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from klarsprak.language.endings import look_up
from klarsprak.language.inflection import spellings
from klarsprak.language.lemmas import lemmas
from klarsprak.language.packed_words import PackedWords

_SHARED = 4
"""Letters that a word's forms have in common; those of shorter words are alike by chance."""
_INFLECTED = ("NOUN", "ADJ", "VERB")
_ADJECTIVE_ENDINGS = ("al", "ar", "ell", "ent", "ad", "iv", "ig", "isk", "bar", "sam", "lös", "är", "ös", "id")
"""How adjectives end that the lexicon may take for nouns, as it has few of them: *volar*, *bosocial*."""


class KnownForms:
    """Tells the forms of known words, most of which nobody asks for: none is made before a form like it turns up."""

    def __init__(self, words: Iterable[str]) -> None:
        every = (word for phrase in words for word in phrase.lower().split())
        self._words = PackedWords.of(word for word in every if len(word) > _SHARED and word.isalpha())

    def holds(self, form: str) -> bool:
        """Whether the lower-case form is one of a known word.

        >>> [KnownForms(["bosocial", "laga kraft"]).holds(form) for form in ("bosociala", "kraften", "osociala")]
        [True, True, False]
        """
        if len(form) < _SHARED:
            return False
        return any(form in _forms_of(word) for word in self._words.beginning_with(form[:_SHARED]))


def _forms_of(word: str) -> set[str]:
    """The forms of the word as each part of speech that it may be by its ending."""
    forms = {word}
    for pos in _parts_of_speech(word):
        forms |= spellings(word, pos)
    return forms


def _parts_of_speech(word: str) -> Collection[str]:
    """The likely ones."""
    paradigm = look_up(word).paradigm
    likely = {pos for pos in _INFLECTED if paradigm in lemmas().paradigms[pos]}
    return likely | {"ADJ"} if word.endswith(_ADJECTIVE_ENDINGS) else likely
