"""What an audit reads of archive packages, and what it says of broken ones."""

from __future__ import annotations

import hashlib
import io
import os
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from klarsprak.audit.letter.record import Record
from klarsprak.audit.sources import zips
from klarsprak.audit.sources.archive import count_letters, read_archive
from klarsprak.audit.sources.packages.files import path_of_href
from klarsprak.audit.sources.packages.package import OUTGOING, Choice
from klarsprak.audit.sources.source import ClosedError, Source
from tests.audit.sources.packing import (
    DATA,
    REGISTER,
    Handling,
    entry,
    in_folder,
    in_tar,
    in_zip,
    mets,
    package,
    register,
    swedish_package,
)

ALL = Choice(all_records=True)
LETTERS = {"beslut.txt": b"ut", "ansökan.txt": b"in", "not.txt": b"internt"}
CASES = {
    "BN 2024-118": [
        Handling((f"{DATA}/beslut.txt",), dates={"created": "2024-02-11T00:00:00", "sent": "2024-02-14T09:00:00"}),
        Handling((f"{DATA}/ansökan.txt",), "incoming", {"received": "2024-01-02"}, "Ansökan"),
    ],
    "BN 2024-119": [Handling((f"{DATA}/not.txt",), "internal_memo_for_follow-up")],
}
HOLDERS = {
    "mapp": lambda files, folder: in_folder(files, folder / "paket"),
    "zip": lambda files, folder: in_zip(files, folder / "paket.zip"),
    "zip utan överst mapp": lambda files, folder: in_zip(files, folder / "paket.zip", top=""),
    "tar": lambda files, folder: in_tar(files, folder / "paket.tar", mode="w"),
    "tar.gz": lambda files, folder: in_tar(files, folder / "paket.tar.gz"),
    "tar.xz": lambda files, folder: in_tar(files, folder / "paket.tar.xz", mode="w:xz"),
}


def read(folder: Path, choice: Choice = OUTGOING) -> Iterator[Source]:
    """A source's content can be had until the next one is asked for."""
    return read_archive([str(folder)], choice)


def found(folder: Path, choice: Choice = OUTGOING) -> dict[str, bytes | str | None]:
    """Content, or the reason for none, by what the name ends with; None for what is passed over."""
    seen: dict[str, bytes | str | None] = {}
    for source in read_archive([str(folder)], choice):
        path = source.name.removeprefix(str(folder)).lstrip("/")
        name = path.partition("paket/")[2] or path
        seen[name.removeprefix(f"{DATA}/")] = None if source.passed_over else content(source)
    return seen


def content(source: Source) -> bytes | str:
    try:
        return source.read()[0]
    except ClosedError as error:
        return str(error)


@pytest.mark.parametrize("holder", HOLDERS)
def test_only_records_that_went_out_are_read_unless_all_are_asked_for(holder: str, tmp_path: Path) -> None:
    HOLDERS[holder](package(LETTERS, CASES), tmp_path)
    prefix = f"paket.zip/{DATA}/" if holder == "zip utan överst mapp" else ""
    read_now = {prefix + "beslut.txt": b"ut"}
    others = (prefix + "ansökan.txt", prefix + "not.txt")
    assert found(tmp_path) == read_now | dict.fromkeys(others)
    assert found(tmp_path, ALL) == read_now | {others[0]: b"in", others[1]: b"internt"}


@pytest.mark.parametrize("holder", HOLDERS)
def test_the_register_tells_day_case_unit_and_type(holder: str, tmp_path: Path) -> None:
    HOLDERS[holder](package(LETTERS, CASES), tmp_path)
    records = {source.name.rpartition("/")[2]: source.record for source in read(tmp_path, ALL)}
    assert records == {
        "beslut.txt": Record("2024-02-14", "BN 2024-118", "Byggnadsnämnden", "Beslut"),
        "ansökan.txt": Record("2024-01-02", "BN 2024-118", "Byggnadsnämnden", "Ansökan"),
        "not.txt": Record(None, "BN 2024-119", "Byggnadsnämnden", "Beslut"),
    }


SWEDISH = {
    "BN 2019-118": [
        Handling(
            ("file:///Content/1/beslut.txt",), "Expedierad", {"Upprattad": "2019-02-11", "Expedierad": "2019-02-14"}
        ),
        Handling(("Content/1/ansökan.txt",), "Inkommen", {"Inkommen": "2019-01-02"}, "Ansökan"),
        Handling(("not.txt",), "Upprättad", {"Skapad": "2019-01-05"}, "Anteckning"),
        Handling(("svar.txt",), "", {"Expedierad": "2019-03-01T10:00:00"}, "Svar", unit=""),
    ],
}


