"""Which of the rules apply, and at what level: the organisation's choice."""

from __future__ import annotations

from collections.abc import Iterable

from klarsprak.config.model import Config
from klarsprak.files.validation import did_you_mean
from klarsprak.finding import Category
from klarsprak.kinds import Rule
from klarsprak.kinds.expect import letter_types
from klarsprak.prose.letter_type import LetterType
from klarsprak.rulebook.own_terms import own_terms


def selected(rules: Iterable[Rule], config: Config) -> list[Rule]:
    """The rules that the configuration lets through, at its levels and without its allowed words.

    The organisation's own terms are among them.
    Raises ``FileError`` for a name that is no pack, category or rule.
    """
    every = list(rules)
    every += own_terms(every, config.terms)
    if not (config.select or config.ignore or config.levels or config.allow or config.path_ignores):
        return every
    _check_names(every, config)
    adjusted = (_adjusted(rule, config) for rule in every if _applies(rule, config))
    return [rule for rule in adjusted if rule is not None]


def chosen_types(rules: Iterable[Rule], config: Config) -> dict[str, list[LetterType]]:
    """The types of letters that the gate asks for, as the rules describe them; raises ``FileError`` for others."""
    wanted = [*config.gate.hold, *config.gate.exempt]
    if not wanted:
        return {}
    known = letter_types(rules)
    for name in wanted:
        if name not in known:
            meant = did_you_mean(name, known)
            raise config.fault("gate", name, f"”{name}” är ingen brevtyp.{meant} Välj bland {', '.join(known)}.")
    return {name: known[name] for name in wanted}


def listed_words(rules: Iterable[Rule]) -> frozenset[str]:
    """Every word, lower case, that one of the rules lists, alone or in a phrase."""
    phrases = (phrase for rule in rules for phrase in rule.listed_words)
    return frozenset(word for phrase in phrases for word in phrase.lower().split())


def names(rule: Rule) -> set[str]:
    """All that a rule answers to: itself, its old names, its pack and its category."""
    return {rule.name, rule.pack, str(rule.category), *_old_names(rule)}


def renamed(rules: Iterable[Rule]) -> dict[str, str]:
    """The names that rules had before, and those that they have now."""
    return {old: rule.name for rule in rules for old in _old_names(rule)}


def _old_names(rule: Rule) -> list[str]:
    return [alias if "." in alias else f"{rule.pack}.{alias}" for alias in rule.aliases]


def _applies(rule: Rule, config: Config) -> bool:
    own = names(rule)
    chosen = not config.select or not own.isdisjoint(config.select)
    # A rule that is named itself is wanted even where its pack is ignored.
    return chosen and (
        own.isdisjoint(config.ignore) or (rule.name in config.select and rule.name not in config.ignore)
    )


def _adjusted(rule: Rule, config: Config) -> Rule | None:
    """The rule at the level that the configuration gives, without allowed words; None if no word is left."""
    left = rule.without_words({word.lower() for word in config.allow})
    if left is None:
        return None
    for name in (rule.name, rule.pack, str(rule.category)):
        if name in config.levels:
            return left.model_copy(update={"level": config.levels[name]})
    return left


def _check_names(rules: list[Rule], config: Config) -> None:
    known = {name for rule in rules for name in names(rule)} | {str(category) for category in Category}
    ignored = [name for there in config.path_ignores.values() for name in there]
    chosen = {"select": config.select, "ignore": config.ignore, "levels": config.levels, "path_ignores": ignored}
    for key, named in chosen.items():
        for name in named:
            if name not in known:
                message = f"”{name}” är varken paket, kategori eller regel.{did_you_mean(name, known)}"
                raise config.fault(key, name, message)
