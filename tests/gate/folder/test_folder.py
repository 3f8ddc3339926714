"""The drop folder: what passes, what is held, and what lies beside it."""

from __future__ import annotations

import os
import sys
from email.message import EmailMessage
from pathlib import Path
from shutil import copy, rmtree
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import sleep
from zipfile import ZipFile

import pytest
from lxml import html as lxml_html

from klarsprak.files import moves
from klarsprak.files.errors import FileError
from klarsprak.gate.examine import Examined, Examiner
from klarsprak.gate.folder import steps
from klarsprak.gate.folder.gate import Gate, Tally, check_folders
from klarsprak.gate.folder.incoming import Incoming, State
from tests.gate.support import (
    CLEAN,
    FLAWED,
    LETTERS,
    UNREADABLE,
    Folders,
    examine,
    folders,
    left_over,
    letters,
    names,
    run,
)
from tests.waiting import wait_for

OTHER_DISK = Path("/dev/shm")
"""Another file system than that of the tests' folder, on most machines with Linux."""


@pytest.fixture
def place(tmp_path: Path) -> Folders:
    return folders(tmp_path)


def test_a_letter_that_passes_moves_on_as_it_is(place: Folders) -> None:
    (place.incoming / "brev.txt").write_bytes(CLEAN)
    os.utime(place.incoming / "brev.txt", (1_000_000_000, 1_000_000_000))
    told: list[str] = []
    assert run(place, told) == Tally(passed=1)
    assert (place.passed / "brev.txt").read_bytes() == CLEAN
    assert (place.passed / "brev.txt").stat().st_mtime == 1_000_000_000
    assert names(place.incoming) == names(place.held) == left_over(place) == set()
    assert told == ["brev.txt: släppt."]


def test_a_letter_that_does_not_pass_is_held_with_its_report(place: Folders) -> None:
    (place.incoming / "brev.txt").write_bytes(FLAWED)
    told: list[str] = []
    assert run(place, told) == Tally(held=1)
    assert names(place.held) == {"brev.txt", "brev.txt.rapport.html"}
    assert (place.held / "brev.txt").read_bytes() == FLAWED
    page = (place.held / "brev.txt.rapport.html").read_text(encoding="utf-8")
    assert page.index("Det här stoppade brevet") < page.index("1 anmärkning måste rättas först: signatur (1).")
    assert str(place.incoming) not in page
    assert told == ["brev.txt: stoppat. 1 anmärkning måste rättas först: signatur (1)."]
    assert names(place.passed) == left_over(place) == set()


def test_the_report_begins_with_what_stopped_the_letter_and_then_says_the_rest(place: Folders) -> None:
    (place.incoming / "brev.txt").write_bytes(b"Du har erh\xc3\xa5llit ditt bidrag jml lagen.\n" + FLAWED)
    run(place)
    tree = lxml_html.parse(place.held / "brev.txt.rapport.html")
    first, rest = tree.xpath("//main/section[@id='stopp']"), tree.xpath("//main/article")
    assert [each.get("data-level") for each in first[0].iter("li")] == ["error"]
    assert "Telefonnummer saknas" in first[0].text_content()
    assert {each.get("data-level") for each in rest[0].iter("li")} >= {"warning"}
    assert "Telefonnummer saknas" not in rest[0].text_content()


def test_the_report_tells_which_of_the_letters_in_a_mail_stopped_it(place: Folders) -> None:
    mail = EmailMessage()
    mail.set_content(CLEAN.decode())
    mail.add_attachment(b"Hej [namn]!\n" + CLEAN, maintype="text", subtype="plain", filename="beslut.txt")
    (place.incoming / "svar.eml").write_bytes(mail.as_bytes())
    run(place)
    first = lxml_html.parse(place.held / "svar.eml.rapport.html").xpath("//section[@id='stopp']")[0]
    assert [each.text for each in first.iter("h3")] == ["svar.eml#beslut.txt"]
    assert "Hej [namn]!" in first.text_content()


