"""``klarsprak rules``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from klarsprak.cli import run
from klarsprak.laws.plain import sections
from tests.support import WORDS, pack


def test_list_has_a_line_for_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "signatur"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split(maxsplit=1) == ["signatur.namn", "Måste rättas    signature"]
    assert len(lines) == 12


def test_show_tells_all_about_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "show", "skrivregler.snedstreck"]) == 0
    out = capsys.readouterr().out
    assert "Flaggas:  Du kan ringa [och/eller] skriva till oss." in out
    assert "Bättre:   Du kan ringa eller skriva till oss." in out


def test_show_tells_how_many_sections_can_be_explained_and_where(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "show", "lagrum.oförklarat"]) == 0
    out = capsys.readouterr().out
    assert f"en enkel mening för {len(sections())} paragrafer och punkter i " in out
    assert "klarsprak laws show" in out


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("fackord.vitesföreläggande", "Förklaring: Ett vitesföreläggande är "),
        (
            "fackord.klaganden",
            "Förklaringar:\n  Klaganden är den som klagar ",
        ),
        ("forkortning.mb", "Ord: MB\nBetyder: miljöbalken\n"),
        ("skrivregler.snedstreck", "Bör skrivas om. Kategori: skrivregler. Sort: pattern.\n"),
    ],
)
def test_show_tells_what_to_write(capsys: pytest.CaptureFixture[str], rule: str, told: str) -> None:
    assert run(["rules", "show", rule]) == 0
    assert told in capsys.readouterr().out


def test_a_rule_that_isnt_there_is_an_error_that_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "show", "skrivregler.snedstrek"]) == 2
    assert "Menade du ”skrivregler.snedstreck”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("tom/", "tom: det finns inga regelpaket (.yml) i mappen."),
        ("tom", "tom: menar du mappen skriver du ”tom/”."),
        ("brev.docx", "brev.docx: filen är inget regelpaket. Ett sådant slutar på .yml."),
    ],
)
def test_a_path_without_packs_is_no_name_of_a_rule(
    name: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("tom").mkdir()
    Path("brev.docx").touch()
    assert run(["rules", "test", name]) == 2
    assert capsys.readouterr().err == f"klarsprak: {says}\n"


def test_examples_that_dont_hold_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = pack(tmp_path, WORDS.replace("{flag: x}", "{flag: 'Du får [ej] gå.', fix: Du får inte gå.}"))
    assert run(["rules", "test", str(path)]) == 1
    out, err = capsys.readouterr()
    assert err == f"klarsprak: {path}:8:75: prov.erhålla: flaggar ”inget” i ”Du får [ej] gå.”.\n"
    assert out == "2 regler, 2 exempel, 1 fel.\n"


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("{alow: SoL}", "okänd nyckel ”alow”. Menade du ”allow”?"),
        ("{ignore: tno}", "”tno” är varken paket, kategori eller regel. Menade du ”ton”?"),
    ],
)
def test_an_examples_config_that_cant_be_used_is_told(
    config: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = pack(tmp_path, WORDS.replace("{flag: x}", f"{{flag: 'Du får [ej] gå.', config: {config}}}"))
    assert run(["rules", "test", str(path)]) == 1
    assert f": prov.ej: exemplets config går inte att använda: {says}" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        *("", "init", "check", "baseline", "rules", "rules new", "rules schema", "rules docs", "rules test"),
        *("laws show", "gate", "audit run", "audit compare"),
    ],
)
def test_the_help_for_rules_is_in_swedish(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Så skriver du: klarsprak")
    assert not {"Usage", "Options", "Arguments", "Commands", "default", "required", "Show", "exit"} & set(out.split())
    assert not re.search(r"[{}<>]|\[\[|\.\.\.|x>=", out)  # no notation of programmers, no line cut off


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["fix", "a.txt", "b.txt"], "”b.txt” är för mycket."),
        (["audit", "run", "--jobs", "-1"], "Värdet för --jobs går inte att använda. Skriv ett tal som är minst 0."),
        (["audit", "run", "--jobs", "två"], "Värdet för --jobs går inte att använda. Skriv ett heltal."),
        (["gate", "--settle", "0,5"], "Skriv ett tal, med punkt före decimalerna."),
        (["check", "--format"], "Alternativet --format behöver ett värde."),
    ],
)
def test_wrong_usage_says_what_to_write(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    assert says in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a Linux device")
@pytest.mark.parametrize("command", ["rules schema", "laws", "check - --format json"])
def test_an_answer_that_cant_be_written_is_one_line_and_2(command: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"echo Hej. | {sys.executable} -m klarsprak {command} > /dev/full"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode() == "klarsprak: svaret går inte att skriva till standard ut (disken är full).\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell's way to close a stream")
def test_who_closes_standard_output_gets_the_exit_code() -> None:
    line = f"{sys.executable} -m klarsprak laws >&-"
    assert subprocess.run(["sh", "-c", line], capture_output=True, check=True).stderr == b""
