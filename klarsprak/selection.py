"""Which of the rules apply, and at what level: the organisation's choice."""

from __future__ import annotations

from collections.abc import Iterable

from klarsprak.config import Config
from klarsprak.finding import Category
from klarsprak.kinds import Rule
from klarsprak.ownterms import own_terms
from klarsprak.yamlfile import did_you_mean


def selected(rules: Iterable[Rule], config: Config) -> list[Rule]:
    """The rules that the configuration lets through, at its levels and without its allowed words.

    The organisation's own terms are among them.
    Raises ``FileError`` for a name that is no pack, category or rule.
    """
    every = list(rules)
    every += own_terms(every, config.terms)
    _check_names(every, config)
    adjusted = (_adjusted(rule, config) for rule in every if _applies(rule, config))
    return [rule for rule in adjusted if rule is not None]


def names(rule: Rule) -> set[str]:
    """All that a rule answers to: itself, its old names, its pack and its category."""
    old = {alias if "." in alias else f"{rule.pack}.{alias}" for alias in rule.aliases}
    return {rule.name, rule.pack, str(rule.category)} | old


def _applies(rule: Rule, config: Config) -> bool:
    own = names(rule)
    chosen = not config.select or not own.isdisjoint(config.select)
    # A rule that is named itself is wanted even where its pack is ignored.
    return chosen and (
        own.isdisjoint(config.ignore) or (rule.name in config.select and rule.name not in config.ignore)
    )


def _adjusted(rule: Rule, config: Config) -> Rule | None:
    """The rule at the level that the configuration gives, without allowed words; None if no word is left."""
    changes: dict[str, object] = {}
    for name in (str(rule.category), rule.pack, rule.name):
        if name in config.levels:
            changes["level"] = config.levels[name]
    words: list[str] = getattr(rule, "words", [])
    allowed = {word.lower() for word in config.allow}
    left = [word for word in words if word.lower() not in allowed]
    if words and not left:
        return None
    if len(left) < len(words):
        changes["words"] = left
    return rule.model_copy(update=changes) if changes else rule


def _check_names(rules: list[Rule], config: Config) -> None:
    known = {name for rule in rules for name in names(rule)} | {str(category) for category in Category}
    for key in ("select", "ignore", "levels"):
        for name in getattr(config, key):
            if name not in known:
                message = f"”{name}” är varken paket, kategori eller regel.{did_you_mean(name, known)}"
                raise config.fault(key, name, message)
