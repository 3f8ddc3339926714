"""An import adds to the register that is there: what that knows, and the new texts don't tell, is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from klarsprak.laws import find_references, load_register, status
from klarsprak.laws.imported import ImportedAct, ImportedRegister, write_register
from klarsprak.laws.merging import merged
from klarsprak.laws.sources import Statute, read_json
from klarsprak.laws.wording import Key, Mark, Wording
from tests.laws.statute_forms import government, spell

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 1)
PARKS = ImportedAct("2019:310", "lagen om lekparker", chapters={"1": 4}, amended="2024:12")
SWINGS = ImportedAct("2020:5", "lagen om gungor", True, "2019:310", MAY, {"-": 3})
WORDING = Wording({Key("1", "1"): Mark("0a1b2c3d")}, {"2024:12": "2024-07-01"})


def known() -> ImportedRegister:
    return merged(None, [Statute(PARKS, WORDING), Statute(SWINGS)], MAY)


def act_after(new: ImportedAct, day: date = JUNE, wording: Wording = WORDING) -> ImportedAct:
    return merged(known(), [Statute(new, wording)], day).acts[new.sfs]


def test_an_old_amendment_numbered_by_its_page_and_a_title_on_two_lines_are_written_and_read(tmp_path: Path) -> None:
    amendments = [
        {"beteckning": "1918:42 s.3", "ikraftDateTime": "1918-03-01T00:00:00"},
        {"beteckning": "2024:12", "ikraftDateTime": "2024-07-01T00:00:00"},
    ]
    answer = government(
        beteckning="1904:26 s.1", rubrik="Lag (1904:26 s.1)\r\nom\tlekparker", andringsforfattningar=amendments
    )
    statutes = read_json(spell(answer), JUNE)
    write_register(tmp_path / "a.gz", merged(None, statutes, JUNE))
    register = load_register(tmp_path / "a.gz")
    act, wording = register.get("1904:26 s.1"), register.wording("1904:26 s.1")
    assert act is not None
    assert wording is not None
    assert act.name == "lagen om lekparker"
    assert wording.amendments == {"2024:12": "2024-07-01"}


def test_what_the_folder_lacks_is_kept() -> None:
    register = merged(known(), [Statute(ImportedAct("2021:1", "lagen om sand"))], JUNE)
    assert list(register.acts) == ["2019:310", "2020:5", "2021:1"]
    assert register.day == JUNE
    assert register.acts["2019:310"].day == MAY
    assert register.wordings == {"2019:310": WORDING}


def test_a_text_that_tells_less_takes_nothing_away() -> None:
    act = act_after(ImportedAct("2019:310", "lagen om lekparker"))
    assert (act.chapters, act.amended, act.day) == ({"1": 4}, "2024:12", JUNE)
    act = act_after(ImportedAct("2020:5", "lagen om gungor", None))
    assert (act.repealed, act.successor, act.since) == (True, "2019:310", MAY)


def test_a_text_that_tells_the_opposite_counts_if_it_is_later() -> None:
    in_force = ImportedAct("2020:5", "lagen om gungor")
    assert act_after(in_force).repealed is False
    assert act_after(in_force, date(2026, 4, 1)).repealed is True


def test_an_older_text_changes_no_wording() -> None:
    other = Wording({Key("1", "1"): Mark("ffffffff")})
    older = merged(known(), [Statute(PARKS, other)], date(2026, 4, 1))
    newer = merged(known(), [Statute(PARKS, other)], JUNE)
    assert older.wordings["2019:310"] == WORDING
    assert newer.wordings["2019:310"] == Wording(other.sections, WORDING.amendments)
    assert (older.day, newer.day) == (MAY, JUNE)


def test_the_act_that_repealed_another_took_its_place_where_both_are_about_one_thing() -> None:
    old = ImportedAct("2010:7", "lagen om lekparker", True, since=MAY, repealed_by="2019:310")
    other = ImportedAct("2010:8", "lagen om hundar", True, since=MAY, repealed_by="2019:310")
    assert act_after(old).successor == "2019:310"
    assert act_after(other).successor == ""


def test_an_older_import_doesnt_call_an_act_in_force_that_the_newer_shipped_register_knows_as_repealed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "register.tsv.gz"
    act = ImportedAct("1967:837", "patentlagen")
    untold = ImportedAct("1967:837", "patentlagen", None)
    for day, imported, is_told in [
        (date(2024, 6, 1), act, True),
        (date(2026, 6, 1), act, False),
        (date(2026, 6, 1), untold, True),
    ]:
        write_register(path, ImportedRegister(day, {imported.sfs: imported}))
        register = load_register(path)
        (reference,) = find_references("patentlagen (1967:837)", register)
        assert (status(reference, register, date(2026, 11, 25)) is not None) is is_told
