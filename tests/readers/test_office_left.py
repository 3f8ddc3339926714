"""Nothing of a letter that LibreOffice converts is left behind, however the run ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from klarsprak.readers import office
from tests.waiting import wait_for

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals there end a program at once")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_run_that_is_stopped_leaves_no_letter_and_no_libreoffice(number: signal.Signals, tmp_path: Path) -> None:
    temporary, programs, started = tmp_path / "tmp", tmp_path / "bin", tmp_path / "pid"
    temporary.mkdir()
    programs.mkdir()
    (programs / "soffice").write_text(f"#!/bin/sh\necho $$ > {started}.half\nmv {started}.half {started}\nsleep 60\n")
    (programs / "soffice").chmod(0o755)
    hears = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"  # nohup may have said otherwise
    code = hears + "from klarsprak.readers.office import read; read(b'{\\\\rtf1 Hej}', 'brev.rtf')"
    paths = {"TMPDIR": str(temporary), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    run = subprocess.Popen([sys.executable, "-c", code], env=os.environ | paths, stderr=subprocess.DEVNULL)
    wait_for(started.exists)
    run.send_signal(number)
    assert run.wait(20) != 0
    assert list(temporary.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(started.read_text()), 0)


class _StoppedError(BaseException):
    """What a signal raises."""


def test_a_program_that_has_just_begun_is_ended_when_the_run_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[subprocess.Popen[bytes]] = []

    def begin_and_be_stopped(*command: Any, **options: Any) -> subprocess.Popen[bytes]:
        begun.append(start(*command, **options))
        os.kill(os.getpid(), signal.SIGUSR1)
        time.sleep(0.05)  # the main thread is told meanwhile
        return begun[0]

    def stop(number: int, frame: object) -> None:
        raise _StoppedError

    start, before = subprocess.Popen, signal.signal(signal.SIGUSR1, stop)
    try:
        monkeypatch.setattr(subprocess, "Popen", begin_and_be_stopped)
        with pytest.raises(_StoppedError):
            office._run(["sleep", "60"])
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert begun[0].poll() == -signal.SIGKILL


def test_what_a_killed_run_has_left_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name, hours in (("klarsprak-gammal", 5), ("klarsprak-ny", 0), ("annat-gammalt", 5)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "letter.odt").write_bytes(b"Hej")
        then = time.time() - hours * 3600
        os.utime(tmp_path / name, (then, then))
    office.sweep()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["annat-gammalt", "klarsprak-ny"]
