"""A gate that is killed at any moment loses, doubles and passes nothing unchecked; gates on one folder share it."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from zipfile import ZipFile

import pytest

from klarsprak.gate.attachments import attachments
from klarsprak.gate.examine import Examined
from klarsprak.gate.folder.gate import Gate
from klarsprak.gate.folder.steps import WORK
from tests.gate.support import (
    CLEAN,
    FLAWED,
    LETTERS,
    UNREADABLE,
    Folders,
    examine,
    examiner,
    folders,
    is_attachment,
    left_over,
    letters,
    names,
    run,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a fork of a process that has the model is needed")
KILLS = 30
MOMENTS = 180
"""Changes and looks, at most, before a kill: its start, and then several letters."""
_CHANGES = {"open", "os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.utime", "os.link", "shutil.rmtree"}
"""Audit events of what changes folders, or comes just before or after it."""
_LOOKS = {"os.listdir"}
"""Those of a gate's looks for letters, which go on when all are dealt with."""
DOCX = (LETTERS / "beslut-fardtjanst.docx").read_bytes()
TEXTS = [text + b"%d" % number for number in range(5) for text in (CLEAN, FLAWED)]
SENT = [*TEXTS, UNREADABLE, DOCX]


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: killing programs needs no disk."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as name:
        yield Path(name)


def started(act: Callable[[], object]) -> BaseProcess:
    """A copy of this process, which has the model in memory, that does it and ends."""
    process = get_context("fork").Process(target=act)
    process.start()
    return process


@cache
def known(data: bytes) -> Examined:
    """Examined once: it is the folders that matter here."""
    return examine(data, "brev.txt")


def as_known(data: bytes, source: str) -> Examined:
    return known(data)


def _watch(place: Folders, moment: int, pipe: int) -> None:
    """A gate that says so when it comes to change or look number ``moment``, and goes on."""
    _at(moment, place, _CHANGES | _LOOKS, lambda: os.write(pipe, b"."))
    Gate(place, as_known, lambda line: None, settle=0.01, attempts=1000).run(Event(), watch=True)


def _at(moment: int, place: Folders, events: set[str], act: Callable[[], object]) -> None:
    """Do it in this process when it comes to the event of that number in the folders."""
    left = moment

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in events and str(place.incoming.parent) in str(arguments):
            left -= 1
            if left == 0:
                act()

    sys.addaudithook(count)


def test_a_gate_killed_again_and_again_over_a_stream_of_letters_loses_none(quick: Path) -> None:
    for content in SENT:
        known(content)
    place = folders(quick)
    chance = random.Random(6)
    sent: Counter[bytes] = Counter()
    for _ in range(KILLS):
        for _ in range(2):
            content = chance.choice(SENT)
            sent[content] += 1
            ending = "docx" if content.startswith(b"PK") else "txt"
            _put(place, f"brev {chance.randrange(40)}.{ending}", content)
        _start_and_kill(place, chance.randrange(1, MOMENTS))
    run(place, examine=as_known, attempts=1000)
    assert letters(place.passed) == Counter({each: n for each, n in sent.items() if each.startswith(CLEAN)})
    assert letters(place.held) == sent - letters(place.passed)
    _assert_in_order(place)


def _start_and_kill(place: Folders, moment: int) -> None:
    """Kill a gate as soon as it says that it has come to that moment: it is on its way past it by then."""
    heard, said = os.pipe()
    gate = started(lambda: _watch(place, moment, said))
    os.close(said)
    assert os.read(heard, 1) == b"."
    os.close(heard)
    gate.kill()
    gate.join()
    assert gate.exitcode == -signal.SIGKILL


def _put(place: Folders, name: str, content: bytes) -> None:
    """As a good program does it: under another name first.  A letter of that name may still be waiting."""
    number = 0
    while (target := place.incoming / (f"{number} {name}" if number else name)).exists():
        number += 1
    half = place.incoming / "half.part"
    half.write_bytes(content)
    half.rename(target)


