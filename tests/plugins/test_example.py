"""The example package, installed beside the program: its reader, its kind of rules and its report at work."""

from __future__ import annotations

import json

import jsonschema
import pytest
import yaml

from tests.plugins.support import PACK, Program, install_example, python

LETTER = """\
# Svar på din fråga

Du behöver att att skicka in **kvittot**.
Du erhåller
[bidraget](https://exempel.se/) i maj.

> Du erhåller bidraget och och en blankett.

| Datum | Du får |
| --- | --- |
| 3 maj | en en blankett |
"""
SETTINGS = f"select: [upprepning, kanslisvenska.erhålla]\nrule_packs: ['{PACK.as_posix()}']\n"


@pytest.fixture(autouse=True)
def _letter_and_package(program: Program) -> None:
    install_example(program.target)
    (program.letters / "brev.md").write_text(LETTER, encoding="utf-8")
    (program.letters / "klarsprak.yml").write_text(SETTINGS, encoding="utf-8")


def test_a_letter_of_its_format_is_checked_by_its_kind_and_told_in_its_report(program: Program) -> None:
    run = program("check", ".", "--format", "md")
    assert run.err == ""
    assert run.code == 1
    assert run.out == (
        "## brev.md\n\n"
        "- Rad 3. **Bör skrivas om.** ”att att” är samma ord två gånger. Skriv ”att” en gång. (upprepning.småord)\n"
        "- Rad 11. **Bör skrivas om.** ”en en” är samma ord två gånger. Skriv ”en” en gång. (upprepning.småord)\n"
        "- Rad 4. **Bör skrivas om.** ”erhåller” är kanslisvenska. Skriv hellre ”får”. (kanslisvenska.erhålla)\n\n"
    )


def test_the_name_of_the_file_to_write_tells_its_report(program: Program) -> None:
    run = program("check", "brev.md", "-o", "svar.md")
    assert run.code == 1
    assert (program.letters / "svar.md").read_text(encoding="utf-8").startswith("## brev.md\n")


def test_its_letters_have_its_format_in_the_programs_own_reports(program: Program) -> None:
    run = program("check", "brev.md", "--format", "json")
    (letter,) = json.loads(run.out)["letters"]
    assert (letter["file"], letter["format"], letter["verdict"]) == ("brev.md", "md", "findings")


def test_a_mails_attachment_of_its_format_is_checked_too(program: Program) -> None:
    (program.letters / "brev.md").unlink()
    (program.letters / "mejl.eml").write_text(
        "From: kim@ekvalla.example\nSubject: Svar\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        "--x\nContent-Type: text/plain\n\nHej! Svaret ligger i bilagan.\n"
        '--x\nContent-Type: text/markdown\nContent-Disposition: attachment; filename="svar.md"\n\n'
        "# Svar\n\nDu behöver att att ringa.\n--x--\n",
        encoding="utf-8",
    )
    run = program("check", ".", "--format", "md")
    assert "## mejl.eml\\#svar.md\n\n- Rad 3. **Bör skrivas om.** ”att att”" in run.out


def test_its_letters_are_audited_with_the_package_noted_in_the_ledger(program: Program) -> None:
    run = program("audit", "run", ".", "--ledger", "liggare.db", "--jobs", "1")
    assert run.code == 0, run.err
    assert b"klarsprak-exempel 1.0" in (program.letters / "liggare.db").read_bytes()


def test_the_examples_of_its_rules_are_run(program: Program) -> None:
    run = program("rules", "test", PACK)
    assert (run.code, run.out) == (0, "1 regel, 3 exempel, 0 fel.\n")


def test_the_schema_of_packs_knows_its_rules(program: Program) -> None:
    schema = json.loads(program("rules", "schema").out)
    pack = yaml.safe_load(PACK.read_text(encoding="utf-8"))
    jsonschema.validate(pack, schema)
    pack["rules"][0]["wrods"] = pack["rules"][0].pop("words")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(pack, schema)


def test_a_mistake_in_its_rules_is_told_where_it_stands(program: Program) -> None:
    (program.letters / "egna.yml").write_text(
        PACK.read_text(encoding="utf-8").replace("words: [att, en, ett, och]", "wrods: [att]"), encoding="utf-8"
    )
    run = program("rules", "test", "egna.yml")
    assert run.code == 2
    assert run.err == "klarsprak: egna.yml:9:5: okänd nyckel ”wrods”. Menade du ”words”?\n"


def test_a_file_that_it_refuses_is_unread_for_its_reason(program: Program) -> None:
    (program.letters / "brev.md").write_bytes("Du får svar i maj på din fråga.".encode("latin-1"))
    run = program("check", "brev.md")
    assert run.code == 2
    assert run.err == "klarsprak: brev.md: Filen är inte sparad som UTF-8. Spara om den så och kör igen.\n"


def test_a_file_that_is_not_of_its_format_is_read_by_the_program(program: Program) -> None:
    (program.letters / "brev.md").write_bytes(b"\x89PNG\0")
    run = program("check", "brev.md")
    assert run.err == "klarsprak: brev.md: Filen är en bild. Programmet kan bara läsa text.\n"


def test_a_file_that_it_finds_no_text_in_is_never_clean(program: Program) -> None:
    (program.letters / "brev.md").write_text("```\nkod\n```\n", encoding="utf-8")
    run = program("check", "brev.md")
    assert (run.code, run.err) == (2, "klarsprak: brev.md: Filen är tom.\n")


def test_what_it_leaves_out_of_a_letter_is_said(program: Program) -> None:
    (program.letters / "brev.md").write_text("Hej!\n\n```\nkod\n```\n", encoding="utf-8")
    run = program("check", "brev.md", "--format", "md")
    assert run.out == "## brev.md\n\n- **Obs!** Kod och HTML i filen granskas inte.\n- Inget att anmärka på.\n\n"


def test_a_letter_that_is_not_checked_is_not_told_as_clean(program: Program) -> None:
    (program.letters / "brev.md").write_text(" ", encoding="utf-8")
    run = program("check", "brev.md", "--format", "md")
    assert run.out == "## brev.md\n\n- **Inte granskat.** Filen är tom.\n\n"


def test_the_settings_in_use_name_the_package_and_what_it_adds(program: Program) -> None:
    run = program("check", "brev.md", "--show-settings")
    assert run.out.startswith(
        "Tillägg:\n  klarsprak-exempel 1.0: regelsorten ”repeated”, läsaren ”md”, svarsformatet ”md”\n"
    )


def test_nothing_of_the_package_runs_for_letters_that_do_not_need_it(program: Program) -> None:
    (program.letters / "klarsprak.yml").write_text("select: kanslisvenska.erhålla\n", encoding="utf-8")
    (program.letters / "brev.txt").write_text("Du får svar i maj.", encoding="utf-8")
    (program.letters / "prov.py").write_text(
        "import sys\nfrom klarsprak.cli import run\n"
        "run(['check', 'brev.txt', '-q'])\nprint('klarsprak_exempel' in sys.modules)\n"
        "run(['check', 'brev.md', '-q'])\nprint('klarsprak_exempel' in sys.modules)\n",
        encoding="utf-8",
    )
    run = python("prov.py", plugins=program.target, folder=program.letters)
    assert [line for line in run.out.splitlines() if line in ("True", "False")] == ["False", "True"]
