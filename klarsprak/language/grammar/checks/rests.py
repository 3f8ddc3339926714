"""What is left when a sentence is written over again: two verbs side by side, a comma after the subject."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import (
    FINITE,
    SUBJECTS,
    VERBS_SIDE_BY_SIDE,
    is_choice,
    is_finite_verb,
    is_person_by_participle,
)
from klarsprak.language.grammar.checks.verb_chains import is_of_what_somebody_has, is_sheep
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.lexicon import noun_forms
from klarsprak.language.verbs.words import is_only_verb, slots
from klarsprak.language.words_at import WordsAt

_AUXILIARIES = frozenset("är har hade blir blev ska skall kan kommer får fick måste bör vill kunde skulle".split())
_OPENERS = frozenset(
    "som om när att eftersom då innan medan vad vilken vilka vilket hur var där den det de ju desto vem sedan så "
    "vars vilkas dess än".split()
)
"""Where one of these stands before, each verb may have a clause of its own: *det du vill ska du få*."""
_MAY_FOLLOW = SUBJECTS | {"det", "den", "de", "var"}


def _two_verbs(words: WordsAt) -> Iterator[Mistake]:
    """*Beslutet är har skickats*, *taxan gäller börjar gälla*: two finite verbs and one clause."""
    block = words.block
    verbs_at = [i for i, tag in enumerate(block.tags[words.start + 1 : words.end], words.start + 1) if tag in VERBS]
    for i, after in pairwise(verbs_at):
        if after == i + 1 and _are_two(words, i) and _are_of_one_clause(words, i):
            verbs = dict.fromkeys((block.written(i, i + 1), block.written(i + 1, i + 2)))
            yield Mistake(i, i + 2, tuple(verbs))


def _are_two(words: WordsAt, i: int) -> bool:
    """Whether both words, which are verbs, are auxiliaries, or can be but finite and the second present."""
    one, other = words.block.words[i : i + 2]
    if is_sheep(words, i) or is_person_by_participle(words, i):
        return False
    if one in _AUXILIARIES and other in _AUXILIARIES:
        return True
    if slots(other) != _PRESENT or not slots(one) <= FINITE or one.endswith("s"):
        return False
    return is_only_verb(one) and is_only_verb(other)


def _are_of_one_clause(words: WordsAt, i: int) -> bool:
    """Whether no clause begins before the verbs, nor at the second."""
    forms, tags = words.block.words, words.block.tags
    if forms[i - 1] in ("som", "vad"):
        return False
    if forms[i - 1] in _ARTICLES and forms[i].endswith("ade"):  # *Det bifogade är inte undertecknat.*
        return False
    if is_of_what_somebody_has(words, i) or _is_told_without_which(words, i):
        return False
    if tags[words.start] in VERBS:  # *Är ventilen trasig eller läcker ska du ringa.*
        return False
    first = words.start + 1 if tags[words.start] == "DET" else words.start
    if not _OPENERS.isdisjoint(forms[first : i - 1]):
        return False
    return forms[i + 2 : i + 3] == [] or forms[i + 2] not in _MAY_FOLLOW


def _is_told_without_which(words: WordsAt, verb: int) -> bool:
    """Whether the verb is of a clause about the word before without *som*: *den du* **har**, *det det* **gäller**."""
    before = verb - 2
    if before < words.start:
        return False
    forms, tags = words.block.words, words.block.tags
    if tags[before] != "NOUN" and not is_choice(tags, before):
        return False
    return forms[verb - 1] in _RELATIVE_SUBJECTS or forms[verb - 1 : verb + 1] == _ABOUT_WHICH


_PRESENT = frozenset({"prs"})
_ARTICLES = frozenset({"det", "den", "de"})
_ABOUT_WHICH = ["det", "gäller"]
_RELATIVE_SUBJECTS = frozenset("jag du vi ni han hon hen de man".split())
"""After a noun one of these begins a clause about it, whose verb is its own."""
_JOINERS = frozenset({"och", "eller"})
_MOST = 4


def _repeated(words: WordsAt) -> Iterator[Mistake]:
    """*för att vi ska vi ska kunna*: some words over again, a verb among them."""
    block = words.block
    pairs = list(pairwise(block.words[words.start : words.end]))
    if len(set(pairs)) == len(pairs):  # most sentences have no two words twice in the same order
        return
    for i in range(words.start, words.end - 3):
        for length in range(2, _MOST + 1):
            again = i + length
            if again + length <= words.end and _is_again(words, i, length) and not _ends_relative(words, i):
                yield Mistake(i, again + length, (block.written(i, again),))


def _is_again(words: WordsAt, i: int, length: int) -> bool:
    """Whether the words are written twice; *fler och fler och fler* is meant so."""
    block = words.block
    once = block.words[i : i + length]
    if once != block.words[i + length : i + 2 * length] or not _JOINERS.isdisjoint(once):
        return False
    is_words = all(map(str.isalpha, once)) and len(set(once)) > 1
    return is_words and not VERBS.isdisjoint(block.tags[i : i + length])


def _ends_relative(words: WordsAt, i: int) -> bool:
    """Whether the first of two runs belongs to a clause with *som*, the second to the main clause.

    *Ingen som väntar på oss väntar på oss.*
    """
    return i > words.start and words.block.words[i - 1] == "som" and words.block.tags[i] in VERBS


def _subject_again(words: WordsAt) -> Iterator[Mistake]:
    """*Jag har jag läst den*: the subject both before the verb and after it."""
    block, i = words.block, words.start
    if block.words[i] in ("och", "men", "nu", "då"):
        i += 1
    if i + 3 >= words.end or block.words[i] not in SUBJECTS or block.words[i + 2] != block.words[i]:
        return
    if block.words[i + 1] in _AUXILIARIES and block.tags[i + 3] not in VERBS - {"VERB"}:
        yield Mistake(i, i + 3, (block.written(i, i + 2),))


_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PRON"})
_FIRST = frozenset({"DET", "ADJ", "NOUN", "PRON"})
_SAYING = frozenset("sa sade säger skriver skrev frågade frågar svarade svarar tänkte tycker menar".split())
"""These come after what somebody says: *God dag, sa kungen*."""


def _comma_after_subject(words: WordsAt) -> Iterator[Mistake]:
    """*Beslut om färdtjänst, gäller i två år*, *Den som söker lov, ansvarar för ritningen*.

    A sentence that begins in small letters goes on from another line: *Annelie Berg* / **kurator, kan** *hjälpa dig*.
    """
    if words.block.words[words.start : words.start + 2] in _WHO:
        yield from _comma_after_clause(words)
    elif not words.block.written(words.start, words.start + 1).islower():
        yield from _comma_after_phrase(words)


def _comma_after_phrase(words: WordsAt) -> Iterator[Mistake]:
    """A sentence that begins with a noun phrase, a comma and the verb."""
    block, i = words.block, words.start
    if block.tags[i] not in _FIRST or is_only_verb(block.words[i]) or block.words[words.end - 1] == "?":
        return
    while i < words.end and block.tags[i] in _PHRASE:
        i += 1
    if i + 2 >= words.end or block.words[i] != "," or block.tags[i - 1] != "NOUN" or i == words.start:
        return
    if block.words[i + 1] in _SAYING or block.words[i + 2] in _MAY_FOLLOW or _is_put_in(words, i):
        return
    if is_finite_verb(words, i + 1) and not _goes_on_counting(words, i):
        yield Mistake(i - 1, i + 2, (f"{block.written(i - 1, i)} {block.written(i + 1, i + 2)}",))


def _goes_on_counting(words: WordsAt, comma: int) -> bool:
    """Whether what looks like a verb is the second of several things: *Barnvagnar, cyklar samt ett skåp står där.*"""
    forms = words.block.words
    return bool(noun_forms(forms[comma + 1])) and forms[comma + 2] in ("och", "samt", "eller", ",")


def _is_put_in(words: WordsAt, comma: int) -> bool:
    """Whether another comma and a verb follow, which close what explains the subject.

    *Implantat,* **skruvar i käken**, *ingår inte.*
    """
    forms = words.block.words
    again = next((i for i in range(comma + 1, words.end) if forms[i] == ","), words.end)
    return again + 1 < words.end and is_finite_verb(words, again + 1)


_WHO = (["den", "som"], ["de", "som"], ["du", "som"], ["ni", "som"], ["alla", "som"])
_OPENERS_AFTER_WHO = _OPENERS - {"att", "än"}


def _comma_after_clause(words: WordsAt) -> Iterator[Mistake]:
    """*Den som söker lov, ansvarar för ritningen*: the only comma parts those from what they do."""
    block = words.block
    commas = [i for i in range(words.start, words.end) if block.words[i] == ","]
    if len(commas) != 1 or not _OPENERS_AFTER_WHO.isdisjoint(block.words[words.start + 2 : commas[0]]):
        return
    comma = commas[0]
    if comma + 2 >= words.end or block.words[comma + 2] in _MAY_FOLLOW or not is_finite_verb(words, comma + 1):
        return
    yield Mistake(comma - 1, comma + 2, (f"{block.written(comma - 1, comma)} {block.written(comma + 1, comma + 2)}",))


SUBJECT_AGAIN = Check(_subject_again, SUBJECTS)
TWO_VERBS = Check(_two_verbs, neighbours=VERBS_SIDE_BY_SIDE)
REPEATED = Check(_repeated, repeats=2)
COMMA_AFTER_SUBJECT = Check(_comma_after_subject, frozenset({","}))
