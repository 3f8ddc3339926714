"""Clients that don't wait for the answer."""

from __future__ import annotations

import asyncio
from typing import Any

from klarsprak.pool.checks import Lane
from klarsprak.server.app import make_app


class Forgetting:
    """Checks that take for ever, and tell when nobody waits any more."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.forgotten = False

    async def ask(self, job: Any, question: Any, lane: Lane = Lane.SHORT) -> Any:
        self.asked.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.forgotten = True
            raise


def test_a_job_of_a_client_that_has_gone_is_forgotten() -> None:
    async def leave() -> tuple[bool, list[Any]]:
        checks, sent = Forgetting(), []
        messages = [{"type": "http.request", "body": b"language=sv&text=Hej", "more_body": False}]

        async def receive() -> Any:
            if messages:
                return messages.pop()
            await checks.asked.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": "POST",
            "path": "/v2/check",
            "query_string": b"",
            "client": ("127.0.0.1", 1),
        }
        headers = [(b"host", b"127.0.0.1")]
        await make_app(checks)({**scope, "headers": headers, "root_path": ""}, receive, send)
        return checks.forgotten, sent

    assert asyncio.run(leave()) == (True, [])
