"""Which of the rules apply, and at what level: the organisation's choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klarsprak.config import Config
from klarsprak.finding import Category
from klarsprak.kinds import Rule
from klarsprak.yamlfile import FileError, did_you_mean


def selected(rules: Iterable[Rule], config: Config) -> list[Rule]:
    """The rules that the configuration lets through, at its levels and without its allowed words.

    Raises ``FileError`` for a name that is no pack, category or rule.
    """
    every = list(rules)
    _check_names(every, [*config.select, *config.ignore, *config.levels])
    return [_adjusted(rule, config) for rule in every if _applies(rule, config) and not _is_allowed(rule, config)]


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


def _adjusted(rule: Rule, config: Config) -> Rule:
    """The rule with the most specific level that the configuration gives."""
    for name in (rule.name, rule.pack, str(rule.category)):
        if name in config.levels:
            return rule.model_copy(update={"level": config.levels[name]})
    return rule


def _is_allowed(rule: Rule, config: Config) -> bool:
    """Whether all the words that the rule looks for are allowed."""
    words = getattr(rule, "words", None)
    allowed = {word.lower() for word in config.allow}
    return bool(words) and all(word.lower() in allowed for word in words)


def _check_names(rules: list[Rule], chosen: Iterable[str]) -> None:
    known = {name for rule in rules for name in names(rule)} | {str(category) for category in Category}
    name = next((name for name in chosen if name not in known), None)
    if name is not None:
        raise FileError(f"”{name}” är varken paket, kategori eller regel.{did_you_mean(name, known)}")

