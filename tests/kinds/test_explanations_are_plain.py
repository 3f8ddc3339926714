"""What explains a term may not need explaining: no explanation holds jargon, officialese or short forms."""

from __future__ import annotations

from functools import cache

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Level
from klarsprak.kinds.term.rule import TermRule
from klarsprak.rulebook import packs

CATEGORIES = {"fackord", "kanslisvenska", "forkortning"}
SHIPPED = packs.load(packs.shipped())
TERMS = [rule for rule in SHIPPED if isinstance(rule, TermRule) and rule.category == "fackord"]


@pytest.mark.parametrize("rule", TERMS, ids=lambda rule: rule.id)
def test_explanations_are_plain(rule: TermRule) -> None:
    assert not [line for text in rule.explanations for line in _hard_words(text, rule)]


def _hard_words(explanation: str, rule: TermRule) -> list[str]:
    """What a reader of the explanation would have to ask about, besides the words that it explains.

    *gäldenär (fackord.gäldenär) in Ett betalningsföreläggande är ett krav på en gäldenär.*
    """
    report = _checker().check(parse(explanation).letter)
    return [
        f"{finding.text} ({finding.rule}) in {explanation}"
        for finding in report.findings
        if finding.level >= Level.WARNING and finding.category in CATEGORIES and not _is_known(finding.text, rule)
    ]


def _is_known(text: str, rule: TermRule) -> bool:
    """Whether the text is of the term itself, *adekvat* of *adekvat kompetens*, or is in each letter that is told so.

    Only where the letter says *kammarrätten* is *prövningstillstånd* explained by what that court does.
    """
    own = [form for forms in rule.forms_by_word().values() for form in forms]
    asked_for = repr([sense.when for sense in rule.senses])
    text = text.lower()
    return text in asked_for or any(text in form or form in text for form in own)


@cache
def _checker() -> Checker:
    """A checker of all rules, read once."""
    return Checker(Config())
