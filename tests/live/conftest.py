"""A checker for all: it takes a second to make."""

import pytest

from klarsprak.live.checking import LiveChecker


@pytest.fixture(scope="session")
def checker() -> LiveChecker:
    return LiveChecker()
