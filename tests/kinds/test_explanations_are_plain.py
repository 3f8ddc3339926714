"""The shipped explanations of terms are plain: no other jargon, officialese, short forms or long sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pytest

from klarsprak.checker import Checker
from klarsprak.finding import Category, Finding, Level
from klarsprak.kinds.term.rule import TermRule
from klarsprak.letter import Block, Letter
from klarsprak.rulebook import packs

WORDING = {Category.KANSLISVENSKA, Category.FORKORTNING, Category.LAGRUM, Category.MENING}
MOST_WORDS_IN_A_TERM = 4

RULES = [rule.model_copy(update={"once": False}) for rule in packs.load(packs.shipped())]
TERMS = [rule for rule in RULES if isinstance(rule, TermRule)]


class Explanation(NamedTuple):
    """A sentence, or a plainer word, that a term's rule offers the writer."""

    rule: TermRule
    text: str

    @property
    def own_words(self) -> set[str]:
        """The words that the explanation can't do without: those that it explains, in all forms."""
        return {word for form in self.rule.looked_for for word in form.split()}


def _explanations() -> Iterator[Explanation]:
    """What the shipped rules offer, plainer words as short sentences."""
    for rule in TERMS:
        plain = dict.fromkeys([rule.plain, *(sense.plain for sense in rule.senses)])
        for text in (*rule.explanations, *(f"Det är {word}." for word in plain if word)):
            yield Explanation(rule, text)


EXPLANATIONS = list(_explanations())


def _hard_words(checker: Checker, explanations: Sequence[Explanation]) -> Iterator[str]:
    """What is flagged in the explanations, one block each, that isn't a form of what they explain."""
    letter = Letter("explanations", "txt", [Block(each.text) for each in explanations], [])
    for finding in checker.check(letter).findings:
        if finding.level >= Level.WARNING and finding.place is not None:
            explanation = explanations[finding.place.block]
            if not _is_own(finding, explanation):
                yield f"{explanation.rule.name}: ”{finding.text}” ({finding.rule}) i ”{explanation.text}”"


def _is_own(finding: Finding, explanation: Explanation) -> bool:
    """Whether each of the words is one of those that are explained: *förhyrd* in *Förhyrd betyder …*."""
    return set(finding.text.lower().split()) <= explanation.own_words


def test_an_explanation_is_free_of_officialese_short_forms_and_long_sentences() -> None:
    checker = Checker(rules=[rule for rule in RULES if rule.category in WORDING])
    assert list(_hard_words(checker, EXPLANATIONS)) == []


def test_an_explanation_is_free_of_other_terms() -> None:
    checker = Checker(rules=TERMS)
    hard = [line for each in EXPLANATIONS if _may_hold_another_term(each) for line in _hard_words(checker, [each])]
    assert hard == []


FORMS = {form for rule in TERMS for form in rule.looked_for}
FIRST_PARTS = tuple(form for rule in TERMS if rule.compound in ("first", "any") for form in rule.looked_for)
LAST_PARTS = tuple(form for rule in TERMS if rule.compound in ("last", "any") for form in rule.looked_for)


def _may_hold_another_term(explanation: Explanation) -> bool:
    """Whether a term of another rule may stand there, alone or in a compound.

    These few are checked one by one: in one letter, the explanation of *vite* would excuse every other use of it.
    """
    words = [word for word in _words(explanation.text) if word not in explanation.own_words]
    return any(map(_may_be_compound, words)) or not FORMS.isdisjoint(_phrases(explanation) - _own(explanation))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.lower())


def _own(explanation: Explanation) -> set[str]:
    return set(explanation.rule.looked_for)


def _phrases(explanation: Explanation) -> set[str]:
    """All sequences of so many words as a term may have."""
    words = _words(explanation.text)
    starts = range(len(words))
    lengths = range(1, MOST_WORDS_IN_A_TERM + 1)
    return {" ".join(words[start : start + length]) for start in starts for length in lengths}


def _may_be_compound(word: str) -> bool:
    return word.startswith(FIRST_PARTS) or word.endswith(LAST_PARTS)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Det är ett brev om vite.", ["vite"]),
        ("Det är ett vitesbelopp.", ["vitesbelopp"]),
        ("Det är ett undantag.", []),
    ],
)
def test_another_term_in_an_explanation_is_told(text: str, told: list[str]) -> None:
    explanation = Explanation(TERMS[0], text)
    assert _may_hold_another_term(explanation) == bool(told)
    assert [line.split("”")[1] for line in _hard_words(Checker(rules=TERMS), [explanation])] == told
