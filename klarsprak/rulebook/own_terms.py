"""The terms that the organisation explains: rules of their own where no rule knows them, else in its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from klarsprak.finding import Category, Level
from klarsprak.kinds import Rule
from klarsprak.kinds.abbreviation.rule import AbbreviationRule
from klarsprak.kinds.example import Example
from klarsprak.kinds.term.rule import TermRule

PACK = "egna-termer"
_NO_NAME = re.compile(r"[^\w.+-]+")


def own_terms(rules: Iterable[Rule], terms: dict[str, str]) -> list[TermRule]:
    """Rules for those of ``terms`` (a term and its explanation) that none of ``rules`` is about.

    Capitals make no difference: *Vite* in ``terms`` is the *vite* of a rule.
    """
    known = _explained_words(rules)
    return [_rule(term, explanation) for term, explanation in terms.items() if term.lower() not in known]


def in_own_words(rules: Iterable[Rule], terms: Mapping[str, str]) -> Iterator[Rule]:
    """The rules as they speak in letters, for a person to read: a term by the organisation's own explanation.

    An abbreviation that it explains need not be written out, and a rule with no other is left out.
    """
    own = {term.lower(): text for term, text in terms.items()}
    for rule in rules:
        if isinstance(rule, TermRule):
            yield _explained(rule, own)
        elif isinstance(rule, AbbreviationRule):
            left = rule.without_words(own.keys())
            if left is not None:
                yield left
        else:
            yield rule


def _explained(rule: TermRule, own: Mapping[str, str]) -> TermRule:
    """The rule with the own explanations in place of its own; they hold in every sense of the word."""
    if own.keys().isdisjoint(map(str.lower, rule.words)):
        return rule
    if isinstance(rule.explain, str):
        text = next(own[word.lower()] for word in rule.words if word.lower() in own)
        return rule.model_copy(update={"explain": text, "senses": []})
    texts = {word: _own_text(rule, word, own) or text for word, text in rule.explain.items()}
    return rule.model_copy(update={"explain": texts})


def _own_text(rule: TermRule, word: str, own: Mapping[str, str]) -> str:
    """The own explanation of a word, or of another that means the same; empty where there is none."""
    alike = (other.lower() for other in rule.words_meaning(rule.meant_by(word)))
    return next((own[other] for other in alike if other in own), "")


def _explained_words(rules: Iterable[Rule]) -> set[str]:
    """The terms, lower case, that the rules explain already; those rules take over the organisation's words."""
    known: set[str] = set()
    for rule in rules:
        if isinstance(rule, TermRule):
            known.update(map(str.lower, rule.words))
    return known


def _rule(term: str, explanation: str) -> TermRule:
    """The rule for a term: *egna-termer.delegationsbeslut* for *Delegationsbeslut*."""
    return TermRule(
        id=_NO_NAME.sub("-", term.strip().lower()),
        pack=PACK,
        kind="term",
        category=Category.FACKORD,
        level=Level.WARNING,
        why="Kommunen har bestämt att ordet ska förklaras. Läsaren slipper då ringa och fråga.",
        source="klarsprak.yml, nyckeln förklaringar",
        message="Förklara ordet ”{text}”, till exempel så här: ”{explain}”",
        letters_only=False,  # the organisation wants it in all its texts
        words=[term],
        explain=explanation,
        examples=[Example(flag=f"Det gäller [{term}].")],
    )
