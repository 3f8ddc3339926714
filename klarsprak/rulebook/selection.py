"""Which of the rules apply, and at what level: the organisation's choice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, product

from klarsprak.config.model import Config
from klarsprak.files.errors import Faults
from klarsprak.files.meant import did_you_mean
from klarsprak.finding import Category, Level
from klarsprak.kinds import Rule
from klarsprak.kinds.expect.rule import letter_types
from klarsprak.prose.letter_type import LetterType
from klarsprak.rulebook.own_terms import own_terms

_GONE = frozenset(
    {
        "lasbarhet.lix",
        "lasbarhet.nominalkvot",
        "lasbarhet.ord-per-mening",
        "lasbarhet.passivandel",
        "kanslisvenska.gång-tal",
        "kanslisvenska.kostnadsfri",
        "kanslisvenska.via-brev",
        "fackord.byggda-miljön",
        "fackord.elkraft",
        "fackord.felsöka",
        "fackord.konvertera-fil",
        "fackord.tilläggstid",
        "kanslisvenska.begäran-om-råd",
        "kanslisvenska.hurdan",
        "kanslisvenska.inte-undgå-kritik",
    }
)
"""Rules that shipped once: a file that turns one off, or lowers it, has what it wants."""


def selected(rules: Iterable[Rule], config: Config) -> list[Rule]:
    """The rules that the configuration lets through, at its levels and without its allowed words.

    The organisation's own terms are among them.
    Raises ``FileError`` for a name that is no pack, category or rule, and where all that is selected is ignored.
    """
    shipped = list(rules)
    every = [*shipped, *own_terms(shipped, config.terms)]
    if not _chooses(config):
        return every
    _check_names(every, config)
    _check_some_apply(every, config)
    return list(_chosen(every, config))


def _chooses(config: Config) -> bool:
    """Whether anything in the configuration is about single rules, packs, categories or words.

    Most configurations name only the organisation, and every rule is left as it is.
    """
    choices = (config.select, config.ignore, config.levels, config.allow, config.path_ignores)
    return any(choices)


def _check_some_apply(every: Iterable[Rule], config: Config) -> None:
    """Raise ``FileError`` where all that is selected is ignored too: every letter would be without a remark.

    *ignore* may come from a file that is built on, or *select* from the command line.
    """
    if config.select and config.ignore and not any(_applies(rule, config) for rule in every):
        what = "Ingen regel gäller: allt som är valt (välj, select) är också borttaget (hoppa_över, ignore)."
        raise config.fault("select", config.select[0], what)


def _chosen(rules: Iterable[Rule], config: Config) -> Iterator[Rule]:
    """The rules that apply, each as the configuration wants it; a rule whose words are all allowed is gone."""
    for rule in rules:
        if not _applies(rule, config):
            continue
        left = _adjusted(rule, config)
        if left is not None:
            yield left


def chosen_types(rules: Iterable[Rule], config: Config) -> dict[str, list[LetterType]]:
    """The types of letters that the gate asks for, as the rules describe them.

    Raises ``FileError`` for types that no rule describes: the gate would let through what it should hold.
    """
    wanted = [*config.gate.hold, *config.gate.exempt]
    if not wanted:
        return {}
    known = letter_types(rules)
    faults = Faults()
    for name in wanted:
        if name not in known:
            faults.add(config.fault("gate", name, _no_letter_type(name, known)))
    faults.check()
    return {name: known[name] for name in wanted}


def _no_letter_type(name: str, known: Iterable[str]) -> str:
    """*”beslutt” är ingen brevtyp. Menade du ”beslut”?*, or all that there are, where none is like it."""
    choices = list(known)
    meant = did_you_mean(name, choices) or f" Välj bland {', '.join(choices)}."
    return f"”{name}” är ingen brevtyp.{meant}"


def listed_words(rules: Iterable[Rule]) -> frozenset[str]:
    """Every word, lower case, that one of the rules lists, alone or in a phrase.

    *Laga kraft* is both *laga* and *kraft*.
    """
    words: set[str] = set()
    for rule in rules:
        for phrase in rule.listed_words:
            words.update(phrase.lower().split())
    return frozenset(words)


def names(rule: Rule) -> set[str]:
    """All that a rule answers to: itself, its old names, its pack and its category.

    *kanslisvenska.få*, *kanslisvenska.erhålla* and *kanslisvenska*, which is its pack and its category too.
    """
    return {rule.name, rule.pack, str(rule.category), *_old_names(rule)}


def renamed(rules: Iterable[Rule]) -> dict[str, str]:
    """The names that rules had before, and those that they have now.

    A letter or a baseline from before the change still names the rule as it was called then.
    """
    by_old_name: dict[str, str] = {}
    for rule in rules:
        by_old_name |= dict.fromkeys(_old_names(rule), rule.name)
    return by_old_name


def _old_names(rule: Rule) -> list[str]:
    """What the rule was called before, with its pack.

    An alias without a full stop is a name within the pack that the rule stands in today: *erhålla* of
    *kanslisvenska.få*; one with a full stop says the pack that it stood in then.
    """
    return [alias if "." in alias else f"{rule.pack}.{alias}" for alias in rule.aliases]


def _applies(rule: Rule, config: Config) -> bool:
    """Whether the configuration asks for the rule and doesn't turn it off.

    Who selects nothing wants all rules.
    """
    own = names(rule)
    if config.select and own.isdisjoint(config.select):
        return False
    return own.isdisjoint(config.ignore) or _is_wanted_itself(rule, config)


def _is_wanted_itself(rule: Rule, config: Config) -> bool:
    """Whether the rule is selected by its own name.

    Such a rule is wanted even where its pack is ignored: *select: [fackord.vite]* with *ignore: [fackord]*.
    """
    return rule.name in config.select and rule.name not in config.ignore


def _adjusted(rule: Rule, config: Config) -> Rule | None:
    """The rule at the level that the configuration gives, without allowed words; None if no word is left."""
    left = rule.without_words(set(map(str.lower, config.allow)))
    if left is None:
        return None
    level = _level(rule, config)
    return left if level is None else left.at_level(level)


def _level(rule: Rule, config: Config) -> Level | None:
    """The level that the configuration gives the rule, if any; what is said of fewer rules goes first."""
    from_narrow_to_wide = (rule.name, *_old_names(rule), rule.pack, str(rule.category))
    for name in from_narrow_to_wide:
        if name in config.levels:
            return config.levels[name]
    return None


def _check_names(rules: Iterable[Rule], config: Config) -> None:
    """Raise ``FileError`` with all names in the configuration that no rule answers to.

    A category is known even where no rule of it is loaded.
    """
    faults = Faults()
    known = known_names(rules).union(map(str, Category))
    for key, name in _names_in(config):
        if name not in known and (key == "select" or name not in _GONE):
            faults.add(config.fault(key, name, no_such_rule(name, known)))
    faults.check()


def _names_in(config: Config) -> Iterator[tuple[str, str]]:
    """Each name of rules in the configuration, with the key that it stands under."""
    yield from product(["select"], config.select)
    yield from product(["ignore"], config.ignore)
    yield from product(["levels"], config.levels)
    yield from product(["path_ignores"], chain.from_iterable(config.path_ignores.values()))


def known_names(rules: Iterable[Rule]) -> set[str]:
    """Everything that one or several of the rules answer to."""
    return set[str]().union(*map(names, rules))


def no_such_rule(name: str, known: Collection[str]) -> str:
    """*”fackordd” är varken paket, kategori eller regel. Menade du ”fackord”?*"""
    meant = did_you_mean(name, known)
    return f"”{name}” är varken paket, kategori eller regel.{meant}"
