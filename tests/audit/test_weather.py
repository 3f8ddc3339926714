"""What an audit meets in the world: full disks, files that change or are none, clocks that go backwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from klarsprak.audit.sources import stamps
from klarsprak.audit.sources.archive import read_archive
from klarsprak.audit.sources.source import ClosedError, Source
from tests.audit.support import UNTAGGED, audit, content, letter, rows, save

pytestmark = pytest.mark.usefixtures("archive")
COMMAND = [sys.executable, "-m", "klarsprak", "audit", "run", "arkiv", "--jobs", "1"]


def only(path: str) -> Source:
    (source,) = read_archive([path])
    return source


def in_small_disk(size: str, command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a command in a mount namespace where ``liten`` is a disk of that size, thrown away afterwards."""
    Path("liten").mkdir(exist_ok=True)
    script = f'mount -t tmpfs -o size={size} tmpfs liten && exec "$@"'
    return subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", *command], capture_output=True, text=True)


def test_a_full_disk_is_told_and_leaves_a_whole_ledger() -> None:
    if not shutil.which("unshare") or in_small_disk("1m", ["true"]).returncode:
        pytest.skip("small disks can't be made here")
    save("prov.yml", UNTAGGED)
    for number in range(40):
        save(f"arkiv/{number}.txt", letter(number, 30))
    script = " ".join([*COMMAND, "--ledger", "liten/a.sqlite"]) + "; status=$?; cp liten/a.sqlite* .; exit $status"
    result = in_small_disk("150k", ["sh", "-c", script])
    assert (result.returncode, result.stderr) == (
        2,
        "klarsprak: liten/a.sqlite: disken är full. Gör plats och kör samma kommando igen,"
        " så fortsätter granskningen.\n",
    )
    # With room, the audit goes on.
    assert audit("--ledger", "a.sqlite") == 0
    assert audit("--ledger", "b.sqlite") == 0
    assert content("a.sqlite") == content("b.sqlite")


def test_nothing_is_written_beside_the_letters(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    save("arkiv/in.mbox", "From a@example.org Mon Jan  7 09:00:00 2019\nSubject: Ett\n\nDu har erhållit svar.\n")
    for part in ("cur", "new", "tmp"):
        Path("arkiv/Maildir", part).mkdir(parents=True)
    save("arkiv/Maildir/new/1.M1P1.host", "Subject: Ett\n\nDu har erhållit svar.\n")

    def state() -> dict[str, tuple[int, int]]:
        paths = Path("arkiv").rglob("*")
        return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in paths}

    before = state()
    assert audit() == 0
    assert state() == before
    assert len(rows(capsys)) == 3


def test_a_file_that_changes_while_it_is_read_is_read_again_the_next_time(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    source = only(str(path))

    def changed() -> bytes:
        data = path.read_bytes()
        path.write_text("b")
        return data

    data, stamp = Source(source.name, changed, path).read()
    assert (data, stamp) == (b"a", None)


def test_a_file_that_goes_away_before_it_is_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    source = only(str(path))
    path.unlink()
    with pytest.raises(ClosedError, match=r"Filen går inte att öppna \(den finns inte\)\."):
        source.read()


def test_a_zip_file_that_is_cut_off_while_it_is_read_is_told(tmp_path: Path) -> None:
    from tests.audit.sources.test_sources import zipped

    path = tmp_path / "a.zip"
    path.write_bytes(zipped(a_txt=os.urandom(100_000), b_txt=os.urandom(100_000)))
    found = iter(read_archive([str(path)]))
    assert len(next(found).read()[0]) == 100_000
    os.truncate(path, 50_000)
    with pytest.raises(ClosedError, match=r"Filen i zipfilen är trasig\."):
        next(found).read()


@pytest.fixture
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as settled at once, as those of an archive are."""
    monkeypatch.setattr(stamps, "GRAIN", -(10**10))


@pytest.mark.usefixtures("_settled")
def test_a_change_is_seen_though_size_and_time_are_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    save("arkiv/b.txt", letter(0).replace("erhållit", "mottagit"))
    audit()
    assert [row["warnings"] for row in rows(capsys)] == ["1", "0"]
    times = Path("arkiv/b.txt").stat()
    save("arkiv/b.txt", letter(0))
    os.utime("arkiv/b.txt", ns=(times.st_atime_ns, times.st_mtime_ns))
    audit()
    assert [row["warnings"] for row in rows(capsys)] == ["1", "1"]


@pytest.mark.usefixtures("_settled")
def test_a_file_that_has_not_changed_is_not_even_opened(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save("arkiv/a.txt", letter(0))
    audit()
    monkeypatch.setattr(Source, "read", None)
    capsys.readouterr()
    assert audit() == 0
    assert "1 var redan granskad" in capsys.readouterr().out


def test_a_file_that_has_just_been_written_is_not_trusted_by_its_times() -> None:
    save("arkiv/a.txt", letter(0))
    stamp = stamps.stamp_of(Path("arkiv/a.txt"))
    assert stamp is not None
    assert not stamp.is_settled()
    assert stamp._replace(modified=0, changed=0).is_settled()
    # Nor one from the future, as after a clock that has been set back.
    assert not stamp._replace(modified=time.time_ns() + 10**15).is_settled()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such files")
def test_pipes_and_links_that_lead_nowhere_or_round_hinder_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/mapp/a.txt", letter(0))
    os.mkfifo("arkiv/rör.txt")  # to open it would wait for ever
    Path("arkiv/borta.txt").symlink_to("ingenstans.txt")
    Path("arkiv/mapp/runt").symlink_to("..")
    Path("arkiv/mapp/här").symlink_to(".")
    Path(os.fsdecode(b"arkiv/\xe5r 2019.txt")).write_text(letter(1), encoding="utf-8")
    assert audit() == 0
    told = {Path(row["file"]).relative_to(Path.cwd()).as_posix(): row["error"] for row in rows(capsys)}
    assert told == {
        "arkiv/borta.txt": "Filen går inte att öppna (den finns inte).",
        "arkiv/mapp/a.txt": "",
        "arkiv/rör.txt": "Det är ingen vanlig fil.",
        "arkiv/\\udce5r 2019.txt": "",
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    Path("arkiv/a.txt").chmod(0)
    assert audit() == 0
    assert "Filen går inte att öppna" in rows(capsys)[0]["error"]
