"""Verbs in a form that the verb before them doesn't allow: *kan blir*, *har gick*, *hade velat gjort*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    FINITE,
    NOT_INFINITIVE,
    SUBJECTS,
    can_only_be,
    clauses_until,
    in_place_of,
    is_tagged,
    next_after,
    places,
)
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.verbs.words import forms_as, is_only_verb, slots
from klarsprak.language.words_at import WordsAt

_MODALS = frozenset(
    "kan kunde ska skall skulle måste bör borde vill ville får fick behöver behövde brukar brukade".split()
)
_BARE = frozenset("kunna böra vilja behöva bruka".split())
"""Infinitives that another one follows: *att kunna göra*."""
_HAVE = frozenset({"har", "hade"})
_BARE_HAVE = frozenset({"ha", "haft"})
_SUPINES = frozenset("kunnat velat behövt fått brukat".split())
_SUPINE = frozenset({"sup"})
_NOT_SUPINE = frozenset({"inf", "imp", "prs", "prt"})


def _wrong_after(words: WordsAt, first: int, wrong: frozenset[str], right: str) -> Iterator[Mistake]:
    """The verb after ``first``, if it has one of the wrong forms."""
    verb = next_after(words, first)
    if not can_only_be(words, verb, wrong) or _belongs_elsewhere(words, verb) or _is_fixed(words, first, verb):
        return
    instead = tuple(in_place_of(words, first, verb, form) for form in forms_as(words.block.words[verb], right))
    if instead:
        yield Mistake(first, verb + 1, instead, {"auxiliary": words.block.written(first, first + 1)})


def _belongs_elsewhere(words: WordsAt, verb: int) -> bool:
    """Whether a subject follows the verb, which then begins a clause: *så fort vi kan* **kommer** *vi*."""
    forms = words.block.words
    return verb + 1 < words.end and forms[verb + 1] in SUBJECTS | {"det", "den", "de"}


def _is_fixed(words: WordsAt, first: int, verb: int) -> bool:
    """*fått betalt*, *vi hade var sitt rum*, *har ta mig tusan*, *av fri vilja*."""
    block = words.block
    if block.words[first] == "vilja" and block.tags[first] == "NOUN":
        return True
    pair = block.words[verb : verb + 2]
    return pair[0] == "betalt" or pair in _FIXED


_FIXED = [["var", "sin"], ["var", "sitt"], ["var", "sina"], ["var", "för"], ["var", "och"], ["ta", "mig"]]


def _after_modal(words: WordsAt) -> Iterator[Mistake]:
    """*kan blir*: every clause has a finite verb, so that the next one is no clause's own."""
    for i in places(words, _MODALS | _BARE):
        yield from _if_surplus(words, i, _wrong_after(words, i, NOT_INFINITIVE, "inf"), _MODALS)


def _after_have(words: WordsAt) -> Iterator[Mistake]:
    """*har gick*, *har bo*."""
    for i in places(words, _HAVE | _BARE_HAVE):
        if not _is_noun(words, next_after(words, i)):
            yield from _if_surplus(words, i, _wrong_after(words, i, _NOT_SUPINE, "sup"), _HAVE)


def _is_noun(words: WordsAt, i: int) -> bool:
    """*har värk*, *har utresa skett*: what one has may look like a verb."""
    if i >= words.end:
        return True
    form = words.block.words[i]
    if form != "var" and not is_only_verb(form):
        return True
    return not slots(form) & FINITE and words.block.tags[i] not in VERBS


def _if_surplus(
    words: WordsAt, first: int, mistakes: Iterator[Mistake], finite: frozenset[str]
) -> Iterator[Mistake]:
    """The mistakes, unless a clause still waits for its finite verb: *om du kan* **kommer** *vi*.

    Asked last, since it takes the longest.
    """
    for mistake in mistakes:
        if words.block.words[first] not in finite or (
            clauses_until(words, first).all_have_verbs and not _may_be_had(words, first)
        ):
            yield mistake


def _present_after_imperative(words: WordsAt) -> Iterator[Mistake]:
    """*Fyll i blanketten och skickar den*."""
    forms, tags = words.block.words, words.block.tags
    if not slots(forms[words.start]) & {"imp"} or not is_tagged(words, words.start, frozenset({"imp"})):
        return
    for i in range(words.start + 1, words.end - 1):
        if tags[i] in ("SCONJ", "VERB", "AUX") or forms[i] in _OPENERS:
            return
        if forms[i] == "och" and _is_no_imperative(words, i + 1):
            right = forms_as(forms[i + 1], "imp")
            if right and forms[i + 2 : i + 3] != ["du"]:
                yield Mistake(i, i + 2, tuple(f"{words.block.written(i, i + 1)} {form}" for form in right))
            return


def _is_no_imperative(words: WordsAt, i: int) -> bool:
    """*skickar*; *dricka*, which isn't *drick*."""
    if can_only_be(words, i, _PRESENT):
        return True
    return can_only_be(words, i, _INFINITIVE) and is_only_verb(words.block.words[i])


_TRANSITIVE = frozenset("får fick behöver behövde vill ville har hade".split())


def _may_be_had(words: WordsAt, verb: int) -> bool:
    """Whether the sentence begins with what somebody gets: *Det belopp varje person* **får** *är summan av …*."""
    block = words.block
    if block.words[verb] not in _TRANSITIVE or block.words[words.start] not in ("det", "den", "de", "all", "allt"):
        return False
    return block.tags[words.start + 1] in ("NOUN", "ADJ")


_PRESENT = frozenset({"prs"})
_INFINITIVE = frozenset({"inf"})
_OPENERS = frozenset("som när om att vad hur vilka vilken där , : ;".split())


def _double_supine(words: WordsAt) -> Iterator[Mistake]:
    """*hade velat gjort*."""
    for i in places(words, _SUPINES):
        yield from _wrong_after(words, i, _SUPINE, "inf")


AFTER_MODAL = Check(_after_modal, _MODALS | _BARE, frozenset({"auxiliary"}))
AFTER_HAVE = Check(_after_have, _HAVE | _BARE_HAVE, frozenset({"auxiliary"}))
DOUBLE_SUPINE = Check(_double_supine, _SUPINES, frozenset({"auxiliary"}))
PRESENT_AFTER_IMPERATIVE = Check(_present_after_imperative, frozenset({"och"}))
