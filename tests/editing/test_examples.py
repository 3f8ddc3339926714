"""The examples in the docstrings of what is written into letters."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from klarsprak.editing import fixes, pdf, text
from klarsprak.editing.word import marks, package


@pytest.mark.parametrize("module", [fixes, pdf, text, marks, package], ids=lambda module: module.__name__)
def test_examples_in_docstrings(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0
