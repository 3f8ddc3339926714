"""Faults of grammar that a replacement may bring into a sentence: what is wrong after it and wasn't before.

No grammar checker: a letter's own sentences may have such faults by the tagger's mistake.  Only those count that
another word in the same sentence brings about, and then a change that might be right is better left to the writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import gt
from typing import TYPE_CHECKING, NamedTuple

from klarsprak.language.grammar.agreement_faults import (
    disagreeing_attributes,
    disagreeing_phrases,
    disagreeing_predicatives,
    stray_adjectives,
)
from klarsprak.language.grammar.order_faults import misplaced_particles
from klarsprak.language.grammar.verb_faults import (
    infinitives_alone,
    supines_alone,
    wrong_after_att,
    wrong_after_have,
    wrong_after_modal,
    wrong_after_to_be,
)
from klarsprak.language.pipeline import Need, analyse
from klarsprak.language.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Finder = Callable[["Doc"], Iterator[int]]
"""Finds the tokens at which a sentence has the fault."""
_CLAUSE_BETWEEN = 4
"""Between two *som* that belong to one noun stand so few words: *de som berörs som bor här*."""


class Fault(NamedTuple):
    """A kind of fault, with a sentence that has it and one that hasn't."""

    find: Finder
    wrong: str
    right: str


def brings_faults(pairs: Iterable[tuple[str, str]]) -> list[bool]:
    """Of each sentence before a change and after it, whether the change brings in a fault.

    >>> brings_faults([("Det ska grundas på fakta.", "Det ska bygger på fakta."), ("Du vet ej.", "Du vet inte.")])
    [True, False]
    """
    # As in a letter's own analysis, a space that doesn't break is a space.
    texts = [text.replace("\u00a0", " ") for pair in pairs for text in pair]
    sentences = list(map(_Faults.of, analyse(texts, Need.MORPHOLOGY)))
    return [after.are_more_than(before) for before, after in zip(sentences[::2], sentences[1::2], strict=True)]


class _Faults(NamedTuple):
    """What is wrong in a text."""

    sentences: int
    """*till exempel. Ekvalla* has one more than *t.ex. Ekvalla*."""
    counts: list[int]
    """How many tokens have each of the ``FAULTS``."""

    @classmethod
    def of(cls, tokens: Tokens) -> _Faults:
        """Those of a tagged text."""
        from klarsprak.language.parsing import parsed  # its import takes as long as many letters

        with parsed(tokens, 0, len(tokens)) as doc:
            return cls(len(tokens.sentence_starts), [sum(1 for _ in fault.find(doc)) for fault in FAULTS])

    def are_more_than(self, before: _Faults) -> bool:
        """Whether there are more of some kind than before, or other sentences."""
        return self.sentences != before.sentences or any(map(gt, self.counts, before.counts))


def _doubled_words(doc: Doc) -> Iterator[int]:
    """Words that come twice: *de de som*."""
    for token in doc[1:]:
        if token.is_alpha and token.lower_ == doc[token.i - 1].lower_:
            yield token.i


def _stacked_clauses(doc: Doc) -> Iterator[int]:
    """A *som* after another one's clause of a word or two: *de som berörs som bor här*."""
    for token in doc:
        before = doc[max(0, token.i - _CLAUSE_BETWEEN) : token.i]
        if _is_relative(token) and any(map(_is_relative, before)):
            yield token.i


def _is_relative(token: Token) -> bool:
    """Whether the token is the *som* of a clause; that of *som hjälp* is none."""
    return token.lower_ == "som" and token.pos_ == "PRON"


FAULTS = (
    Fault(_doubled_words, "Det gäller de de som bor här.", "Det gäller de som bor här."),
    Fault(_stacked_clauses, "Det gäller de som berörs som bor här.", "Det gäller den som bor här."),
    Fault(wrong_after_modal, "Avgiften ska bygger på inkomsten.", "Avgiften ska inte bygga på inkomsten."),
    Fault(wrong_after_att, "Det är svårt att bygger på det.", "Det är bra att det bygger på något."),
    Fault(wrong_after_have, "Nämnden har inte pröva saken.", "Nämnden har inte prövat saken."),
    Fault(wrong_after_to_be, "Avtalet är inte skrivit under.", "Avtalet är inte underskrivet."),
    Fault(supines_alone, "Hon skrivit under avtalet.", "Avtalet som hon skrivit under gäller."),
    Fault(infinitives_alone, "Kommunen betala avgiften.", "Kommunen kan betala avgiften."),
    Fault(disagreeing_phrases, "Du får ett begäran från oss.", "Du får en begäran från oss."),
    Fault(disagreeing_predicatives, "Brevet är försenad.", "Brevet är försenat."),
    Fault(disagreeing_attributes, "Vi har ett brev, inkommen i mars.", "Vi har en skrivelse, inkommen i mars."),
    Fault(stray_adjectives, "Vi ska tydlig förklara skälen.", "Vi ska tydligt förklara skälen."),
    Fault(misplaced_particles, "Därefter skickar in vi ansökan.", "Därefter skickar vi in ansökan."),
)
"""What is looked for, each with an example."""
