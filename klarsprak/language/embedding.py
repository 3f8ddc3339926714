"""How the networks see a word: hashes of what its form shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from klarsprak.language.endings import code
from klarsprak.language.gazetteer import hint
from klarsprak.language.hashing import Hashes, text_hashes

_DIGIT = re.compile(r"\d")
_SAME = str.maketrans(dict.fromkeys('”“"’‘»«´`', "'") | dict.fromkeys("–—‐‑", "-"))


def _is_capital(form: str) -> bool:
    """Whether the form is one capital letter."""
    return len(form) == 1 and form.isupper()


def _is_capitalised(form: str) -> bool:
    """Whether the form has a capital and small letters after it."""
    return form[0].isupper() and form[1:].islower()


def _begins_with_capital(form: str) -> bool:
    return form[0].isupper()


def _begins_with_digit(form: str) -> bool:
    return form[0].isdigit()


def _is_any(_: str) -> bool:
    return True


class FormShape(NamedTuple):
    """A row of the list that tells what a form looks like: the first that fits counts.

    Small letters stand first: most words are of these, and none of them fits a row of capitals.
    """

    fits: Callable[[str], bool]
    name: str
    details: Callable[[str], str]
    example: str


def _none(_: str) -> str:
    """No details."""
    return ""


def _marks(form: str) -> str:
    """The hyphen within the form and its colon.

    >>> _marks("e-post"), _marks("3:e"), _marks("barn-")
    ('-', ':', '')
    """
    hyphen = "-" if "-" in form[1:-1] else ""
    colon = ":" if ":" in form else ""
    return hyphen + colon


SHAPES = (
    FormShape(str.islower, "a", _marks, "e-post: a-"),
    FormShape(_is_capital, "A", _none, "B: A"),
    FormShape(str.isupper, "AA", _none, "EU: AA"),
    FormShape(_is_capitalised, "Aa", hint, "Anna: AaP"),
    FormShape(_begins_with_capital, "AaA", hint, "McDonald: AaA"),
    FormShape(_begins_with_digit, "1", _marks, "2:17: 1:"),
    FormShape(_is_any, ".", _marks, "§: ."),
)


def shape(form: str) -> str:
    """What the form looks like: capitals and what they often name, small letters, digits, signs.

    >>> shape("Storgatan"), shape("brev"), shape("00-00")
    ('AaL', 'a', '1-')
    """
    for fits, name, details, _ in SHAPES:
        if fits(form):
            return name + details(form)
    raise LookupError(f"no row fits {form}")


def seen_as(form: str) -> str:
    """The form as the network sees it, to which all digits are one, and all quotation marks and dashes.

    >>> seen_as("2026–03"), seen_as("”hej”")
    ('0000-00', "'hej'")
    """
    return form if form.isalpha() else _DIGIT.sub("0", form.translate(_SAME))


def word_features(form: str) -> list[str]:
    """What the form shows, one string for each column of the embedding.

    >>> word_features("Brevet")
    ['brevet', 'vet', 'brevet', 'Aa', '5:et/']
    """
    word = seen_as(form)
    lower = word.lower()
    ending = code(lower) if lower[-1].isalpha() else lower[-1]
    return [lower, lower[-3:], lower[-6:], shape(word), ending]


COLUMNS = 5


def hash_rows(forms: Sequence[str]) -> Hashes:
    """A row for each form: the hash of each feature, with its column's number so that columns don't share hashes."""
    features = (enumerate(word_features(form)) for form in forms)
    texts = [f"{column} {value}" for row in features for column, value in row]
    return text_hashes(texts).reshape(-1, COLUMNS)
