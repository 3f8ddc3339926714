"""Whoever is killed at whatever moment: a message arrives once, or is still with its sender.

Twice may only arrive a message whose answer was lost on its way (RFC 1047).  ``bench/smtp.py`` kills more, and with
the real check.
"""

from __future__ import annotations

import sys

import pytest

pytest.importorskip("aiosmtpd")
pytest.importorskip("dkim")
pytest.importorskip("psutil")

from bench.smtp import QUICK, kill_test

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ports are not free at once there")


def test_a_message_arrives_once_whoever_is_killed() -> None:
    count, killed, _ = kill_test(60, 5, command=QUICK)
    assert sum(killed.values()) >= 4  # there may have been no worker to kill
    assert count.is_good, str(count)
    assert count.once + count.twice == 60
