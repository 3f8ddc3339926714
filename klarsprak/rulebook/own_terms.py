"""The terms that the organisation explains and that no rule knows: each becomes a rule."""

from __future__ import annotations

import re
from collections.abc import Iterable

from klarsprak.finding import Category, Level
from klarsprak.kinds import Rule
from klarsprak.kinds.base import Example
from klarsprak.kinds.term.rule import TermRule

PACK = "egna-termer"
_NO_NAME = re.compile(r"[^\w.+-]+")


def own_terms(rules: Iterable[Rule], terms: dict[str, str]) -> list[TermRule]:
    """Rules for those of ``terms`` (a term and its explanation) that none of ``rules`` is about.

    Capitals make no difference: *Vite* in ``terms`` is the *vite* of a rule.
    """
    known = _explained_words(rules)
    return [_rule(term, explanation) for term, explanation in terms.items() if term.lower() not in known]


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
        source="klarsprak.yml, nyckeln terms",
        message="Förklara ordet ”{text}”, till exempel så här: ”{explain}”",
        words=[term],
        explain=explanation,
        examples=[Example(flag=f"Det gäller [{term}].")],
    )