def _assert_in_order(place: Folders) -> None:
    """Nothing is left in the middle, and each letter that is held has its attachments, whole."""
    assert names(place.incoming) == left_over(place) == set()
    held = [path for path in place.held.iterdir() if path.name != WORK]
    attachments = {path for path in held if is_attachment(path)}
    for letter in set(held) - attachments:
        page = letter.with_name(f"{letter.name}.rapport.html")
        assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
        attachments.remove(page)
        if letter.read_bytes() == DOCX:
            assert "1 anmärkning måste rättas först: signatur (1)." in page.read_text(encoding="utf-8")
            annotated = letter.with_name(f"{letter.stem}.granskad.docx")
            assert ZipFile(annotated).testzip() is None
            attachments.remove(annotated)
    assert not attachments


@pytest.mark.parametrize("renames_in_one_step", [True, False])
def test_a_gate_killed_before_any_single_change_that_it_makes_loses_nothing(
    quick: Path, monkeypatch: pytest.MonkeyPatch, renames_in_one_step: bool
) -> None:
    known(CLEAN), known(FLAWED)
    if not renames_in_one_step:
        monkeypatch.setattr("klarsprak.files.moves._renameat2", None)
    moments = 0
    ended = False
    while not ended:
        moments += 1
        place = folders(_made(quick / str(moments)))
        (place.incoming / "brev.txt").write_bytes(CLEAN)
        (place.held / "nej.txt").write_bytes(b"an older letter")
        (place.incoming / "nej.txt").write_bytes(FLAWED)
        gate = started(lambda place=place, moment=moments: _run_until(moment, place))
        gate.join()
        ended = gate.exitcode == 0
        run(place, examine=as_known)
        assert names(place.passed) == {"brev.txt"}
        assert letters(place.passed) == {CLEAN: 1}
        assert names(place.held) == {"nej.txt", "nej (2).txt", "nej (2).txt.rapport.html"}
        assert letters(place.held) == {FLAWED: 1, b"an older letter": 1}
        assert names(place.incoming) == left_over(place) == set()
    assert moments > 50


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _run_until(moment: int, place: Folders) -> None:
    """A gate that is killed before its change number ``moment``."""
    _at(moment, place, _CHANGES, lambda: os.kill(os.getpid(), signal.SIGKILL))
    run(place, examine=as_known)


def test_two_gates_on_one_folder_share_the_letters(tmp_path: Path) -> None:
    known(CLEAN), known(FLAWED)
    place = folders(tmp_path)
    sent = [(CLEAN, FLAWED)[number % 2] + b"%d" % number for number in range(60)]
    for number, content in enumerate(sent):
        (place.incoming / f"brev {number}.txt").write_bytes(content)
    both_hold_one = get_context("fork").Barrier(2, timeout=30)
    gates = [started(lambda: sys.exit(_number_examined(place, both_hold_one.wait))) for _ in range(2)]
    for gate in gates:
        gate.join()
    counts = [gate.exitcode or 0 for gate in gates]
    assert sum(counts) == 60
    assert all(counts)
    assert letters(place.passed) == Counter(each for each in sent if each.startswith(CLEAN))
    assert letters(place.held) == Counter(each for each in sent if not each.startswith(CLEAN))
    _assert_in_order(place)


def _number_examined(place: Folders, wait_at_first: Callable[[], object]) -> int:
    """How many letters a gate examined, which waits with its first one in hand until the other gate has one too."""
    seen: list[str] = []

    def examine_after_waiting(data: bytes, source: str) -> Examined:
        if not seen:
            wait_at_first()
        seen.append(source)
        return examine(data, source)

    run(place, examine=examine_after_waiting)
    return len(seen)


def test_a_letter_that_hangs_ends_the_gate_and_is_held_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klarsprak.gate.folder.gate.LONGEST", 0.2)
    place = folders(tmp_path)
    (place.incoming / "brev.txt").write_bytes(CLEAN)

    def hang(data: bytes, source: str) -> Examined:
        Event().wait()
        return known(data)

    for _ in range(2):
        gate = started(lambda: run(place, examine=hang))
        gate.join()
        assert gate.exitcode == 2
    told: list[str] = []
    run(place, told, examine=hang)
    assert told == ["brev.txt: stoppat. Programmet har stannat flera gånger när det läste brevet."]


