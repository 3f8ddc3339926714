"""``sentence``: a sentence that is hard to take in by its build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, get_args

from pydantic import Field
from spacy.tokens import Span, Token

from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.analysis import Analysis
from klarsprak.language.pipeline import Need
from klarsprak.language.readability import is_word

Measure = Literal["words", "clauses", "distance", "before_verb", "modifiers", "negations"]
_CLAUSES = frozenset({"advcl", "acl", "acl:relcl", "ccomp", "csubj"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_NEGATIONS = frozenset({"inte", "ej", "icke", "aldrig", "utan", "ingen", "inget", "inga", "knappast"})
_NOUNS = frozenset({"NOUN", "PROPN"})


class SentenceRule(Rule):
    """A measure of a sentence and its limit."""

    kind: Literal["sentence"]
    measure: Measure = Field(
        description="words: antal ord. clauses: bisatser i varandra. distance: ord mellan subjekt och verb. "
        "before_verb: ord före huvudsatsens verb. modifiers: ord före ett substantiv. negations: nekande ord."
    )
    max: int = Field(description="Högsta antal som går an.", ge=0)
    placeholders = frozenset({"text", "value", "max"})

    def need(self) -> Need:
        """Counting words and negations needs forms only, the rest a parse."""
        deep = Need.FORMS if self.measure in ("words", "negations") else Need.MORPHOLOGY | Need.PARSE
        return super().need() | deep


class SentenceKind(Kind[SentenceRule]):
    """Measures each sentence of running text."""

    rule_type = SentenceRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each sentence and rule where the measure is beyond the limit, on the words that make it so."""
        for block, sentence in analysis.sentences():
            for rule in self.rules:
                value, span = _MEASURES[rule.measure](sentence)
                if value > rule.max:
                    yield Hit(
                        rule, block.index, span.start_char, span.end_char, values={"value": value, "max": rule.max}
                    )


Measured = tuple[int, Span]


def _words(sentence: Span) -> Measured:
    return sum(is_word(token) for token in sentence), _trimmed(sentence)


def _clauses(sentence: Span) -> Measured:
    """The greatest number of subordinate clauses inside each other."""
    depth = max((sum(_is_clause(token) for token in _ancestry(token)) for token in sentence), default=0)
    return depth, _trimmed(sentence)


def _distance(sentence: Span) -> Measured:
    """The most words between a subject's head and its verb."""
    pairs = [sorted((token.i, _finite(token.head).i)) for token in sentence if token.dep_ in _SUBJECTS]
    return _widest(sentence, pairs)


def _before_verb(sentence: Span) -> Measured:
    """The words that stand before the main clause's finite verb."""
    finite = _finite(sentence.root)
    if finite.pos_ not in ("VERB", "AUX") or finite.i <= sentence.start:
        return 0, sentence
    span = sentence.doc[sentence.start : finite.i]
    return sum(is_word(token) for token in span), span


def _modifiers(sentence: Span) -> Measured:
    """The most words that stand between a noun's first modifier and the noun."""
    pairs = [[token.left_edge.i, token.i] for token in sentence if token.pos_ in _NOUNS]
    return _widest(sentence, pairs)


def _negations(sentence: Span) -> Measured:
    return sum(token.lower_ in _NEGATIONS for token in sentence), _trimmed(sentence)


_MEASURES: dict[Measure, Callable[[Span], Measured]] = dict(
    zip(get_args(Measure), (_words, _clauses, _distance, _before_verb, _modifiers, _negations), strict=True)
)


def _widest(sentence: Span, pairs: list[list[int]]) -> Measured:
    if not pairs:
        return 0, sentence
    first, last = max(pairs, key=lambda pair: pair[1] - pair[0])
    between = sentence.doc[first + 1 : last]
    return sum(is_word(token) for token in between), sentence.doc[first : last + 1]


def _finite(verb: Token) -> Token:
    """The auxiliary that carries the clause, or the verb itself."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]
    return auxiliaries[0] if auxiliaries else verb


def _is_clause(token: Token) -> bool:
    return token.dep_ in _CLAUSES and any(
        "VerbForm=Fin" in verb.morph for verb in (token, *token.children) if verb.pos_ in ("VERB", "AUX")
    )


def _ancestry(token: Token) -> Iterator[Token]:
    yield token
    yield from token.ancestors


def _trimmed(sentence: Span) -> Span:
    """The sentence without white space at its ends."""
    start, end = sentence.start, sentence.end
    while start < end - 1 and sentence.doc[start].is_space:
        start += 1
    while end > start + 1 and sentence.doc[end - 1].is_space:
        end -= 1
    return sentence.doc[start:end]
