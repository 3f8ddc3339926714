"""What the mail proxy bears: ``python -m bench.smtp [--messages N] [--kills N] [--rate N] [--flat N]``.

First the proxy, the next hop and the workers are killed at random while messages go through: each must arrive once,
or still be with its sender.  Twice may only arrive what was on its way back as an answer when somebody was killed
(RFC 1047).  Then how many messages a second go through, what they are delayed by, and memory over many of them.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import psutil

from bench.server import workers
from tests.gate.mail.mails import mail
from tests.gate.support import FLAWED

LETTER = Path(__file__).parents[1] / "corpora" / "letters" / "svar-p-bot.txt"
CONNECTIONS = 20
SENDER = b"mirjam.ekeroth@ekvalla.example"
PROXY = [sys.executable, "-m", "klarsprak", "gate", "smtp"]
QUICK = [sys.executable, "-m", "tests.gate.smtp.quick", "gate", "smtp"]
_HOP = [sys.executable, "-m", "tests.gate.smtp.next_hop"]
_NUMBER = re.compile(rb"^X-Number: (\d+)", re.M)
_LOST = (b"451 4.4.1", b"451 4.4.2")
"""What the proxy says where it lost the next hop."""
_PATIENCE = 20.0
"""Seconds after which the sender hangs up: less than a real one has, so that the test comes to an end."""


@dataclass(eq=False)
class Sent:
    """A message, what must become of it, and what the sender has been told."""

    number: int
    content: bytes
    is_held: bool
    answer: bytes = b""
    tries: int = 0
    in_doubt: int = 0
    """Tries whose end was sent and whose answer never came, or was that the next hop was lost."""

    @property
    def is_done(self) -> bool:
        """Whether it is no longer with the sender."""
        return self.answer.startswith(b"250")


@dataclass
class Mails:
    """Mails of four kinds."""

    signed: bool = True
    _key: bytes = field(default_factory=lambda: _keys()[0])

    def every(self, count: int) -> Iterator[Sent]:
        """Two of three pass, one of six is held, and one of six is an automatic answer, which isn't checked."""
        for number in range(count):
            kind = number % 6
            body = FLAWED if kind == 4 else LETTER.read_bytes()
            yield Sent(number, self._mail(number, body, is_automatic=kind == 5), kind == 4)

    def _mail(self, number: int, body: bytes, *, is_automatic: bool) -> bytes:
        head = b"X-Number: %d\r\nMessage-ID: <%d@ekvalla.example>\r\n" % (number, number)
        if is_automatic:
            head += b"Auto-Submitted: auto-replied\r\n"
        content = head + mail(body + b"\n.\n..tva punkter\n").replace(b"\n", b"\r\n")
        return self._sign(content) + content if self.signed else content

    def _sign(self, content: bytes) -> bytes:
        import dkim

        signed: bytes = dkim.sign(
            content, b"bench", b"ekvalla.example", self._key, include_headers=[b"from", b"subject"]
        )
        return signed


@cache
def _keys() -> tuple[bytes, bytes]:
    """A key for DKIM, and what stands in DNS of it."""
    import base64

    from cryptography.hazmat.primitives import serialization as form
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(65537, 1024)
    private = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.TraditionalOpenSSL, form.NoEncryption())
    public = key.public_key().public_bytes(form.Encoding.DER, form.PublicFormat.SubjectPublicKeyInfo)
    return private, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def public_key() -> str:
    """What stands in DNS of the key that mails are signed with."""
    return _keys()[1].decode()


def verifies(content: bytes) -> bool:
    """Whether the signature on a mail holds."""
    import dkim

    return bool(dkim.verify(content, dnsfunc=lambda *_, **__: _keys()[1]))


