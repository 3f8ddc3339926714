"""Clauses without a finite verb, or with one too many."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    FINITE,
    SUBJECTS,
    can_only_be,
    clauses_until,
    is_tagged,
)
from klarsprak.language.grammar.verbs.words import forms_as, is_only_verb, readings, slots
from klarsprak.language.words_at import WordsAt

_INFINITIVE = frozenset({"inf", "imp"})
_BEFORE_SUBJECT = frozenset("att om när eftersom och men så för medan innan vad hur ifall , :".split())
_LETS = frozenset("ska skall skulle kan kunde måste bör borde vill ville får fick låt låter lär må låta".split())


def _infinitive_for_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Du betala avgiften*, *om vi stänga*: a subject and an infinitive, with no auxiliary before."""
    forms = words.block.words
    for i in range(words.start, words.end - 1):
        if forms[i] not in SUBJECTS or (i > words.start and forms[i - 1] not in _BEFORE_SUBJECT):
            continue
        if not _LETS.isdisjoint(forms[words.start : i]) and not (i > words.start and forms[i - 1] in ("att", "om", "när", "eftersom")):
            continue
        if can_only_be(words, i + 1, _INFINITIVE) and is_only_verb(forms[i + 1]):
            yield Mistake(i, i + 2, tuple(f"{words.block.written(i, i + 1)} {form}" for form in forms_as(forms[i + 1], "prs")))


def _same_verb_twice(words: WordsAt) -> Iterator[Mistake]:
    """*ta tagit del*, *skickar skickade*: two forms of one verb."""
    forms = words.block.words
    for i in range(words.start, words.end - 1):
        if not is_only_verb(forms[i]) or not is_only_verb(forms[i + 1]) or forms[i] == forms[i + 1]:
            continue
        verbs = {reading.verb for reading in readings(forms[i])} & {reading.verb for reading in readings(forms[i + 1])}
        if verbs - _AUXILIARIES:
            both = (words.block.written(i, i + 1), words.block.written(i + 1, i + 2))
            yield Mistake(i, i + 2, both)


_AUXILIARIES = frozenset({"ha", "komma", "kunna"})


def _two_finite(words: WordsAt) -> Iterator[Mistake]:
    """*vi har är*: two finite verbs side by side though every clause has one."""
    forms = words.block.words
    for i in range(words.start, words.end - 1):
        if not is_only_verb(forms[i]) or not slots(forms[i]) <= FINITE or not is_tagged(words, i, FINITE):
            continue
        if not can_only_be(words, i + 1, FINITE) or not is_tagged(words, i + 1, FINITE):
            continue
        if clauses_until(words, i).all_have_verbs:
            yield Mistake(i, i + 2)


def _no_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Jag glad över det.*"""
    block = words.block
    if block.words[words.start] not in SUBJECTS | {"det", "den", "de"} or words.end - words.start < 4:
        return
    if block.words[words.end - 1] not in (".", "!"):
        return
    if any(slots(form) & (FINITE) for form in block.words[words.start : words.end]):
        return
    yield Mistake(words.start, words.start + 2)


def _supine_for_finite(words: WordsAt) -> Iterator[Mistake]:
    """*Vi fått din ansökan*: *har* is missing in a main clause."""
    forms = words.block.words
    i = words.start
    if forms[i] in SUBJECTS and i + 1 < words.end and slots(forms[i + 1]) == {"sup"} and is_only_verb(forms[i + 1]):
        yield Mistake(i, i + 2, (f"{words.block.written(i, i + 1)} har {forms[i + 1]}",))


INFINITIVE_FOR_FINITE = Check(_infinitive_for_finite, SUBJECTS)
SAME_VERB_TWICE = Check(_same_verb_twice)
TWO_FINITE = Check(_two_finite)
NO_FINITE = Check(_no_finite, SUBJECTS | {"det", "den", "de"})
SUPINE_FOR_FINITE = Check(_supine_for_finite, SUBJECTS)
