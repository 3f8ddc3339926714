"""``klarsprak gate smtp`` as a process: its start, its log and its end."""

from __future__ import annotations

import signal
import smtplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("aiosmtpd")

from klarsprak.cli import run
from tests.gate.mail.mails import BAD, GOOD, SECRET
from tests.gate.smtp.next_hop import Next
from tests.gate.smtp.proxy import READER, SENDER, Loop, certificate, data_of, served
from tests.waiting import wait_for

COMMAND = [sys.executable, "-m", "klarsprak", "gate", "smtp", "--listen", "127.0.0.1:0"]
PASSES, HELD = (data.replace(b"\n", b"\r\n") for data in (GOOD, BAD))


class Started:
    """A proxy in a process of its own."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self._log = log
        wait_for(lambda: "tar emot mejl på" in self.log, alive=lambda: process.poll() is None)
        self.port = int(self.log.split("127.0.0.1:")[1].split()[0])

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def send(self, data: bytes) -> tuple[int, bytes]:
        with smtplib.SMTP("127.0.0.1", self.port, timeout=30) as client:
            client.ehlo()
            client.docmd(f"MAIL FROM:<{SENDER}>")
            client.docmd(f"RCPT TO:<{READER}>")
            return data_of(client, data)

    def end(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)


@contextmanager
def started(folder: Path, hop: Next, *options: str) -> Iterator[Started]:
    loop = Loop()
    log = folder / "log"
    _, port = served(loop, hop)
    with log.open("wb") as file:
        process = subprocess.Popen(
            [*COMMAND, "--next", f"127.0.0.1:{port}", "--workers", "1", *options], stderr=file, cwd=folder
        )
    try:
        yield Started(process, log)
    finally:
        process.kill()
        process.wait()
        loop.stop()


def test_a_proxy_checks_and_notes_nothing_of_a_message_and_ends(tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yml").write_text("gate: {categories: [signatur]}\n", encoding="utf-8")
    hop = Next()
    with started(tmp_path, hop, "--hostname", "grind.example") as proxy:
        assert proxy.send(PASSES) == (250, b"2.0.0 Ok: queued as 4F1B2")
        assert proxy.send(HELD) == (250, b"2.7.1 Held and given back to its sender")
        assert [got.rcpts for got in hop.messages] == [[f"RCPT TO:<{who}>".encode()] for who in (READER, SENDER)]
        with smtplib.SMTP("127.0.0.1", proxy.port, timeout=30) as idle:
            idle.ehlo()
            hop.silent = True
            with smtplib.SMTP("127.0.0.1", proxy.port, timeout=30) as busy:
                busy.docmd("EHLO x")
                busy.docmd("MAIL FROM:<>")
                busy.docmd(f"RCPT TO:<{READER}>")
                busy.docmd("DATA")
                busy.send(PASSES + b".\r\n")
                wait_for(lambda: len(hop.messages) == 3)
                proxy.process.send_signal(signal.SIGTERM)
                assert idle.getreply()[0] == 421
                idle.close()
                time.sleep(0.2)
                assert proxy.process.poll() is None  # the message under way is waited for
                hop.silent = False
                assert busy.getreply()[0] == 250
                assert busy.getreply()[0] == 421
                busy.close()
        assert proxy.process.wait(30) == 0
        log = proxy.log
    lines = log.splitlines()
    assert "med en arbetsprocess och lämnar dem till 127.0.0.1:" in lines[0]
    kinds = [line.split(" ", 2)[2].split(",")[0] for line in lines[1:]]
    assert kinds == ["passed 250", "held 250", "null-sender 250"]
    assert SECRET.lower() not in log.lower()
    assert "@" not in log


def told(folder: Path, *arguments: str) -> str:
    """The line that the command says when it can't start."""
    done = subprocess.run([*COMMAND[:-2], *arguments], capture_output=True, cwd=folder, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    return done.stderr.decode()


def test_what_is_wrong_with_the_command_is_told(tmp_path: Path) -> None:
    certificate(tmp_path)
    (tmp_path / "klarsprak.yml").write_text("gate: {level: hög}\n", encoding="utf-8")
    assert "klarsprak.yml:1:15: gate.level" in told(tmp_path)
    (tmp_path / "klarsprak.yml").unlink()
    (tmp_path / "cert.pem").write_text("inget certifikat")
    said = told(tmp_path, "--tls-cert", "cert.pem", "--tls-key", "key.pem")
    assert "cert.pem: certifikatet eller dess nyckel går inte att läsa." in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--listen", "10025"], "--listen: ”10025” är ingen adress med port."),
        (["--next", "a:99999"], "--next: ”a:99999” är ingen adress med port."),
        (["--listen", "[::1]:25", "--next", "[::1]:25"], "--listen och --next är samma adress."),
        (["--listen", "0.0.0.0:25"], "--listen 0.0.0.0 når andra datorer."),
        (["--tls-cert", "a.pem"], "--tls-cert och --tls-key hör ihop."),
        (["--client", "ekvalla"], "--client: ”ekvalla” är ingen adress."),
        (["--size", "stor"], "--size: ”stor” är ingen storlek."),
        (["--size", "0"], "--size: ”0” är ingen storlek."),
        (["--next-tls", "most"], "--next-tls: ”most” finns inte. Menade du ”must”?"),
        (["--hostname", "a b"], "--hostname: ”a b” är inget namn på en server."),
    ],
)
def test_options_that_mean_nothing_are_told(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["gate", "smtp", *arguments]) == 2
    assert said in capsys.readouterr().err
