"""An article that a superlative or a clause tells of: *är största staden*, *den personer som*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.lexicon import NounForm, is_adjective, noun_forms
from klarsprak.language.inflection import match_case
from klarsprak.language.words_at import WordsAt

_BEFORE = frozenset("är var blir blev av".split())
_ARTICLES = {("Com", "Sing"): "den", ("Neut", "Sing"): "det"}
_WITHOUT = frozenset("första sista nästa förra enda mesta senaste högsta lägsta".split())
"""These go without an article: *första gången*, *högsta hastigheten*, *högsta domstolen*."""


def _without_article(words: WordsAt) -> Iterator[Mistake]:
    """Superlatives straight before a definite noun: *är största staden*, *en av bästa platserna*."""
    block = words.block
    for i in range(words.start + 1, words.end - 1):
        form = block.words[i]
        if block.words[i - 1] not in _BEFORE or not form.endswith("sta") or form in _WITHOUT:
            continue
        nouns = noun_forms(block.words[i + 1])
        if block.written(i, i + 1) == form and nouns and all(noun.is_definite for noun in nouns):
            yield Mistake(i, i + 1, (f"{_article(nouns[0])} {form}",))


def _article(noun: NounForm) -> str:
    """*den*, *det* or *de*."""
    return _ARTICLES.get((noun.gender, noun.number), "de")


def _of_other_number(words: WordsAt) -> Iterator[Mistake]:
    """*den personer som*, *de utbildning som*: the article before a noun that a clause says more of.

    *Den anställda som* is one person: an adjective used as a noun has one form for one and many.
    """
    block = words.block
    for i in range(words.start, words.end - 2):
        if block.words[i] not in ("den", "de") or block.tags[i] != "DET" or block.words[i + 2] != "som":
            continue
        nouns = () if is_adjective(block.words[i + 1]) else noun_forms(block.words[i + 1])
        wrong = "Plur" if block.words[i] == "den" else "Sing"
        if nouns and all(noun.number == wrong and not noun.is_definite for noun in nouns):
            right = "de" if wrong == "Plur" else _article(nouns[0])
            noun = block.written(i + 1, i + 2)
            yield Mistake(i, i + 2, (f"{match_case(block.written(i, i + 1), right)} {noun}",))


WITHOUT_THE = Check(_without_article, _BEFORE)
OTHER_NUMBER = Check(_of_other_number, frozenset({"som"}))
