"""Worker processes: their lanes, their deaths, and what becomes of a job."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from klarsprak.pool.checks import CheckError, Lane, OverloadedError, TimeLimitError
from klarsprak.pool.pool import PoolError, WorkerPool
from klarsprak.pool.serving import FailedError
from klarsprak.pool.settings import PoolSettings
from tests.pool import stand_in
from tests.waiting import wait_for

SETTINGS = PoolSettings(workers=2, time_limit=5)
Doing = Callable[[WorkerPool], Coroutine[Any, Any, Any]]


def run(
    do: Doing, settings: PoolSettings = SETTINGS, prepare: Callable[[Path | None], Any] = stand_in.prepare
) -> Any:
    """What ``do`` returns with a pool of its own."""

    async def with_pool() -> Any:
        async with WorkerPool(settings, prepare) as pool:
            return await do(pool)

    return asyncio.run(with_pool())


async def until(seen: Callable[[], object]) -> None:
    async with asyncio.timeout(60):
        while not seen():
            await asyncio.sleep(0.01)


def test_every_question_gets_its_own_answer() -> None:
    async def do(pool: WorkerPool) -> list[int]:
        return await asyncio.gather(*(pool.ask(stand_in.echo, number) for number in range(300)))

    assert run(do) == list(range(300))


def test_a_large_question_crosses_and_comes_back() -> None:
    large = os.urandom(5_000_000)

    async def do(pool: WorkerPool) -> bytes:
        return await pool.ask(stand_in.echo, large, Lane.LONG)

    assert run(do) == large


def test_long_jobs_stop_no_short_ones() -> None:
    async def do(pool: WorkerPool) -> tuple[int, int]:
        long = [asyncio.create_task(pool.ask(stand_in.slow, 60, Lane.LONG)) for _ in range(4)]
        answers = [await pool.ask(stand_in.echo, number) for number in range(20)]
        for task in long:
            task.cancel()
        return len(answers), pool.waiting(Lane.LONG)

    assert run(do, replace(SETTINGS, time_limit=60)) == (20, 3)


def test_short_jobs_stop_no_long_ones() -> None:
    async def do(pool: WorkerPool) -> int:
        short = [asyncio.create_task(pool.ask(stand_in.slow, 0.01)) for _ in range(100)]
        await asyncio.sleep(0)
        await pool.ask(stand_in.echo, 1, Lane.LONG)
        done = sum(task.done() for task in short)
        await asyncio.gather(*short)
        return done

    assert run(do) <= 100


def test_one_worker_does_everything() -> None:
    async def do(pool: WorkerPool) -> list[int]:
        return [await pool.ask(stand_in.echo, 1, Lane.LONG), await pool.ask(stand_in.echo, 2)]

    assert run(do, replace(SETTINGS, workers=1)) == [1, 2]


def test_a_full_lane_turns_away() -> None:
    async def do(pool: WorkerPool) -> list[Any]:
        asked = [pool.ask(stand_in.slow, 0.3) for _ in range(6)]
        return await asyncio.gather(*asked, return_exceptions=True)

    outcomes = run(do, replace(SETTINGS, workers=1, queue=2))
    assert [type(outcome) for outcome in outcomes] == [int, int, int, int, OverloadedError, OverloadedError]


def test_what_nobody_waits_for_is_not_done() -> None:
    async def do(pool: WorkerPool) -> int:
        first = asyncio.create_task(pool.ask(stand_in.slow, 0.3))
        ready = asyncio.create_task(pool.ask(stand_in.echo, 0))
        forgotten = asyncio.create_task(pool.ask(stand_in.slow, 60))
        last = asyncio.create_task(pool.ask(stand_in.echo, 7))
        await asyncio.sleep(0)
        forgotten.cancel()
        await asyncio.gather(first, ready)
        return await last

    assert run(do, replace(SETTINGS, workers=1)) == 7


def test_a_job_whose_worker_dies_is_tried_once_more(tmp_path: Path) -> None:
    async def do(pool: WorkerPool) -> tuple[str, int]:
        answer = await pool.ask(stand_in.die_once, str(tmp_path / "dog"))
        await until(lambda: pool.numbers()["alive"] == 2)
        return answer, pool.numbers()["replaced"]

    assert run(do) == ("igen", 1)


def test_a_job_that_kills_is_told_and_harms_no_other() -> None:
    async def do(pool: WorkerPool) -> list[Any]:
        asked = [pool.ask(stand_in.die if number == 3 else stand_in.echo, number) for number in range(10)]
        return await asyncio.gather(*asked, return_exceptions=True)

    outcomes = run(do)
    assert type(outcomes.pop(3)) is CheckError
    assert outcomes == [0, 1, 2, 4, 5, 6, 7, 8, 9]


def test_what_lies_ready_when_a_worker_dies_is_not_tried_by_it(tmp_path: Path) -> None:
    async def do(pool: WorkerPool) -> list[str]:
        flags = [str(tmp_path / name) for name in "abc"]
        return await asyncio.gather(*(pool.ask(stand_in.die_once, flag) for flag in flags))

    assert run(do, replace(SETTINGS, workers=1)) == ["igen"] * 3


def test_what_lies_ready_behind_a_job_that_takes_too_long_is_done() -> None:
    async def do(pool: WorkerPool) -> list[Any]:
        asked = [pool.ask(stand_in.slow, 60), *(pool.ask(stand_in.echo, number) for number in range(3))]
        return await asyncio.gather(*asked, return_exceptions=True)

    late, *answers = run(do, replace(SETTINGS, workers=1, time_limit=0.5))
    assert (type(late), answers) == (TimeLimitError, [0, 1, 2])


def test_who_is_free_gets_a_job_before_one_lies_ready() -> None:
    async def do(pool: WorkerPool) -> list[int]:
        return await asyncio.gather(*(pool.ask(stand_in.slow, 0.2) for _ in range(2)))

    assert len(set(run(do))) == 2


def test_nothing_lies_ready_behind_a_long_job() -> None:
    async def do(pool: WorkerPool) -> tuple[int, int]:
        long = asyncio.create_task(pool.ask(stand_in.slow, 0.3, Lane.LONG))
        short = asyncio.create_task(pool.ask(stand_in.echo, 1))
        await asyncio.sleep(0.1)
        waiting = pool.waiting(Lane.SHORT)
        await asyncio.gather(long, short)
        return waiting, pool.waiting(Lane.SHORT)

    assert run(do, replace(SETTINGS, workers=1)) == (1, 0)


def test_workers_that_are_killed_while_they_wait_are_replaced() -> None:
    async def do(pool: WorkerPool) -> tuple[int, int]:
        for desk in pool.desks:
            os.kill(desk.worker.pid or 0, signal.SIGKILL)
        await until(lambda: pool.numbers()["replaced"] == 2 and pool.numbers()["alive"] == 2)
        return await pool.ask(stand_in.echo, 1), pool.numbers()["replaced"]

    assert run(do) == (1, 2)


def test_a_job_that_takes_too_long_is_told_and_not_tried_again() -> None:
    async def do(pool: WorkerPool) -> tuple[Any, int]:
        (outcome,) = await asyncio.gather(pool.ask(stand_in.slow, 60), return_exceptions=True)
        return outcome, await pool.ask(stand_in.echo, 1)

    outcome, after = run(do, replace(SETTINGS, workers=1, time_limit=0.5))
    assert (type(outcome), after) == (TimeLimitError, 1)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_workers_are_deaf_to_what_stops_the_server(number: signal.Signals) -> None:
    async def do(pool: WorkerPool) -> int:
        job = asyncio.create_task(pool.ask(stand_in.slow, 0.3))
        await asyncio.sleep(0.1)
        for desk in pool.desks:
            os.kill(desk.worker.pid or 0, number)
        await job
        return pool.numbers()["replaced"]

    assert run(do) == 0


ERRORS: dict[str, tuple[Callable[..., Awaitable[Any]], type[Exception], str]] = {
    "refused": (lambda pool: pool.ask(stand_in.refuse_question, "Nej."), CheckError, "Nej."),
    "bug": (lambda pool: pool.ask(stand_in.fail, "hemligt"), FailedError, "ValueError, stand_in.py rad"),
    "memory": (lambda pool: pool.ask(stand_in.swell, None), CheckError, "Texten tar för mycket minne"),
}


@pytest.mark.parametrize("case", ERRORS)
def test_errors_are_told_without_the_text(case: str) -> None:
    ask, kind, reason = ERRORS[case]

    async def do(pool: WorkerPool) -> Any:
        outcome = await asyncio.gather(ask(pool), return_exceptions=True)
        return [*outcome, await pool.ask(stand_in.echo, 1)]

    error, after = run(do)
    assert (type(error), after) == (kind, 1)
    assert reason in str(error)
    assert "hemligt" not in str(error)


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [(stand_in.refuse, "klarsprak.yml går inte att läsa."), (stand_in.die_at_start, "minne nog")],
)
def test_workers_that_cant_start_are_told(prepare: Callable[[Path | None], Any], reason: str) -> None:
    async def do(pool: WorkerPool) -> None:
        raise AssertionError

    with pytest.raises(PoolError, match=reason):
        run(do, prepare=prepare)


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the processes as Linux tells of them")
@pytest.mark.parametrize("at_work", [True, False])
def test_no_worker_outlives_a_server_that_is_killed(at_work: bool) -> None:
    command = [sys.executable, "-m", "tests.pool.stand_in", *(["work"] if at_work else [])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        worker = Path("/proc", server.stdout.readline().strip())
        assert worker.exists()
        server.kill()
    wait_for(lambda: not worker.exists())
