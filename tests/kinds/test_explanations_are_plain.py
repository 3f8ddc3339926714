"""What explains a term may not need explaining: no explanation holds jargon, officialese or short forms."""

from __future__ import annotations

from functools import cache
from operator import attrgetter

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Level
from klarsprak.kinds.term.rule import TermRule
from klarsprak.rulebook.packs import Pack
from tests.support import shipped_packs, shipped_rules

CATEGORIES = {"fackord", "kanslisvenska", "forkortning"}
PACKS_WITH_TERMS = [pack for pack in shipped_packs() if any(isinstance(rule, TermRule) for rule in pack.rules)]


@pytest.mark.parametrize("pack", PACKS_WITH_TERMS, ids=attrgetter("place"))
def test_explanations_are_plain(pack: Pack) -> None:
    terms = [rule for rule in pack.rules if isinstance(rule, TermRule) and rule.category == "fackord"]
    assert not [line for rule in terms for text in rule.explanations for line in _hard_words(text, rule)]


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
    """A checker of the rules that count, made once; who signs an explanation nobody asks."""
    counting = [rule for rule in shipped_rules() if rule.category in CATEGORIES and rule.level >= Level.WARNING]
    return Checker(Config(), counting, whole=False)
