"""An audit on a cluster ends in the ledger that a local one makes, whoever dies on the way."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

distributed = pytest.importorskip("distributed")

from klarsprak.audit import version  # noqa: E402
from klarsprak.audit.ledger import ledger  # noqa: E402
from klarsprak.audit.letter.results import LetterResult  # noqa: E402
from klarsprak.audit.run import Plan, audit  # noqa: E402
from klarsprak.audit.sources.archive import Names  # noqa: E402
from klarsprak.audit.tally import Tally  # noqa: E402
from klarsprak.audit.workers import cluster  # noqa: E402
from klarsprak.audit.workers.cluster import ClusterPool  # noqa: E402
from klarsprak.audit.workers.pool import CRASHED, WorkerPoolError  # noqa: E402
from klarsprak.audit.workers.serving import Task  # noqa: E402
from klarsprak.cli import run  # noqa: E402
from tests.audit.support import content, letter, save  # noqa: E402
from tests.audit.workers import pool_work  # noqa: E402

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with signals")
ROOT = str(Path(__file__).parents[3])
ENVIRONMENT = os.environ | {"PYTHONPATH": ROOT, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
SCHEDULER = ("dask", "scheduler")
WORKERS = ("dask", "worker")
NURSED_WORKERS = ("tests.audit.workers.dask_worker",)
IN_CLEAR = "klarsprak: breven skickas okrypterade till klustret. Använd tls:// om nätet inte är ert eget.\n"
NAMES = Names(["arkiv"])


class Cluster:
    """A scheduler and workers, each a process of its own; ``nursed`` workers that die are started anew."""

    def __init__(self, folder: Path, workers: int, nursed: bool) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self._folder = folder
        self.scheduler = self._started(SCHEDULER, "--host", "127.0.0.1", "--port", str(port))
        module, nurse = (NURSED_WORKERS, "--nanny") if nursed else (WORKERS, "--no-nanny")
        if workers:
            options = ("--nworkers", str(workers), "--nthreads", "1", "--local-directory", str(folder))
            self._started(module, self.address, nurse, *options)

    def _started(self, module: tuple[str, ...], *arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", *module, *arguments, "--no-dashboard"]
        log = (self._folder / "log").open("ab")
        self.processes = [*getattr(self, "processes", []), subprocess.Popen(command, env=ENVIRONMENT, stderr=log)]
        return self.processes[-1]

    def stop(self) -> None:
        for process in reversed(self.processes):
            process.kill()  # what a worker has started sees that, and ends
        for process in self.processes:
            process.wait()


@contextmanager
def started(folder: Path, workers: int, nursed: bool = False) -> Iterator[Cluster]:
    with ExitStack() as stack:
        running = Cluster(folder, workers, nursed)
        stack.callback(running.stop)
        yield running


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with started(tmp_path_factory.mktemp("kluster"), 2, nursed=True) as running:
        with distributed.Client(running.address, timeout=30, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=30)
        yield running.address


def pids(address: str) -> list[int]:
    """The process of each worker."""
    with distributed.Client(address, set_as_default=False) as client:
        return list(client.run(os.getpid).values())


def plan(path: str, address: str | None = None) -> Plan:
    return Plan(Path(path), Path("klarsprak.yml"), cluster=address)


@pytest.mark.usefixtures("archive")
def test_the_ledger_is_the_same_as_that_of_a_local_run_though_a_worker_is_killed(address: str) -> None:
    for number in range(200):
        save(f"arkiv/{number % 7}/2024-03-{number}.txt", letter(number))
    save("arkiv/kopia.txt", letter(1))
    save("arkiv/trasig.docx", "PK\x03\x04 inget brev")
    save("arkiv/trasig.zip", "ingen zip")
    victims = pids(address)[:1]

    def kill(tally: Tally) -> None:
        if tally.checked >= 64 and victims:
            os.kill(victims.pop(), signal.SIGKILL)

    audit(NAMES, plan("kluster.sqlite", address), kill)
    audit(NAMES, plan("lokal.sqlite"))
    assert victims == []
    assert content("kluster.sqlite") == content("lokal.sqlite")
    assert len(content("kluster.sqlite")["source"]) == 203


def done(address: str, *contents: str, time_limit: float = 30) -> dict[str, LetterResult]:
    tasks = (Task(text.encode(), ".txt", text.encode()) for text in contents)
    with ClusterPool(address, pool_work.prepared, time_limit) as pool:
        results = list(pool.results(tasks))
    assert len(results) == len(contents)
    return {key.decode(): letters[0] for key, letters in results}


def test_a_letter_that_hangs_or_kills_its_process_harms_itself_alone(address: str) -> None:
    results = done(address, "a", "hang", "b", "die", "fail hemligt", "swell", "c", time_limit=1)
    assert {text: result.error for text, result in results.items()} == {
        "a": None,
        "b": None,
        "c": None,
        "hang": "Filen tog mer än 1 sekunder att granska.",
        "die": CRASHED,
        "fail hemligt": "Programmet klarade inte filen (ValueError).",
        "swell": "Filen tar för mycket minne att granska.",
    }


def test_a_letter_that_keeps_killing_the_clusters_workers_harms_itself_alone(address: str) -> None:
    results = done(address, "a", "b", "die-with-host", "c")
    assert {text for text, result in results.items() if result.error} == {"die-with-host"}
    assert results["die-with-host"].error == CRASHED


def test_an_audit_leaves_nothing_on_the_clusters_workers(address: str) -> None:
    import psutil

    done(address, "a")
    children = [child for pid in pids(address) for child in psutil.Process(pid).children(recursive=True)]
    assert [child for child in children if "subprocess_pool" in " ".join(child.cmdline())] == []


def test_rules_that_the_workers_cant_load_end_the_audit_with_the_reason(address: str) -> None:
    with (
        ClusterPool(address, pool_work.broken, 30) as pool,
        pytest.raises(WorkerPoolError, match=r"Reglerna går inte att läsa\."),
    ):
        list(pool.results(iter([Task(b"a", ".txt", b"a")])))


def told(capsys: pytest.CaptureFixture[str], address: str) -> str:
    """What the command says that can't do its work."""
    save("arkiv/brev.txt", letter(1))
    assert run(["audit", "run", "arkiv", "--cluster", address]) == 2
    return capsys.readouterr().err.removeprefix(IN_CLEAR)


