"""An application whose checks answer at once."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from klarsprak.pool.checks import Lane
from klarsprak.server.app import make_app
from klarsprak.server.settings import ServerSettings


class Answering:
    """Checks that give always the same answer, or raise always the same error."""

    def __init__(self, answer: bytes | Exception = b'{"matches":[]}') -> None:
        self._answer = answer
        self.lanes: list[Lane] = []

    async def ask(self, job: Any, question: Any, lane: Lane = Lane.SHORT) -> Any:
        self.lanes.append(lane)
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer


def client(checks: Any = None, *, peer: str = "127.0.0.1", **settings: Any) -> TestClient:
    """A client of such an application."""
    app = make_app(checks or Answering(), ServerSettings(**settings))
    return TestClient(app, "http://127.0.0.1:8010", raise_server_exceptions=False, client=(peer, 50_000))
