"""What the tagger can't know: blanks, and seasons whose ending makes it see passives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_SEASONS = frozenset({"våras", "somras", "höstas", "vintras", "julas", "påskas"})
"""After *i* these are times."""


def may_be_mistagged(text: str) -> bool:
    """Whether a token may be blanks, of which one alone belongs to the word before, or a season; few texts have any.

    >>> [may_be_mistagged(text) for text in ("Du får svar i maj.", "Hej.  Du", "Hej.\\n", "I våras kom du.")]
    [False, True, True, True]
    """
    if "  " in text or text.startswith(" ") or not text.isprintable():
        return True
    lowered = text.lower()
    return any(season in lowered for season in _SEASONS)


def mistagged(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The tokens that get another part of speech, and which; they have no features.  ``words`` are in lower case.

    >>> list(mistagged(["i", "våras", "  ", "våras"]))
    [(1, 'NOUN'), (2, 'SPACE')]
    """
    for token, word in enumerate(words):
        if word.isspace():
            yield token, "SPACE"
        elif word in _SEASONS and token > 0 and words[token - 1] == "i":
            yield token, "NOUN"
