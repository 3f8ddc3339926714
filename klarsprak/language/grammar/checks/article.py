"""A missing article: *det är bra idé, vi har fin lekplats*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.noun_phrase import article_of
from klarsprak.language.grammar.lexicon import NounForm, adjective_in, adjective_of, noun_forms
from klarsprak.language.words_at import WordsAt

_VALUING = frozenset(
    "bra dålig fin rolig speciell viktig intressant klok trevlig liten vacker jobbig lugn svår".split()
)
"""Adjectives that say what somebody thinks of the thing; *stor betydelse* and *ny ägare* go without an article."""
_VERBS = frozenset("är var blir blev bli vara har hade ha få får fick fått gör gjorde göra finns fanns".split())
_GO_WITHOUT = frozenset(
    "tid betydelse nytta hjälp tillgång ekonomi lukt smak sikt vård kontakt kvalitet mat musik service "
    "stämning hälsa plan skick humör stöd väder resultat ordning verkan effekt erfarenhet kunskap "
    "information reda roll del vän lust sak fart luft form yta balans relation rytm nivå tur lycka "
    "samvete".split()
)
"""Nouns that need no article after an adjective: *har god ekonomi, är bra vård*."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each adjective that follows a verb at once, before a noun that is one of several."""
    block = words.block
    for i in range(words.start + 1, words.end - 1):
        if block.words[i] in _VALUED and block.words[i - 1] in _VERBS and (noun := _counted(words, i)):
            instead = f"{article_of(noun)} {block.written(i, i + 2)}"
            yield Mistake(i, i + 2, (instead,), {"article": article_of(noun)})


def _counted(words: WordsAt, adjective: int) -> NounForm | None:
    """The noun after the adjective, where it is singular, has a plural and agrees."""
    block, after = words.block, adjective + 2
    if block.tags[adjective + 1] != "NOUN" or (after < words.end and block.tags[after] == "NOUN"):
        return None
    nouns = noun_forms(block.words[adjective + 1])
    if len({noun.gender for noun in nouns}) != 1 or nouns[0].noun in _GO_WITHOUT or nouns[0].is_definite:
        return None
    return nouns[0] if _agrees(block.words[adjective], nouns[0]) else None


def _agrees(form: str, noun: NounForm) -> bool:
    """Whether the noun is one of several, and the adjective in its form."""
    if noun.number != "Sing" or not noun.plural:
        return False
    return adjective_of(form) is None or adjective_in(form, noun.gender, "Sing", "Ind") == form


def _forms() -> Iterator[str]:
    """The adjectives as *en* and *ett* words have them, strengthened too."""
    for adjective in _VALUING:
        neuter = adjective_in(adjective, "Neut", "Sing", "Ind")
        for form in filter(None, (adjective, neuter)):
            yield from (form, "jätte" + form)


_VALUED = frozenset(_forms())
ARTICLE = Check(_find, _VALUED, frozenset({"article"}))
