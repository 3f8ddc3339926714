"""Of rules, and of what the organisation has said of itself."""

from __future__ import annotations

from typing import Any

from klarsprak.kinds import Rule
from klarsprak.kinds.example import Example
from klarsprak.live.checking import LiveChecker
from klarsprak.rulebook.own_terms import in_own_words
from klarsprak.rulebook.selection import known_names, names, no_such_rule
from klarsprak.rulebook.words import rules_about
from klarsprak.server.api.questions import RefusedError


def describe_rules(checker: LiveChecker, name: str) -> dict[str, Any]:
    """The rule of that name, those of a pack or category, or those about a word; raises ``RefusedError``."""
    rules = checker.letter.rules
    known = known_names(rules)
    meant = [rule for rule in rules if name in names(rule)] if name in known else rules_about(name, rules)
    if not meant:
        raise RefusedError(404, no_such_rule(name, known))
    return {"rules": [_as_data(rule) for rule in in_own_words(meant, checker.letter.settings.terms)]}


def describe_sender(checker: LiveChecker) -> dict[str, Any]:
    """What the organisation has said of itself that a signature can be filled in with."""
    settings = checker.letter.settings
    return {
        "organisation": settings.organisation,
        "units": list(settings.units),
        "addresses": list(settings.addresses),
    }


def _as_data(rule: Rule) -> dict[str, Any]:
    """What ``klarsprak rules show`` tells."""
    return {
        "name": rule.name,
        "level": str(rule.level),
        "category": str(rule.category),
        "kind": rule.kind,
        "words": list(rule.listed_words),
        "written_out": list(rule.written_out),
        "instead": list(rule.replacements),
        "explanations": [text for text in rule.explanations if text],
        "why": rule.why,
        "source": rule.source,
        "examples": [_example(example) for example in rule.examples],
    }


def _example(example: Example) -> dict[str, str]:
    """What is flagged and how it is better, or what passes."""
    texts = {"flag": example.flag, "fix": example.fix, "pass": example.pass_}
    return {key: text for key, text in texts.items() if text is not None}
