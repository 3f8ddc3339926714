"""What explains a term may not need explaining: no explanation holds jargon, officialese or short forms."""

from __future__ import annotations

from functools import cache

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Level
from klarsprak.kinds import Rule
from klarsprak.kinds.term.rule import TermRule
from klarsprak.rulebook import packs

CATEGORIES = {"fackord", "kanslisvenska", "forkortning"}
PACKS = packs.load_packs(packs.shipped())


@pytest.mark.parametrize("rules", [pack.rules for pack in PACKS], ids=[pack.path.stem for pack in PACKS])
def test_explanations_are_plain(rules: list[Rule]) -> None:
    terms = [rule for rule in rules if isinstance(rule, TermRule) and rule.category == "fackord"]
    assert not [line for term in terms for text in term.explanations for line in _hard_words(text, term)]


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