@pytest.mark.usefixtures("archive")
def test_workers_with_another_version_of_the_program_end_the_audit(
    address: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version, "SHAPE", 0)
    assert told(capsys, address) == (
        "klarsprak: Klustrets datorer saknar klarsprak eller har en annan version. Installera samma överallt.\n"
    )


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("wrong", ["tcp://127.0.0.1:9", "127.0.0.1:9", "bulle://server:8786"])
def test_a_cluster_that_isnt_there_is_told(
    wrong: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_LIMIT", 1)
    assert told(capsys, wrong) == (
        f"klarsprak: {wrong}: klustret svarar inte. Är adressen rätt, och är schemaläggaren i gång?\n"
    )


@pytest.mark.usefixtures("archive")
def test_without_its_library_the_command_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "klarsprak.audit.workers.cluster")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert told(capsys, "tcp://127.0.0.1:9") == (
        "klarsprak: --cluster kräver dask. Skriv: pip install './klarsprak[cluster]'\n"
    )


@pytest.mark.usefixtures("archive")
def test_a_cluster_that_goes_away_costs_nothing_that_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "COMMIT_EVERY", 0)
    for number in range(200):
        save(f"arkiv/{number}.txt", letter(number))
    with started(tmp_path, 1) as running:

        def kill(tally: Tally) -> None:
            running.scheduler.kill()

        with pytest.raises(WorkerPoolError, match="kontakten med klustret bröts"):
            audit(NAMES, plan("avbruten.sqlite", running.address), kill)
    assert 0 < len(content("avbruten.sqlite")["source"]) < 200
    assert audit(NAMES, plan("avbruten.sqlite")).files == 200
    audit(NAMES, plan("lokal.sqlite"))
    assert content("avbruten.sqlite") == content("lokal.sqlite")


@pytest.mark.usefixtures("archive")
def test_the_user_is_told_that_letters_go_over_an_open_net(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT_LIMIT", 1)
    save("arkiv/brev.txt", letter(1))
    assert run(["audit", "run", "arkiv", "--cluster", "bulle://server:8786"]) == 2
    assert capsys.readouterr().err.startswith(IN_CLEAR)


def test_a_cluster_without_workers_is_not_waited_for_in_vain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "WORKERS_LIMIT", 1)
    with started(tmp_path, 0) as running, pytest.raises(WorkerPoolError, match="klustret har inga arbetare"):
        done(running.address, "a")


def test_a_cluster_that_its_workers_have_left_is_not_waited_for_in_vain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with started(tmp_path, 1) as running, ClusterPool(running.address, pool_work.prepared, 30) as pool:
        results = pool.results(Task(b"%d" % number, ".txt", b"a") for number in range(1000))
        next(results)
        running.processes[-1].terminate()
        monkeypatch.setattr(cluster, "WORKERS_LIMIT", 1)
        monkeypatch.setattr(cluster, "LOOK_EVERY", 0.5)
        with pytest.raises(WorkerPoolError, match="klustret har inga arbetare"):
            list(results)
