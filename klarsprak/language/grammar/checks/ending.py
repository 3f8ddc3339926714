"""How a paragraph ends: a comma where its stop should be."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import clauses_until, is_finite_verb
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_LEAST = 6
"""Words of a sentence that is no greeting or closing phrase: *Hej Anna,* and *Med vänlig hälsning,*."""
_GREETINGS = frozenset("hej hejsan hälsning hälsningar tack kära bästa".split())


def _ends_in_comma(words: WordsAt) -> Iterator[Mistake]:
    """*Du får svar inom fyra veckor,* and nothing more: a whole sentence at a paragraph's end.

    One in small letters or with a number is a point of a list.
    """
    block, last = words.block, words.end - 1
    if block.words[last] != "," or block.block.role is not Role.PARAGRAPH or words.end != len(block.words):
        return
    if block.text[0].isupper() and _is_sentence(words, last):
        yield Mistake(last - 1, last + 1, (f"{block.written(last - 1, last)}.",))


def _is_sentence(words: WordsAt, last: int) -> bool:
    """Whether all clauses have their verbs before the comma, and it is no greeting."""
    forms = words.block.words[words.start : last]
    if len(forms) < _LEAST or not _GREETINGS.isdisjoint(forms):
        return False
    return clauses_until(words, last) == (True, 0) and any(is_finite_verb(words, i) for i in range(words.start, last))


ENDS_IN_COMMA = Check(_ends_in_comma, frozenset({","}))
