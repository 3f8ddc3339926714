"""What a rule can do: one module a kind, each a model of its YAML and the code that applies it."""

from __future__ import annotations

from typing import Any

import klarsprak.language  # noqa: F401  (first: it decides how spaCy is imported)
from klarsprak.kinds.abbreviation import AbbreviationKind
from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.kinds.expect import ExpectKind
from klarsprak.kinds.legal.kind import LegalKind
from klarsprak.kinds.metric import MetricKind
from klarsprak.kinds.passive import PassiveKind
from klarsprak.kinds.pattern import PatternKind
from klarsprak.kinds.punctuation import PunctuationKind
from klarsprak.kinds.rare import RareKind
from klarsprak.kinds.regex import RegexKind
from klarsprak.kinds.replace import ReplaceKind
from klarsprak.kinds.sentence import SentenceKind
from klarsprak.kinds.signature import SignatureKind
from klarsprak.kinds.term.kind import TermKind
from klarsprak.kinds.unfilled import UnfilledKind

__all__ = ["KINDS", "PRECEDENCE", "Hit", "Kind", "Rule"]

KINDS: dict[str, type[Kind[Any]]] = {
    "replace": ReplaceKind,
    "term": TermKind,
    "rare": RareKind,
    "abbreviation": AbbreviationKind,
    "pattern": PatternKind,
    "regex": RegexKind,
    "unfilled": UnfilledKind,
    "punctuation": PunctuationKind,
    "sentence": SentenceKind,
    "passive": PassiveKind,
    "legal": LegalKind,
    "expect": ExpectKind,
    "signature": SignatureKind,
    "metric": MetricKind,
}
"""The kinds by the name that stands in a pack."""
PRECEDENCE = tuple(
    "expect term abbreviation pattern regex unfilled punctuation "
    "replace legal metric sentence rare passive signature".split()
)
"""The kinds in the order in which they are asked.

Where rules of two kinds flag the same words and are equally grave, the one whose kind comes first tells: a pattern
knows more of the sentence than a word.
"""