@pytest.mark.parametrize("holder", ["mapp", "zip", "tar.gz"])
def test_a_package_by_the_first_swedish_specifications_is_read(holder: str, tmp_path: Path) -> None:
    letters = {**LETTERS, "svar.txt": b"ut igen"}
    HOLDERS[holder](swedish_package(letters, SWEDISH), tmp_path)
    seen = {source.name.rpartition("Content/1/")[2]: source for source in read(tmp_path)}
    outcome = {name: None if source.passed_over else source.record for name, source in seen.items()}
    assert outcome == {
        "ansökan.txt": None,
        "beslut.txt": Record("2019-02-14", "BN 2019-118", "Byggnadsnämnden", "Beslut"),
        "not.txt": None,
        "svar.txt": Record("2019-03-01", "BN 2019-118", "Kansliet", "Svar"),
    }
    contents = {
        source.name.rpartition("/")[2]: content(source) for source in read(tmp_path) if not source.passed_over
    }
    assert contents == {"beslut.txt": b"ut", "svar.txt": b"ut igen"}


def test_other_deliveries_with_the_same_first_element_are_no_register(tmp_path: Path) -> None:
    files = swedish_package(LETTERS, {})
    assert [content(source) for source in read(in_folder(files, tmp_path / "paket"))] == [b"in", b"ut", b"internt"]


def test_a_file_that_the_swedish_register_names_and_the_package_lacks_is_told(tmp_path: Path) -> None:
    cases = {"BN 1": [Handling(("borta.txt",), "Expedierad"), Handling(("../ut.txt",), "Expedierad")]}
    told = found(in_folder(swedish_package(LETTERS, cases), tmp_path / "paket"))
    assert told["borta.txt"] == "Filen står i paketets ärenderegister, men finns inte i paketet."
    assert told["Content/2/export.xml#../ut.txt"] == (
        "Adressen i paketets ärenderegister leder ut ur paketet. Filen är inte granskad."
    )


def test_a_package_without_a_register_is_read_as_a_whole(tmp_path: Path) -> None:
    in_folder(package({"a.txt": b"a", "b.txt": b"b", "bild.png": b"x"}), tmp_path / "paket")
    assert found(tmp_path) == {"a.txt": b"a", "b.txt": b"b"}


def test_documentation_schemas_and_metadata_are_no_letters(tmp_path: Path) -> None:
    files = {
        f"{DATA}/brev.txt": b"a",
        "documentation/läs mig.txt": b"b",
        "representations/rep1/metadata/om.txt": b"c",
        "schemas/not.txt": b"d",
    }
    in_folder({"METS.xml": mets(files), **files}, tmp_path / "paket")
    assert found(tmp_path) == {"brev.txt": b"a"}


def test_a_record_without_direction_went_out_if_a_day_says_when_it_was_sent(tmp_path: Path) -> None:
    cases = {
        "KS 1": [
            Handling((f"{DATA}/a.txt",), "", {"expedited": "2024-01-01"}),
            Handling((f"{DATA}/b.txt",), "", {"created": "2024-01-01"}),
        ]
    }
    in_folder(package({"a.txt": b"a", "b.txt": b"b"}, cases), tmp_path / "paket")
    assert found(tmp_path) == {"a.txt": b"a", "b.txt": None}


@pytest.mark.parametrize(
    "path",
    ["data/a b.txt", "a b.txt", f"./{DATA}/a b.txt", f"file:///{DATA}/a%20b.txt", f"{DATA}\\a b.txt"],
)
def test_a_records_address_may_begin_at_the_package_or_near_the_register(path: str, tmp_path: Path) -> None:
    letter = f"{DATA}/a b.txt"
    path_in_rep = "representations/rep1/metadata/erms.xml"
    files = {letter: b"a", path_in_rep: register({"KS 1": [Handling((path,))]})}
    in_folder({"METS.xml": mets(files), **files}, tmp_path / "paket")
    assert found(tmp_path) == {"a b.txt": b"a"}


