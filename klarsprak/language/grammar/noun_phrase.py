"""A noun put in place of another one, with the words before it in agreement."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from klarsprak.language.inflection import match_case, replace_noun

_MOST = 3
"""Words before the noun that are looked at."""
_AGREEING = ("DET", "ADJ")
_POSSESSIVES = frozenset("min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era".split())


def replaced(span: Span, word: str, instead: Iterable[str]) -> tuple[Span, tuple[str, ...]]:
    """The words to replace and what can stand there, the best first; empty where no form is known for sure.

    The words are the noun alone, or the determiners and adjectives before it too where one of them must change:
    *ett skriftligt yttrande* to *en skriftlig begäran*.
    """
    before = _before(span)
    texts = [token.text for token in before]
    features = span[-1].morph.to_dict()
    found = [replace_noun(texts, span.text, word, noun, features) for noun in instead]
    fitting = [result for result in found if result is not None]
    if all(changed == texts for changed, _ in fitting):
        return span, _unique(match_case(span.text, noun) for _, noun in fitting)
    phrases = (" ".join([*changed, match_case(span.text, noun)]) for changed, noun in fitting)
    return span.doc[before[0].i : span.end], _unique(phrases)


def _before(span: Span) -> list[Token]:
    """The determiners and adjectives that stand directly before, in order."""
    first = span.start
    lowest = max(span[0].sent.start, span.start - _MOST)
    while first > lowest and _agrees(span.doc[first - 1]):
        first -= 1
    return list(span.doc[first : span.start])


def _agrees(token: Token) -> bool:
    return token.pos_ in _AGREEING or token.lower_ in _POSSESSIVES


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
