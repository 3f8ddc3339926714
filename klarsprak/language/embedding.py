"""How the networks see a word: hashes of what its form shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array
from thinc.types import Floats2d, Ints2d

from klarsprak.language.endings import code
from klarsprak.language.gazetteer import hint

_DIGIT = re.compile(r"\d")
_SAME = str.maketrans(dict.fromkeys('”“"’‘»«´`', "'") | dict.fromkeys("–—‐‑", "-"))
_CACHE_SIZE = 100_000

Row = tuple[int, ...]


def _shape(form: str) -> str:
    if form.isupper():
        return "A" if len(form) == 1 else "AA"
    if form[0].isupper():
        return ("Aa" if form[1:].islower() else "AaA") + hint(form)
    kind = "a" if form.islower() else "1" if form[0].isdigit() else "."
    return kind + ("-" if "-" in form[1:-1] else "") + (":" if ":" in form else "")


def word_features(form: str) -> list[str]:
    """What the form shows, one string for each column of the embedding."""
    word = _DIGIT.sub("0", form.translate(_SAME))
    lower = word.lower()
    return [lower, lower[-3:], lower[-6:], _shape(word), code(lower) if lower[-1].isalpha() else lower[-1]]


COLUMNS = 5


def _hash_row(form: str) -> Row:
    return tuple(get_string_id(f"{i} {value}") for i, value in enumerate(word_features(form)))


def _extract(
    model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[Any, Callable[..., Any]]:
    rows: dict[int, Row] = model.attrs["rows"]
    if len(rows) > _CACHE_SIZE:
        rows.clear()
    found = [
        numpy.array(
            [rows.get(token.orth) or rows.setdefault(token.orth, _hash_row(token.text)) for token in doc], "Q"
        ).reshape(-1, COLUMNS)
        for doc in docs
    ]
    return found, lambda _: []


@registry.architectures("klarsprak.WordEmbed.v1")  # type: ignore[untyped-decorator]
def word_embed(width: int, size: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Vectors of ``width`` from hashed features; each feature has a table of so many ``rows`` of ``size`` numbers."""
    features: Model[list[Doc], list[Ints2d]] = Model("word_features", _extract, attrs={"rows": {}})
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(size, count, column=i, seed=i + 7, dropout=0.0) for i, count in enumerate(rows)
    ]
    mix = Maxout(width, size * len(rows), nP=3, dropout=0.0, normalize=True)
    return chain(features, list2ragged(), with_array(concatenate(*tables)), with_array(mix), ragged2list())
