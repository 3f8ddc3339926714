"""A pool of worker processes, and letters that kill them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from klarsprak.audit.workers.pool import WorkerPool, WorkerPoolError
from klarsprak.audit.workers.serving import Prepare, Results, Task
from klarsprak.stages import MOST_SIDE_BY_SIDE
from tests.audit.workers import pool_work

ROOT = str(Path(__file__).parents[3])


@pytest.fixture(autouse=True)
def _workers_find_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)


def done(
    *contents: str, jobs: int = 2, time_limit: float = 30, prepare: Prepare = pool_work.prepared
) -> dict[str, Results]:
    tasks: Iterator[Task] = (Task(text.encode(), ".txt", text.encode()) for text in contents)
    with WorkerPool(prepare, jobs, time_limit) as pool:
        return {key.decode(): results for key, results in pool.results(tasks)}


def test_every_task_of_a_pool_is_done() -> None:
    contents = [f"brev {number}" for number in range(50)]
    assert {text: results[0].words for text, results in done(*contents).items()} == {
        text: len(text) for text in contents
    }


def test_a_letter_that_hangs_or_kills_its_worker_harms_itself_alone() -> None:
    results = done("a", "hang", "b", "die", "fail hemligt", "swell", "c", time_limit=1)
    assert {text: letters[0].error for text, letters in results.items()} == {
        "a": None,
        "b": None,
        "c": None,
        "hang": "Filen tog mer än 1 sekunder att granska.",
        "die": "Programmet kraschade när det läste filen.",
        "fail hemligt": "Programmet klarade inte filen (ValueError).",
        "swell": "Filen tar för mycket minne att granska.",
    }


def test_letters_done_together_with_one_that_kills_their_worker_are_all_done() -> None:
    contents = [f"brev {number}" for number in range(3 * MOST_SIDE_BY_SIDE)]
    contents[5:5] = ["die"]
    contents[20:20] = ["hang"]
    results = done(*contents, jobs=1, time_limit=1)
    assert len(results) == len(contents)
    assert {text for text, letters in results.items() if letters[0].error} == {"die", "hang"}


def test_a_letter_is_not_blamed_for_a_worker_that_something_else_killed(tmp_path: Path) -> None:
    task = f"die-once {tmp_path / 'died'}"
    assert done(task)[task][0].error is None
    assert (tmp_path / "died").exists()


@pytest.mark.parametrize("jobs", [1, 2])
def test_workers_collect_garbage_seldom_and_never_look_through_the_rules_for_it(jobs: int) -> None:
    # Those that are started and those that are forked from one that is prepared.
    assert done("brev", jobs=jobs, prepare=pool_work.telling_collections)["brev"][0].words == 100_000


def test_without_tasks_no_worker_starts() -> None:
    assert list(WorkerPool(pool_work.broken, 2, 30).results(iter(()))) == []


def test_workers_that_cant_begin_say_why() -> None:
    with (
        WorkerPool(pool_work.broken, 2, 30) as pool,
        pytest.raises(WorkerPoolError, match=r"Reglerna går inte att läsa\."),
    ):
        list(pool.results(iter([Task(b"a", ".txt", b"a")])))


def test_what_hands_letters_to_a_worker_loads_no_language() -> None:
    code = "import sys, klarsprak.audit.workers.subprocess_pool; print('spacy' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"
