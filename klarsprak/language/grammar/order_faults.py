"""A particle before words that should stand between it and its verb: *skickar in vi*, *skickar in inte*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset("jag du han hon vi ni man".split())
_NEGATIONS = frozenset("inte ej aldrig".split())
_BEGINS_SUBJECT = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_OWN_SUBJECT = ("conj", "acl", "csubj", "xcomp")
"""Relations of clauses whose subject may stand elsewhere: *Vi läser och skickar in listan*."""


def misplaced_particles(doc: Doc) -> Iterator[int]:
    """The particles of finite verbs that the subject or *inte* should stand before."""
    for particle in doc[1:]:
        verb = doc[particle.i - 1]
        if particle.dep_ == "compound:prt" and _is_finite(verb) and _stands_too_early(particle, verb):
            yield particle.i


def _is_finite(verb: Token) -> bool:
    """*skickar*, *skickade*; no imperative."""
    return "Ind" in verb.morph.get("Mood", [])


def _stands_too_early(particle: Token, verb: Token) -> bool:
    """Whether the subject, or *inte*, comes after the particle."""
    if particle.i + 1 == len(particle.doc):
        return False
    following = particle.nbor()
    if following.lower_ in _SUBJECTS or following.lower_ in _NEGATIONS:
        return True
    if verb.dep_.startswith(_OWN_SUBJECT) or following.pos_ not in _BEGINS_SUBJECT:
        return False
    return not any(word.i < verb.i for word in _subjects(verb))


def _subjects(verb: Token) -> Iterator[Token]:
    """The words that the parser takes for the verb's subject, a formal *det* included."""
    return (word for word in verb.children if word.dep_.startswith(("nsubj", "expl", "csubj")))
