"""One checker for the tests of the API and of the page: loading the rules takes seconds."""

from __future__ import annotations

import pytest

from klarsprak.live.checking import LiveChecker


@pytest.fixture(scope="package")
def checker() -> LiveChecker:
    return LiveChecker()
