"""A checker that is ready at once, and jobs that misbehave."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from pathlib import Path
from typing import Any

from klarsprak.pool.checks import CheckError


def prepare(path: Path | None) -> Any:
    return path


def refuse(path: Path | None) -> Any:
    raise ValueError("klarsprak.yml går inte att läsa.")


def die_at_start(path: Path | None) -> Any:
    os._exit(1)


def echo(checker: Any, question: Any) -> Any:
    return question


def slow(checker: Any, seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def pid(checker: Any, question: Any) -> int:
    return os.getpid()


def die(checker: Any, question: Any) -> None:
    os._exit(1)


def die_once(checker: Any, flag: str) -> str:
    """Die the first time, and leave a note that it has been done."""
    if Path(flag).exists():
        return "igen"
    Path(flag).touch()
    os._exit(1)


def fail(checker: Any, secret: str) -> None:
    raise ValueError(secret)


def refuse_question(checker: Any, question: str) -> None:
    raise CheckError(question)


def swell(checker: Any, question: Any) -> int:
    return len(bytes(64 * 1024**3))


async def wait() -> None:
    """Say the number of a worker, and wait to be killed."""
    from klarsprak.pool.pool import WorkerPool
    from klarsprak.pool.settings import PoolSettings

    async with WorkerPool(PoolSettings(workers=1), prepare) as pool:
        print(pool.desks[0].worker.pid, flush=True)
        await (pool.ask(slow, 2) if sys.argv[1:] else asyncio.Event().wait())


if __name__ == "__main__":
    asyncio.run(wait())