@pytest.mark.parametrize("letter", ["beslut-fardtjanst.docx", "beslut-foreningsbidrag-2001.pdf"])
def test_word_and_pdf_get_an_annotated_copy_too(place: Folders, letter: str) -> None:
    copy(LETTERS / letter, place.incoming)
    strict = place.incoming.parent / "klarsprak.yml"
    strict.write_text("gate: {level: info}")
    examiner = Examiner(strict, place.incoming)
    run(place, examine=examiner.examine)
    stem, _, suffix = letter.rpartition(".")
    assert names(place.held) == {letter, f"{letter}.rapport.html", f"{stem}.granskad.{suffix}"}
    annotated = place.held / f"{stem}.granskad.{suffix}"
    if suffix == "docx":
        assert "word/comments.xml" in ZipFile(annotated).namelist()
    else:
        assert b"/Highlight" in annotated.read_bytes()


@pytest.mark.parametrize("letter", ["beslut-fardtjanst.docx", "beslut-foreningsbidrag-2001.pdf"])
def test_a_letter_within_a_zip_file_gets_no_copy_since_the_file_is_no_letter(place: Folders, letter: str) -> None:
    with ZipFile(place.incoming / "brev.zip", "w") as package:
        package.write(LETTERS / letter, letter)
    strict = place.incoming.parent / "klarsprak.yml"
    strict.write_text("gate: {level: info}")
    run(place, examine=Examiner(strict, place.incoming).examine)
    assert names(place.held) == {"brev.zip", "brev.zip.rapport.html"}


def test_what_cant_be_read_is_held_with_the_reason(place: Folders) -> None:
    (place.incoming / "brev.docx").write_bytes(UNREADABLE)
    (place.incoming / "bild.jpg").write_bytes(b"\xff\xd8\xff\xe0 a photograph")
    assert run(place) == Tally(held=2, unreadable=2)
    assert names(place.held) == {"brev.docx", "brev.docx.rapport.html", "bild.jpg", "bild.jpg.rapport.html"}
    assert "Word-dokumentet är skadat" in (place.held / "brev.docx.rapport.html").read_text(encoding="utf-8")


def test_a_mail_passes_with_its_attachments_or_not_at_all(place: Folders) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Svar"
    mail.set_content(CLEAN.decode())
    mail.add_attachment(UNREADABLE, maintype="application", subtype="octet-stream", filename="beslut.docx")
    (place.incoming / "svar.eml").write_bytes(mail.as_bytes())
    told: list[str] = []
    assert run(place, told) == Tally(held=1, unreadable=1)
    assert told[0].startswith("svar.eml: stoppat. Bilagan beslut.docx: ")
    assert "svar.eml#beslut.docx" in (place.held / "svar.eml.rapport.html").read_text(encoding="utf-8")


def test_a_letter_that_our_own_program_fails_at_is_held_without_its_words_in_the_log(place: Folders) -> None:
    def fail(data: bytes, source: str) -> Examined:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("klarsprak.checker.Checker.check", lambda self, letter: [][len(letter.blocks)])
            return examine(data, source)

    (place.incoming / "brev.txt").write_bytes(CLEAN)
    told: list[str] = []
    run(place, told, fail)
    assert told[0].startswith(
        "brev.txt: stoppat. Programmet klarade inte brevet (IndexError). [IndexError, test_folder"
    )
    assert names(place.held) == {"brev.txt", "brev.txt.rapport.html"}


def test_a_letter_whose_name_is_taken_gets_a_number_and_so_do_its_papers(place: Folders) -> None:
    for round_ in range(3):
        (place.incoming / "brev.txt").write_bytes(FLAWED + b"%d" % round_)
        (place.incoming / "nej.txt").write_bytes(CLEAN)
        run(place)
    assert names(place.passed) == {"nej.txt", "nej (2).txt", "nej (3).txt"}
    expected = {"brev.txt", "brev (2).txt", "brev (3).txt"}
    assert names(place.held) == expected | {f"{name}.rapport.html" for name in expected}
    assert (place.held / "brev (3).txt").read_bytes() == FLAWED + b"2"


