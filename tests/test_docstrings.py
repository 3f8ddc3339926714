"""The examples in docstrings are run."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

import klarsprak

_PACKAGE = Path(klarsprak.__file__).parent
_EXAMPLE = re.compile(r"^ *>>> ", re.MULTILINE)
_MODULES = [
    ".".join(path.relative_to(_PACKAGE.parent).with_suffix("").parts)
    for path in sorted(_PACKAGE.rglob("*.py"))
    if _EXAMPLE.search(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("name", _MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    results = doctest.testmod(import_module(name.removesuffix(".__init__")))
    assert results.attempted > 0
    assert results.failed == 0
