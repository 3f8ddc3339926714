"""The application as a client meets it."""

from starlette.testclient import TestClient

from klarsprak.live.checking import LiveChecker
from klarsprak.pool.checks import InThread
from klarsprak.server.app import make_app


def test_it_says_that_it_lives() -> None:
    checks = InThread.__new__(InThread)
    assert TestClient(make_app(checks)).get("/healthz").text == "OK"


async def _answer(checks: InThread) -> int:
    return await checks.ask(_length, "Hej")


def _length(checker: LiveChecker, text: str) -> int:
    return len(text)


def test_a_job_is_answered() -> None:
    import asyncio

    checker = LiveChecker.__new__(LiveChecker)

    async def ask() -> int:
        return await _answer(InThread(checker))

    assert asyncio.run(ask()) == 3
