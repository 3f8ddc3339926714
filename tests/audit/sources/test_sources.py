"""What an audit finds in folders, zip files and lists."""

from __future__ import annotations

import io
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from klarsprak.audit.sources import zips
from klarsprak.audit.sources.archive import Names, count_letters, read_archive
from klarsprak.audit.sources.source import ClosedError, Source
from klarsprak.files.errors import FileError


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


def found(folder: Path, *names: str) -> dict[str, bytes | str]:
    """Content, or the reason for none, by name within the folder."""
    paths = [str(folder / name) for name in names] or [str(folder)]
    return {Path(source.name).relative_to(folder).as_posix(): content(source) for source in read_archive(paths)}


def content(source: Source) -> bytes | str:
    try:
        return source.read()[0]
    except ClosedError as error:
        return str(error)


def test_letters_are_found_in_folders_of_any_depth_and_zip_files_within(tmp_path: Path) -> None:
    (tmp_path / "2019/åäö/maj").mkdir(parents=True)
    (tmp_path / "2019/åäö/maj/brev.txt").write_bytes(b"a")
    (tmp_path / "2019/bild.png").write_bytes(b"b")
    inner = zipped(d_txt=b"d")
    (tmp_path / "arkiv.ZIP").write_bytes(zipped(mapp__c_TXT=b"c", bild_png=b"x", inre_zip=inner))
    assert found(tmp_path) == {
        "2019/åäö/maj/brev.txt": b"a",
        "arkiv.ZIP/mapp/c.TXT": b"c",
        "arkiv.ZIP/inre.zip/d.txt": b"d",
    }
    assert count_letters([str(tmp_path)]) == 3


def test_a_file_that_is_named_itself_may_have_any_suffix(tmp_path: Path) -> None:
    (tmp_path / "brev.bak").write_bytes(b"a")
    assert found(tmp_path, "brev.bak") == {"brev.bak": b"a"}


def test_a_hundred_thousand_files_in_one_folder_are_all_found_in_order(tmp_path: Path) -> None:
    for number in range(100_000):
        os.close(os.open(tmp_path / f"{number:06}.txt", os.O_CREAT))
    names = [Path(source.name).name for source in read_archive([str(tmp_path)])]
    assert len(names) == 100_000
    assert names == sorted(names)


def test_each_mail_of_a_mailbox_is_a_letter(tmp_path: Path) -> None:
    (tmp_path / "in.mbox").write_bytes(
        b"From a@example.org Mon Jan  7 09:00:00 2019\nSubject: Ett\n\nHej\n\n"
        b"From b@example.org Mon Jan  7 10:00:00 2019\nSubject: Tv\xe5\n\nHej\n"
    )
    (tmp_path / "tom.mbox").touch()
    assert found(tmp_path) == {
        "in.mbox/1.eml": b"Subject: Ett\n\nHej\n",
        "in.mbox/2.eml": b"Subject: Tv\xe5\n\nHej\n",
        "tom.mbox": "Det finns inga brev i brevlådan.",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="such names can't be there")
def test_a_maildirs_mails_are_found_in_all_its_folders(tmp_path: Path) -> None:
    box, within = tmp_path / "arkiv/post", tmp_path / "arkiv/post/.Skickat"
    for folder in (box, within):
        for part in ("cur", "new", "tmp"):
            (folder / part).mkdir(parents=True)
    (box / "cur/1234.M1P1.host:2,S").write_bytes(b"Subject: Ett\n\nHej\n")
    (box / "new/1235.M1P1.host").write_bytes(b"Subject: Tv\xe5\n\nHej\n")
    (box / "tmp/1236.M1P1.host").write_bytes(b"Subject: half")
    (box / "dovecot-uidlist").touch()
    (within / "cur/1237.M1P1.host:2,RS").write_bytes(b"Subject: Tre\n\nHej\n")
    (tmp_path / "arkiv/.dold/cur").mkdir(parents=True)
    (tmp_path / "arkiv/.dold/cur/a.txt").touch()
    # A message keeps its name when a mail program has read or answered it.
    assert found(tmp_path) == {
        "arkiv/post/1234.M1P1.host.eml": b"Subject: Ett\n\nHej\n",
        "arkiv/post/1235.M1P1.host.eml": b"Subject: Tv\xe5\n\nHej\n",
        "arkiv/post/.Skickat/1237.M1P1.host.eml": b"Subject: Tre\n\nHej\n",
    }


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_no_utf8_is_read(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xe5r.txt")).write_bytes(b"a")
    assert found(tmp_path) == {"\\udce5r.txt": b"a"}


def test_a_list_of_files_names_letters_after_those_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "lista.txt").write_text("a.txt\r\n\nmed blank å.txt\n", encoding="utf-8-sig", newline="")
    names = Names(["först.txt"], [tmp_path / "lista.txt"])
    assert list(names) == list(names) == ["först.txt", "a.txt", "med blank å.txt"]


def test_a_list_that_isnt_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"borta\.txt: listan går inte att läsa \(den finns inte\)"):
        list(Names((), [tmp_path / "borta.txt"]))


def test_a_broken_zip_file_is_told_and_so_is_a_broken_file_in_one(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 inget mer")
    (tmp_path / "b.zip").write_bytes(zipped(a_txt=b"hej" * 100).replace(b"\xcb\x48\xcd", b"\xff\xff\xff"))
    assert found(tmp_path) == {"a.zip": "Zipfilen är trasig.", "b.zip/a.txt": "Filen i zipfilen är trasig."}


def test_zip_files_in_zip_files_are_opened_to_three_levels(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(b_zip=zipped(c_zip=zipped(brev_txt=b"x", d_zip=zipped(e_txt=b"y")))))
    assert found(tmp_path) == {
        "a.zip/b.zip/c.zip/brev.txt": b"x",
        "a.zip/b.zip/c.zip/d.zip": "Zipfiler i zipfiler öppnas bara i 3 nivåer.",
    }


@pytest.mark.parametrize(
    ("stated", "name", "says"),
    [
        (2 * 1024**3, "a.zip", "Zipfilen packar upp till orimligt mycket data och öppnas därför inte."),
        (200 * 1024**2, "a.zip/a.txt", "Filen är för stor. Den får vara högst 100 MB."),
    ],
)
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, stated: int, name: str, says: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as package:
        package.writestr("a.txt", b"hej")
        package.infolist()[0].file_size = stated
    assert found(tmp_path) == {name: says}


def test_a_suffix_is_told_on_every_system() -> None:
    assert Source("C:\\arkiv.zip\\Brev.TXT", bytes).suffix == ".txt"
    assert Source("/a.b/brev", bytes).suffix == ""


def test_zip_files_in_an_archive_file_share_what_it_may_unpack_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "LARGEST_RATIO", 1)
    inner = {f"{number}.zip": zipped(brev_txt=b"Hej! " * 400) for number in range(4)}
    with zipfile.ZipFile(tmp_path / "arkiv.zip", "w") as package, tarfile.open(tmp_path / "arkiv.tar", "w") as tar:
        for path, data in inner.items():
            package.writestr(path, data)
            info = tarfile.TarInfo(path)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    for name, small in (("arkiv.zip", 5000), ("arkiv.tar", 0)):
        monkeypatch.setattr(zips, "SMALL", small)
        said = list(found(tmp_path, name).values())
        read = said.count(b"Hej! " * 400)
        assert 1 < read < 6
        assert said[read:] == [zips.TOO_MUCH] * (len(said) - read)
