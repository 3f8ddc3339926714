"""The forms that a term may have whose inflection no table knows."""

from __future__ import annotations

from klarsprak.language.everyday.words import lemma_of, shipped_words

_ENDINGS = (
    ("a", "a", ("an", "or", "orna")),
    ("e", "", ("n", "t", "r", "rna", "na")),
    (("å", "i", "o", "u", "y", "ä", "ö"), "", ("n", "t", "er", "erna")),
    ("ad", "d", ("t", "de")),
    ("", "", ("en", "et", "er", "erna", "ar", "arna", "t", "a")),
)
"""How a word ends, what of that falls away, and the endings that it may get."""
_SHORT = 3
"""Letters of a word whose forms may well be another's; *taggar* are those of *tagg*."""
_OF_OTHERS = frozenset("t ts a as ar ars arna arnas s".split())
"""Endings by which a short word becomes another one: *vakt*, *lotsa*, *vakar*."""


def guessed(word: str, known: set[str]) -> set[str]:
    """The forms that a word may have whose inflection no table knows: *bulvanen*, *solventa* of *bulvan*, *solvent*.

    Those of both genders and of adjectives, since what is no word stands in no letter.  What is another word is none
    of them: *vakt* and *vakar* of *vak*, *lott* of *lot*.
    """
    base = word.lower()
    if " " in base or not known <= {base, f"{base}s"}:
        return set()
    stem, endings = next((base.removesuffix(cut), ends) for last, cut, ends in _ENDINGS if base.endswith(last))
    forms = {stem + ending for ending in endings}
    forms |= {f"{form}s" for form in forms}
    return {form for form in forms if not _is_other_word(form, base)}


def _is_other_word(form: str, base: str) -> bool:
    """Whether the form belongs to another word that many use; in *raten* and *rater* the term itself is as likely."""
    if len(base) > _SHORT or form.removeprefix(base) not in _OF_OTHERS:
        return False
    lemma = lemma_of(form)
    return lemma != base and shipped_words().has(form, lemma)
