"""What the tests of the mail gate share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def _attempts_are_nobodys(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Attempts that processes of the tests make are counted apart: what fails in a test is nobody's mail."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(tmp_path_factory.mktemp("tmp")))
        yield
