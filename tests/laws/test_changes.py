"""What has changed between two registers, and which of what letters cite."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from klarsprak.laws import Register, load_register
from klarsprak.laws.changes import Changes, Kind, Place, difference
from klarsprak.laws.describe_changes import describe_difference, difference_as_json
from klarsprak.laws.imported import write_register
from klarsprak.laws.merging import merged
from klarsprak.laws.sources import Statute, read_json
from klarsprak.laws.uses import UsesOfLetters, affected_by, describe_affected, places_in
from tests.laws.statute_forms import TEXT, government, parliament, parliament_text, spell

APRIL, NOVEMBER = date(2026, 4, 25), date(2026, 11, 1)
Make = Callable[[str, date, list[Statute]], Register]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes a register of statutes and reads it again."""

    def make(name: str, day: date, statutes: list[Statute]) -> Register:
        path = tmp_path / name
        write_register(path, merged(None, statutes, day))
        return load_register(path)

    return make


def act(day: date, text: str = TEXT, **keys: Any) -> Statute:
    (statute,) = read_json(spell(government(forfattningstext=text, **keys)), day)
    return statute


LATER = (
    TEXT.replace("Kommunen ser till", "Kommunen ansvarar för")
    .replace("2. sköta den. Förordning (2023:5).", "2. sköta den. Förordning (2023:5).\n\n3 § Alla får leka.")
    .replace("1 § Denna lag innehåller", "1 § Lagen innehåller")
    .replace("miljöbalken.\n", "miljöbalken. Lag (2026:99).\n")
    + "\n"
)
WITH_CHAPTER = LATER.replace("Övergångs", "3 kap. Avgifter\n\n1 § Det är gratis att leka.\n\nÖvergångs", 1)


@pytest.fixture
def registers(make: Make) -> tuple[Register, Register]:
    gone = act(NOVEMBER, upphavdDateTime="2026-07-01T00:00:00", upphavdGenom="SFS 2019:310", beteckning="2010:7")
    swings = act(NOVEMBER, beteckning="2026:500", rubrik="Lag (2026:500) om gungor")
    old = [act(APRIL), act(APRIL, beteckning="2010:7", rubrik="Lag (2010:7) om lekparker")]
    new = [act(NOVEMBER, WITH_CHAPTER), swings, gone]
    return make("old", APRIL, old), make("new", NOVEMBER, new)


def test_each_change_of_an_act_its_chapters_and_sections_is_told(registers: tuple[Register, Register]) -> None:
    assert list(describe_difference(difference(*registers), *registers)) == [
        "Från den 25 april 2026 till den 1 november 2026: 1 ny lag, 1 upphävd, 3 ändrade eller upphävda paragrafer.",
        "\nNya:",
        "  Lagen (2026:500) om gungor",
        "\nUpphävda:",
        "  Lagen (2010:7) om lekparker: gäller inte sedan den 1 juli 2026; i stället gäller lagen (2019:310) om "
        "lekparker",
        "\nÄndrade:",
        "  Lagen (2019:310) om lekparker",
        "    3 kap.: nytt",
        "    2 kap. 3 §: ny",
        "    3 kap. 1 §: ny",
        "    1 kap. 1 §: ändrad genom 2026:99, sedan den 1 juli 2026",
        "    1 kap. 2 §: ändrad genom 2026:99, sedan den 1 juli 2026",
        "    2 kap. 1 §: ändrad",
    ]


def test_the_way_back_tells_what_is_gone_and_the_same_register_nothing(registers: tuple[Register, Register]) -> None:
    old, new = registers
    back = difference(new, old)
    assert back.chapters_gone == {"2019:310": ["3"]}
    assert [str(key) for key, each in back.sections["2019:310"].items() if each.kind is Kind.GONE] == ["2:3", "3:1"]
    same = difference(old, old)
    assert same.is_empty
    (line,) = describe_difference(same, old, old)
    assert line.endswith(": inget som registren känner till har ändrats.")


def test_the_difference_for_programs_says_the_same(registers: tuple[Register, Register]) -> None:
    found = difference_as_json(difference(*registers), *registers)
    assert (found["schema"], found["from"], found["to"]) == ("klarsprak/law-diff/1", "2026-04-25", "2026-11-01")
    assert found["new"] == [{"sfs": "2026:500", "name": "lagen om gungor"}]
    assert found["chapters_new"] == [{"sfs": "2019:310", "chapter": "3"}]
    assert found["repealed"][0]["successor"] == "2019:310"
    assert found["sections"][0] == {
        "sfs": "2019:310", "chapter": "1", "section": "1", "change": "changed", "by": "2026:99",
        "since": "2026-07-01", "successor": None,
    }  # fmt: skip


