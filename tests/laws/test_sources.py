"""Acts as the databases of law answer with them are read; what is no act is refused with the reason."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from klarsprak.files.errors import FileError
from klarsprak.laws.imported import ImportedAct
from klarsprak.laws.sources import Statute
from klarsprak.laws.statutes import read_folder, read_statutes
from klarsprak.laws.wording import Key
from tests.laws.statute_forms import (
    TEXT,
    government,
    parliament,
    parliament_html,
    parliament_text,
    search_answer,
    spell,
)

DAY = date(2026, 4, 25)
CHAPTERS = {"1": 4, "2": 2}


def read(folder: Path, text: str, name: str = "sfs-2019-310.json") -> Statute:
    path = folder / name
    data = text.encode()
    path.write_bytes(gzip.compress(data) if name.lower().endswith(".gz") else data)
    (statute,) = read_statutes(path, DAY)
    return statute


@pytest.mark.parametrize(
    ("text", "name", "repealed"),
    [
        (spell(government()), "a.json", False),
        (spell(government()), "a.JSON.GZ", False),
        (spell(search_answer(government())), "a.json.gz", False),
        (spell(parliament()), "a.json", None),  # no flag tells that an act is in force
        (spell(parliament(text="", html=parliament_html())), "a.json", None),
        (spell(parliament(undertitel="", subtitel="t.o.m. SFS 2026:99")), "a.json", None),
        (parliament_text(), "a.txt", None),
        (parliament_text(), "a.text.gz", None),
        ("\ufeff" + parliament_text().replace("\n", "\r\n"), "a.txt", None),
    ],
)
def test_each_form_gives_the_same_act(text: str, name: str, repealed: bool | None, tmp_path: Path) -> None:
    act, wording = read(tmp_path, text, name)
    assert act == ImportedAct("2019:310", "lagen om lekparker", repealed, chapters=CHAPTERS, amended="2026:99")
    assert {str(key): mark.amended for key, mark in wording.sections.items()} == {
        "1:1": "", "1:2": "2024:12", "1:3": "2020:7", "1:4": "2025:44", "2:1": "", "2:2": "2023:5",
    }  # fmt: skip
    assert [str(key) for key, mark in wording.sections.items() if mark.is_gone] == ["1:3", "1:4"]


def test_a_text_without_a_title_has_the_name_that_is_known_of_its_number(tmp_path: Path) -> None:
    text = parliament_text(**{"SFS nr": "2017:900"}).partition("\n")[2]
    assert read(tmp_path, text, "a.txt").act.name == "förvaltningslagen"


def test_all_forms_of_one_wording_are_told_to_be_one(tmp_path: Path) -> None:
    forms = [spell(government()), spell(parliament()), spell(parliament(text="", html=parliament_html()))]
    marks = [read(tmp_path, form).wording.sections for form in forms]
    assert marks[0] == marks[1] == marks[2]


def test_the_wording_that_holds_on_the_day_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(spell(government()), encoding="utf-8")
    before, after = (read_statutes(path, day)[0].wording for day in (DAY, date(2026, 7, 1)))
    assert before.sections[Key("1", "2")].amended == "2024:12"
    assert after.sections[Key("1", "2")].amended == "2026:99"
    assert Key("1", "3a") not in after.sections
    assert Key("1", "3a") in read_statutes(path, date(2027, 1, 1))[0].wording.sections
    assert before.sections[Key("2", "1")] == after.sections[Key("2", "1")]
    assert before.amendments == {"2026:99": "2026-07-01"}


BY = {"Författningen har upphävts genom": "SFS 2024:945"}


@pytest.mark.parametrize(
    ("text", "name", "ended"),
    [
        (spell(government(upphavdDateTime="2025-01-01T00:00:00", upphavdGenom="SFS 2024:945")), "a.json", True),
        (spell(government(tidsbegransadDateTime="2025-01-01T00:00:00", upphavdGenom="SFS 2024:945")), "a.json", True),
        (spell(government(upphavdDateTime="2026-07-01T00:00:00", upphavdGenom="SFS 2024:945")), "a.json", False),
        (parliament_text(Upphävd="2025-01-01", **BY), "a.txt", True),
        (parliament_text(Upphävd="2026-07-01", **BY), "a.txt", None),
        (spell(parliament(text="", html=parliament_html(Upphävd="2025-01-01", **BY))), "a.json", True),
    ],
)
def test_an_act_is_repealed_from_the_day_that_the_source_gives(
    text: str, name: str, ended: bool | None, tmp_path: Path
) -> None:
    act = read(tmp_path, text, name).act
    assert act.repealed is ended
    assert act.since == (date(2025, 1, 1) if ended else None)
    assert act.repealed_by == ("2024:945" if ended else "")


def test_a_repealed_act_without_text_is_known_by_its_day(tmp_path: Path) -> None:
    act = read(tmp_path, spell(government(upphavdDateTime="1988-01-01T00:00:00", fulltext=None))).act
    assert (act.repealed, act.chapters) == (True, {})


NO_ACT = "Automatisk konvertering inte tillgänglig"
WRONG: list[tuple[str, str, str]] = [
    ("a.json", spell(government(forfattningstext=NO_ACT)), "texten är ingen lag (”Automatisk konvertering inte t"),
    ("a.json", spell(parliament(text=parliament_text().replace(TEXT, NO_ACT))), "texten är ingen lag"),
    ("a.txt", parliament_text().replace(TEXT, NO_ACT), "texten är ingen lag"),
    ("a.json", spell(government(forfattningstext=" ")), "svaret har ingen lagtext. Hämta lagen från Riksdagen"),
    ("a.json", spell(parliament(text="")), "svaret har ingen lagtext. Hämta lagen från Regeringskansliet"),
    ("a.json", spell(search_answer()), "svaret har ingen lag i sig"),
    ("a.json", spell({"beteckning": "2019:310"}), "nyckeln rubrik saknas. Filen är ingen lag"),
    ("a.json", spell(government(beteckning="tolv")), "nyckeln beteckning har ett värde som inte går att använda"),
    ("a.json", spell(government(upphavdDateTime="snart")), "nyckeln upphavdDateTime har ett värde"),
    ("a.json", spell([1, 2]), "filen är ingen lag från Regeringskansliet eller Riksdagen"),
    ("a.json", spell(government())[:-50], "filen är ingen hel JSON. Hämta den på nytt."),
    ("a.json", "[" * 100_000, "filen är ingen hel JSON"),
    ("a.json", "<!doctype html><title>Fel</title>", "filen är ingen hel JSON"),
    ("a.txt", parliament_text().partition("\n")[2], "lagens rubrik saknas före raden SFS nr"),
    ("a.txt", "Ett brev om SFS nr: 2019:310", ":1: filen ska börja med nycklarna number och title"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "says"), WRONG)
def test_what_is_no_act_is_refused_with_why_and_what_to_do(name: str, text: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(FileError) as error:
        read(tmp_path, text, name)
    assert str(error.value).startswith(f"{tmp_path / name}:")
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (gzip.compress(spell(government()).encode())[:-20], "filen är ingen hel gzip-fil"),
        (b"inte packad", "filen är ingen hel gzip-fil"),
        (gzip.compress("Lag om pärlor".encode("latin-1"), mtime=0), "filen är inte sparad i UTF-8"),
        (gzip.compress(bytes(70 * 1024**2), mtime=0), "filen är större än 64 MB"),
    ],
)
def test_a_broken_or_enormous_packed_file_is_refused(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json.gz"
    path.write_bytes(data)
    with pytest.raises(FileError, match=says):
        read_statutes(path, DAY)


def test_each_file_that_cant_be_used_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    forms: list[tuple[str, Callable[..., dict[str, Any]], dict[str, Any]]] = [
        ("1.json", government, {}),
        ("2.json", government, {"beteckning": "2019:311", "forfattningstext": NO_ACT}),
        ("3.json", parliament, {"beteckning": "2019:312"}),
        ("4.json", search_answer, {}),
    ]
    for name, form, keys in forms:
        (tmp_path / name).write_text(spell(form(**keys)), encoding="utf-8")
    statutes, faults = read_folder(tmp_path, DAY)
    assert list(statutes) == ["2019:310", "2019:312"]
    assert [fault.partition(":")[0] for fault in faults] == [str(tmp_path / "2.json"), str(tmp_path / "4.json")]
