"""Acts are fetched politely from servers that answer like the two databases, and ill."""

from __future__ import annotations

import gzip
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from klarsprak.cli import run
from klarsprak.cli.laws.fetch import fetch as command
from klarsprak.files.errors import FileError
from klarsprak.laws.fetching import client
from tests.laws.fetching.law_server import NUMBERS, LawServer, law_server

FILES = {"sfs-2019-310.json.gz", "sfs-2019-311.json.gz", "sfs-2019-312.json.gz"}
BOTH = pytest.mark.parametrize("source", ["regeringskansliet", "riksdagen"])


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LawServer]:
    monkeypatch.chdir(tmp_path)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "hem"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with law_server() as server:
        yield server


def fetch(
    server: LawServer, *laws: str, source: str = "riksdagen", max_age: float = 7, since: str | None = None
) -> int:
    """The command, as a function: it takes long to build all commands for each of many tests."""
    names = None if since else list(laws or NUMBERS)
    return command(Path("lagar"), names, since=since, source=source, mirror=server.address, max_age=max_age, pause=0)


def files() -> set[str]:
    return {path.name for path in Path("lagar").iterdir()} if Path("lagar").exists() else set()


@BOTH
def test_acts_are_fetched_and_can_be_imported(
    source: str, server: LawServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fetch(server, source=source) == 0
    assert capsys.readouterr().out == (
        "lagar: 3 lagar hämtade, 0 oförändrade, 0 fanns redan.\nLäs in dem i registret: klarsprak laws import lagar\n"
    )
    assert files() == FILES
    assert json.loads(gzip.decompress(Path("lagar/sfs-2019-310.json.gz").read_bytes()))
    assert run(["laws", "import", "lagar", "--output", "register.gz"]) == 0
    assert "register.gz: 3 lagar, " in capsys.readouterr().out
    assert server.most_at_once == 1
    assert {headers["User-Agent"] for headers in server.headers} == {client.AGENT}


def test_the_command_line_says_the_same(server: LawServer, capsys: pytest.CaptureFixture[str]) -> None:
    server.ill["2019:311"] = ["404"]
    arguments = ["lagar", *NUMBERS, "--mirror", server.address, "--pause", "0", "--source", "riksdagen"]
    assert run(["laws", "fetch", *arguments]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("lagar: 2 lagar hämtade, 0 oförändrade, 0 fanns redan.\n")
    assert err == "klarsprak: 2019:311: servern har den inte.\n"


@BOTH
def test_what_lies_in_the_folder_is_not_asked_for_again(
    source: str, server: LawServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fetch(server, NUMBERS[0], source=source) == 0
    capsys.readouterr()
    assert fetch(server, source=source) == 0
    assert "2 lagar hämtade, 0 oförändrade, 1 fanns redan." in capsys.readouterr().out
    assert server.asked == {"robots": 2, "2019:310": 1, "2019:311": 1, "2019:312": 1}


def test_an_old_file_is_asked_for_if_it_has_changed(server: LawServer, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch(server) == 0
    path = Path("lagar/sfs-2019-310.json.gz")
    os.utime(path, (0, time.time() - 8 * 86_400))
    capsys.readouterr()
    assert fetch(server) == 0
    assert "0 lagar hämtade, 1 oförändrade, 2 fanns redan." in capsys.readouterr().out
    assert any("If-Modified-Since" in headers for headers in server.headers)
    assert time.time() - path.stat().st_mtime < 60
    assert fetch(server, max_age=0) == 0
    assert "0 lagar hämtade, 3 oförändrade" in capsys.readouterr().out


ILL = [
    (["404"], "servern har den inte.", 1),
    (["410"], "servern har den inte.", 1),
    (["403"], "servern svarar med fel 403.", 1),
    (["500"] * 3, "servern svarar med fel 500.", 3),
    (["429 0"] * 3, "servern svarar med fel 429.", 3),
    (["cut"] * 3, "svaret bröts på mitten.", 3),
    (["empty"], "", 1),
    (["html"], "", 1),
    (["other"], "", 1),
    (["302 http://localhost:1/x"], "servern skickar vidare till en annan server. Det följs inte.", 1),
    (["302 file:///etc/passwd"], "servern svarar med fel 302.", 1),
]


@BOTH
@pytest.mark.parametrize(("ways", "says", "times"), ILL)
def test_an_act_that_cant_be_fetched_is_named_and_the_others_are_fetched(
    ways: list[str], says: str, times: int, source: str, server: LawServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.ill["2019:311"] = list(ways)
    assert fetch(server, source=source) == 0
    out, err = capsys.readouterr()
    assert "2 lagar hämtade" in out
    assert err.startswith(f"klarsprak: 2019:311: {says}")
    assert len(err.splitlines()) == 1
    assert files() == FILES - {"sfs-2019-311.json.gz"}
    assert server.asked["2019:311"] == times
    assert fetch(server, source=source) == 0
    assert files() == FILES


@pytest.mark.parametrize("way", ["500", "503", "429", "429 1", "cut", "429 Wed, 21 Oct 2015 07:28:00 GMT"])
def test_what_passes_is_asked_for_again(way: str, server: LawServer, capsys: pytest.CaptureFixture[str]) -> None:
    server.ill["2019:310"] = [way]
    began = time.monotonic()
    assert fetch(server) == 0
    assert files() == FILES
    assert server.asked["2019:310"] == 2
    err = capsys.readouterr().err
    if way == "429 1":
        assert time.monotonic() - began >= 1
        assert err == "klarsprak: Servern ber oss vänta 1 sekunder.\n"


def test_a_redirect_within_the_server_is_followed(server: LawServer) -> None:
    server.ill["2019:310"] = [f"302 {server.address}/dokument/sfs-2019-310.json?x=1"]
    assert fetch(server) == 0
    assert files() == FILES


STOPS = [
    ("2019:310", ["429 100000"], "servern vill inte ha fler frågor på 1667 minuter."),
    ("robots", ["500"], "servern svarar med fel 500."),
    ("robots", ["cut"], "svaret bröts på mitten."),
]


@pytest.mark.parametrize(("what", "ways", "says"), STOPS)
def test_a_server_that_wants_to_be_left_alone_is(
    what: str, ways: list[str], says: str, server: LawServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.ill[what] = list(ways)
    assert fetch(server) == 2
    out, err = capsys.readouterr()
    assert (out, files()) == ("", set())
    again = "Kör samma kommando igen senare: det fortsätter där det slutade."
    assert err == f"klarsprak: 127.0.0.1: {says} {again}\n"


def test_robots_are_obeyed(server: LawServer, capsys: pytest.CaptureFixture[str]) -> None:
    server.robots = "User-agent: klarsprak\nDisallow: /dokument/\n"
    assert fetch(server) == 2
    assert "servern ber program att inte hämta därifrån (robots.txt)." in capsys.readouterr().err
    assert server.asked == {"robots": 1}
    server.robots = "User-agent: *\nCrawl-delay: 1\n"
    began = time.monotonic()
    assert fetch(server, NUMBERS[0]) == 0
    assert time.monotonic() - began >= 1
    server.ill["robots"] = ["404"]
    assert fetch(server) == 0


def test_a_server_that_fails_time_after_time_is_left_and_the_next_run_goes_on(
    server: LawServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.acts += [f"2020:{number}" for number in range(1, 9)]
    server.ill |= {number: ["403"] for number in server.acts[1:7]}
    assert fetch(server, *server.acts) == 2
    out, err = capsys.readouterr()
    assert "1 lag hämtad" in out
    assert "5 lagar i rad gick inte att hämta. Den senaste: 2020:3: servern svarar med fel 403." in err
    server.ill.clear()
    assert fetch(server, *server.acts) == 0
    assert "10 lagar hämtade, 0 oförändrade, 1 fanns redan." in capsys.readouterr().out


def test_answers_are_bounded_in_size_and_time(
    server: LawServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(client, "LARGEST", 1 << 19)
    server.ill["2019:310"] = ["large"]
    assert fetch(server) == 0
    assert "2019:310: svaret är större än" in capsys.readouterr().err
    slow = client.Client(server.address, pause=0)
    assert slow.get("/dokument/sfs-2019-311.json")
    slow.longest = 0.1
    server.ill["2019:310"] = ["slow"]
    with pytest.raises(client.FetchError, match="svaret tog för lång tid"):
        slow.get("/dokument/sfs-2019-310.json")


@BOTH
def test_acts_that_are_new_or_changed_are_found(
    source: str, server: LawServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fetch(server, since="2026-10-01", source=source) == 0
    assert files() == FILES
    assert server.asked["list"] == (1 if source == "regeringskansliet" else 3)
    server.ill["list"] = ["html"]
    assert fetch(server, since="2026-10-01", source=source) == 2
    assert "svaret är ingen JSON" in capsys.readouterr().err


def test_the_parliaments_list_leaves_out_what_is_older(server: LawServer) -> None:
    server.changed = "2020-01-01"
    assert fetch(server, since="2026-10-01") == 0
    assert files() == set()


def test_no_password_is_said(
    server: LawServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("http_proxy", "http://hulda:hemligt@127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "")
    assert fetch(server) == 2
    assert run(["laws", "fetch", "lagar", "2019:310", "--mirror", "http://hulda:hemligt@127.0.0.1"]) == 2
    out, err = capsys.readouterr()
    assert "hemligt" not in out + err
    assert "hulda" not in out + err
    assert "servern tar inte emot. Kör samma kommando igen" in err
    assert "--mirror: adressen får inte ha namn och lösenord i sig." in err


WRONG = [
    (["hittepålagen"], "”hittepålagen” är ingen svensk lag i registret."),
    (["GDPR"], "”GDPR” är ingen svensk lag i registret."),
    (["SoL", "--all"], "Skriv vilka lagar, --all eller --since DATUM, men bara ett av dem."),
    (["--since", "i går"], "--since: ”i går” är inget datum."),
    (["--source", "lagen.nu"], "--source: ”lagen.nu” finns inte."),
    (["--mirror", "ftp://lagar.example.se"], "--mirror: ”ftp://lagar.example.se” är ingen webbadress."),
    (["--mirror", "http://[::1"], "--mirror: adressen går inte att tolka."),
    (["--mirror", "http://lagar.example.se:x"], "--mirror: adressen går inte att tolka."),
    (["--pause", "0.1"], "--pause: minst 0,5 sekunder mellan frågorna."),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_what_cant_be_done_is_one_line(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["laws", "fetch", "lagar", *arguments]) == 2
    err = capsys.readouterr().err
    assert says in err
    assert len(err.splitlines()) == 1


def test_a_name_asks_for_its_number_and_nothing_for_what_letters_cite(
    server: LawServer, capsys: pytest.CaptureFixture[str]
) -> None:
    server.acts = ["2025:400"]
    assert fetch(server, "SoL") == 0
    assert files() == {"sfs-2025-400.json.gz"}


def test_a_folder_that_cant_be_written_in_is_told(server: LawServer) -> None:
    Path("lagar").write_text("en fil", encoding="utf-8")
    with pytest.raises(FileError, match=r"sfs-2019-310\.json\.gz: filen går inte att skriva"):
        fetch(server)
