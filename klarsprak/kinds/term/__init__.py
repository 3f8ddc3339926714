"""``term``: jargon that the letter doesn't explain."""

from klarsprak.kinds.term.kind import TermKind
from klarsprak.kinds.term.rule import TermRule, TermSense

__all__ = ["TermKind", "TermRule", "TermSense"]
