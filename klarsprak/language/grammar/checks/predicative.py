"""An adjective after *är* or *blir* that doesn't agree with its subject: *besluten är fattat, det är viktig att*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.lexicon import NounForm, adjective_in, adjective_of, is_adjective, noun_forms
from klarsprak.language.words_at import WordsAt

_COPULAS = frozenset("är var blir blev vore".split())
_PARTS = frozenset({"vara", "bli", "varit", "blivit"})
_ADVERBS = frozenset("inte också alltid så mycket väldigt ganska redan nu aldrig ofta helt mer jätte bara fortfarande då".split())
_AFTER = frozenset("att om när för och men eftersom . , ! ? innan än på i med av som".split())
_ENDS = frozenset("att om när för eftersom . , ! ? men".split())
_PLURAL_PRONOUNS = frozenset("vi de dom dessa".split())
_HEAD_START = frozenset({"DET", "ADJ", "NOUN", "NUM", "PRON"})


def _find(words: WordsAt) -> Iterator[Mistake]:
    block = words.block
    for i in range(words.start + 1, words.end - 1):
        if block.words[i] in _COPULAS:
            j = i + 1
            while j < words.end - 1 and block.words[j] in _ADVERBS:
                j += 1
            form = block.words[j]
            if adjective_of(form) is None or block.words[j + 1] not in _ENDS:
                continue
            yield from _wrong(words, i, j)


def _wrong(words: WordsAt, i: int, j: int) -> Iterator[Mistake]:
    block = words.block
    form, subject = block.words[j], block.words[i - 1]
    kinds: set[tuple[str, str]] = set()
    if subject == "det":
        if i - 1 != words.start and block.words[i-2] not in {"att","och","men","som",",","om","eftersom"}: return
        kinds = {("Neut", "Sing")}
    elif subject in _PLURAL_PRONOUNS:
        kinds = {("Com", "Plur")}
    else:
        start = _subject_start(words, i - 1)
        if start is None: return
        kinds = {(n.gender, n.number) for n in noun_forms(subject)}
        if any(not n.is_definite and n.number == "Sing" for n in noun_forms(subject)): return
    right = {adjective_in(form, g, n, "Ind") for g, n in kinds}
    if right and form not in right and None not in right:
        yield Mistake(j, j + 1, tuple(sorted(right)), {"noun": subject})


def _subject_start(words: WordsAt, noun: int) -> int | None:
    """The first token of a phrase that stands first in the sentence and ends in the noun."""
    block = words.block
    for i in range(noun, words.start - 1, -1):
        if block.tags[i] not in _HEAD_START: return None
    return words.start


PREDICATIVE = Check(_find, _COPULAS, frozenset({"noun"}))
