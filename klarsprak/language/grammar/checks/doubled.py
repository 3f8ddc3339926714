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
    if form in _MAY_COME_TWICE or form == "i":
        return _is_surplus(block, i) and block.written(i, i + 1) == form
    if len(form) == 1 or not form.isalpha() or form in _INNOCENT or block.tags[i] == "PROPN":
        return False
    return block.written(i, i + 1) == form


_NOMINAL = frozenset({"NOUN", "ADJ", "NUM", "PROPN", "DET", "PRON"})
_FINITE = frozenset({"VERB", "AUX"})
_RELATIVE = frozenset("som vad det den de hur där var vilka vilken vilket sådana så".split())
_PREPOSITIONS = frozenset({"i", "på", "till", "för"})
_QUESTIONS = frozenset("vilken vilket vilka vem vems vad hur".split())
_REACH = 4


def _is_surplus(block: AnalysedBlock, i: int) -> bool:
    """Whether a word that may rightly meet itself can't there: *i i ett brev, när köket är är klart, den den 11 maj*.

    But *säger till till exempel, vad det är är oklart, den den gäller*.
    """
    form, before = block.words[i], block.words[max(0, i - 1 - _REACH) : i - 1]
    after = block.tags[i + 1] if i + 1 < len(block.tags) else "PUNCT"
    if form in _PREPOSITIONS:
        if not _QUESTIONS.isdisjoint(block.words[i + 1 : i + 2]):  # *tänka på på vilket sätt*
            return False
        is_particle = i >= 2 and block.tags[i - 2] in _FINITE and form != "i"
        return after in _NOMINAL - {"ADJ"} and not is_particle and (form != "för" or after != "DET")
    if form in ("är", "var", "har"):
        return block.tags[i - 1] in _FINITE and _RELATIVE.isdisjoint(before) and i >= 2
    if form in ("den", "de"):
        return after == "NUM" and not _may_be_object(block, i - 1)
    return form == "som" and after in _FINITE and i >= 2 and block.tags[i - 2] == "NOUN"


def _may_be_object(block: AnalysedBlock, i: int) -> bool:
    """Whether something is done to it, and a date follows: *vi fick* **den** *den 4 juni*, *vi bad om* **den**."""
    return i > 0 and block.tags[i - 1] in _BEFORE_OBJECT and "Voice=Pass" not in block.features[i - 1]


_BEFORE_OBJECT = frozenset({"VERB", "AUX", "ADP", "ADV", "PART", "PRON"})


DOUBLED = Check(_find, holds_in_phrases=True, repeats=1)