class Client:
    """A connection that hands in one message after the other, and keeps what isn't taken."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def send(self, sent: Sent) -> float:
        """Try to hand it in; seconds from its end to the answer."""
        sent.tries += 1
        is_sent = False
        try:
            async with asyncio.timeout(_PATIENCE):
                reader, writer = await self._connection()
                writer.write(b"MAIL FROM:<%b>\r\nRCPT TO:<bo.ek@example.org>\r\nDATA\r\n" % SENDER)
                answers = [await _answer(reader) for _ in range(3)]
                if not answers[-1].startswith(b"354"):
                    sent.answer = next(each for each in answers if each[:1] in b"45")
                    self.hang_up()
                    return 0.0
                start, is_sent = time.perf_counter(), True
                writer.write((b"\r\n" + sent.content).replace(b"\r\n.", b"\r\n..")[2:] + b".\r\n")
                sent.answer = await _answer(reader)
                seconds = time.perf_counter() - start
                sent.in_doubt += sent.answer.startswith(_LOST)
                return seconds
        except (OSError, EOFError, TimeoutError):
            sent.in_doubt += is_sent
            self.hang_up()
            return 0.0

    async def _connection(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
            await _answer(self._reader)
            self._writer.write(b"EHLO ekvalla.example\r\n")
            await _answer(self._reader)
        return self._reader, self._writer

    def hang_up(self) -> None:
        """Begin anew the next time."""
        if self._writer is not None:
            self._writer.transport.abort()
        self._reader = self._writer = None


async def _answer(reader: asyncio.StreamReader) -> bytes:
    while (line := await reader.readuntil(b"\n"))[3:4] == b"-":
        pass
    if line.startswith(b"421"):
        raise EOFError
    return line


class Process:
    """A program that is killed and started again on the same port."""

    def __init__(self, command: list[str], port: int) -> None:
        self._command = command
        self.port = port
        self.start()

    def start(self) -> None:
        """Start it; it may take a while to be ready."""
        nowhere = subprocess.DEVNULL
        self.process = subprocess.Popen(self._command, stdout=nowhere, stderr=nowhere)

    def kill(self) -> None:
        """End it as a power failure would."""
        self.process.kill()
        self.process.wait()

    async def is_ready(self) -> None:
        """Wait until it takes connections."""
        while True:
            with suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                writer.close()
                return
            await asyncio.sleep(0.05)

    def workers(self) -> list[int]:
        """The numbers of its processes that check."""
        with suppress(psutil.Error):
            return workers(psutil.Process(self.process.pid))
        return []


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(folder: Path, *options: str, command: list[str] = PROXY) -> Iterator[tuple[Process, Process]]:
    """The proxy and the next hop."""
    ports = free_port(), free_port()
    addresses = [f"--listen=127.0.0.1:{ports[0]}", f"--next=127.0.0.1:{ports[1]}", "--workers=2"]
    hop = Process([*_HOP, str(ports[1]), str(folder), *options], ports[1])
    proxy = Process([*command, *addresses, "--hostname=grind.ekvalla.example"], ports[0])
    try:
        yield proxy, hop
    finally:
        proxy.process.terminate()
        proxy.process.wait()
        hop.kill()


class Killing:
    """Messages go through in portions, and somebody is killed over each."""

    def __init__(self, proxy: Process, hop: Process, sent: list[Sent], seed: int) -> None:
        self._proxy = proxy
        self._hop = hop
        self._waiting: asyncio.Queue[Sent] = asyncio.Queue()
        self._left = list(sent)
        self._open = len(sent)
        self._chance = random.Random(seed)
        self.killed: Counter[str] = Counter()

    async def run(self, kills: int) -> None:
        """Kill so many times; then wait until all messages have been taken."""
        portion = len(self._left) // (kills + 1) + 1
        clients = [asyncio.create_task(self._send()) for _ in range(CONNECTIONS)]
        for _ in range(kills):
            await self._proxy.is_ready()
            await self._hop.is_ready()
            self._release(portion)
            await asyncio.sleep(self._chance.uniform(0, 0.5))
            self._kill_one()
        self._release(len(self._left))
        while self._open:
            await asyncio.sleep(0.1)
        for client in clients:
            client.cancel()

    def _release(self, count: int) -> None:
        for sent in self._left[:count]:
            self._waiting.put_nowait(sent)
        del self._left[:count]

    def _kill_one(self) -> None:
        """A worker that has gone meanwhile is nobody to kill: then it is one of the others."""
        who = self._chance.choice(["proxy", "next hop", "worker"])
        if who == "worker" and self._kill_worker():
            self.killed[who] += 1
            return
        name, process = ("next hop", self._hop) if who == "next hop" else ("proxy", self._proxy)
        process.kill()
        process.start()
        self.killed[name] += 1

    def _kill_worker(self) -> bool:
        """Whether there was one to kill."""
        workers = self._proxy.workers()
        with suppress(ProcessLookupError):
            for number in self._chance.sample(workers, min(1, len(workers))):
                os.kill(number, signal.SIGKILL)
                return True
        return False

    async def _send(self) -> None:
        client = Client(self._proxy.port)
        while True:
            sent = await self._waiting.get()
            await client.send(sent)
            if sent.is_done or sent.answer.startswith(b"5"):
                self._open -= 1
            else:
                await asyncio.sleep(self._chance.uniform(0.1, 0.5))
                self._waiting.put_nowait(sent)


@dataclass
class Count:
    """What has arrived of what was sent."""

    once: int = 0
    lost: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    unsigned: list[int] = field(default_factory=list)
    twice: int = 0
    unexplained: list[int] = field(default_factory=list)
    """More copies than tries whose answer was lost on its way."""
    returned: int = 0

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.lost or self.changed or self.unsigned or self.unexplained)

    def __str__(self) -> str:
        return (
            f"{self.once} once, {self.twice} more than once, {self.returned} refused, "
            f"{len(self.lost)} lost, {len(self.changed)} changed, {len(self.unsigned)} with a broken signature, "
            f"{len(self.unexplained)} too many without an answer lost"
        )


def counted(sent: Iterable[Sent], folder: Path) -> Count:
    """Look at all that has arrived."""
    arrived: dict[int, list[tuple[bytes, bytes]]] = {}
    for path in folder.iterdir():
        if not path.name.startswith("."):
            envelope, _, content = path.read_bytes().partition(b"\n\n")
            arrived.setdefault(_number(content), []).append((envelope, content))
    count = Count()
    for each in sent:
        _look(each, arrived.get(each.number, []), count)
    return count


def _number(content: bytes) -> int:
    """The message's number; that of the held one in a notice."""
    found = _NUMBER.search(content)
    assert found
    return int(found[1])


