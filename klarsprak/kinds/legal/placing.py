"""Where in its sentence a reference to law stands, told from word order and morphology."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klarsprak.kinds.legal.cited import Cited
from klarsprak.language.grammar.clauses import SentenceForms, is_finite
from klarsprak.letter import Role

_OPENERS = frozenset({"", "och", "men", "också", "även", "dessutom"})
_JOINERS = frozenset({"och", "samt", "eller"})
_STOPS = frozenset(",.:;()–-§\n")
_REACH = 6
"""The most words of a second subject: *… och kommunens taxa styr avgiften*."""


def is_subject(one: Cited) -> bool:
    """*9 kap. 31 b § PBL medger …*: the sentence begins with the section, and its verb comes next.

    In Swedish the verb is the second element of a main clause, so what stands before it with no preposition is, with
    few exceptions, the subject.
    """
    reference, (start, end) = one.reference, one.span
    if not reference.sections or one.block.block.role is Role.HEADING:
        return False
    text = one.block.block.text
    rest = text[reference.end : end].lstrip()
    if not rest or text[start : reference.start].strip().lower() not in _OPENERS:
        return False
    return _begins_with_verb(_words(one, end - len(rest), end))


def _begins_with_verb(words: SentenceForms) -> bool:
    """Whether a finite verb comes first, or after a second subject joined to the first."""
    places = [i for i, form in enumerate(words.forms) if form.strip()][: _REACH + 2]
    second = bool(places) and words.forms[places[0]] in _JOINERS
    for i in places[1:] if second else places[:1]:
        if words.forms[i] in _STOPS:
            return False
        if is_finite(words, i):
            return True
    return False


def crowds(found: list[Cited], most: int) -> Iterator[list[Cited]]:
    """The references of each sentence with more than ``most``; those in a parenthesis at its end don't count."""
    for _, sentence in groupby(found, key=lambda one: (one.block.index, one.span)):
        crowd = [one for one in sentence if one.reference.sections and not _in_last_parenthesis(one)]
        if len(crowd) > most and _has_verb(crowd[0]):
            yield crowd


def _in_last_parenthesis(one: Cited) -> bool:
    sentence, start = one.sentence, one.reference.start - one.span[0]
    opened, closed = sentence.rfind("(", 0, start + 1), sentence.rfind(")")
    return opened >= 0 and ")" not in sentence[opened:start] and not sentence[closed + 1 :].strip(" .")


def _has_verb(one: Cited) -> bool:
    words = _words(one, *one.span)
    return any(is_finite(words, i) for i in range(len(words.forms)))


def _words(one: Cited, start: int, end: int) -> SentenceForms:
    return SentenceForms.of(one.block, *one.block.tokens(start, end))
