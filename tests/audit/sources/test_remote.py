"""Archives that are reached by URLs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

fsspec = pytest.importorskip("fsspec")

from fsspec.asyn import AsyncFileSystem  # noqa: E402
from fsspec.implementations.memory import MemoryFileSystem  # noqa: E402

from klarsprak.audit.sources import entries  # noqa: E402
from klarsprak.audit.sources.archive import read_archive  # noqa: E402
from klarsprak.audit.sources.source import full_name, local_path  # noqa: E402
from klarsprak.cli import run  # noqa: E402
from klarsprak.files.errors import FileError  # noqa: E402
from tests.audit.sources.packing import DATA, Handling, package  # noqa: E402
from tests.audit.sources.test_sources import content, zipped  # noqa: E402
from tests.audit.support import content as rows  # noqa: E402
from tests.audit.support import letter, save  # noqa: E402

URL = "memory://hink/arkiv"


class Store(AsyncFileSystem):  # type: ignore[misc]
    """The same memory, but with many requests at a time, tags, and failures if a test wants them."""

    protocol = "lager"
    cachable = False
    memory = MemoryFileSystem()
    down: str | None = None

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return path.removeprefix("lager:/").rstrip("/")

    async def _info(self, path: str, **_: object) -> dict[str, Any]:
        info: dict[str, Any] = self.memory.info(path)
        return info if info["type"] == "directory" else info | {"ETag": hash(self.memory.cat_file(path))}

    async def _ls(self, path: str, detail: bool = True, **_: object) -> Any:
        if path == self.down:
            raise PermissionError
        return [await self._info(entry["name"]) for entry in self.memory.ls(path, detail=True)]

    async def _cat_file(self, path: str, *_: object, **__: object) -> bytes:
        if self.down and path.startswith(self.down):
            raise RuntimeError("the network is down")
        data: bytes = self.memory.cat_file(path)
        return data

    def _open(self, path: str, *_: object, **__: object) -> Any:
        return self.memory.open(path)


@pytest.fixture(autouse=True)
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    fsspec.register_implementation("lager", Store, clobber=True)
    system = fsspec.filesystem("memory")
    yield system
    system.rm("/", recursive=True)


def found(url: str = URL) -> dict[str, bytes | str]:
    return {source.name: content(source) for source in read_archive([url])}


@pytest.mark.parametrize("protocol", ["memory", "lager"])
def test_letters_are_found_in_folders_of_any_depth_and_zip_files_within(memory: Any, protocol: str) -> None:
    memory.pipe(
        {
            "/hink/arkiv/2019/åäö/maj/brev.txt": b"a",
            "/hink/arkiv/2019/bild.png": b"b",
            "/hink/arkiv/arkiv.ZIP": zipped(mapp__c_TXT=b"c", bild_png=b"x", inre_zip=zipped(d_txt=b"d")),
            "/hink/arkiv/.dold/brev.txt": b"e",
            "/hink/arkiv/~$brev.docx": b"f",
            "/hink/arkiv/post.mbox": b"From a@example.org Mon Jan  7 09:00:00 2019\nSubject: Ett\n\nHej\n",
            "/hink/arkiv/tom.mbox": b"",
            "/hink/annat/brev.txt": b"h",
        }
    )
    url = f"{protocol}://hink/arkiv"
    assert found(url) == {
        f"{url}/2019/åäö/maj/brev.txt": b"a",
        f"{url}/arkiv.ZIP/mapp/c.TXT": b"c",
        f"{url}/arkiv.ZIP/inre.zip/d.txt": b"d",
        f"{url}/post.mbox/1.eml": b"Subject: Ett\n\nHej\n",
        f"{url}/tom.mbox": "Det finns inga brev i brevlådan.",
    }


@pytest.mark.parametrize("protocol", ["memory", "lager"])
def test_a_maildirs_mails_are_found_in_all_its_folders(memory: Any, protocol: str) -> None:
    memory.pipe(
        {
            "/hink/post/cur/1234.M1P1.host:2,S": b"Subject: Ett\n\nHej\n",
            "/hink/post/cur/anteckning": b"a",
            "/hink/post/new/1235.M1P1.host": b"Subject: Tv\xe5\n\nHej\n",
            "/hink/post/tmp/1236.M1P1.host": b"Subject: half",
            "/hink/post/.Skickat/cur/1237.M1P1.host:2,RS": b"Subject: Tre\n\nHej\n",
            "/hink/.dold/brev.txt": b"b",
        }
    )
    url = f"{protocol}://hink/post"
    assert found(f"{protocol}://hink") == {
        f"{url}/1234.M1P1.host.eml": b"Subject: Ett\n\nHej\n",
        f"{url}/1235.M1P1.host.eml": b"Subject: Tv\xe5\n\nHej\n",
        f"{url}/.Skickat/1237.M1P1.host.eml": b"Subject: Tre\n\nHej\n",
    }


def test_copies_beside_their_letters_are_passed_over(memory: Any) -> None:
    for name in ("a.txt", "a.granskad.txt", "under/a.granskad.txt"):
        memory.pipe(f"/hink/{name}", b"a")
    told = {source.name: source.passed_over for source in read_archive(["memory://hink"])}
    assert told == {
        "memory://hink/a.txt": False,
        "memory://hink/a.granskad.txt": True,
        "memory://hink/under/a.granskad.txt": False,
    }
    assert [source.passed_over for source in read_archive(["memory://hink/a.granskad.txt"])] == [False]


def test_a_file_that_is_named_itself_may_have_any_suffix(memory: Any) -> None:
    memory.pipe("/hink/brev.bak", b"a")
    assert found("memory://hink/brev.bak") == {"memory://hink/brev.bak": b"a"}


def test_a_file_url_is_a_path(tmp_path: Path) -> None:
    save(str(tmp_path / "ett brev.txt"), "a")
    assert local_path(f"{tmp_path.as_uri()}/ett%20brev.txt") == str(tmp_path / "ett brev.txt")


def test_a_day_comes_from_the_path_within_the_archive(memory: Any) -> None:
    memory.pipe("/hink/2011-01-01/arkiv/2024-03-05/brev.txt", b"a")
    assert [source.date for source in read_archive(["memory://hink/2011-01-01/arkiv"])] == ["2024-03-05"]


def test_a_password_in_a_url_is_left_out_of_the_ledger() -> None:
    assert full_name("smb://anna:hemligt@server/brev") == "smb://anna@server/brev"
    assert full_name("abfs://brev@konto.dfs.core.windows.net/1") == "abfs://brev@konto.dfs.core.windows.net/1"


def test_a_store_that_tells_versions_apart_is_not_read_twice(memory: Any) -> None:
    memory.pipe({f"/hink/{number}.txt": b"a" for number in range(3)})
    before = {source.name: source.stamp() for source in read_archive(["lager://hink"])}
    memory.pipe("/hink/1.txt", b"b")
    after = {source.name: source.stamp() for source in read_archive(["lager://hink"])}
    assert {name for name in before if before[name] != after[name]} == {"lager://hink/1.txt"}
    assert None not in after.values()


@pytest.mark.parametrize(("age", "trusted"), [(3600, True), (10, False)])
def test_a_time_is_trusted_once_it_is_past(age: int, trusted: bool) -> None:
    entry = {"name": "a.txt", "size": 1, "mtime": time.time() - age}
    assert (entries.mark_of(entry) is not None) is trusted


def test_a_folder_or_file_that_cant_be_read_harms_itself_alone(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.pipe({"/hink/låst/1.txt": b"a", "/hink/2.txt": b"b"})
    monkeypatch.setattr(Store, "down", "/hink/låst")
    assert found("lager://hink") == {
        "lager://hink/låst": "Mappen går inte att öppna (du har inte rätt att läsa eller skriva den).",
        "lager://hink/2.txt": b"b",
    }
    monkeypatch.setattr(Store, "down", "/hink/2")
    assert found("lager://hink")["lager://hink/2.txt"] == "Filen går inte att hämta (RuntimeError)."


def test_a_store_that_goes_away_ends_the_audit(memory: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.pipe({f"/hink/{number}.txt": b"a" for number in range(100)})
    monkeypatch.setattr(Store, "down", "/hink/")
    with pytest.raises(FileError, match=r"lager://hink: källan går inte att läsa \(RuntimeError\)"):
        found("lager://hink")


def test_an_empty_folder_is_told(memory: Any) -> None:
    memory.makedirs("/hink/arkiv")
    assert found() == {URL: "Det finns inga brev i mappen."}


@pytest.mark.usefixtures("archive")
def test_an_audit_takes_a_store_and_a_folder_together(memory: Any, tmp_path: Path) -> None:
    save("arkiv/1.txt", letter(1))
    memory.pipe({"/hink/arkiv/2.txt": letter(2).encode(), "/hink/arkiv/3.txt": letter(3).encode()})
    names = [(tmp_path / "arkiv").as_uri(), URL]
    assert run(["audit", "run", *names, "--jobs", "1"]) == 0
    assert [row[0] for row in rows()["source"]] == [str(tmp_path / "arkiv/1.txt"), f"{URL}/2.txt", f"{URL}/3.txt"]
    assert len(rows()["finding"]) == 1 + 2 + 3
    memory.rm("/hink/arkiv/3.txt")
    assert run(["audit", "run", *names, "--jobs", "1"]) == 0
    assert [row[0] for row in rows()["source"]] == [str(tmp_path / "arkiv/1.txt"), f"{URL}/2.txt"]


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("memory://finns/inte", "memory://finns/inte: filen eller mappen finns inte."),
        ("s3://hink/brev", "s3://hink/brev: s3:// kräver s3fs. Skriv: pip install s3fs"),
        ("abfs://brev/1", "abfs://brev/1: abfs:// kräver adlfs. Skriv: pip install adlfs"),
        ("smb://server/brev", "smb://server/brev: smb:// kräver smbprotocol. Skriv: pip install smbprotocol"),
        (
            "bulle://server/brev",
            "bulle://server/brev: adressen går inte att tolka. Den kan börja med s3://, abfs:// eller smb://.",
        ),
    ],
)
def test_a_url_that_leads_nowhere_is_told_with_the_reason(
    url: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    if any(map(_installed, ("s3fs", "adlfs", "smbclient"))):
        pytest.skip("the drivers are installed")
    assert run(["audit", "run", url]) == 2
    assert capsys.readouterr().err == f"klarsprak: {line}\n"


def _installed(module: str) -> bool:
    from importlib.util import find_spec

    return find_spec(module) is not None


@pytest.mark.parametrize("protocol", ["memory", "lager"])
def test_an_archive_package_in_a_store_is_read_by_its_list_and_register(
    memory: MemoryFileSystem, protocol: str
) -> None:
    letters = {"a.txt": b"ut", "b.txt": b"in", "c.txt": b"hel", "d.txt": b"saknas"}
    out = [Handling((f"{DATA}/{name}",)) for name in ("a.txt", "c.txt", "d.txt")]
    files = package(letters, {"KS 1": [*out, Handling((f"{DATA}/b.txt",), "incoming")]})
    files[f"{DATA}/c.txt"] = b"trasig"
    del files[f"{DATA}/d.txt"]
    for path, data in files.items():
        memory.pipe(f"/hink/arkiv/paket/{path}", data)
    seen: dict[str, object] = {}
    for source in read_archive([f"{protocol}://hink/arkiv"]):
        told = None if source.passed_over else content(source)
        seen[source.name.rpartition("/")[2]] = (told, source.record.case) if source.record else told
    assert (seen["a.txt"], seen["b.txt"]) == ((b"ut", "KS 1"), None)
    assert str(seen["c.txt"]).startswith("('Kontrollsumman (SHA-256) stämmer inte")
    assert str(seen["d.txt"]).endswith("men finns inte i paketet.")
