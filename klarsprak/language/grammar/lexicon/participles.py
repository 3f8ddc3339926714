"""Participles in the form that a subject wants: *stängd, stängt, stängda*; told by the supine of their verb."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.verbs.words import slots

_SUPINE = "sup"
_VOICELESS = frozenset("fkpsx")
"""Before the *t* of these the common form has no *d*: *köpt*."""
_PREFIXES = (
    "",
    *"o ny in ut av på om upp ned fram hem bort slut till för under över åter miss sam fast igen hop sönder".split(),
)
"""What a participle may begin with that its verb hasn't: *obetald, hemkörd, nytagen*."""
_STRONG = ("en", "et", "na")


def participle_in(form: str, gender: str, number: str) -> str | None:
    """The participle of which ``form`` is a form; None where it is none of a verb like *köpa, stänga* or *skriva*.

    >>> participle_in("köpt", "Neut", "Plur"), participle_in("avstängd", "Neut", "Sing")
    ('köpta', 'avstängt')
    >>> participle_in("nytagen", "Neut", "Sing"), participle_in("obetald", "Com", "Plur")
    ('nytaget', 'obetalda')
    """
    strong = next(_strong_stems(form), None)
    if strong is not None:
        return strong + ("na" if number == "Plur" else "et" if gender == "Neut" else "en")
    stem = _stem(form)
    if stem is None:
        return None
    common = "t" if stem[-1] in _VOICELESS else "d"
    if number == "Plur":
        return f"{stem}{common}a"
    return stem + ("t" if gender == "Neut" else common)


def _strong_stems(form: str) -> Iterator[str]:
    """What stands before the *en*, *et* or *na* of a strong verb's participle."""
    for ending in _STRONG:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2 and _is_supine(f"{stem}it"):
            yield stem


def _stem(form: str) -> str | None:
    """What stands before the *d* or *t* of the form."""
    stem = form.removesuffix("a")[:-1]
    if len(stem) < 3 or form.removesuffix("a")[-1] not in "dt" or stem[-1] in "aeiouyåäödt":
        return None
    return stem if _is_supine(f"{stem}t") else None


def _is_supine(word: str) -> bool:
    """Whether the word is a supine, perhaps after what participles begin with."""
    rests = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
    return any(len(rest) > 3 and _SUPINE in slots(rest) for rest in rests)
