"""A word written twice: *vi vi skickar*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.words_at import WordsAt

_MAY_COME_TWICE = frozenset("det den de om för på till är har var som att så då här där nu man sin".split())
"""Words that may rightly meet themselves: *det det handlar om*, *det som är är bra*, *i dag för för många*."""
_REPEATED = frozenset("mycket många väldigt långt länge nej ja hej tack ha fler mer bla hm steg sida bit".split())
"""Words that are said again for their own sake: *mycket, mycket*, *steg för steg*."""
_INNOCENT = _MAY_COME_TWICE | _REPEATED


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each word that follows itself at once, with no sign between."""
    forms = words.block.words
    for i in range(words.start + 1, words.end):
        form = forms[i]
        if form == forms[i - 1] and _is_doubled(words.block, i):
            yield Mistake(i - 1, i + 1, (words.block.written(i - 1, i),))


def _is_doubled(block: AnalysedBlock, i: int) -> bool:
    """Whether the word may not meet itself; one with a capital may begin what no stop parts from the words before."""
    form = block.words[i]
    if len(form) == 1 or not form.isalpha() or form in _INNOCENT or block.tags[i] == "PROPN":
        return False
    return block.written(i, i + 1) == form


DOUBLED = Check(_find, holds_in_phrases=True)
