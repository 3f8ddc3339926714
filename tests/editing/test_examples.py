"""The examples in the docstrings of what is written into letters."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from klarsprak.editing import choice, fixes, notes, text
from klarsprak.editing.pdf import boxes
from klarsprak.editing.word import marks, package


@pytest.mark.parametrize(
    "module", [boxes, choice, fixes, notes, text, marks, package], ids=lambda module: module.__name__
)
def test_examples_in_docstrings(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0
