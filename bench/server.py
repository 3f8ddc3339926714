"""How much a server bears: ``python -m bench.server [--requests N] [--kills N] [--hostile N]``.

All in one run, so that figures can be compared whatever else the machine does: paragraphs a second beside what a
single checker does in its own process, how long the slowest take, a burst, a letter as docx, memory over many
requests, hostile requests, and workers that are killed.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

import psutil

from klarsprak.live.checking import LiveChecker
from tests.server.hostile import requests as hostile_requests

LETTER = Path(__file__).parents[1] / "corpora" / "letters" / "beslut-bygglov.docx"
AIM, AIM_SLOWEST, AIM_DOCX, AIM_REFUSED = 200, 0.2, 0.15, 1.0
"""Paragraphs a second; seconds, for one of a hundred paragraphs, for a docx and for a refusal."""
CLIENTS = 8
_SENTENCES = (
    "Vi har fått din ansökan om parkeringstillstånd och behöver veta mer om hur du går i dag.",
    "Du får ett beslut inom fyra veckor om vi inte behöver fler uppgifter från dig.",
    "Avgiften är 450 kronor och du betalar den med den faktura som kommer i maj.",
    "Skolan har plats för ditt barn från och med den 18 augusti i klass 2 B.",
    "Ring mig om du har frågor, jag svarar varje vardag mellan 9 och 11.",
    "Du kan överklaga beslutet hos länsstyrelsen inom tre veckor från den dag du fick det.",
)
_FLAGGED = " Vi har ej svarat."


@dataclass
class Sum:
    """What became of many requests: how long each took, and what was wrong with some."""

    seconds: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)
    elapsed: float = 0.0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.seconds) / self.elapsed

    def slowest(self, percent: int) -> float:
        """The time that so many in a hundred don't exceed."""
        return quantiles(self.seconds, n=100)[percent - 1]

    def __str__(self) -> str:
        times = f"median {self.slowest(50) * 1000:.0f} ms, p99 {self.slowest(99) * 1000:.0f} ms"
        return f"{self.rate:.0f} a second, {times}, wrong or lost: {dict(self.wrong) or 'none'}"


def paragraphs(count: int, seed: int = 1) -> Iterator[tuple[str, int]]:
    """So many different paragraphs of about 135 characters, each with the offset of its one match."""
    chance = random.Random(seed)
    for number in range(count):
        text = f"{chance.choice(_SENTENCES)[:110]} Ärende {number}.{_FLAGGED}"
        yield text, text.index(" ej ") + 1