def test_representations_are_all_read_or_the_newest(tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    for number, made in ((2, "2024-05-01T00:00:00"), (9, "2023-01-01T00:00:00"), (10, "2023-01-01T00:00:00")):
        start = f"representations/rep{number}"
        files[f"{start}/data/brev.txt"] = str(number).encode()
        files[f"{start}/METS.xml"] = mets({"data/brev.txt": str(number).encode()}, created=made)
    in_folder({"METS.xml": mets({}), **files}, tmp_path / "paket")
    assert set(found(tmp_path).values()) == {b"2", b"9", b"10"}
    assert found(tmp_path, Choice(newest=True)) == {
        "representations/rep10/data/brev.txt": None,
        "representations/rep2/data/brev.txt": b"2",
        "representations/rep9/data/brev.txt": None,
    }


def test_of_representations_of_one_day_the_highest_number_is_the_newest(tmp_path: Path) -> None:
    files = {f"representations/rep{number}/data/brev.txt": str(number).encode() for number in (2, 9, 10)}
    in_folder({"METS.xml": mets(files), **files}, tmp_path / "paket")
    assert [each for each in found(tmp_path, Choice(newest=True)).values() if each] == [b"10"]


def test_a_file_without_suffix_is_a_letter_if_the_list_says_so(tmp_path: Path) -> None:
    in_folder(package({"0001": b"a"}), tmp_path / "paket")
    assert found(tmp_path) == {"0001": b"a"}


@pytest.mark.parametrize("kind", ["md5", "sha256", "sha512"])
def test_a_file_that_was_changed_since_the_package_was_made_is_told(kind: str, tmp_path: Path) -> None:
    files = {f"{DATA}/a.txt": b"a", f"{DATA}/b.txt": b"b"}
    listed = entry(f"{DATA}/a.txt", b"a", kind) + entry(f"{DATA}/b.txt", b"B", kind)
    in_folder({"METS.xml": mets({}, extra=listed), **files}, tmp_path / "paket")
    says = found(tmp_path)
    assert says["a.txt"] == b"a"
    assert str(says["b.txt"]).endswith("stämmer inte: filen är ändrad eller skadad sedan paketet gjordes.")


@pytest.mark.parametrize(
    ("says", "is_read"),
    [
        ('CHECKSUM="352441c2" CHECKSUMTYPE="CRC32"', True),
        ('CHECKSUM="352441c3" CHECKSUMTYPE="CRC32"', False),
        ('CHECKSUM="024d0127" CHECKSUMTYPE="Adler-32"', True),
        ('SIZE="3"', True),
        ('SIZE="4"', False),
        ("", True),
    ],
)
def test_other_checksums_or_only_the_size_are_verified_too(says: str, is_read: bool, tmp_path: Path) -> None:
    listed = f'<file {says}><FLocat xlink:href="{DATA}/a.txt"/></file>'
    in_folder({"METS.xml": mets({}, extra=listed), f"{DATA}/a.txt": b"abc"}, tmp_path / "paket")
    assert (found(tmp_path)["a.txt"] == b"abc") is is_read


def test_checksums_that_nobody_can_compute_are_told_of_once(tmp_path: Path) -> None:
    listed = f'<file CHECKSUM="ab" CHECKSUMTYPE="TIGER"><FLocat xlink:href="{DATA}/a.txt"/></file>'
    in_folder({"METS.xml": mets({}, extra=listed), f"{DATA}/a.txt": b"a"}, tmp_path / "paket")
    assert found(tmp_path) == {
        "METS.xml": "Kontrollsummor av typ TIGER kan inte kontrolleras. Filerna är lästa ändå.",
        "a.txt": b"a",
    }


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_broken_package_says_what_is_wrong_and_reads_the_rest(holder: str, tmp_path: Path) -> None:
    letters = {"a.txt": b"a", "borta.txt": b"b"}
    cases = {"KS 1": [Handling(tuple(f"{DATA}/{name}" for name in (*letters, "olistad.txt", "saknas.txt")))]}
    files = package(letters, cases) | {f"{DATA}/olistad.txt": b"c"}
    del files[f"{DATA}/borta.txt"]
    HOLDERS[holder](files, tmp_path)
    prefix = f"paket.zip/{DATA}/" if holder == "zip utan överst mapp" else ""
    assert found(tmp_path) == {
        prefix + "a.txt": b"a",
        prefix + "borta.txt": "Filen står i paketets fillista (METS.xml), men finns inte i paketet.",
        prefix + "olistad.txt": "Filen står inte i paketets fillista (METS.xml) och är inte granskad.",
        prefix + "saknas.txt": "Filen står i paketets ärenderegister, men finns inte i paketet.",
    }


def test_what_stands_in_a_broken_file_list_before_the_break_is_known(tmp_path: Path) -> None:
    files = package({"a.txt": b"a", "b.txt": b"b"})
    whole = files["METS.xml"]
    files["METS.xml"] = whole[: whole.rindex(b"<FLocat")]
    files[f"{DATA}/a.txt"] = b"annat"
    in_folder(files, tmp_path / "paket")
    says = found(tmp_path)
    assert str(says.pop("METS.xml")).startswith("Fillistan går inte att läsa från rad 2. Lästa filer i den: 1.")
    assert str(says.pop("a.txt")).startswith("Kontrollsumman (SHA-256) stämmer inte")
    assert says == {"b.txt": b"b"}


def test_a_letter_whose_direction_a_broken_register_would_tell_is_not_read(tmp_path: Path) -> None:
    files = package(LETTERS, CASES)
    whole = files[REGISTER]
    files[REGISTER] = whole[: whole.index(b"BN 2024-119")]
    files["METS.xml"] = mets({path: data for path, data in files.items() if path != "METS.xml"})
    in_folder(files, tmp_path / "paket")
    says = found(tmp_path)
    assert says[REGISTER] == "Ärenderegistret går inte att läsa från rad 2. Lästa handlingar i det: 2."
    assert (says["beslut.txt"], says["ansökan.txt"]) == (b"ut", None)
    assert "okänt om brevet är utgående" in str(says["not.txt"])
    assert found(tmp_path, ALL)["not.txt"] == b"internt"


def test_a_register_that_was_changed_is_not_trusted(tmp_path: Path) -> None:
    files = package(LETTERS, CASES)
    files[REGISTER] = files[REGISTER].replace(b"incoming", b"outgoing")
    in_folder(files, tmp_path / "paket")
    says = found(tmp_path)
    assert str(says[REGISTER]).startswith("Kontrollsumman (SHA-256) stämmer inte")
    assert "okänt om brevet är utgående" in str(says["ansökan.txt"])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "Fillistan går inte att läsa"),
        (b"inte xml alls", "Fillistan går inte att läsa"),
        (b'<!DOCTYPE m [<!ENTITY a "x">]><mets xmlns="http://www.loc.gov/METS/">&a;</mets>', "dokumenttyp (DTD)"),
        (b'<mets xmlns="http://www.loc.gov/METS/"/>', "saknar OBJID (CSIP1), TYPE (CSIP2), PROFILE (CSIP6)"),
    ],
)
def test_letters_are_read_without_a_file_list_that_can_be(data: bytes, says: str, tmp_path: Path) -> None:
    in_folder({"METS.xml": data, f"{DATA}/a.txt": b"a"}, tmp_path / "paket")
    seen = found(tmp_path)
    assert says in str(seen.pop("METS.xml"))
    assert seen == {"a.txt": b"a"}