def _look(sent: Sent, copies: list[tuple[bytes, bytes]], count: Count) -> None:
    if not sent.is_done:
        count.returned += 1
    elif not copies:
        count.lost.append(sent.number)
    count.once += len(copies) == 1
    count.twice += len(copies) > 1
    if len(copies) - sent.is_done > sent.in_doubt:
        count.unexplained.append(sent.number)
    if not all(_is_right(sent, *copy) for copy in copies):
        count.changed.append(sent.number)
    if not sent.is_held and not all(verifies(content) for _, content in copies):
        count.unsigned.append(sent.number)


def _is_right(sent: Sent, envelope: bytes, content: bytes) -> bool:
    """A message that passes comes as it was; one that is held is given back to its sender, with all its bytes."""
    if not sent.is_held:
        return content == sent.content and b"RCPT TO:<bo.ek@example.org>" in envelope
    to_sender = b"MAIL FROM:<> " in envelope and b"RCPT TO:<%b>" % SENDER in envelope
    return to_sender and sent.content in content and b"Auto-Submitted: auto-replied" in content


def kill_test(
    messages: int, kills: int, seed: int = 1, command: list[str] = PROXY
) -> tuple[Count, Counter[str], int]:
    """What has arrived after so many kills, who was killed, and how many tries it took."""
    sent = list(Mails().every(messages))
    with TemporaryDirectory() as name, running(Path(name), command=command) as (proxy, hop):
        killing = Killing(proxy, hop, sent, seed)
        asyncio.run(killing.run(kills))
        return counted(sent, Path(name)), killing.killed, sum(each.tries for each in sent)


