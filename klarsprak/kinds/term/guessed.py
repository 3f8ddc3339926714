"""The forms that a term may have whose inflection no table knows."""

from __future__ import annotations

_ENDINGS = (
    ("a", "a", ("an", "or", "orna")),
    ("e", "", ("n", "t", "r", "rna", "na")),
    (("å", "i", "o", "u", "y", "ä", "ö"), "", ("n", "t", "er", "erna")),
    ("ad", "d", ("t", "de")),
    ("", "", ("en", "et", "er", "erna", "ar", "arna", "t", "a")),
)
"""How a word ends, what of that falls away, and the endings that it may get."""


def guessed(word: str, known: set[str]) -> set[str]:
    """The forms that a word may have whose inflection no table knows: *bulvanen*, *solventa* of *bulvan*, *solvent*.

    Those of both genders and of adjectives, since what is no word stands in no letter.
    """
    base = word.lower()
    if " " in base or not known <= {base, f"{base}s"}:
        return set()
    stem, endings = next((base.removesuffix(cut), ends) for last, cut, ends in _ENDINGS if base.endswith(last))
    forms = {stem + ending for ending in endings}
    return forms | {f"{form}s" for form in forms}
