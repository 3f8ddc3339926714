"""``extends``: a ``klarsprak.yml`` that builds on another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.cli import run
from klarsprak.config.extends import ADDED
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.files.keys import model_below
from klarsprak.finding import Level, Occasion
from klarsprak.letter import Letter
from klarsprak.readers import read_file
from tests.support import WORDS, pack

CENTRAL = """\
organisation:
  name: Ekvalla kommun
  units: [Socialförvaltningen]
levels: {ton: info, mening: info}
allow: [LSS]
ignore: [ton.arbetsbelastning]
signature: [name, phone]
rule_packs: prov.yml
path_ignores: {"gamla/**": [mening], "*.eml": [ton]}
gate: {hold: [avslag], level: warning}
"""
OWN = """\
extends: ../klarsprak.yml
organisation: {units: Hemtjänsten}
levels: {ton: error}
allow: [LSS, SoL]
signature: {letter: [unit], form: [phone]}
path_ignores: {"*.eml": [signatur]}
gate: {hold: [kallelse]}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A unit's file in a folder below that of the municipality's."""
    pack(tmp_path, WORDS)
    save(tmp_path / "klarsprak.yml", CENTRAL)
    return save(tmp_path / "hemtjänst" / "klarsprak.yml", OWN)


def save(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(path: Path) -> list[str]:
    with pytest.raises(FileError) as caught:
        Checker(load_config(path))
    return list(caught.value.faults)


def test_own_keys_win_over_those_of_the_other_file(own: Path) -> None:
    config = load_config(own)
    assert config.organisation.name == "Ekvalla kommun"
    assert config.levels == {"ton": Level.ERROR, "mening": Level.INFO}
    assert config.gate.level is Level.WARNING


def test_a_list_that_says_what_there_is_goes_on_from_the_others(own: Path) -> None:
    config = load_config(own)
    assert config.allow == ["LSS", "SoL"]
    assert config.organisation.units == ["Socialförvaltningen", "Hemtjänsten"]
    assert config.gate.hold == ["avslag", "kallelse"]


def test_a_list_that_chooses_takes_the_place_of_the_others(own: Path) -> None:
    parts = load_config(own).settings().signature_parts
    assert (parts[Occasion.LETTER], parts[Occasion.FORM]) == (("unit",), ("phone",))


@pytest.mark.parametrize("way", sorted(ADDED), ids=".".join)
def test_the_lists_that_go_on_are_keys_of_the_file(way: tuple[str, ...]) -> None:
    model = Config if len(way) == 1 else model_below(Config, way[0])
    assert model is not None
    assert isinstance(model.model_fields[way[-1]].get_default(call_default_factory=True), list)


def test_paths_are_counted_from_the_file_that_names_them(own: Path, tmp_path: Path) -> None:
    config = load_config(own)
    assert [path.resolve() for path in config.packs()] == [tmp_path / "prov.yml"]
    assert [(folder.resolve(), pattern, ignored) for folder, pattern, ignored in config.ignored_paths()] == [
        (tmp_path, "gamla/**", ["mening"]),
        (own.parent, "*.eml", ["signatur"]),
    ]


def test_a_pattern_holds_below_the_folder_of_its_file(own: Path, tmp_path: Path) -> None:
    letter = save(tmp_path / "gamla" / "a.txt", "Du har erhållit det.\n")
    save(tmp_path / "klarsprak.yml", 'path_ignores: {"gamla/**": [kanslisvenska]}\n')
    checker = Checker(load_config(save(own, "extends: ../klarsprak.yml\n")))
    (read,) = read_file(letter)
    assert isinstance(read, Letter)
    assert "kanslisvenska" not in {finding.category for finding in checker.check(read).findings}


@pytest.mark.parametrize("key", ["baseline", "law_register"])
def test_a_file_that_the_other_one_names_and_that_isnt_there_is_told_at_its_line(
    key: str, own: Path, tmp_path: Path
) -> None:
    central = save(tmp_path / "klarsprak.yml", f"allow: [LSS]\n{key}: borta.json\n")
    (fault,) = told(own)
    assert fault.startswith(f"{central}:2:{len(key) + 3}: ")


def test_the_files_may_build_on_each_other_in_a_row(own: Path) -> None:
    third = save(own.parent / "natt" / "klarsprak.yml", "extends: ../klarsprak.yml\nallow: nattpatrull\n")
    assert load_config(third).allow == ["LSS", "SoL", "nattpatrull"]


def test_central_is_the_file_in_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("klarsprak.config.extends.user_folder", lambda: tmp_path / "mitt")
    save(tmp_path / "mitt" / "klarsprak.yml", "allow: LSS\n")
    assert load_config(save(tmp_path / "klarsprak.yml", "extends: central\n")).allow == ["LSS"]


@pytest.mark.parametrize(
    ("central", "text", "says"),
    [
        (CENTRAL, "allow: x\nextends: ../annan.yml\n", "{own}:2:10: filen ”{folder}/annan.yml” finns inte."),
        (CENTRAL, "extends: klarsprak.yml\n", "{own}:1:10: filerna bygger på varandra i en cirkel"),
        ("\nbygger_på: hemtjänst/klarsprak.yml\n", OWN, "{folder}/klarsprak.yml:2:12: filerna bygger på varandra"),
        ("allow: x\nalow: y\n", OWN, "{folder}/klarsprak.yml:2:1: okänd nyckel ”alow”. Menade du ”allow”?"),
        ("allow: x\n\tignore: y\n", OWN, "{folder}/klarsprak.yml:2:1: en tabb."),
        ("ignore: [ton, tno]\n", OWN, "{folder}/klarsprak.yml:1:15: ”tno” är varken paket, kategori eller regel."),
        ("rule_packs: [borta.yml]\n", OWN, "{folder}/klarsprak.yml:1:14: regelpaketet ”"),
        (CENTRAL, "extends: [a]\n", "{own}:1:10: En lista går inte som värde för extends. Skriv text."),
    ],
)
def test_a_fault_is_one_line_that_names_the_file_it_is_in(
    central: str, text: str, says: str, own: Path, tmp_path: Path
) -> None:
    save(tmp_path / "klarsprak.yml", central)
    (fault,) = told(save(own, text))
    assert fault.startswith(says.format(own=own, folder=tmp_path))


@pytest.mark.parametrize("value", ["x" * 300, "a\\0b"], ids=["too long", "with a NUL"])
@pytest.mark.parametrize("key", ["extends", "rule_packs", "baseline", "law_register"])
def test_what_cant_be_a_path_is_told_as_a_file_that_isnt_there(key: str, value: str, tmp_path: Path) -> None:
    path = save(tmp_path / "klarsprak.yml", f'{key}: "{value}"\n')
    (fault,) = told(path)
    assert fault.startswith(f"{path}:1:{len(key) + 3}: ")
    assert "finns inte." in fault


def test_the_settings_say_which_file_says_what(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save(own, "bygger_på: ../klarsprak.yml\ntillåt: SoL\nlevels: {ton: error}\n")
    save(own.parent / "a.txt", "Hej!\n")
    assert run(["check", str(own.parent), "--show-settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{own} (1 brev)"
    for line in (
        "  bygger_på: ../klarsprak.yml  # klarsprak.yml:1",
        "    name: Ekvalla kommun  # ../klarsprak.yml:2",
        "    ton: error  # klarsprak.yml:3",
        "    mening: info  # ../klarsprak.yml:4",
        "  tillåt:",
        "  - LSS  # ../klarsprak.yml:5",
        "  - SoL  # klarsprak.yml:2",
        "  signature:",
        "    letter:",
        "    - name  # ../klarsprak.yml:7",
        "  - prov.yml  # ../klarsprak.yml:8",
    ):
        assert line in lines


@pytest.mark.parametrize("command", ["check --format json -o", "baseline -o"])
def test_no_command_writes_over_a_file_that_is_built_on(
    command: str, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(own.parent / "a.txt", "Hej!\n")
    central = tmp_path / "klarsprak.yml"
    before = central.read_bytes()
    for config in ([], ["--config", str(own)]):
        assert run([*command.split(), str(central), "--force", str(own.parent), *config]) == 2
        assert "kommandot läser den filen." in capsys.readouterr().err
    assert central.read_bytes() == before
