"""Statute texts in a folder become a register, or nothing is written at all."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from klarsprak.files.errors import FileError
from klarsprak.laws import find_references, load_register, status
from klarsprak.laws.imported import ImportedAct, ImportedRegister, read_register, write_register
from klarsprak.laws.statutes import read_folder, read_statutes
from klarsprak.laws.titles import as_name
from klarsprak.laws.wording import Key, Mark, Wording

PARK = """\
---
number: 2026:310
title: Lag (2026:310) om lekparker
amendments: [2026:811, 2026:902]
---
# 1 kap. Vad lagen gäller

**1 §** Lagen gäller lekparker.
I 2 § finns fler regler.

2 § Varje kommun ska ha en lekpark.

## 2 kap. Tillsyn

1 § Kommunen ser till parken.
1 a § Någon annan får hjälpa till.
3 § i parken är ingen paragraf.
2 § Parken ska vara öppen.
"""


DAY = date(2026, 11, 25)


def read_statute(path: Path) -> ImportedAct:
    """The one act in a file."""
    (statute,) = read_statutes(path, DAY)
    return statute.act


def statute(folder: Path, text: str = PARK, name: str = "lekparker.md") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def head(**keys: str) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + "---\n1 § Text.\n"


def test_a_statute_is_read_with_its_chapters_and_last_amendment(tmp_path: Path) -> None:
    assert read_statute(statute(tmp_path)) == ImportedAct(
        "2026:310", "lagen om lekparker", chapters={"1": 2, "2": 2}, amended="2026:902"
    )


def test_an_act_without_chapters_that_is_repealed_is_read_with_its_successor(tmp_path: Path) -> None:
    text = head(number="2001:5", title="Lekparkslag", repealed="2026-07-01", replaced_by="2026:310")
    entry = read_statute(statute(tmp_path, text))
    assert entry == ImportedAct("2001:5", "lekparkslagen", True, "2026:310", date(2026, 7, 1), {"-": 1})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1 § Text.", ":1: filen ska börja med nycklarna number och title"),
        (head(title="Lekparkslag"), ":1: nyckeln number saknas"),
        (head(number="2026:310"), ":1: nyckeln title saknas"),
        (head(number="tolv", title="Lekparkslag"), ":2: ”tolv” går inte för number. Lagens nummer, t"),
        (head(number="2026:310", titel="Lag"), "saknas"),
        (head(number="2026:310", title="Lekparkslag", datum="i dag"), ":4: okänd nyckel ”datum”"),
        (head(number="2026:310", title="Lekparkslag", amendments="[2001:1]"), "2001:1 kan inte ha ändrat 2026:310"),
        (head(number="2026:310", title="Lekparkslag", replaced_by="2027:1"), "replaced_by utan repealed"),
        (head(number="2026:310", title="Lekparkslag", repealed="snart"), ":4: ”snart” går inte för repealed"),
        (head(number="2026:310", title="Lekparkslag", amendments="[2027:1"), ": nycklarna går inte att läsa"),
    ],
)
def test_a_fault_in_a_statute_is_told_with_its_line(text: str, says: str, tmp_path: Path) -> None:
    path = statute(tmp_path, text)
    with pytest.raises(FileError) as error:
        read_folder(tmp_path, DAY)
    assert str(error.value).startswith(str(path))
    assert says in str(error.value)


def test_one_file_is_read_alone(tmp_path: Path) -> None:
    path = statute(tmp_path)
    statute(tmp_path, head(number="2009:600", title="Språklag"), "s.md")
    assert list(read_folder(path, DAY).statutes) == ["2026:310"]
    with pytest.raises(FileError, match="det är en fil, inte en mapp"):
        read_folder(statute(tmp_path, name="lag.docx"), DAY)


def test_a_folder_without_statutes_is_an_error_and_a_number_that_stands_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="mappen har inga lagtexter"):
        read_folder(tmp_path, DAY)
    with pytest.raises(FileError, match="mappen finns inte"):
        read_folder(tmp_path / "saknas", DAY)
    statute(tmp_path)
    statute(tmp_path / "igen", PARK.replace("2 § Parken", "4 § Parken"))
    statutes, faults = read_folder(tmp_path, DAY)
    assert list(statutes) == ["2026:310"]
    assert faults == [f"{tmp_path / 'lekparker.md'}: 2026:310 finns också i {tmp_path / 'igen' / 'lekparker.md'}. "
                      "Ta bort den ena."]  # fmt: skip


def test_the_register_is_the_same_when_it_is_read_again(tmp_path: Path) -> None:
    entry = ImportedAct("2001:5", "lekparkslagen", True, "2026:310", date(2026, 7, 1), {"-": 1, "2a": 0}, "2020:3")
    wording = Wording({Key("-", "1"): Mark("0a1b2c3d", "2020:3"), Key("-", "2"): Mark("x")}, {"2020:3": "2020-07-01"})
    imported = ImportedRegister(date(2026, 11, 25), {entry.sfs: entry}, {entry.sfs: wording})
    path = tmp_path / "ny" / "lagregister.tsv.gz"
    write_register(path, imported)
    assert read_register(path) == imported


def test_a_register_of_the_first_version_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "lagregister.tsv.gz"
    lines = "# klarsprak-lagregister/1 2026-11-25\n2001:5\tlekparkslagen\tu\t2026:310\t2026-07-01\t-:1\t2020:3"
    path.write_bytes(gzip.compress(lines.encode()))
    register = read_register(path)
    act = ImportedAct("2001:5", "lekparkslagen", True, "2026:310", date(2026, 7, 1), {"-": 1}, "2020:3")
    assert register == ImportedRegister(date(2026, 11, 25), {"2001:5": act})
    assert load_register(path).wording("2001:5") is None


def test_half_a_register_is_told_when_its_other_half_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "lagregister.tsv.gz"
    wording = Wording({Key("-", str(number)): Mark(f"{number:08x}") for number in range(500)})
    write_register(path, ImportedRegister(DAY, {"2026:310": ImportedAct("2026:310", "lagen")}, {"2026:310": wording}))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(FileError, match="filen är inget lagregister"):
        load_register(path).wording("2026:310")


@pytest.mark.parametrize("content", [b"", b"PK", b"# klarsprak-lagregister/1 2026-11-25"])
def test_a_broken_register_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "lagregister.tsv.gz"
    path.write_bytes(content)
    with pytest.raises(FileError, match="filen är inget lagregister"):
        load_register(path)
    with pytest.raises(FileError, match="den finns inte"):
        load_register(tmp_path / "saknas")


def test_an_imported_register_takes_the_place_of_the_one_that_ships(tmp_path: Path) -> None:
    statute(tmp_path)
    statute(
        tmp_path, head(number="2009:600", title="Språklag", repealed="2026-10-01", replaced_by="2026:310"), "s.md"
    )
    path = tmp_path / "lagregister.tsv.gz"
    entries = {sfs: found.act for sfs, found in read_folder(tmp_path, DAY).statutes.items()}
    write_register(path, ImportedRegister(date(2026, 11, 25), entries))
    register = load_register(path)
    assert register.day == date(2026, 11, 25)
    assert find_references("2 kap. 2 § lagen om lekparker", register)[0].sections == ("2",)
    (old,) = find_references("språklagen (2009:600)", register)
    found = status(old, register, date(2026, 11, 25))
    assert found is not None
    assert found.successor is not None
    assert found.successor.sfs == "2026:310"
    assert register.get("2017:900") is not None  # what the folder lacks is still known
    assert load_register(None).get("2026:310") is None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lag om färdtjänst", "lagen om färdtjänst"),
        ("Förvaltningslag (2017:900)", "förvaltningslagen"),
        ("Lag (1993:387) om stöd och service till vissa funktionshindrade", "lagen om stöd och service till vissa "
         "funktionshindrade"),
        ("Plan- och bygglag", "plan- och bygglagen"),
        ("Miljöbalk", "miljöbalken"),
        ("Kungörelse om beslutad ny regeringsform", "kungörelsen om beslutad ny regeringsform"),
        ("Lag (1992:1574) om bostadsanpassningsbidrag m.m.", "lagen om bostadsanpassningsbidrag"),
    ],
)  # fmt: skip
def test_a_title_gives_the_name_that_running_text_uses(title: str, name: str) -> None:
    assert as_name(title) == name