def test_a_letter_that_a_gate_has_died_over_comes_after_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klarsprak.gate.folder.gate.LONGEST", 0.2)
    place = folders(tmp_path)
    (place.incoming / "a.txt").write_bytes(CLEAN)
    known(CLEAN)

    def hang_at_first(data: bytes, source: str) -> Examined:
        if source.endswith("a.txt"):
            Event().wait()
        return known(CLEAN)

    for _ in range(2):
        gate = started(lambda: run(place, examine=hang_at_first))
        gate.join()
        (place.incoming / "b.txt").write_bytes(CLEAN)
        (place.incoming / "c.txt").write_bytes(CLEAN)
    assert names(place.passed) == {"b.txt", "c.txt"}


def test_a_report_that_hangs_ends_the_gate_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("klarsprak.gate.folder.gate.LONGEST", 0.2)
    monkeypatch.setattr("klarsprak.gate.folder.gate.attachments", lambda *_: Event().wait())
    place = folders(tmp_path)
    (place.incoming / "brev.txt").write_bytes(FLAWED)
    known(FLAWED)
    gate = started(lambda: run(place, examine=as_known))
    gate.join(20)
    assert gate.exitcode == 2


def test_a_report_that_takes_too_long_is_left_out_and_the_letter_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = attachments

    def slow(data: bytes, examined: Examined, name: str, when: datetime) -> dict[str, bytes]:
        while not examined.is_unreadable:
            pass
        return real(data, examined, name, when)

    monkeypatch.setattr("klarsprak.gate.folder.gate.PAPERS", 0.2)
    monkeypatch.setattr("klarsprak.gate.folder.gate.attachments", slow)
    place = folders(tmp_path)
    (place.incoming / "brev.txt").write_bytes(FLAWED)
    told: list[str] = []
    run(place, told, examine=as_known)
    assert told == ["brev.txt: stoppat. Rapporten om brevet tog för lång tid att skriva."]
    assert names(place.held) == {"brev.txt", "brev.txt.rapport.html"}


def test_what_a_dead_gate_has_left_is_finished_in_its_own_folders(tmp_path: Path) -> None:
    examiner()
    old = folders(tmp_path)
    (old.incoming / "brev.txt").write_bytes(CLEAN)
    gate = started(lambda: _die_when_decided(old))
    gate.join()
    assert names(old.passed) == set()
    new = Folders(old.incoming, tmp_path / "nytt", old.held)
    new.passed.mkdir()
    run(new)
    assert names(old.passed) == {"brev.txt"}
    assert names(new.passed) == left_over(new) == left_over(old) == set()


def test_a_letter_that_a_dead_gate_has_left_waits_for_folders_that_are_gone(tmp_path: Path) -> None:
    examiner()
    old = folders(tmp_path)
    (old.incoming / "brev.txt").write_bytes(CLEAN)
    gate = started(lambda: _die_when_decided(old))
    gate.join()
    old.passed.rename(tmp_path / "borta")
    new = Folders(old.incoming, tmp_path / "nytt", old.held)
    new.passed.mkdir()
    told: list[str] = []
    run(new, told)
    assert told == [f"det som en tidigare körning lämnade ligger kvar: {old.passed / WORK} (mappen finns inte)."]
    (tmp_path / "borta").rename(old.passed)
    run(new)
    assert names(old.passed) == {"brev.txt"}
    assert left_over(new) == set()


def _die_when_decided(place: Folders) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "klarsprak.gate.folder.claims.Claims.finish",
            lambda claims, claim: claim.letter is None or _decided(place),
        )
        run(place)


def _decided(place: Folders) -> bool:
    if any(not path.name.endswith(".tmp") for path in (place.passed / WORK).iterdir()):
        os.kill(os.getpid(), signal.SIGKILL)
    return False
