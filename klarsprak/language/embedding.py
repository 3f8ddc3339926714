"""How the networks see a word: hashes of what its form shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.types import Floats2d, Ints2d

from klarsprak.language.endings import code
from klarsprak.language.gazetteer import hint

_DIGIT = re.compile(r"\d")
_SAME = str.maketrans(dict.fromkeys('”“"’‘»«´`', "'") | dict.fromkeys("–—‐‑", "-"))
_CACHE_SIZE = 100_000

HashRow = tuple[int, ...]


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
    """A row of the list that tells what a form looks like: the first that fits counts."""

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
    FormShape(_is_capital, "A", _none, "B: A"),
    FormShape(str.isupper, "AA", _none, "EU: AA"),
    FormShape(_is_capitalised, "Aa", hint, "Anna: AaP"),
    FormShape(_begins_with_capital, "AaA", hint, "McDonald: AaA"),
    FormShape(str.islower, "a", _marks, "e-post: a-"),
    FormShape(_begins_with_digit, "1", _marks, "2:17: 1:"),
    FormShape(_is_any, ".", _marks, "§: ."),
)


def shape(form: str) -> str:
    """What the form looks like: capitals and what they often name, small letters, digits, signs.

    >>> shape("Storgatan"), shape("brev"), shape("00-00")
    ('AaL', 'a', '1-')
    """
    row = next(row for row in SHAPES if row.fits(form))
    return row.name + row.details(form)


def word_features(form: str) -> list[str]:
    """What the form shows, one string for each column of the embedding.

    >>> word_features("Brevet")
    ['brevet', 'vet', 'brevet', 'Aa', '5:et/']
    """
    word = _DIGIT.sub("0", form.translate(_SAME))
    lower = word.lower()
    ending = code(lower) if lower[-1].isalpha() else lower[-1]
    return [lower, lower[-3:], lower[-6:], shape(word), ending]


COLUMNS = 5


def hash_row(form: str) -> HashRow:
    """The hash of each feature, with its column's number so that columns don't share hashes."""
    features = enumerate(word_features(form))
    return tuple(get_string_id(f"{column} {value}") for column, value in features)


def _extract(
    model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[Any, Callable[..., Any]]:
    """An array of hashes for each document, a row for each token; nothing is learnt here."""
    known: dict[int, HashRow] = model.attrs["rows"]
    if len(known) > _CACHE_SIZE:
        known.clear()
    arrays = []
    for doc in docs:
        rows = [_row_of(token, known) for token in doc]
        arrays.append(numpy.array(rows, "Q").reshape(-1, COLUMNS))
    return arrays, lambda _: []


def _row_of(token: Token, known: dict[int, HashRow]) -> HashRow:
    """The token's row, which is computed once for all that look like it."""
    if token.orth not in known:
        known[token.orth] = hash_row(token.text)
    return known[token.orth]


@registry.architectures("klarsprak.WordEmbed.v1")  # type: ignore[untyped-decorator]
def word_embed(width: int, size: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Vectors of ``width`` from hashed features; each feature has a table of so many ``rows`` of ``size`` numbers."""
    features: Model[list[Doc], list[Ints2d]] = Model("word_features", _extract, attrs={"rows": {}})
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(size, count, column=i, seed=i + 7, dropout=0.0) for i, count in enumerate(rows)
    ]
    mix = Maxout(width, size * len(rows), nP=3, dropout=0.0, normalize=True)
    return chain(features, list2ragged(), with_array(concatenate(*tables)), with_array(mix), ragged2list())
