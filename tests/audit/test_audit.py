"""``klarsprak audit`` as a user runs it, on an archive of small letters."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from klarsprak.audit.ledger import ledger, schema
from klarsprak.audit.ledger.lock import alone, is_still_there
from klarsprak.audit.letter.results import LetterResult, unreadable
from klarsprak.audit.run import _Run
from klarsprak.audit.sources.source import Source
from klarsprak.audit.version import Version
from klarsprak.cli import run
from tests.audit.support import MORE, PACK, audit, content, letter, rows, save
from tests.waiting import wait_for

pytestmark = pytest.mark.usefixtures("archive")


def test_an_archive_is_checked_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/2019/a.txt", letter(0))
    save("arkiv/b.txt", letter(1))
    save("arkiv/c.txt", "Hej!\n\nDu får svar i maj.\n")
    assert audit() == 0
    out, err = capsys.readouterr()
    assert "Granskningen är klar: 3 filer.\n  3 granskade nu\n" in out
    assert "Utan anmärkning: 1 brev (33 %)." in out
    assert "  Kanslisvenska: erhålla         3 i 2 brev\n" in out
    assert err == ""
    letters = rows(capsys)
    assert [(Path(row["file"]).name, row["verdict"], row["warnings"]) for row in letters] == [
        ("a.txt", "findings", "1"),
        ("b.txt", "findings", "2"),
        ("c.txt", "clean", "0"),
    ]
    found = rows(capsys, "--rows", "findings")
    assert [(row["rule"], row["line"], row["start"]) for row in found[:2]] == [
        ("prov.erhålla", "3", "7"),
        ("prov.erhålla", "3", "7"),
    ]
    # No words of a letter are kept, unless the user asks for those that are flagged.
    assert not any(word in ledger_bytes() for word in ("Hulda", "erhållit"))
    assert audit("--keep-words") == 0
    assert "Liggaren innehåller ord ur breven. Skydda den som breven." in capsys.readouterr().err
    assert "erhållit" in {row["text"] for row in rows(capsys, "--rows", "findings")}
    assert "Hulda" not in ledger_bytes()


def test_copies_and_reports_among_the_letters_are_no_letters(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    save("arkiv/a.2.rättad.txt", letter(1))
    run(["check", "arkiv/a.txt", "-o", "arkiv/rapport.html"])
    assert audit() == 0
    assert "Granskningen är klar: 1 fil.\n" in (out := capsys.readouterr().out)
    assert "  2 granskas inte: kopior och rapporter från klarsprak, och" in out


def test_an_archive_of_copies_alone_is_told_before_a_ledger_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    save("a.txt", letter(0))
    Path("arkiv").mkdir()
    run(["check", "a.txt", "-o", "arkiv/rapport.html"])
    capsys.readouterr()
    assert audit() == 2
    assert capsys.readouterr().err.startswith("klarsprak: arkiv: Där finns bara kopior och rapporter som klarsprak ")
    assert not list(Path().glob("audit.sqlite*"))


def test_copies_that_a_pattern_for_copies_fits_are_letters(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    save("arkiv/a.rättad.txt", letter(1))
    assert run(["audit", "run", "arkiv/*.rättad.txt", "--ledger", "audit.sqlite"]) == 0
    assert "Granskningen är klar: 1 fil.\n" in capsys.readouterr().out


def test_a_copy_that_is_named_is_a_letter(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    save("arkiv/a.rättad.txt", letter(1))
    assert audit("arkiv/a.rättad.txt") == 0
    assert "Granskningen är klar: 2 filer.\n" in capsys.readouterr().out


def ledger_bytes() -> str:
    return "".join(path.read_text("utf-8", "replace") for path in Path().glob("audit.sqlite*"))


def test_what_is_known_is_not_checked_again(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    save("arkiv/b.txt", letter(1))
    save("arkiv/d.txt", letter(4))
    audit()
    save("arkiv/b.txt", letter(2))
    save("arkiv/c.txt", letter(3))
    Path("arkiv/d.txt").unlink()
    save("prov.yml", PACK.replace("Ordet är svårt.", "Ordet är rätt svårt."))  # changes no result
    capsys.readouterr()
    assert audit() == 0
    out = capsys.readouterr().out
    assert "3 filer.\n  2 granskade nu\n  1 var redan granskad\n  1 finns inte längre bland arkivets brev" in out
    assert [row["warnings"] for row in rows(capsys)] == ["1", "3", "1"]


def test_a_changed_rule_checks_again(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    audit()
    capsys.readouterr()
    save("prov.yml", PACK + MORE)
    audit()
    assert "1 granskad nu\n  1 av dem granskad om, eftersom regler" in capsys.readouterr().out
    assert [row["rule"] for row in rows(capsys, "--rows", "findings")] == ["prov.erhålla", "prov.jämväl"]
    # What the old rules found has not been left in the ledger.
    assert {table: len(found) for table, found in content().items()} == {
        "source": 1,
        "content": 1,
        "letter": 1,
        "finding": 2,
        "citation": 0,
    }


def test_a_file_named_twice_is_no_copy_though_its_stamp_is_trusted_only_the_second_time() -> None:
    data = letter(0).encode()
    named = [Source("/arkiv/a.txt", lambda: data, mark=mark) for mark in (None, "12-3-4")]
    with ledger.writing(Path("audit.sqlite"), Version("1", "r", "c")) as book:
        going = _Run(book, lambda tally: None)
        (task,) = going.unknown(named)
        going.store(task.key, (LetterResult("text", None, words=9),))
    assert (going.tally.checked, going.tally.copies) == (1, 0)
    assert [row[0] for row in content()["source"]] == ["/arkiv/a.txt"]


def test_copies_are_checked_once_and_counted_as_wished(capsys: pytest.CaptureFixture[str]) -> None:
    # Files that are named twice are no copies.
    for number in range(4):
        save(f"arkiv/{number}.txt", letter(0))
    save("arkiv/annan.html", letter(0))  # read in another way, so no copy
    audit("arkiv/0.txt", "arkiv")
    assert "  2 granskade nu\n  3 har samma innehåll som en annan fil\n" in capsys.readouterr().out
    assert len(content()["letter"]) == 2
    assert len(rows(capsys)) == 5
    assert len(rows(capsys, "--count-copies-once")) == 2


def test_what_cant_be_read_is_counted_and_told_and_does_not_fail_the_audit(
    capsys: pytest.CaptureFixture[str],
) -> None:
    save("arkiv/a.txt", letter(0))
    save("arkiv/tom.txt", "")
    save("lista.txt", "borta.txt\n")
    # A letter that takes too long ends its worker; those after it are checked all the same.  Memory lasts longer.
    save("klarsprak.yml", "rule_packs: prov.yml\nselect: prov\ngränser: {ord: 10_000_000, minne: 6000}\n")
    save("arkiv/b.txt", letter(0, 100_000))
    save("arkiv/c.txt", letter(1))
    assert audit("--files-from", "lista.txt", "--time-limit", "4") == 0
    out = capsys.readouterr().out
    assert "2 brev" in out
    assert "Går inte att läsa: 3." in out
    assert run(["audit", "status", "audit.sqlite"]) == 0
    told = capsys.readouterr().out.splitlines()[-3:]
    assert [line.removeprefix(f"{Path.cwd()}/").partition(":")[0] for line in told] == [
        "arkiv/b.txt",
        "arkiv/tom.txt",
        "borta.txt",
    ]
    assert "Filen tog mer än 4 sekunder att granska." in told[0]
    assert run(["audit", "report", "audit.sqlite", "--format", "json", "-o", "svar.json"]) == 0
    report = json.loads(Path("svar.json").read_text(encoding="utf-8"))
    assert report["schema"] == "klarsprak/audit/1"
    assert [letter["verdict"] for letter in report["letters"]] == [
        "findings",
        "unreadable",
        "findings",
        "unreadable",
        "unreadable",
    ]
    assert report["letters"][0]["findings"][0]["rule"] == "prov.erhålla"
    assert report["letters"][1]["signature"]["name"] is None


def test_a_letter_that_took_too_long_is_tried_again_with_more_time(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0, 1_500))
    audit("--time-limit", "0.1")
    capsys.readouterr()
    audit("--time-limit", "0.1")
    assert "0 granskade nu" in capsys.readouterr().out
    assert [row["error"] for row in rows(capsys)] == ["Filen tog mer än 0,1 sekunder att granska."]
    capsys.readouterr()
    audit("--time-limit", "60")
    assert "ändrade" not in capsys.readouterr().out  # nothing is but the time
    assert [(row["error"], row["warnings"]) for row in rows(capsys)] == [("", "1500")]


def test_a_second_run_on_the_ledger_says_so_and_stops(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    with ledger.writing(Path("audit.sqlite"), Version("", "", "")):
        assert audit() == 2
    assert capsys.readouterr().err == (
        "klarsprak: audit.sqlite: en annan granskning skriver redan i liggaren. Vänta tills den är klar.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way")
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on() -> None:
    os.mkfifo("lista")
    names = os.fdopen(os.open("lista", os.O_RDWR), "wb", buffering=0)
    numbers = count()

    def is_done_with_some() -> bool:
        """Whether the ledger holds any letter; if not, there is one more."""
        number = next(numbers)
        save(f"arkiv/{number}.txt", letter(number))
        names.write(f"arkiv/{number}.txt\n".encode())
        return content_count() > 0

    command = [sys.executable, "-m", "klarsprak", "audit", "run", "--files-from", "lista", "--jobs", "1"]
    # As long as the list is open, the audit goes on.
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process, names:
        wait_for(Path("audit.sqlite-wal").exists, alive=lambda: process.poll() is None)
        wait_for(is_done_with_some, alive=lambda: process.poll() is None)
        # As a terminal does it: the workers get the signal too.
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)  # else a lost signal would hang the tests
    assert process.returncode == 130
    assert err.decode() == (
        "klarsprak: avbruten. Det som är granskat är sparat. Kör samma kommando igen, så fortsätter granskningen.\n"
    )
    assert 0 < content_count() < next(numbers)


def content_count() -> int:
    with closing(sqlite3.connect("audit.sqlite")) as database:
        return int(database.execute("SELECT count(*) FROM content").fetchone()[0])


def test_a_letter_is_in_the_ledger_whole_or_not_at_all() -> None:
    def interrupted() -> None:
        with ledger.writing(Path("audit.sqlite"), Version("", "", "")) as book:
            book.see(ledger.Seen("a.txt"), book.add(b"a", unreadable("Trasig.")))
            book.commit()
            book.add(b"b", unreadable("Trasig."))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert content_count() == 1


def newer(path: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        database.execute("PRAGMA user_version = 99")


def foreign(path: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE annat (id)")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run"], "KÄLLA… saknas."),
        (["run", "borta"], "borta: filen eller mappen finns inte."),
        (["run", "arkiv", "--files-from", "borta.txt"], "borta.txt: listan går inte att läsa (den finns inte)."),
        (["run", "arkiv", "--config", "fel.yml"], "fel.yml:1:1: okänd nyckel ”alow”."),
        (["run", "arkiv", "--ledger", "borta/a.sqlite"], "a.sqlite: liggaren går inte att öppna."),
        (["run", "arkiv", "--ledger", "fel.yml"], "fel.yml: filen är ingen liggare."),
        (["run", "arkiv", "--ledger", "ny.sqlite"], "ny.sqlite: liggaren är skriven av en nyare version"),
        (["run", "arkiv", "--ledger", "annat.sqlite"], "annat.sqlite: filen är en databas, men ingen liggare."),
        (["status", "borta.sqlite"], "borta.sqlite: liggaren finns inte."),
        (["report", "fel.yml"], "fel.yml: filen är ingen liggare."),
        (["report", "fel.yml", "--format", "xml"], "--format: ”xml” finns inte."),
    ],
)
def test_a_command_that_cant_be_done_is_one_line_and_exits_with_2(
    arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    save("arkiv/a.txt", letter(0))
    save("fel.yml", "alow: [SoL]\n")
    newer("ny.sqlite")
    foreign("annat.sqlite")
    assert run(["audit", *arguments]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1


def test_a_file_that_cant_be_read_is_not_counted_as_checked(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", letter(0))
    save("arkiv/b.txt", "")
    save("arkiv/c.docx", "PK\x03\x04 trasig")
    assert audit() == 0
    assert "3 filer.\n  1 granskad nu\n  2 gick inte att läsa\n" in capsys.readouterr().out
    save("arkiv/d.txt", "")
    assert audit() == 0
    assert "4 filer.\n  0 granskade nu\n  1 var redan granskad\n  3 gick inte att läsa\n" in capsys.readouterr().out


def test_an_archive_of_which_nothing_can_be_read_is_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    save("arkiv/a.txt", "")
    for _ in range(2):
        assert audit() == 2
        assert capsys.readouterr().err == (
            "klarsprak: inget brev gick att läsa. Skriv ”klarsprak audit status audit.sqlite” för att se varför.\n"
        )


def test_a_folder_without_letters_is_told_before_a_ledger_is_made(capsys: pytest.CaptureFixture[str]) -> None:
    Path("arkiv").mkdir()
    save("arkiv/bild.png", "png")
    assert audit() == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("klarsprak: arkiv: Det finns inga brev i mappen. Välj en mapp som har filer av typ ")
    assert len(err.splitlines()) == 1
    assert not list(Path().glob("audit.sqlite*"))


@pytest.mark.parametrize("lines", ["", "\n \n"])
def test_a_list_without_files_is_told(lines: str, capsys: pytest.CaptureFixture[str]) -> None:
    save("lista.txt", lines)
    assert run(["audit", "run", "--files-from", "lista.txt", "--jobs", "1"]) == 2
    err = capsys.readouterr().err
    assert err == "klarsprak: lista.txt: där finns inga brev att granska. En lista ska ha en fil på varje rad.\n"


def test_a_zip_file_without_letters_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    zipfile.ZipFile("tom.zip", "w").close()
    assert run(["audit", "run", "tom.zip", "--jobs", "1"]) == 2
    assert capsys.readouterr().err == "klarsprak: tom.zip: där finns inga brev att granska.\n"


def test_a_folder_without_letters_does_not_hinder_an_audit_of_the_others() -> None:
    Path("tom").mkdir()
    save("a.txt", letter(0))
    assert run(["audit", "run", "tom", "a.txt", "--jobs", "1"]) == 0


@pytest.mark.parametrize("name", ["audit.sqlite", "brev.txt", "."])
def test_no_lock_is_left_after_a_run(name: str) -> None:
    save("arkiv/a.txt", letter(0))
    save("brev.txt", "Ingen liggare.")
    run(["audit", "run", "arkiv", "--ledger", name, "--jobs", "1"])
    assert not list(Path().glob("*-lock"))
    assert not list(Path().glob(".*-lock"))


def test_the_lock_holds_against_a_run_that_opened_the_file_of_one_that_has_ended() -> None:
    path = Path("audit.sqlite")
    lock = Path("audit.sqlite-lock")
    with lock.open("ab") as opened:
        assert is_still_there(opened, lock)
        with alone(path):
            pass
        assert not is_still_there(opened, lock)
        lock.touch()
        assert not is_still_there(opened, lock)
