"""Decision lists of word forms: the first row that a word fits says how it changes, and each row has its example."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

VOWELS = "aouåeiyäöé"

Shape = Callable[[str], bool]
"""Whether a word has a certain shape."""


class FormRule(NamedTuple):
    """What becomes of words of one shape: ``drop`` letters go, and an ending comes for each form asked for."""

    fits: Shape
    drop: int
    endings: tuple[str, ...]
    example: str
    """A word that the row decides, and its forms: *röd: rött*."""


def apply_rules(rules: Sequence[FormRule], word: str) -> tuple[str, ...]:
    """The word's forms by the first row that it fits; raises ``StopIteration`` where it fits none.

    >>> rules = (FormRule(ends("dd"), 2, ("tt", "dda"), ""), FormRule(is_any, 0, ("t", "a"), ""))
    >>> apply_rules(rules, "född"), apply_rules(rules, "fin")
    (('fött', 'födda'), ('fint', 'fina'))
    """
    rule = next(rule for rule in rules if rule.fits(word))
    stem = word[: len(word) - rule.drop]
    return tuple(stem + ending for ending in rule.endings)


def ends(*endings: str) -> Shape:
    """Words that end in one of these."""
    return lambda word: word.endswith(endings)


def ends_after_vowel(letter: str) -> Shape:
    """Words that end in the letter, a vowel before it: *röd*, not *hård*."""
    endings = tuple(vowel + letter for vowel in VOWELS)
    return ends(*endings)


def is_any_of(words: str) -> Shape:
    """These words and no others."""
    return frozenset(words.split()).__contains__


def is_any(_: str) -> bool:
    """Every word: the last row of a list."""
    return True


def has_vowel(text: str) -> bool:
    """Whether the letters can be a syllable."""
    return not _VOWELS.isdisjoint(text)


def has_weak_vowel(word: str) -> bool:
    """Whether the last vowel is unstressed, and drops before another one.

    >>> list(filter(has_weak_vowel, ["enkel", "syster", "tecken", "hotell", "idéer", "sten"]))
    ['enkel', 'syster', 'tecken']
    """
    if not word.endswith(("el", "er", "en")):
        return False
    follows_vowel = word[-3:-2] in _VOWELS
    return has_vowel(word[:-2]) and not follows_vowel


def without_weak_vowel(word: str) -> str:
    """The stem of a word that has one; of two m or n one goes with it.

    >>> without_weak_vowel("enkel"), without_weak_vowel("himmel")
    ('enkl', 'himl')
    """
    body = word[:-2]
    stem = body[:-1] if body.endswith(("mm", "nn")) else body
    return stem + word[-1]


_VOWELS = frozenset(VOWELS)
