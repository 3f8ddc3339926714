"""``klarsprak laws diff`` and ``laws affected``: two registers, and letters, a folder or a ledger."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from klarsprak.audit.ledger import schema
from klarsprak.audit.workers import pool
from klarsprak.cli import run
from klarsprak.laws.changes import Place
from tests.audit.support import UNTAGGED, filled, save
from tests.laws.statute_forms import TEXT, government, parliament, spell

LETTERS = {
    "a.txt": "Hej!\n\nEnligt 2 kap. 1 § lagen (2019:310) om lekparker ser vi till parken.\n",
    "b.txt": "Hej!\n\nEnligt 2 kap. 1 § lagen (2019:310) om lekparker är den säker. Se även 2 kap. 2 § samma lag.\n",
    "c.txt": "Hej!\n\nDu får svar i maj.\n",
}
SPAN = "Från den 25 april 2026 till den 1 november 2026"
CHANGED = "2 brev  2 kap. 1 § lagen (2019:310) om lekparker: ändrad"


@pytest.fixture
def registers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The older register and the newer one, as options say them."""
    made = []
    later = TEXT.replace("Kommunen ser till", "Kommunen ansvarar för")
    for name, day, text in (("old", "2026-04-25", TEXT), ("new", "2026-11-01", later)):
        save(f"{name}/a.json", spell(government(forfattningstext=text)))
        made.append(str(tmp_path / f"{name}.tsv.gz"))
        assert run(["laws", "import", name, "--output", made[-1], "--date", day]) == 0
    capsys.readouterr()
    return made


