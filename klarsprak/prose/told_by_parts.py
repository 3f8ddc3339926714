"""Terms that the words around them tell of one part at a time: *åka ensam i bilen. Ensamåkning ger vi …*."""

from __future__ import annotations

import re

_SHORTEST = 8
"""Letters of a term that has two parts."""
_SHORTEST_FIRST = 4
_SHORTEST_LAST = 2
_WORD = re.compile(r"[a-zåäöé]{3,}")
_LETTER = re.compile(r"[a-zåäöé]")
_ENDING = re.compile(r"(?:arna|orna|erna|[aeo]r|e[nt]|ade|[aeo]?n|[aet]|(?<=[rlnmpkgv])s)$")
_AFTER_STEM = re.compile(r"(?:s?ning(?:en|ens|ar|arna)?|else(?:n|r|rna)?|ande(?:t)?|[aeo]?(?:n|t|r|rna|na)?s?)")
"""What may follow the stem of the last part: *åk* and *ningen* in *ensamåkningen*, *jämför* and *else*."""
_LISTED = re.compile(
    r"\s+i\s+form\s+av\s+\w{3,}"
    r"|:\s+(?-i:[a-zåäö])[^.:;()\d]*?(?:,|\soch|\ssamt)\s+(?-i:[a-zåäö])\w+(?=[^:]*$)",
    re.IGNORECASE,
)
"""*serviceinsatser* **i form av städ**; *serviceinsatser* **: städ, tvätt och inköp**."""


def is_listed(after: str) -> bool:
    """Whether a list follows a term at once and says all that it stands for."""
    return _LISTED.match(after) is not None


def is_told_by_parts(term: str, told: str) -> bool:
    """Whether both parts of the term are words of their own in ``told``, in whatever form.

    >>> is_told_by_parts("ensamåkning", "Du vill åka ensam i bilen.")
    True
    >>> is_told_by_parts("ensamåkning", "Du vill åka bil.")
    False
    """
    if len(term) < _SHORTEST or not term.isalpha():
        return False
    lowered = told.lower()
    if term[:_SHORTEST_FIRST] not in lowered:  # nearly always
        return False
    firsts = [first for first in _with_stems(_alike(term, lowered)) if _begins(term, first)]
    if not firsts:  # most often it is the term itself that begins so
        return False
    stems = _with_stems(set(_WORD.findall(lowered)))
    return any(_is_rest(term[len(first) :], stems - {first}) for first in firsts)


def _alike(term: str, lowered: str) -> set[str]:
    """The words of the text that begin as the term does."""
    start = term[:_SHORTEST_FIRST]
    words: set[str] = set()
    at = lowered.find(start)
    while at >= 0:
        word = None if at and _LETTER.match(lowered, at - 1) else _WORD.match(lowered, at)
        if word and len(word[0]) >= _SHORTEST_FIRST:
            words.add(word[0])
        at = lowered.find(start, at + 1)
    return words


def _with_stems(words: set[str]) -> set[str]:
    """The words, and what they are without their endings."""
    return words | {_ENDING.sub("", word) for word in words}


def _begins(term: str, first: str) -> bool:
    return len(first) >= _SHORTEST_FIRST and term.startswith(first) and len(term) > len(first) + _SHORTEST_LAST


def _is_rest(rest: str, stems: set[str]) -> bool:
    """Whether what follows the first part is one of the stems with an ending; a link may stand between."""
    return any(
        len(stem) >= _SHORTEST_LAST and part.startswith(stem) and _AFTER_STEM.fullmatch(part[len(stem) :])
        for part in {rest, rest.removeprefix("s"), rest.removeprefix("e")}
        for stem in stems
    )
