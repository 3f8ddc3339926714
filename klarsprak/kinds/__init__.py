"""What a rule can do: one module a kind, each a model of its YAML and the code that applies it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from klarsprak.config.settings import RuleSettings
from klarsprak.kinds import plugin
from klarsprak.kinds.abbreviation.kind import AbbreviationKind
from klarsprak.kinds.base import Rule, WordsRule
from klarsprak.kinds.expect.kind import ExpectKind
from klarsprak.kinds.foreign import ForeignKind
from klarsprak.kinds.grammar import GrammarKind
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.kinds.legal.kind import LegalKind
from klarsprak.kinds.metric import MetricKind
from klarsprak.kinds.passive import PassiveKind
from klarsprak.kinds.pattern import PatternKind
from klarsprak.kinds.punctuation import PunctuationKind
from klarsprak.kinds.rare import RareKind
from klarsprak.kinds.reader import ReaderKind
from klarsprak.kinds.regex import RegexKind
from klarsprak.kinds.replace.kind import ReplaceKind
from klarsprak.kinds.sentence import SentenceKind
from klarsprak.kinds.signature import SignatureKind
from klarsprak.kinds.spelling import SpellingKind
from klarsprak.kinds.term.kind import TermKind
from klarsprak.kinds.unfilled import UnfilledKind
from klarsprak.kinds.verbal_noun import VerbalNounKind
from klarsprak.plugins import Group, Plugin, found

__all__ = [
    "KINDS",
    "PRECEDENCE",
    "Hit",
    "Kind",
    "Rule",
    "WordsRule",
    "added_kinds",
    "build",
    "in_order",
    "kind_names",
    "rule_type",
]

KINDS: dict[str, type[Kind[Any]]] = {
    "replace": ReplaceKind,
    "term": TermKind,
    "rare": RareKind,
    "abbreviation": AbbreviationKind,
    "pattern": PatternKind,
    "regex": RegexKind,
    "unfilled": UnfilledKind,
    "punctuation": PunctuationKind,
    "foreign": ForeignKind,
    "reader": ReaderKind,
    "grammar": GrammarKind,
    "spelling": SpellingKind,
    "sentence": SentenceKind,
    "passive": PassiveKind,
    "verbal_noun": VerbalNounKind,
    "legal": LegalKind,
    "expect": ExpectKind,
    "signature": SignatureKind,
    "metric": MetricKind,
}
"""The kinds by the name that stands in a pack."""
_OWN_NAMES = frozenset(KINDS)
PRECEDENCE = tuple(
    "expect term abbreviation spelling grammar pattern regex unfilled punctuation foreign reader "
    "replace verbal_noun legal metric sentence rare passive signature".split()
)
"""The kinds in the order in which they are asked.

Where rules of two kinds flag the same words and are equally grave, the one whose kind comes first tells: a pattern
knows more of the sentence than a word.
"""


def added_kinds() -> Mapping[str, Plugin]:
    """The kinds that plugins add, by name; raises ``PluginError``."""
    return found(Group.KINDS, _OWN_NAMES)


def kind_names() -> list[str]:
    """The kinds that a pack may name, those that plugins add last; raises ``PluginError``."""
    return [*KINDS, *added_kinds()]


def rule_type(name: str) -> type[Rule] | None:
    """The class of the rules of a kind; None for a name that is no kind.  Raises ``PluginError``.

    Asked for each of thousands of rules, most of which are of the program's own kinds.
    """
    kind = KINDS.get(name)
    if kind is not None:
        return kind.rule_type
    added = added_kinds().get(name)
    return None if added is None else plugin.load(added).rule_type


def build(name: str, rules: Sequence[Rule], settings: RuleSettings) -> Kind[Any]:
    """A kind with its rules, to be applied to letter after letter; raises ``PluginError``."""
    added = added_kinds().get(name)
    return KINDS[name](rules, settings) if added is None else plugin.AddedKind(added, rules, settings)


def in_order(names: Iterable[str]) -> list[str]:
    """The kinds in the order in which they are asked: what plugins add comes last, by name."""
    wanted = set(names)
    own = [name for name in PRECEDENCE if name in wanted]
    return own + sorted(wanted.difference(own))
