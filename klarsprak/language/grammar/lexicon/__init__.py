"""What words can be by themselves, whatever the tagger sees in them: the tagger errs on wrong sentences."""

from __future__ import annotations

from klarsprak.language.grammar.lexicon.adjectives import adjective_in, adjective_of, is_adjective
from klarsprak.language.grammar.lexicon.nouns import NounForm, is_listed_noun, noun_forms

__all__ = ["NounForm", "adjective_in", "adjective_of", "is_adjective", "is_listed_noun", "noun_forms"]
