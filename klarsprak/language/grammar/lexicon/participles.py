"""Participles in the form that a subject wants: *stängd, stängt, stängda*; told by the supine of their verb."""

from __future__ import annotations

from klarsprak.language.grammar.verbs.words import slots

_SUPINE = "sup"
_VOICELESS = frozenset("kpsx")
"""Before the *t* of these the common form has no *d*: *köpt*."""


def participle_in(form: str, gender: str, number: str) -> str | None:
    """The participle of which ``form`` is a form; None where it is none of a verb that goes like *köpa* or *stänga*.

    >>> participle_in("köpt", "Neut", "Plur"), participle_in("avstängd", "Neut", "Sing")
    ('köpta', 'avstängt')
    """
    stem = _stem(form)
    if stem is None:
        return None
    common = "t" if stem[-1] in _VOICELESS else "d"
    if number == "Plur":
        return f"{stem}{common}a"
    return stem + ("t" if gender == "Neut" else common)


def _stem(form: str) -> str | None:
    """What stands before the *d* or *t* of the form."""
    stem = form.removesuffix("a")[:-1]
    if len(stem) < 3 or form.removesuffix("a")[-1] not in "dt" or stem[-1] in "aeiouyåäödt":
        return None
    return stem if _SUPINE in slots(f"{stem}t") else None
