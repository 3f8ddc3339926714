"""A full stop that is missing between two sentences of a paragraph: *om du vill ändra något Du kan också ringa*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.capital import may_hold_capital
from klarsprak.language.grammar.checks.clause_verbs import SUBJECTS, is_finite_verb
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.swedish import TITLED_THINGS

_BEFORE = frozenset({"NOUN", "PRON", "ADV", "VERB", "ADJ", "NUM"})
_NOT_BEFORE = frozenset("och eller men att som om när vad hur än så är där ni vi du jag".split()).union(TITLED_THINGS)
"""After these a sentence goes on, whatever capital follows: *boken* **Den** *hemliga floden*."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each pronoun with a capital and its verb after it, straight after a word in small letters."""
    block = words.block
    end = words.end - 1 if may_hold_capital(words) else min(words.start + 1, words.end - 1)
    for i in range(max(words.start, 1), end):
        if block.words[i] not in _FIRST or not _may_end(words, i - 1):
            continue
        if _begins_sentence(words, i) if block.words[i] in SUBJECTS else _begins_with_word(words, i):
            before = block.written(i - 1, i)
            yield Mistake(i - 1, i + 1, (f"{before}. {block.written(i, i + 1)}",))


_FIRST = SUBJECTS | frozenset(
    "det den de om när här där då så men efter under därför sedan nu eftersom detta denna dessa hur vad alla ring "
    "skicka skriv kontakta fyll lämna betala läs ta vår vårt våra".split()
)
_REACH = 6
_BEFORE_REACH = 14


def _begins_with_word(words: WordsAt, i: int) -> bool:
    """Whether the word has a capital, and a verb comes soon: *… före sommaren* **Det** *tar ungefär två timmar*.

    Titles of things are named so too, which no *är* and the like follow: *tidningen* **Vår** *bostad*.
    """
    block, written = words.block, words.block.written(i, i + 1)
    if not written.istitle() or block.written(i + 1, i + 2) != block.words[i + 1]:
        return False
    after = range(i + 1, min(i + 1 + _REACH, words.end))
    has_verb_before = any(is_finite_verb(words, k) for k in range(max(0, i - _BEFORE_REACH), i))
    return has_verb_before and any(is_finite_verb(words, k) for k in after)


def _begins_sentence(words: WordsAt, i: int) -> bool:
    """Whether the pronoun has its capital from the sentence's beginning: some write *Du* so everywhere."""
    block = words.block
    written = block.written(i, i + 1)
    if not written.istitle() or not is_finite_verb(words, i + 1):
        return False
    if written in ("Vi", "Jag"):
        return True
    return any(block.written(k, k + 1) == written.lower() for k in range(len(block.words)))


def _may_end(words: WordsAt, i: int) -> bool:
    """Whether a sentence may end in the word, on the same line as the next."""
    block = words.block
    form = block.written(i, i + 1)
    is_word = form.isalpha() and form.islower() and block.tags[i] in _BEFORE and form not in _NOT_BEFORE
    if not is_word and not (_LONG_NUMBER.fullmatch(form) and not _opens_line(words, i)):
        return False
    return block.written(i, i + 2) == f"{form} {block.written(i + 1, i + 2)}"


def _opens_line(words: WordsAt, i: int) -> bool:
    """Whether the word stands first on its line, as the time in a programme: **18.00** *Vi äter soppa*."""
    start, _ = WordsAt(words.block, i, i + 1).characters
    return not words.block.text[:start].rpartition("\n")[2].strip()


_LONG_NUMBER = re.compile(r"(?:[\d.:–-]*\d)?[.:–-]?\d{2,}")
"""A time or the end of a telephone number: *öppet till 15.45* **Du** *når oss*.

A single figure may number what follows.
"""
_LEAST_WORDS = 5
_STOPS = frozenset({".", "!", "?"})


def _last(words: WordsAt) -> Iterator[Mistake]:
    """The last word of a paragraph whose other sentences have their stops: *Ring oss. Vi svarar på vardagar*."""
    block = words.block
    if block.block.role is not Role.PARAGRAPH or "\n" in block.text or not _is_last_of_several(words):
        return
    last = block.written(words.end - 1, words.end)
    is_noun = block.tags[words.end - 1] == "NOUN" and last.isalpha() and last.islower()
    if is_noun and any(is_finite_verb(words, i) for i in range(words.start, words.end)):
        yield Mistake(words.end - 1, words.end, (f"{last}.",))


def _is_last_of_several(words: WordsAt) -> bool:
    """Whether the sentence, which has some words, ends its block, and the one before has its stop."""
    block = words.block
    if words.start == 0 or words.end != len(block.words) or words.end - words.start < _LEAST_WORDS:
        return False
    return block.words[words.start - 1] in _STOPS


NO_STOP_LAST = Check(_last)
NO_STOP = Check(_find, _FIRST)