async def _through(port: int, sent: Iterator[Sent], connections: int) -> tuple[list[float], float]:
    """How long each took from its end to its answer, and all together."""
    seconds: list[float] = []

    async def one_by_one() -> None:
        client = Client(port)
        for each in sent:
            seconds.append(await client.send(each))
            assert each.is_done, each.answer
        client.hang_up()

    start = time.perf_counter()
    await asyncio.gather(*(one_by_one() for _ in range(connections)))
    return seconds, time.perf_counter() - start


def _times(seconds: list[float]) -> str:
    cuts = quantiles(seconds, n=100)
    return f"p50 {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms"


def _memory(process: Process) -> tuple[int, int]:
    """MiB that the proxy and its workers hold."""
    proxy = psutil.Process(process.process.pid)
    return proxy.memory_info().rss >> 20, sum(
        psutil.Process(pid).memory_info().rss for pid in process.workers()
    ) >> 20


def _processor(process: Process) -> float:
    """Seconds of processor time that the proxy and its workers have used."""
    every = [psutil.Process(process.process.pid), *map(psutil.Process, process.workers())]
    times = [each.cpu_times() for each in every]
    return sum(each.user + each.system for each in times)


async def measure(proxy: Process, hop: Process, rate: int, flat: int) -> None:
    """Print how many go through, the delay, and memory."""
    await proxy.is_ready()
    await hop.is_ready()
    mails = Mails(signed=False)
    await _through(proxy.port, mails.every(60), 4)
    straight, _ = await _through(hop.port, mails.every(300), 1)
    alone, _ = await _through(proxy.port, mails.every(300), 1)
    print(f"one at a time: {_times(alone)}; straight to the next hop {_times(straight)}")
    used = _processor(proxy)
    seconds, elapsed = await _through(proxy.port, mails.every(rate), CONNECTIONS)
    used = (_processor(proxy) - used) / rate
    print(f"{rate} messages at {CONNECTIONS} connections: {rate / elapsed:.0f} a second, {_times(seconds)}")
    print(f"  {used * 1000:.1f} ms of the processor each: {2 / used:.0f} a second on two cores without other work")
    for part in range(5):
        print(
            f"  memory after {part * flat // 5} more: proxy {_memory(proxy)[0]} MiB, workers {_memory(proxy)[1]} MiB",
            flush=True,
        )
        await _through(proxy.port, mails.every(flat // 5), CONNECTIONS)
    print(f"  memory after {flat} more: proxy {_memory(proxy)[0]} MiB, workers {_memory(proxy)[1]} MiB")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, count in (("messages", 2_000), ("kills", 200), ("rate", 2_000), ("flat", 20_000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=count)
    parser.add_argument(
        "--quick", action="store_true", help="without rules, which take seconds to load: the way alone"
    )
    wanted = parser.parse_args()
    command = QUICK if wanted.quick else PROXY
    if wanted.kills:
        start = time.perf_counter()
        count, killed, tries = kill_test(wanted.messages, wanted.kills, wanted.seed, command)
        seconds = time.perf_counter() - start
        print(f"{wanted.messages} messages at {CONNECTIONS} connections, {seconds:.0f} seconds, {tries} tries")
        print(f"  {killed.total()} killed: {dict(killed)}")
        print(f"  {count}: {'good' if count.is_good else 'NOT GOOD'}", flush=True)
    if wanted.rate:
        with TemporaryDirectory() as name, running(Path(name), "--discard", command=command) as (proxy, hop):
            asyncio.run(measure(proxy, hop, wanted.rate, wanted.flat))


if __name__ == "__main__":
    main()