@contextmanager
def serving(program: Sequence[str] = ("-m", "klarsprak")) -> Iterator[tuple[int, psutil.Process]]:
    """A server with a worker a core: its port and its process."""
    command = [sys.executable, *program, "serve", "--port", "0", "--rate", "0", "--body-time", "0.8"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stderr is not None
    port = int(process.stderr.readline().split("127.0.0.1:")[1].split()[0])
    drain = subprocess.Popen(["cat"], stdin=process.stderr, stdout=subprocess.DEVNULL)
    try:
        yield port, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()
        drain.wait()


def memory(server: psutil.Process) -> int:
    """MiB that the server and its workers hold; what several share counts once."""
    return sum(each.memory_full_info().pss for each in processes(server)) >> 20


def processor(server: psutil.Process) -> float:
    """Seconds of processor time that the server and its workers have used."""
    times = [each.cpu_times() for each in processes(server)]
    return sum(each.user + each.system for each in times)


def processes(program: psutil.Process) -> list[psutil.Process]:
    """A program and all that it has started."""
    return [program, *program.children(recursive=True)]


def workers(program: psutil.Process) -> list[int]:
    """The numbers of the processes that check: those of the program's own that have none below them."""
    below: dict[int, int] = {}
    for each in program.children(recursive=True):
        with suppress(psutil.Error):  # it is gone by now
            if "spawn_main" in " ".join(each.cmdline()):
                below[each.pid] = each.ppid()
    return [each for each in below if each not in below.values()]


class Client:
    """A connection that asks one thing after the other, and says when an answer isn't the right one."""

    def __init__(self, port: int, sum_: Sum) -> None:
        self._port = port
        self._sum = sum_

    async def check(self, texts: Iterator[tuple[str, int]]) -> None:
        """Ask about each text."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        for text, offset in texts:
            start = time.perf_counter()
            writer.write(request("/v2/check", urlencode({"language": "sv", "text": text}).encode()))
            status, body = await answer(reader)
            self._sum.seconds.append(time.perf_counter() - start)
            if status != 200:
                self._sum.wrong[str(status)] += 1
            elif [match["offset"] for match in json.loads(body)["matches"]] != [offset]:
                self._sum.wrong["answer"] += 1
        writer.close()


def request(path: str, body: bytes, media: str = "application/x-www-form-urlencoded") -> bytes:
    """A request as it is sent."""
    head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Status and body."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    size = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
    return int(head.split()[1]), await reader.readexactly(size)


async def asked(port: int, count: int, clients: int = CLIENTS) -> Sum:
    """What becomes of so many requests."""
    outcome, texts, start = Sum(), paragraphs(count), time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for _ in range(clients):
            group.create_task(Client(port, outcome).check(texts))
    outcome.elapsed = time.perf_counter() - start
    return outcome


def in_process(count: int) -> float:
    """Paragraphs a second of one checker in this process."""
    checker = LiveChecker()
    for text, _ in paragraphs(30):
        checker.check(text, whole=False)
    start = time.perf_counter()
    for text, _ in paragraphs(count):
        checker.check(text, whole=False)
    return count / (time.perf_counter() - start)


async def docx(port: int) -> str:
    """How long a letter of one page takes."""
    seconds = []
    for _ in range(8):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        start = time.perf_counter()
        writer.write(request("/api/1/check?name=brev.docx", LETTER.read_bytes(), "application/octet-stream"))
        status, _ = await answer(reader)
        seconds.append(time.perf_counter() - start)
        writer.close()
        if status != 200:
            return f"not measured: the server answers {status}"
    return f"{sorted(seconds[2:])[3]:.3f} s warm; aim {AIM_DOCX} s"


async def refused(port: int, count: int) -> Sum:
    """What becomes of hostile requests, twenty at a time."""
    outcome, every, start = Sum(), hostile_requests(count), time.perf_counter()

    async def one_by_one() -> None:
        for name, data in every:
            began = time.perf_counter()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(data)
            told = (await reader.read()).split()
            outcome.seconds.append(time.perf_counter() - began)
            if len(told) < 2 or not told[1].startswith(b"4"):
                outcome.wrong[name] += 1
            writer.close()

    await asyncio.gather(*(one_by_one() for _ in range(20)))
    outcome.elapsed = time.perf_counter() - start
    return outcome


async def are_ready(port: int, count: int) -> bool:
    """Whether so many workers have loaded the rules."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    _, numbers = await answer(reader)
    writer.close()
    return f"klarsprak_workers_alive {count}.0".encode() in numbers


async def killed(port: int, server: psutil.Process, count: int) -> Sum:
    """What becomes of requests while workers are killed, one after the other."""
    outcome, done, start = Sum(), asyncio.Event(), time.perf_counter()
    texts = takewhile(lambda _: not done.is_set(), paragraphs(1_000_000))
    asking = [asyncio.create_task(Client(port, outcome).check(texts)) for _ in range(CLIENTS)]
    for _ in range(count):
        while not await are_ready(port, len(workers(server))):
            await asyncio.sleep(0.2)
        os.kill(random.choice(workers(server)), signal.SIGKILL)
        await asyncio.sleep(1)
    done.set()
    await asyncio.gather(*asking)
    outcome.elapsed = time.perf_counter() - start
    return outcome


async def measure(port: int, server: psutil.Process, alone: float, wanted: argparse.Namespace) -> None:
    """Print each figure as soon as it is there."""
    await asked(port, 200)
    used = processor(server)
    many = await asked(port, wanted.requests // 10)
    used = (processor(server) - used) / len(many.seconds)
    print(f"{CLIENTS} clients: {many}; aim {AIM} a second on two idle cores, p99 {AIM_SLOWEST * 1000:.0f} ms")
    print(
        f"  {many.rate / alone:.2f} times a checker alone ({alone:.0f} a second) with {len(workers(server))} workers"
    )
    print(f"  {used * 1000:.1f} ms of the processor each: {2 / used:.0f} a second on two cores without other work")
    burst = round(5 * alone)
    print(
        f"{burst} requests at once, five times what one checker does in a second: {await asked(port, burst, burst)}"
    )
    print(f"a docx of one page: {await docx(port)}")
    before = memory(server)
    every = await asked(port, wanted.requests)
    print(f"{wanted.requests} requests: {before} MiB before, {memory(server)} after; {every}")
    outcome = await refused(port, wanted.hostile)
    print(f"{wanted.hostile} hostile: {outcome}; slowest {max(outcome.seconds):.2f} s; aim {AIM_REFUSED:g} s")
    print(f"{wanted.kills} workers killed meanwhile: {await killed(port, server, wanted.kills)}")
    print(f"memory at last: {memory(server)} MiB")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, count in (("requests", 20_000), ("hostile", 1_000), ("kills", 100)):
        parser.add_argument(f"--{name}", type=int, default=count)
    wanted = parser.parse_args()
    alone = in_process(300)
    with serving() as (port, server):
        asyncio.run(measure(port, server, alone, wanted))


if __name__ == "__main__":
    main()
