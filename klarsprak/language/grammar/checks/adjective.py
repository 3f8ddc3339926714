"""An adjective for another gender or number than its noun's: *ett stor hus, en trevligt miljö, många fin hus*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.noun_phrase import (
    ARTICLES,
    MANY,
    OWNERS,
    PLURAL_POSSESSIVES,
    POSSESSIVES,
    Phrase,
    fits_article,
    phrases_after,
)
from klarsprak.language.grammar.lexicon import NounForm, adjective_in
from klarsprak.language.words_at import WordsAt

_DEFINITES = frozenset({"den", "det", "denna", "detta", "de", "dessa"})
_PLURALS = MANY | PLURAL_POSSESSIVES
_SIGNS = ARTICLES | POSSESSIVES | PLURAL_POSSESSIVES | OWNERS | MANY | _DEFINITES
_OF_TWO_FORMS = frozenset({"egen", "eget", "gode", "ene"})
"""Adjectives that have another form after a possessive: *min egen skola*."""
_TITLES = frozenset({("god", "man")})
"""Adjective and noun that name an office, and that officials leave as they are: *din god man*."""
_MISSPELT = ("nnade", "nade")


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each adjective that doesn't go with its noun."""
    for phrase in phrases_after(words, _SIGNS):
        if phrase.adjectives and (nouns := _possible_nouns(phrase)):
            yield from _wrong(phrase, nouns)


def _possible_nouns(phrase: Phrase) -> list[NounForm]:
    """What the noun can be after the determiner."""
    first = phrase.determiner_form
    if not phrase.readings and first == _ONE:
        return [NounForm(phrase.noun_form, "Neut", "Sing", False, "")] if _is_plain(phrase) else []
    return [noun for noun in phrase.readings if _may_follow(noun, first)]


_ONE = "ett"
"""Before a noun that isn't known it tells enough: *ett gammal kort* is wrong, whatever gender *kort* has."""


def _is_plain(phrase: Phrase) -> bool:
    """Whether the noun is a plain word straight after its adjective, and the only one."""
    noun = phrase.words.block.written(phrase.noun, phrase.noun + 1)
    return noun.isalpha() and noun.islower() and phrase.is_whole and phrase.noun == phrase.determiner + 2


def _may_follow(noun: NounForm, first: str) -> bool:
    """Whether the form can stand after the determiner."""
    if first in ARTICLES:
        return noun.number == "Sing" and not noun.is_definite and fits_article(noun, first)
    if first in _PLURALS:
        return noun.number == "Plur" and not noun.is_definite
    if first in _DEFINITES:
        return noun.is_definite and _may_be_this(noun, first)
    return not noun.is_definite


def _may_be_this(noun: NounForm, first: str) -> bool:
    """Whether *den* or *det* is the noun's own."""
    if first in ("de", "dessa"):
        return noun.number == "Plur"
    return noun.number == "Sing" and (noun.gender == "Neut") == first.endswith("t")


def _wrong(phrase: Phrase, nouns: Sequence[NounForm]) -> Iterator[Mistake]:
    """The adjectives whose form none of the nouns wants."""
    block = phrase.words.block
    definite = "Ind" if phrase.determiner_form in ARTICLES | MANY else "Def"
    for i in phrase.adjectives:
        form = block.words[i]
        if (form, block.words[phrase.noun]) in _TITLES:
            continue
        if form in _OF_TWO_FORMS or form.endswith(_MISSPELT) or block.words[i - 1].endswith("sta"):
            continue
        if block.words[i - 1] == "halv" and i - 3 >= phrase.words.start and block.words[i - 3] == "och":
            continue  # *två och en halv* **nautiska** *mil*
        if block.written(i, i + 1)[0].isupper():
            continue  # begins a name: *en Vita arkivet-handling*
        right = {adjective_in(form, noun.gender, noun.number, definite) for noun in nouns}
        if form not in right and None not in right:
            yield Mistake(i, i + 1, tuple(sorted(filter(None, right))), {"noun": phrase.noun_form})


ADJECTIVE = Check(_find, _SIGNS, frozenset({"noun"}))