def test_another_file_called_mets_makes_no_package(tmp_path: Path) -> None:
    in_folder({"mets.xml": b"<matcher><match/></matcher>", "a.txt": b"a"}, tmp_path / "arkiv")
    assert {Path(source.name).name: content(source) for source in read(tmp_path)} == {"a.txt": b"a"}


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("data/a.txt", "rep/data/a.txt"),
        ("./data//a.txt", "rep/data/a.txt"),
        ("data/%C3%A5r%202024.txt", "rep/data/år 2024.txt"),
        ("../documentation/a.txt", "documentation/a.txt"),
        ("file:data/a.txt", "rep/data/a.txt"),
        ("file:///etc/passwd", "rep/etc/passwd"),
        ("../../a.txt", None),
        ("%2e%2e/%2e%2e/a.txt", None),
        ("..\\..\\a.txt", None),
        ("/etc/passwd", None),
        ("C:\\brev\\a.txt", None),
        ("https://example.org/a.txt", None),
        ("a\0.txt", None),
    ],
)
def test_an_address_leads_into_the_package_or_nowhere(href: str, path: str | None) -> None:
    assert path_of_href("rep", href) == path


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("href", ["../../hemligt.txt", "%2e%2e/hemligt.txt", "/etc/passwd"])
def test_what_lies_outside_of_the_package_is_never_read(href: str, holder: str, tmp_path: Path) -> None:
    (tmp_path / "hemligt.txt").write_bytes(b"hemligt")
    files = {f"{DATA}/a.txt": b"a"}
    (tmp_path / "arkiv").mkdir()
    listed = entry("hemligt.txt", b"hemligt", href=href)
    HOLDERS[holder]({"METS.xml": mets(files, extra=listed), **files}, tmp_path / "arkiv")
    seen = list(found(tmp_path / "arkiv").items())
    assert seen[0][0].endswith(f"METS.xml#{href}")
    assert seen[0][1] == "Adressen i paketets fillista leder ut ur paketet. Filen är inte granskad."
    assert [says for _, says in seen[1:]] == [b"a"]


