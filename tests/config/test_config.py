"""``klarsprak.yml``: what it may say, and where it is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.config.location import find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.finding import Level, Occasion
from tests.support import WORDS, rules


def write(folder: Path, text: str) -> Path:
    path = folder / "klarsprak.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_mapping_means_the_defaults(tmp_path: Path) -> None:
    parts = load_config(write(tmp_path, "{}")).settings().signature_parts
    assert parts[Occasion.LETTER] == parts[Occasion.UNIT] == ("name", "title", "unit", "address", "phone")
    assert parts[Occasion.APPENDIX] == ()


@pytest.mark.parametrize("text", ["signature: [name, phone]", "signature: {letter: [name, phone], form: [unit]}"])
def test_the_signature_is_a_list_or_a_list_for_each_sort_of_letter(tmp_path: Path, text: str) -> None:
    parts = load_config(write(tmp_path, text)).settings().signature_parts
    assert parts[Occasion.LETTER] == parts[Occasion.DIGITAL] == ("name", "phone")
    assert parts[Occasion.AUTOREPLY] == ("unit", "phone")


def test_a_file_of_comments_means_the_defaults(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, "# allow: [SoL]\n")).model_dump() == Config().model_dump()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("alow: [SoL]\n", ":1:1: okänd nyckel ”alow”. Menade du ”allow”?"),
        ("organisation:\n  nmae: Ekvalla\n", ":2:3: okänd nyckel ”nmae”. Menade du ”name”?"),
        (
            "signature: [name, fone]\n",
            ":1:19: signature: ”fone” – delen finns inte. Menade du ”phone”?",
        ),
        ("levels:\n  ton: hög\n", ":2:8: levels.ton: ”hög” – nivån ska vara"),
        ("- a\n", ":1:1: filen ska innehålla nycklar och värden"),
        ("organisation:\n# name: Ekvalla\n", ":1:14: nyckeln ”organisation” är tom."),
        ("terms: {vite: ''}\n", ":1:15: ”” går inte som värde för terms.vite. Där ska stå"),
        ("terms: {'': Ett vite är pengar.}\n", ":1:9: ”” går inte som värde för terms. Där ska stå"),
        ("allow: [SoL\n", ":1:8: [ har inget slut. Skriv ] sist"),
    ],
)
def test_a_fault_in_the_configuration_is_told_where_it_stands(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(FileError) as caught:
        load_config(path)
    assert str(caught.value).removeprefix(str(path)).startswith(says)


def test_all_faults_of_a_file_are_told_at_once_in_its_order(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "alow: SoL\nlevels: {ton: hög, mening: 1}\norganisation: {nmae: x, units: 112}\nsignature: [fone]\nallow:\n",
    )
    with pytest.raises(FileError) as caught:
        load_config(path)
    assert [fault.removeprefix(f"{path}:") for fault in caught.value.faults] == [
        "1:1: okänd nyckel ”alow”. Menade du ”allow”?",
        "2:15: levels.ton: ”hög” – nivån ska vara error, warning eller info.",
        "2:28: levels.mening: ”1” – nivån ska vara error, warning eller info.",
        "3:16: okänd nyckel ”nmae”. Menade du ”name”?",
        '3:32: ”112” läses som ett tal och inte som text. Skriv citattecken runt: "112".',
        "4:13: signature: ”fone” – delen finns inte. Menade du ”phone”? "
        "Välj bland namn, titel, enhet, adress, telefon.",
        "5:7: under ”allow” saknas ett värde. Skriv det, eller ta bort raden.",
    ]


def test_the_nearest_file_upwards_is_used(tmp_path: Path) -> None:
    inner = tmp_path / "förvaltning" / "brev"
    inner.mkdir(parents=True)
    write(tmp_path, "{}")
    assert find_config(inner) == tmp_path / "klarsprak.yml"
    nearer = write(inner.parent, "{}")
    assert find_config(inner) == nearer


def test_without_a_file_upwards_the_one_in_the_users_folder_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klarsprak.config.location.user_folder", lambda: tmp_path / "mitt")
    (tmp_path / "mitt").mkdir()
    own = write(tmp_path / "mitt", "{}")
    letters = tmp_path / "brev"
    letters.mkdir()
    assert find_config(letters) == own


def test_packs_and_rules_are_chosen_and_given_levels(tmp_path: Path) -> None:
    every = rules(tmp_path, WORDS)
    chosen = Checker(Config(ignore=["prov.ej"], levels={"kanslisvenska": Level.INFO}), every).rules
    assert [(rule.name, rule.level) for rule in chosen] == [("prov.erhålla", Level.INFO)]
    only = Checker(Config(select=["prov.ej"]), every).rules
    assert [rule.name for rule in only] == ["prov.ej"]


def test_a_rule_that_isnt_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"”prov.erhalla” är varken .* Menade du ”prov.erhålla”"):
        Checker(Config(ignore=["prov.erhalla"]), rules(tmp_path, WORDS))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "allow: [SoL]\nignore: [ton, ton.hto]\n",
            ":2:15: ”ton.hto” är varken paket, kategori eller regel. Menade du",
        ),
        ("ignore: tno\n", ":1:9: ”tno” är varken paket, kategori eller regel. Menade du ”ton”?"),
        ("levels:\n  menning: info\n", ":2:3: ”menning” är varken paket, kategori eller regel. Menade du ”mening”?"),
        ("rule_packs:\n  - borta.yml\n", ":2:5: regelpaketet ”"),
    ],
)
def test_a_name_that_leads_nowhere_is_told_where_it_stands(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(FileError) as caught:
        Checker(load_config(path))
    assert str(caught.value).removeprefix(str(path)).startswith(says)


def test_choices_that_leave_no_rule_are_told(tmp_path: Path) -> None:
    path = tmp_path / "klarsprak.yml"
    path.write_text("hoppa_över: [signatur]\nvälj: [signatur]\n", encoding="utf-8")
    with pytest.raises(FileError) as caught:
        Checker(load_config(path))
    assert str(caught.value).startswith(f"{path}:2:8: Ingen regel gäller: allt som är valt")


def test_own_packs_lie_beside_the_file(tmp_path: Path) -> None:
    rules(tmp_path, WORDS)
    loaded = load_config(write(tmp_path, "rule_packs: prov.yml\nselect: prov\n"))
    assert [rule.name for rule in Checker(loaded).rules] == ["prov.erhålla", "prov.ej"]


def test_an_own_pack_that_isnt_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"regelpaketet ”.*borta.yml” finns inte"):
        Checker(load_config(write(tmp_path, "rule_packs: borta.yml\n")))


BOUNDS = {"seconds: -1": "mer än 0", "seconds: 100000": "högst 86400", "words: 0": "mer än 0"}


@pytest.mark.parametrize("value", BOUNDS)
def test_a_number_out_of_bounds_says_which_they_are(value: str, tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yml").write_text(f"limits: {{{value}}}\n", encoding="utf-8")
    with pytest.raises(FileError, match=f"Det ska vara {BOUNDS[value]}[.]"):
        load_config(tmp_path / "klarsprak.yml")


def test_thousands_of_unknown_keys_are_told_by_the_first(tmp_path: Path) -> None:
    path = tmp_path / "klarsprak.yml"
    path.write_text("".join(f"k{number}: 1\n" for number in range(600)), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        load_config(path)
    assert len(caught.value.faults) == 51
    assert caught.value.faults[-1].startswith("Det finns fler fel än så.")