def test_a_paper_that_somebody_left_behind_is_not_mixed_up_with_a_new_letters(place: Folders) -> None:
    (place.held / "brev.txt.rapport.html").write_text("gammal")
    (place.incoming / "brev.txt").write_bytes(FLAWED)
    run(place)
    assert names(place.held) == {"brev.txt.rapport.html", "brev (2).txt", "brev (2).txt.rapport.html"}
    assert (place.held / "brev.txt.rapport.html").read_text() == "gammal"


@pytest.mark.parametrize(
    "name",
    ["Ärende å.txt", "A\u030arende a\u030a.txt", "två  ord.TXT", "utan", "x" * 251 + ".txt", "nr. 5 om avgift"],
)
def test_names_of_every_kind_stay_as_they_are(place: Folders, name: str) -> None:
    (place.incoming / name).write_bytes(CLEAN)
    run(place)
    assert names(place.passed) == {name}


def test_a_very_long_name_is_cut_for_the_papers(place: Folders) -> None:
    (place.incoming / ("å" * 125 + ".txt")).write_bytes(FLAWED)
    run(place)
    assert len(names(place.held)) == 2
    assert any(name.endswith("å.txt.rapport.html") for name in names(place.held))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere all names are Unicode")
def test_a_letter_whose_name_is_no_unicode_is_dealt_with(place: Folders) -> None:
    for name, content in ((b"fr\xe5n 1998.txt", CLEAN), (b"fr\xe5n 1999.txt", FLAWED)):
        (place.incoming / os.fsdecode(name)).write_bytes(content)
    told: list[str] = []
    run(place, told)
    assert {os.fsencode(name) for name in names(place.passed)} == {b"fr\xe5n 1998.txt"}
    assert {os.fsencode(name) for name in names(place.held)} == {
        b"fr\xe5n 1999.txt",
        b"fr\xe5n 1999.txt.rapport.html",
    }
    assert told == ["fr\ufffdn 1998.txt: släppt.", told[1]]


def test_temporary_files_folders_and_links_are_left_alone(place: Folders) -> None:
    ignored = {"~$brev.docx", "brev.docx.part", "brev.tmp", ".dolt.txt", "Thumbs.db"}
    for name in ignored:
        (place.incoming / name).write_bytes(FLAWED)
    (place.incoming / "mapp").mkdir()
    (place.incoming / "mapp" / "brev.txt").write_bytes(FLAWED)
    (place.incoming / "länk.txt").symlink_to(place.incoming / "mapp" / "brev.txt")
    assert run(place) == Tally()
    assert names(place.incoming) == ignored | {"mapp", "länk.txt"}


