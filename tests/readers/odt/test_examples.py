"""The examples in the docstrings of what is read out of packages."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from klarsprak.readers import zipped
from klarsprak.readers.odt import paragraph


@pytest.mark.parametrize("module", [zipped, paragraph], ids=lambda module: module.__name__)
def test_examples_in_docstrings(module: ModuleType) -> None:
    results = doctest.testmod(module)
    assert results.attempted > 0
    assert results.failed == 0
