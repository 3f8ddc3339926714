"""Letters that go to a cluster unencrypted are told of, unless they stay on this machine."""

from __future__ import annotations

import pytest

from klarsprak.cli.audit.run import _SAFE


@pytest.mark.parametrize(
    "address", ["tls://server:8786", "tcp://127.0.0.1:8786", "localhost:8786", "tcp://[::1]:8786"]
)
def test_what_nobody_else_reads_is_safe(address: str) -> None:
    assert _SAFE.match(address)


@pytest.mark.parametrize(
    "address", ["tcp://127.elak.example:8786", "tcp://localhost.elak.example", "tcp://10.0.0.1:1"]
)
def test_what_goes_over_the_net_is_not_safe(address: str) -> None:
    assert not _SAFE.match(address)