@pytest.mark.skipif(sys.platform == "win32", reason="links ask for rights there")
def test_links_in_a_package_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "hemligt.txt").write_bytes(b"hemligt")
    (tmp_path / "ute").mkdir()
    (tmp_path / "ute/b.txt").write_bytes(b"ute")
    files = {f"{DATA}/a.txt": b"a", f"{DATA}/länk.txt": b"hemligt", f"{DATA}/mapp/b.txt": b"ute"}
    folder = in_folder({"METS.xml": mets(files), f"{DATA}/a.txt": b"a"}, tmp_path / "arkiv/paket")
    (folder / DATA / "länk.txt").symlink_to(tmp_path / "hemligt.txt")
    (folder / DATA / "mapp").symlink_to(tmp_path / "ute")
    assert found(tmp_path / "arkiv") == {
        "a.txt": b"a",
        "länk.txt": "Filen är en länk. Länkar i arkivpaket följs inte.",
        "mapp/b.txt": "Filen står i paketets fillista (METS.xml), men finns inte i paketet.",
    }


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_links_and_devices_in_a_tar_file_are_not_read(kind: bytes, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        info = tarfile.TarInfo("mapp/länk.txt")
        info.type, info.linkname = kind, "/etc/passwd"
        archive.addfile(info)
    (source,) = read(tmp_path)
    assert content(source) == "Filen är en länk. Länkar i tarfiler följs inte."


def test_letters_in_a_plain_tar_file_are_found_and_zip_files_within(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("inne.txt", "c")
    files = {"2019/a.txt": b"a", "bild.png": b"x", ".dold.txt": b"y", "b.zip": stream.getvalue(), "../ute.txt": b"z"}
    in_tar(files, tmp_path / "arkiv.tgz", top="")
    seen = {source.name.partition("arkiv.tgz/")[2]: content(source) for source in read(tmp_path)}
    assert seen == {"2019/a.txt": b"a", "b.zip/inne.txt": b"c", "../ute.txt": b"z"}
    assert count_letters([str(tmp_path)]) == 1


def test_a_package_in_a_zip_file_within_a_zip_file_is_read(tmp_path: Path) -> None:
    in_zip(package(LETTERS, CASES), tmp_path / "inre.zip", top="p/")
    in_zip({"inre.zip": (tmp_path / "inre.zip").read_bytes()}, tmp_path / "yttre.zip", top="")
    (tmp_path / "inre.zip").unlink()
    read_now = [(source.name[-10:], content(source)) for source in read(tmp_path) if not source.passed_over]
    assert read_now == [("beslut.txt", b"ut")]


def test_several_packages_in_one_folder_or_zip_file_are_each_their_own(tmp_path: Path) -> None:
    both = {
        f"{name}/{path}": data
        for name, case in (("ett", "KS 1"), ("två", "KS 2"))
        for path, data in package({"a.txt": name.encode()}, {case: [Handling((f"{DATA}/a.txt",))]}).items()
    }
    in_folder(both, tmp_path / "mapp")
    in_zip(both, tmp_path / "zippad.zip", top="")
    told = [(content(source), source.record and source.record.case) for source in read(tmp_path)]
    assert told == [(b"ett", "KS 1"), ("två".encode(), "KS 2")] * 2


@pytest.mark.parametrize("name", ["paket/METS.xml", "paket", "pak*"])
def test_a_package_may_be_named_by_its_list_or_a_pattern(name: str, tmp_path: Path) -> None:
    in_folder(package(LETTERS, CASES), tmp_path / "paket")
    assert [content(source) for source in read(tmp_path / name) if not source.passed_over] == [b"ut"]


def test_a_letter_that_is_named_itself_is_read_whatever_its_package_says(tmp_path: Path) -> None:
    in_folder(package(LETTERS, CASES), tmp_path / "paket")
    (source,) = read(tmp_path / "paket" / DATA / "ansökan.txt")
    assert content(source) == b"in"


def test_a_mailbox_or_zip_file_of_a_package_is_opened_if_it_is_whole(tmp_path: Path) -> None:
    box = b"From a@example.org Mon Jan  7 09:00:00 2019\nSubject: Ett\n\nHej\n"
    cases = {"KS 1": [Handling((f"{DATA}/post.mbox",))]}
    folder = in_folder(package({"post.mbox": box}, cases), tmp_path / "paket")
    (source,) = read(tmp_path)
    assert (content(source), source.record and source.record.case) == (b"Subject: Ett\n\nHej\n", "KS 1")
    (folder / DATA / "post.mbox").write_bytes(box + b"mer\n")
    (source,) = read(tmp_path)
    assert str(content(source)).startswith("Kontrollsumman (SHA-256) stämmer inte")


def test_a_changed_register_makes_its_letters_be_looked_at_again(tmp_path: Path) -> None:
    folder = in_folder(package({"a.txt": b"a"}, {"KS 1": [Handling((f"{DATA}/a.txt",))]}), tmp_path / "paket")
    long_ago = 1_600_000_000
    os.utime(folder / DATA / "a.txt", (long_ago, long_ago))
    (before,) = [source.stamp() for source in read(tmp_path)]
    (same,) = [source.stamp() for source in read(tmp_path)]
    in_folder(package({"a.txt": b"a"}, {"KS 2": [Handling((f"{DATA}/a.txt",))]}), folder)
    os.utime(folder / DATA / "a.txt", (long_ago, long_ago))
    (after,) = [source.stamp() for source in read(tmp_path)]
    assert before == same
    assert str(before).rpartition("-")[2] != str(after).rpartition("-")[2]


@pytest.mark.parametrize("cut", [3, 700, 1500])
def test_a_tar_file_that_is_cut_off_is_told_and_what_stands_before_is_read(cut: int, tmp_path: Path) -> None:
    whole = in_tar({"a.txt": b"a" * 10, "b.txt": b"b" * 10}, tmp_path / "a.tar", top="", mode="w").read_bytes()
    (tmp_path / "a.tar").write_bytes(whole[:cut])
    sources = read(tmp_path)
    assert content(next(sources)) == "Tarfilen är trasig eller avkortad. Det som står före felet är läst."
    assert [source.name[-5:] for source in sources] == {3: [], 700: ["a.txt"], 1500: ["a.txt"]}[cut]


@pytest.mark.parametrize("name", ["a.tar", "a.tgz", "a.tar.xz"])
def test_what_is_only_called_a_tar_file_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(hashlib.sha256(b"x").digest() * 100)
    (source,) = read(tmp_path)
    assert content(source) == "Tarfilen är trasig eller avkortad. Det som står före felet är läst."


def test_a_tar_bomb_is_read_no_further_than_is_sane(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "SMALL", 1024**2)
    in_tar({"först.txt": b"a", "bomb.txt": b"\0" * 20 * 1024**2}, tmp_path / "a.tar.xz", top="", mode="w:xz")
    sources = read(tmp_path)
    assert content(next(sources)) == "Tarfilen packar upp till orimligt mycket data och läses inte till slutet."
    assert [source.name.rpartition("/")[2] for source in sources][:1] == ["först.txt"]


def test_a_tar_files_name_of_megabytes_does_not_fill_the_memory(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("x" * 5_000_000 + ".txt"))
    (source,) = read(tmp_path)
    assert str(content(source)).startswith("Tarfilen är trasig")


def test_entities_are_not_expanded_and_nothing_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "hemligt").write_text("KS 666")
    evil = register({"&h;": [Handling((f"{DATA}/a.txt",))]}).replace(b"&amp;h;", b"&h;")
    head = f'<!DOCTYPE erms [<!ENTITY h SYSTEM "{(tmp_path / "hemligt").as_uri()}">]>'.encode()
    files = {f"{DATA}/a.txt": b"a", REGISTER: evil.replace(b"<erms", head + b"<erms", 1)}
    in_folder({"METS.xml": mets(files), **files}, tmp_path / "arkiv/paket")
    seen = found(tmp_path / "arkiv")
    assert "dokumenttyp (DTD)" in str(seen[REGISTER])
    assert "okänt om brevet är utgående" in str(seen["a.txt"])


def test_a_packages_letters_are_in_order_of_name(tmp_path: Path) -> None:
    letters: Mapping[str, bytes] = {f"{number:03}.txt": b"a" for number in reversed(range(50))}
    in_folder(package(letters), tmp_path / "paket")
    assert [source.name[-7:-4] for source in read(tmp_path)] == [f"{number:03}" for number in range(50)]


def test_a_member_without_a_name_hides_no_other(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "arkiv.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), b"x")
        archive.writestr("beslut.txt", b"ut")
    assert found(tmp_path) == {"arkiv.zip/beslut.txt": b"ut"}