def test_where_only_the_newer_register_knows_the_wording_the_amendments_tell(make: Make) -> None:
    """The register that ships knows of most acts how many sections they have, and no more."""
    text = "1 § Lagen gäller. Lag (2019:9).\n\n2 § Nytt. Lag (2026:99).\n\n3 § Har upphävts genom lag (2026:99).\n"
    keys: dict[str, Any] = {"beteckning": "2017:900", "rubrik": "Förvaltningslag (2017:900)"}
    new = make("new", NOVEMBER, [act(NOVEMBER, text, **keys)])
    changes = Changes(load_register(None), new)
    kinds = {number: changes.of_place(Place("2017:900", "", number)) for number in ("1", "2", "3", "4", "99")}
    assert {number: each and each.kind for number, each in kinds.items()} == {
        "1": None, "2": Kind.CHANGED, "3": Kind.GONE, "4": Kind.GONE, "99": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("since", "known", "is_changed"),
    [
        ("2026-02-01", "", False),  # in force before the older register's day
        ("2026-07-01", "", True),
        ("2027-01-01", "", False),  # not in force yet on the newer one's
        (None, "2026:98", True),
        (None, "2026:99", False),
        (None, "", False),  # made in the older register's year: before its day or after
    ],
)
def test_an_amendment_is_a_change_if_the_older_register_cant_have_known_it(
    since: str | None, known: str, is_changed: bool, make: Make
) -> None:
    amendments = [{"beteckning": "2026:99", "ikraftDateTime": since and f"{since}T00:00:00"}]
    statute = act(NOVEMBER, "1 § Lagen gäller. Lag (2026:99).\n", andringsforfattningar=amendments)
    older = Statute(replace(statute.act, amended=known))
    changes = Changes(make("old", APRIL, [older]), make("new", NOVEMBER, [statute]))
    assert bool(changes.of_place(Place("2019:310", "", "1"))) is is_changed


PLACES = {
    ("2019:310", "1", "2"): Kind.CHANGED,
    ("2019:310", "1", "1–3"): Kind.CHANGED,
    ("2019:310", "2", "2"): None,
    ("2019:310", "2", "2–9"): None,
    ("2019:310", "2", ""): None,
    ("2019:310", "", ""): None,
    ("2019:310", "", "1"): None,
    ("2010:7", "", ""): Kind.ACT_REPEALED,
    ("2010:7", "1", "4"): Kind.ACT_REPEALED,
    ("2099:1", "1", "4"): None,
}


@pytest.mark.parametrize(("place", "kind"), PLACES.items())
def test_a_place_has_changed_if_one_of_its_sections_has(
    place: tuple[str, str, str], kind: Kind | None, registers: tuple[Register, Register]
) -> None:
    found = Changes(*registers).of_place(Place(*place))
    assert (found and found.kind) == kind


def test_letters_that_cite_what_has_changed_are_told_the_most_cited_first(
    registers: tuple[Register, Register],
) -> None:
    old, new = registers
    letters = {
        "a.txt": "Det står i 1 kap. 1 § och 2 kap. 1–2 §§ lagen (2019:310) om lekparker.",
        "b.txt": "Enligt 2 kap. 1–2 §§ lagen (2019:310) om lekparker är parken säker.",
        "c.txt": "Enligt 4 § lagen (2010:7) om lekparker är parken stängd.",
        "d.txt": "Enligt 2 kap. 2 § lagen (2019:310) om lekparker sköter vi parken.",
    }
    gathered = UsesOfLetters()
    for name, text in letters.items():
        gathered.add(name, places_in([text], new, lambda: None))
    uses, changes = gathered.uses(), Changes(old, new)
    assert list(describe_affected(affected_by(uses, changes, with_files=True), uses, changes)) == [
        "Från den 25 april 2026 till den 1 november 2026: 3 av 4 brev hänvisar till lagar eller paragrafer som har "
        "ändrats eller upphävts.\n",
        "2 brev  2 kap. 1–2 §§ lagen (2019:310) om lekparker: ändrad",
        "        a.txt",
        "        b.txt",
        "1 brev  4 § lagen (2010:7) om lekparker: gäller inte sedan den 1 juli 2026; i stället gäller lagen "
        "(2019:310) om lekparker",
        "        c.txt",
        "1 brev  1 kap. 1 § lagen (2019:310) om lekparker: ändrad genom 2026:99, sedan den 1 juli 2026",
        "        a.txt",
    ]


def test_the_two_databases_of_law_agree_on_what_has_not_changed(make: Make) -> None:
    (theirs,) = read_json(spell(parliament(text=parliament_text())), NOVEMBER)
    old, new = make("old", NOVEMBER, [act(NOVEMBER)]), make("new", NOVEMBER, [theirs])
    assert difference(old, new).is_empty
