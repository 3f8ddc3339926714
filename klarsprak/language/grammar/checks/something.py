"""An adjective after *något* or *det* that stands for a thing: *något viktig, det viktigt*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.clauses import VERBS
from klarsprak.language.grammar.lexicon import adjective_in, adjective_of, noun_forms
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_SOMETHING = frozenset({"något", "någonting", "ingenting"})
_ENDS = frozenset({"PUNCT", "SCONJ", "CCONJ", "ADP"})
_PARTICIPLES = ("ad", "värde")
_SELVES = frozenset({"själv", "självt", "själva"})
"""They go with who acts: *ni behöver inte göra något* **själva**."""
_OTHER = {
    ("något", "annan"): "annat",
    ("någon", "annat"): "annan",
    ("en", "annat"): "annan",
    ("ett", "annan"): "annat",
}
_SIGNS = _SOMETHING.union(before for before, _ in _OTHER)


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each adjective that ends a phrase in another form than the neuter."""
    block = words.block
    among = enumerate(block.words[words.start : words.end - 2], words.start + 1)
    for i in [i for i, before in among if before in _SIGNS]:
        right = _right_after(block.words[i - 1], block.words[i])
        if not right or right == block.words[i] or _is_infinitive(words, i):
            continue
        if block.tags[i + 1] in _ENDS or block.words[i + 1] == "att":
            yield Mistake(i, i + 1, (right,), {"before": block.written(i - 1, i)})


def _is_infinitive(words: WordsAt, i: int) -> bool:
    """Whether the word is the verb of another one further back: *får den du är skyldig något* **skriva** *av det*."""
    return words.block.tags[i] in VERBS and "inf" in slots(words.block.words[i])


def _right_after(before: str, form: str) -> str | None:
    """The form that the word should have after the one before; None where nothing is known of it."""
    if (before, form) in _OTHER:
        return _OTHER[before, form]
    if (
        before not in _SOMETHING
        or form in _SELVES
        or noun_forms(form)
        or adjective_of(form) is None
        or form.endswith(_PARTICIPLES)
    ):
        return None
    return adjective_in(form, "Neut", "Sing", "Ind")


SOMETHING = Check(_find, _SIGNS, frozenset({"before"}))