def test_a_file_that_is_being_written_is_waited_for(place: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    path = place.incoming / "brev.txt"
    path.write_bytes(b"")
    pieces = [CLEAN[start : start + 20] for start in range(0, len(CLEAN), 20)]
    look = Incoming.finished

    def look_and_write_on(incoming: Incoming) -> list[tuple[Path, State]]:
        found = look(incoming)
        if pieces:
            with path.open("ab") as stream:
                stream.write(pieces.pop(0))
        return found

    monkeypatch.setattr(Incoming, "finished", look_and_write_on)
    assert run(place) == Tally(passed=1)
    assert (place.passed / "brev.txt").read_bytes() == CLEAN


def test_a_letter_that_changes_while_it_is_checked_is_checked_again(place: Folders) -> None:
    path = place.incoming / "brev.txt"
    path.write_bytes(CLEAN)
    writer = path.open("ab", buffering=0)
    seen: list[bytes] = []

    def examine_and_write(data: bytes, source: str) -> Examined:
        if not seen:
            writer.write("\nSökanden äger erhålla bidrag jml [namn].\n".encode())
        seen.append(data)
        return examine(data, source)

    told: list[str] = []
    run(place, told, examine_and_write)
    assert told[0] == "brev.txt: ändrades medan det granskades. Granskas igen."
    assert len(seen) == 2
    assert letters(place.passed) + letters(place.held) == {seen[1]: 1}
    writer.close()


def test_what_is_written_after_the_decision_comes_in_as_a_letter_of_its_own(
    place: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place.incoming / "brev.txt").write_bytes(CLEAN)
    decide = steps.decide

    def decide_and_write(claim: steps.Claim, target: Path) -> None:
        decide(claim, target)
        if claim.letter is not None and claim.letter.read_bytes() == CLEAN:
            claim.letter.write_bytes(FLAWED)

    monkeypatch.setattr(steps, "decide", decide_and_write)
    assert run(place) == Tally(passed=1, held=1)
    assert letters(place.passed) == {CLEAN: 1}
    assert letters(place.held) == {FLAWED: 1}


def test_a_letter_that_gates_have_died_over_is_held(place: Folders) -> None:
    (place.incoming / "brev.txt").write_bytes(CLEAN)
    told: list[str] = []
    run(place, told, attempts=0)
    assert told == ["brev.txt: stoppat. Programmet har stannat flera gånger när det läste brevet."]


def test_other_file_systems_lose_nothing(place: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no call renames without replacing, the file gets a second name before it loses its first."""
    monkeypatch.setattr(moves, "_renameat2", None)
    for _ in range(2):
        (place.incoming / "brev.txt").write_bytes(CLEAN)
        run(place)
    assert names(place.passed) == {"brev.txt", "brev (2).txt"}
    assert left_over(place) == set()


def test_a_folder_that_is_gone_meanwhile_is_waited_for(place: Folders) -> None:
    def vanish(data: bytes, source: str) -> Examined:
        rmtree(place.passed)
        return examine(data, source)

    (place.incoming / "brev.txt").write_bytes(CLEAN)
    told: list[str] = []
    assert run(place, told, vanish) == Tally(failed=1)
    assert "går inte att läsa eller flytta (mappen finns inte)" in told[0]
    place.passed.mkdir()
    assert run(place) == Tally(passed=1)
    assert left_over(place) == set()


class Watching:
    """A gate that watches in a thread, as the command does, but looks more often for what has gone."""

    def __init__(self, place: Folders) -> None:
        self.told: list[str] = []
        self._stop = Event()
        gate = Gate(place, examine, self.told.append, settle=0.02)
        self._thread = Thread(target=gate.run, args=(self._stop,), kwargs={"watch": True})

    def __enter__(self) -> Watching:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join(60)


def is_at_work(place: Folders) -> bool:
    return any(each.is_dir() for each in (place.incoming / steps.WORK).glob("*"))


@pytest.fixture
def asking_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has gone is looked for again at once."""
    monkeypatch.setattr("klarsprak.gate.folder.gate._AGAIN", 0.05)


@pytest.fixture
def away(place: Folders) -> Path:
    """Where the letters' folder is moved while it is gone."""
    return place.incoming.with_name("borta")


@pytest.mark.usefixtures("asking_often")
def test_a_folder_that_went_away_is_not_made_and_its_letters_are_taken_when_it_is_back(
    place: Folders, away: Path
) -> None:
    with Watching(place) as gate:
        wait_for(lambda: is_at_work(place))
        place.incoming.rename(away)
        wait_for(lambda: gate.told == ["in: går inte att läsa eller flytta (den finns inte)."])
        sleep(0.2)
        assert not place.incoming.exists()
        (away / "brev.txt").write_bytes(CLEAN)
        away.rename(place.incoming)
        wait_for(lambda: names(place.passed) == {"brev.txt"})
        place.incoming.rename(away)
    assert not place.incoming.exists()


@pytest.mark.usefixtures("asking_often")
def test_a_folder_that_came_back_empty_is_taken_into_use_once_a_letter_is_there(place: Folders, away: Path) -> None:
    with Watching(place) as gate:
        wait_for(lambda: is_at_work(place))
        place.incoming.rename(away)
        place.incoming.mkdir()
        sleep(0.2)
        assert list(place.incoming.iterdir()) == []
        (place.incoming / "brev.txt").write_bytes(CLEAN)
        wait_for(lambda: names(place.passed) == {"brev.txt"})
        (place.incoming / "brev2.txt").write_bytes(CLEAN)
        wait_for(lambda: names(place.passed) == {"brev.txt", "brev2.txt"})
    assert gate.told[-2:] == ["brev.txt: släppt.", "brev2.txt: släppt."]
    assert left_over(place) == set()


@pytest.mark.parametrize("target", ["passed", "held"])
def test_a_target_that_came_back_empty_is_taken_into_use_once_a_letter_is_there(place: Folders, target: str) -> None:
    folder = getattr(place, target)
    with Watching(place) as gate:
        wait_for(lambda: is_at_work(place))
        rmtree(folder)
        folder.mkdir()
        sleep(0.2)
        assert list(folder.iterdir()) == []
        (place.incoming / "brev.txt").write_bytes(CLEAN if target == "passed" else FLAWED)
        wait_for(lambda: "brev.txt" in names(folder))
    assert gate.told[-1].startswith("brev.txt: ")
    assert left_over(place) == set()


@pytest.mark.skipif(not OTHER_DISK.is_dir(), reason="no other file system here")
@pytest.mark.usefixtures("asking_often")
def test_a_target_whose_drive_is_gone_is_not_written_to_but_waited_for(place: Folders) -> None:
    with TemporaryDirectory(dir=OTHER_DISK) as drive:
        if Path(drive).stat().st_dev == place.passed.stat().st_dev:
            pytest.skip("no other file system here")
        place.passed.rmdir()
        place.passed.symlink_to(drive, target_is_directory=True)
        with Watching(place) as gate:
            wait_for(lambda: is_at_work(place))
            place.passed.unlink()
            place.passed.mkdir()
            (place.incoming / "brev.txt").write_bytes(CLEAN)
            wait_for(lambda: gate.told == ["brev.txt: går inte att läsa eller flytta (den finns inte)."])
            sleep(0.2)
            assert list(place.passed.iterdir()) == []
            place.passed.rmdir()
            place.passed.symlink_to(drive, target_is_directory=True)
            wait_for(lambda: names(place.passed) == {"brev.txt"})


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there")
def test_a_disk_that_is_full_leaves_the_letter_where_it_was(place: Folders) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(data: bytes, source: str) -> Examined:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
        return examine(data, source)

    (place.incoming / "brev.txt").write_bytes(FLAWED)
    told: list[str] = []
    try:
        tally = run(place, told, fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert tally == Tally(failed=1)
    assert letters(place.incoming) == {FLAWED: 1}
    assert names(place.held) == names(place.passed) == left_over(place) == set()
    assert run(place) == Tally(held=1)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_told_at_once(place: Folders) -> None:
    place.passed.chmod(0o500)
    with pytest.raises(FileError, match="du har inte rätt"):
        run(place)


@pytest.mark.skipif(sys.platform == "win32", reason="rights there are the folder's")
@pytest.mark.parametrize(("mode", "papers"), [(0o600, 0o600), (0o640, 0o640), (0o644, 0o640)])
def test_a_letters_papers_are_open_to_those_of_its_group_who_may_read_it(
    place: Folders, mode: int, papers: int
) -> None:
    (place.incoming / "brev.txt").write_bytes(FLAWED)
    (place.incoming / "brev.txt").chmod(mode)
    run(place)
    rights = {path.name: path.stat().st_mode & 0o777 for path in place.held.iterdir() if path.is_file()}
    assert rights == {"brev.txt": mode, "brev.txt.rapport.html": papers}


def test_folders_that_are_missing_the_same_or_inside_one_another_are_refused(place: Folders) -> None:
    inner = place.held / "in"
    inner.mkdir()
    for wrong, says in (
        (Folders(place.incoming, place.passed, place.held / "nej"), "--hold: .*: mappen finns inte"),
        (Folders(place.incoming, place.incoming, place.held), "--in och --pass: välj två mappar"),
        (Folders(inner, place.passed, place.held), "--in och --hold: välj två mappar"),
    ):
        with pytest.raises(FileError, match=says):
            check_folders(wrong)
    check_folders(place)
