"""``klarsprak laws``."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.cli import run
from tests.laws.statute_forms import government, parliament_text, spell

STATUTE = "---\nnumber: 2026:310\ntitle: Lag om lekparker\namendments: 2026:811\n---\n1 § Text.\n2 § Text.\n"


def statutes(folder: Path, text: str = STATUTE) -> Path:
    path = folder / "lagar"
    path.mkdir(exist_ok=True)
    (path / "lekparker.md").write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [["laws"], ["laws", "list"]])
def test_the_registers_day_is_shown(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("Lagregistret (som följer med programmet) visar läget den 25 april 2026: ")


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        (["SoL"], ["Socialtjänstlagen (2025:400)", "Kortform: SoL"]),
        (["socialtjänstlagen"], ["Socialtjänstlagen (2025:400)"]),
        (
            ["2001:453"],
            ["Gäller inte sedan den 1 juli 2025. I stället gäller socialtjänstlagen (2025:400)."],
        ),
        (["9 kap. 31 b § PBL"], ["9 kap. 31 b §: programmet har ingen enkel mening för den."]),
        (["25", "§", "FL"], ["25 §: Innan myndigheten beslutar ska du få veta vad som står i utredningen och få säga "
                             "vad du tycker."]),
        (["99 § FL"], ["99 § finns inte: lagen har 49 paragrafer."]),
        (["9 § 3 LSS"], ["9 § 3: Den som behöver det kan få någon som följer med utanför hemmet."]),
        (["FL"], ["Paragrafer: 1–49"]),
        (["BAB"], ["Med vardagliga ord: lagen om bidrag för att anpassa bostaden"]),
        (["artikel 15 GDPR"], ["Artikel 15: Du har rätt att få veta vilka uppgifter vi har om dig och få en kopia av "
                               "dem."]),
    ],
)  # fmt: skip
def test_show_tells_what_is_known_of_a_law(
    query: list[str], lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["laws", "show", *query]) == 0
    out = capsys.readouterr().out.splitlines()
    assert set(lines) <= set(out)


@pytest.mark.parametrize("option", ["--register", "--config"])
def test_an_option_before_the_command_is_refused(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["laws", option, "finns-inte", "show", "SoL"]) == 2
    assert capsys.readouterr() == (
        "",
        f"klarsprak: {option} står före ”show” och gäller inte där. Skriv alternativ efter kommandot. "
        "Skriv ”klarsprak laws show --help” så ser du vilka det har.\n",
    )


def test_a_law_that_isnt_there_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["laws", "show", "lekparkslagen"]) == 2
    assert capsys.readouterr().err.startswith("klarsprak: ”lekparkslagen” finns inte i registret.")


def test_an_import_renews_the_register(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["laws", "import", str(statutes(tmp_path)), "--date", "2026-11-25"]) == 0
    assert capsys.readouterr().out.endswith("lagregister.tsv.gz: 1 lag, läget den 25 november 2026.\n")
    assert run(["laws", "show", "lagen", "om", "lekparker"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Lagen (2026:310) om lekparker",
        "Ändrad till och med: 2026:811",
        "Gäller, enligt registret den 25 november 2026.",
        "Paragrafer: 1–2",
    ]


def test_a_second_import_keeps_what_the_first_one_knew_and_names_the_files_it_cant_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, register = tmp_path / "ett", tmp_path / "två", str(tmp_path / "register.tsv.gz")
    first.mkdir()
    second.mkdir()
    (first / "a.json").write_text(spell(government()), encoding="utf-8")
    (second / "b.txt").write_text(parliament_text(**{"SFS nr": "2019:311"}), encoding="utf-8")
    no_act = government(beteckning="2019:312", forfattningstext="Automatisk konvertering inte tillgänglig")
    (second / "c.json").write_text(spell(no_act), encoding="utf-8")
    assert run(["laws", "import", str(first), "--output", register, "--date", "2026-10-01"]) == 0
    capsys.readouterr()
    assert run(["laws", "import", str(second), "--output", register, "--date", "2026-11-01"]) == 0
    out, err = capsys.readouterr()
    assert out == (
        f"{register}: 1 lag, läget den 1 november 2026. Registret har 1 till sedan tidigare. 1 fil gick inte att "
        "använda.\n"
    )
    assert err.startswith(f"klarsprak: {second / 'c.json'}: texten är ingen lag")
    assert len(err.splitlines()) == 1
    assert run(["laws", "show", "2019:310", "--register", register]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Lagen (2019:310) om lekparker",
        "Ändrad till och med: 2026:99",
        "Gäller, enligt registret den 1 oktober 2026.",
        "Kapitel: 1 (1–4 §§), 2 (1–2 §§)",
    ]


def test_a_file_that_is_no_register_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "viktigt.docx"
    path.write_bytes(b"PK")
    assert run(["laws", "import", str(statutes(tmp_path)), "--output", str(path)]) == 2
    assert "filen är inget lagregister. Flytta den" in capsys.readouterr().err
    assert path.read_bytes() == b"PK"


def test_the_configuration_says_where_the_register_lies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "klarsprak.yml"
    config.write_text("law_register: register/lagar.tsv.gz\n", encoding="utf-8")
    (tmp_path / "register").mkdir()
    letter = tmp_path / "brev.txt"
    letter.write_text("Vi följer lagen om lekparker. Enligt 12 § lagen om lekparker gäller det.", encoding="utf-8")
    assert run(["check", str(letter)]) == 2
    assert "klarsprak.yml:1:15: lagregistret" in capsys.readouterr().err
    (tmp_path / "register" / "lagar.tsv.gz").write_bytes(b"trasig")
    for command in (["check", str(letter), str(config)], ["laws", "--config", str(config)]):
        assert run(command) == 2
        assert capsys.readouterr().err == (
            f"klarsprak: {config}:1:15: {tmp_path / 'register' / 'lagar.tsv.gz'}: filen är inget lagregister. "
            "Gör ett nytt med klarsprak laws import.\n"
        )
    (tmp_path / "register" / "lagar.tsv.gz").unlink()
    assert run(["laws", "import", str(statutes(tmp_path)), "--config", str(config)]) == 0
    assert (tmp_path / "register" / "lagar.tsv.gz").is_file()
    assert run(["check", "--exit-zero", str(letter)]) == 0
    assert run(["laws", "show", "2026:310", "--config", str(config)]) == 0


@pytest.mark.parametrize(
    ("text", "arguments", "says"),
    [
        ("Ingen lag", [], "lekparker.md:1: filen ska börja med nycklarna number och title"),
        (STATUTE, ["--date", "i går"], "--date: ”i går” är inget datum."),
    ],
)
def test_a_wrong_import_is_one_line_and_changes_nothing(
    text: str, arguments: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "register.tsv.gz"
    path.write_bytes(b"det gamla")
    assert run(["laws", "import", str(statutes(tmp_path, text)), "--output", str(path), *arguments]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1
    assert path.read_bytes() == b"det gamla"


def test_a_broken_register_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "register.tsv.gz"
    path.write_bytes(b"trasig")
    assert run(["laws", "list", "--register", str(path)]) == 2
    assert "filen är inget lagregister" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["laws", "laws list", "laws show", "laws import", "laws fetch", "laws diff", "laws affected"]
)
def test_the_help_for_laws_is_in_swedish(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help"]) == 0
    assert "Usage" not in capsys.readouterr().out
