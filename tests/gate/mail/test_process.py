"""``klarsprak gate mail`` as a process: whatever happens to it, the mail system can try again."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from klarsprak.gate.mail.terms import HELD, LATER
from tests.gate.mail.mails import BAD, GATE, GOOD, SECRET, children, command, environment, gate
from tests.waiting import wait_for

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="a mail system's pipe with Linux's signals and limits"
)


def started(*arguments: object) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    process = subprocess.Popen([*GATE, *map(str, arguments)], stdin=pipe, stdout=pipe, stderr=pipe)
    assert process.stdin is not None
    process.stdin.write(GOOD)
    process.stdin.close()
    process.stdin = None
    return process


def ended(process: subprocess.Popen[bytes]) -> tuple[int, bytes, str]:
    out, err = process.communicate(timeout=30)
    return process.returncode, out, err.decode()


def test_the_command_passes_or_holds_a_mail_as_a_mail_system_runs_it() -> None:
    passed = gate(GOOD, "--from=a@ekvalla.example", cwd="/", env=environment())
    assert (passed.returncode, passed.stdout, passed.stderr) == (0, GOOD, b"")
    held = gate(BAD, "--from=a@ekvalla.example", "--then", "cat", cwd="/", env=environment())
    assert (held.returncode, held.stdout) == (HELD, b"")
    assert held.stderr.decode().startswith("5.7.1 Ditt mejl är inte skickat.")


def test_what_follows_the_option_then_is_left_to_the_next_command() -> None:
    done = gate(BAD, "--from=", "--then", "sh", "-c", 'cat; echo "$@"', "--from=x", "--", "--then", "--help")
    assert (done.returncode, done.stdout) == (0, BAD + b"-- --then --help\n")


def test_a_sender_that_looks_like_an_option_is_a_sender() -> None:
    assert gate(b"", "--from=--then").stderr.decode() == "klarsprak: mejlet väntar: inget mejl kom på standard in.\n"


@pytest.mark.parametrize("arguments", [["--then"], ["--nix"], ["--time-limit", "x"], ["sendmail"], ["--config"]])
def test_a_command_line_that_is_wrong_leaves_the_mail_for_later(arguments: list[str]) -> None:
    done = gate(GOOD, *arguments)
    assert (done.returncode, done.stdout) == (LATER, b"")
    assert done.stderr.decode().startswith("klarsprak: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("module", ["typer", "pydantic", "numpy"])
def test_a_broken_installation_leaves_the_mail_for_later(module: str, tmp_path: Path) -> None:
    (tmp_path / f"{module}.py").write_text("raise ImportError('half an upgrade')\n", encoding="utf-8")
    paths = os.pathsep.join([str(tmp_path), environment()["PYTHONPATH"]])
    done = gate(GOOD, env=environment(PYTHONPATH=paths), cwd="/")
    assert (done.returncode, done.stdout) == (LATER, b"")
    assert "ImportError" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_too_little_memory_leaves_the_mail_for_later() -> None:
    def starve() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (120_000_000, 120_000_000))

    done = gate(GOOD, preexec_fn=starve)
    assert (done.returncode, done.stdout) == (LATER, b"")
    assert SECRET.lower() not in done.stderr.decode().lower()


def test_a_check_that_dies_leaves_the_mail_for_later() -> None:
    process = started()
    wait_for(lambda: children(process.pid))
    os.kill(children(process.pid)[0], signal.SIGKILL)
    assert ended(process) == (LATER, b"", "klarsprak: mejlet väntar: granskningen dog (kod -9).\n")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_during_the_check_leaves_the_mail_for_later(number: int) -> None:
    process = started()
    wait_for(lambda: children(process.pid))
    (check,) = children(process.pid)
    process.send_signal(number)
    assert ended(process) == (LATER, b"", "klarsprak: mejlet väntar: granskningen avbröts.\n")
    wait_for(lambda: not Path(f"/proc/{check}").exists())


def test_a_signal_while_the_next_command_works_is_the_commands(tmp_path: Path) -> None:
    next_one = command(tmp_path, "trap 'cat > message; exit 0' TERM; touch ready; while :; do sleep 0.02; done")
    process = started("--from=", "--then", next_one)
    wait_for((tmp_path / "ready").exists)
    process.terminate()
    assert ended(process) == (0, b"", "")
    assert (tmp_path / "message").read_bytes() == GOOD


def test_a_command_that_a_signal_ends_leaves_the_mail_for_later(tmp_path: Path) -> None:
    process = started("--from=", "--then", command(tmp_path, "touch ready; exec sleep 30"))
    wait_for((tmp_path / "ready").exists)
    process.terminate()
    code, out, err = ended(process)
    assert (code, out) == (LATER, b"")
    assert err.endswith("kommandot misslyckades (signal 15).\n")


def test_the_next_command_never_gets_half_a_mail_even_if_we_are_killed(tmp_path: Path) -> None:
    next_one = command(tmp_path, "touch ready; while [ ! -e go ]; do sleep 0.02; done; cat > half; mv half message")
    process = started("--from=", "--then", next_one)
    wait_for((tmp_path / "ready").exists)
    process.kill()
    (tmp_path / "go").touch()
    wait_for((tmp_path / "message").exists)
    assert (tmp_path / "message").read_bytes() == GOOD
    ended(process)


def test_a_reader_that_goes_away_leaves_the_mail_for_later() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run([*GATE, "--from="], input=GOOD, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert (done.returncode, done.stderr.decode()) == (
        LATER,
        "klarsprak: mejlet väntar: standard ut går inte att skriva till (programmet som läser har slutat).\n",
    )


def test_a_full_disk_leaves_the_mail_for_later() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*GATE, "--from="], input=GOOD, stdout=full, stderr=full, check=False)
    assert done.returncode == LATER


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_leave_the_mail_for_later(closed: str) -> None:
    shell = ["sh", "-c", f'"$@" --from= {closed}', "sh"]
    done = subprocess.run([*shell, *GATE], input=GOOD, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (LATER, b"")
