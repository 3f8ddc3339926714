"""One server for all tests that need a real one."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.waiting import wait_for

READY = "klarsprak: lyssnar på "


class Server(NamedTuple):
    """A server in a process of its own, and where it writes what it has to say."""

    url: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")


def start(log: Path, *options: str) -> Server:
    """A server at a free port that is ready; fails where it doesn't get so far."""
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "klarsprak", "serve", "--port", "0", *options], stderr=stream, cwd=log.parent
        )
    try:
        wait_for(lambda: READY in log.read_text(encoding="utf-8"), lambda: process.poll() is None)
    except BaseException:
        process.kill()
        raise
    url = log.read_text(encoding="utf-8").partition(READY)[2].split()[0]
    return Server(url, process, log)


def stop(server: Server) -> int:
    """The exit code after SIGTERM."""
    server.process.send_signal(signal.SIGTERM)
    return server.process.wait(60)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with two workers, by no organisation's choices."""
    started = start(tmp_path_factory.mktemp("server") / "log", "--workers", "2", "--rate", "0", "--body-time", "0.8")
    yield started
    stop(started)