def fitting(schema: str, text: str) -> dict[str, Any]:
    """What a command has printed, which the schema of that name must hold for, and for nothing with another key."""
    shape = json.loads((files("klarsprak.laws") / f"{schema}.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(shape, format_checker=Draft202012Validator.FORMAT_CHECKER)
    found: dict[str, Any] = json.loads(text)
    validator.validate(found)
    assert not validator.is_valid({**found, "more": 1})
    assert not validator.is_valid({key: value for key, value in found.items() if key != "from"})
    return found


def affected(registers: list[str], *arguments: str) -> int:
    return run(["laws", "affected", *arguments, "--from", registers[0], "--to", registers[1]])


def test_letters_in_a_folder_that_cite_what_has_changed(
    registers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in LETTERS.items():
        save(f"arkiv/{name}", text)
    assert affected(registers, "arkiv", "--files") == 0
    out = capsys.readouterr().out
    assert out.splitlines() == [
        f"{SPAN}: 2 av 3 brev hänvisar till lagar eller paragrafer som har ändrats eller upphävts.",
        "",
        CHANGED,
        f"        {Path('arkiv/a.txt')}",
        f"        {Path('arkiv/b.txt')}",
    ]


def test_an_audit_keeps_what_letters_cite_and_copies_count(
    registers: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if sys.platform == "linux":
        monkeypatch.setattr(pool, "START", "fork")
    save("klarsprak.yml", f"rule_packs: prov.yml\nselect: prov\nlaw_register: {Path(registers[1]).name}\n")
    save("prov.yml", UNTAGGED)
    for name, text in LETTERS.items():
        save(f"arkiv/{name}", text)
    save("arkiv/kopia/a.txt", LETTERS["a.txt"])
    assert run(["audit", "run", "arkiv", "--jobs", "1"]) == 0
    with closing(sqlite3.connect("audit.sqlite")) as database:
        places = database.execute("SELECT sfs, chapter, section FROM place ORDER BY section").fetchall()
    assert places == [("2019:310", "2", "1"), ("2019:310", "2", "2")]
    capsys.readouterr()
    assert affected(registers, "--audit", "audit.sqlite", "--format", "json", "--files") == 0
    found = fitting("law-affected-1", capsys.readouterr().out)
    assert (found["schema"], found["letters"], found["affected"]) == ("klarsprak/law-affected/1", 4, 3)
    (place,) = found["places"]
    assert [Path(name).relative_to(Path.cwd()).as_posix() for name in place.pop("files")] == [
        "arkiv/a.txt", "arkiv/b.txt", "arkiv/kopia/a.txt",
    ]  # fmt: skip
    assert place == {
        "sfs": "2019:310", "name": "lagen om lekparker", "chapter": "2", "section": "1", "letters": 3,
        "change": "changed", "by": None, "since": None, "successor": None,
    }  # fmt: skip


def older_ledger(path: str) -> None:
    """A ledger of the version before citations were kept, with a letter in it."""
    steps = schema.MIGRATIONS[:2]
    with closing(sqlite3.connect(path)) as database:
        database.executescript(
            f"{''.join(steps)} PRAGMA application_id = {schema.APPLICATION}; PRAGMA user_version = {len(steps)};"
            "INSERT INTO version VALUES (1, 'p', 'r', 'c'); INSERT INTO run VALUES (1, 1, '2025-01-01', NULL);"
            "INSERT INTO content (id, hash, version) VALUES (1, x'00', 1);"
            "INSERT INTO source (name, content, run) VALUES ('/arkiv/a.txt', 1, 1);"
            "INSERT INTO letter (id, content, part, format, words, notes, name, title, unit, address, phone, metrics)"
            " VALUES (1, 1, 0, 'text', 9, 0, 1, 1, 1, 1, 1, '{\"lix\": 40}')"
        )


def test_an_older_ledger_says_that_it_holds_no_citations(
    registers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    older_ledger("audit.sqlite")
    assert affected(registers, "--audit", "audit.sqlite") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "klarsprak: audit.sqlite: 1 brev är granskat av en äldre version, som inte sparade hänvisningar. Kör samma "
        "audit run igen.\n"
    )
    assert run(["audit", "report", "audit.sqlite"]) == 0


def test_a_ledger_that_is_half_old_tells_both(registers: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    older_ledger("audit.sqlite")
    with filled() as book:
        book.put(cited=(Place("2019:310", "2", "1"),))
        book.copy("/arkiv/kopia.txt")
    assert affected(registers, "--audit", "audit.sqlite") == 0
    out, err = capsys.readouterr()
    assert CHANGED in out
    assert "1 brev är granskat av en äldre version" in err


def test_the_shipped_register_is_the_older_one_and_the_users_own_the_newer(
    capsys: pytest.CaptureFixture[str],
) -> None:
    save("brev.txt", "Hej!\n\nVi beslutar enligt 5 § språklagen (2009:600).\n")
    assert run(["laws", "affected", "brev.txt"]) == 2
    assert capsys.readouterr().err == (
        "klarsprak: Det finns inget nyare lagregister än det medföljande. Gör ett med laws fetch och laws import, "
        "eller skriv --from och --to.\n"
    )
    ended: dict[str, Any] = {"upphavdDateTime": "2026-10-01T00:00:00", "beteckning": "2009:600", "rubrik": "Språklag"}
    save("lagar/a.json", spell(government(**ended)))
    assert run(["laws", "import", "lagar"]) == 0
    capsys.readouterr()
    assert run(["laws", "affected", "brev.txt"]) == 0
    assert "1 brev  5 § språklagen (2009:600): gäller inte sedan den 1 oktober 2026\n" in capsys.readouterr().out


def test_two_registers_are_compared_as_text_and_as_json(
    registers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["laws", "diff", *registers]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{SPAN}: 0 nya lagar, 0 upphävda, 2 ändrade eller upphävda paragrafer.\n")
    assert "    2 kap. 1 §: ändrad\n" in out
    assert run(["laws", "diff", "medföljande", registers[1], "--format", "json"]) == 0
    found = fitting("law-diff-1", capsys.readouterr().out)
    assert (found["schema"], found["new"][0]["sfs"]) == ("klarsprak/law-diff/1", "2019:310")


def test_an_act_that_has_ended_fits_the_schemas(capsys: pytest.CaptureFixture[str]) -> None:
    save("brev.txt", "Hej!\n\nVi beslutar enligt 5 § språklagen (2009:600).\n")
    ended: dict[str, Any] = {"upphavdDateTime": "2026-10-01T00:00:00", "beteckning": "2009:600", "rubrik": "Språklag"}
    save("lagar/a.json", spell(government(**ended)))
    assert run(["laws", "import", "lagar", "--output", "nytt.gz"]) == 0
    capsys.readouterr()
    told = {"change": "act_repealed", "by": None, "since": "2026-10-01", "successor": None}
    assert run(["laws", "diff", "medföljande", "nytt.gz", "--format", "json"]) == 0
    found = fitting("law-diff-1", capsys.readouterr().out)
    assert found["repealed"] == [{"sfs": "2009:600", "name": "språklagen"} | told]
    assert run(["laws", "affected", "brev.txt", "--to", "nytt.gz", "--format", "json"]) == 0
    (place,) = fitting("law-affected-1", capsys.readouterr().out)["places"]
    cited = {"sfs": "2009:600", "name": "språklagen", "chapter": None, "section": "5", "letters": 1, "files": []}
    assert place == cited | told


def test_a_letter_that_cant_be_read_is_named_and_the_others_are_told(
    registers: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    save("arkiv/a.txt", LETTERS["a.txt"])
    Path("arkiv/b.docx").write_bytes(b"PK\x03\x04 trasig")
    assert affected(registers, "arkiv") == 2
    out, err = capsys.readouterr()
    assert "1 av 1 brev" in out
    assert err.startswith(f"klarsprak: {Path('arkiv/b.docx')}: ")


WRONG = [
    (["affected"], "Skriv antingen brev och mappar eller --audit LIGGARE."),
    (["affected", "brev.txt", "--audit", "a.sqlite"], "Skriv antingen brev och mappar eller --audit LIGGARE."),
    (["affected", "--audit", "borta.sqlite", "--to", "new.tsv.gz"], "borta.sqlite: liggaren finns inte."),
    (["affected", "borta.txt", "--to", "new.tsv.gz"], "borta.txt: Filen finns inte."),
    (["affected", "brev.txt", "--to", "old.tsv.gz", "--from", "new.tsv.gz"], "Byt plats på dem."),
    (["affected", "brev.txt", "--to", "brev.txt"], "brev.txt: filen är inget lagregister."),
    (["affected", "brev.txt", "--to", "borta.gz"], "borta.gz: lagregistret går inte att läsa (den finns inte)."),
    (["affected", "brev.txt", "--to", "new.tsv.gz", "--format", "xml"], "--format: ”xml” finns inte."),
    (["diff", "old.tsv.gz"], "NYARE saknas."),
    (["diff", "new.tsv.gz", "old.tsv.gz"], "Byt plats på dem."),
    (["diff", "old.tsv.gz", "tomt.gz"], "tomt.gz: registret är tomt."),
]


@pytest.mark.usefixtures("registers")
@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_what_cant_be_done_is_one_line(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    from datetime import date

    from klarsprak.laws.imported import ImportedRegister, write_register

    write_register(Path("tomt.gz"), ImportedRegister(date(2026, 11, 2), {}))
    save("brev.txt", LETTERS["a.txt"])
    assert run(["laws", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert len(err.splitlines()) == 1


def test_the_parliaments_answer_and_the_governments_give_no_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, answer in (("en", government()), ("två", parliament())):
        save(f"{name}/a.json", spell(answer))
        assert run(["laws", "import", name, "--output", f"{name}.gz", "--date", "2026-11-01"]) == 0
    capsys.readouterr()
    assert run(["laws", "diff", "en.gz", "två.gz"]) == 0
    assert capsys.readouterr().out.endswith(": inget som registren känner till har ändrats.\n")
