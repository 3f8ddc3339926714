"""``klarsprak check --server``: by a real server the same as without, and never clean where something goes wrong."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from klarsprak.cli import run
from klarsprak.cli.shared import checking
from klarsprak.remote import client
from klarsprak.reports import Writer
from tests.server.conftest import Server, start, stop

LETTERS = Path(__file__).parents[2] / "corpora" / "letters"
LETTER = LETTERS / "beslut-fardtjanst.docx"
KEY = "en-nyckel-som-ingen-gissar"
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Exit code, output and errors of ``check`` with these arguments."""

    def checked(*arguments: object) -> tuple[int, str, str]:
        code = run(["check", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return checked


@pytest.mark.parametrize("form", ["console", "json", "sarif", "html", "junit", "github", "csv"])
def test_every_format_is_the_same_as_without_a_server(server: Server, said: Said, form: str, tmp_path: Path) -> None:
    broken = tmp_path / "trasigt.docx"
    broken.write_bytes(b"PK\x03\x04 inget mer")
    paths = (LETTER, LETTERS / "beslut-bygglov.docx", broken, tmp_path / "finns-inte.docx")
    assert said("--format", form, "--server", server.url, *paths) == said("--format", form, *paths)


@pytest.mark.parametrize("more", [["--level", "error"], ["--fail-on", "info"], ["--statistics"], ["--exit-zero"]])
def test_what_is_chosen_of_the_answer_is_the_same(server: Server, said: Said, more: list[str]) -> None:
    assert said(*more, "--server", server.url, LETTER) == said(*more, LETTER)


def test_a_text_from_standard_input_is_checked_and_the_language_is_not_loaded(server: Server) -> None:
    code = (
        "import sys\nfrom klarsprak.cli import run\n"
        f"code = run(['check', '-', '--stdin-filename', 'Evas brev.txt', '--server', {server.url!r}])\n"
        "assert not {'spacy', 'thinc', 'numpy', 'lxml', 'typer', 'pydantic'} & set(sys.modules)\nsys.exit(code)"
    )
    text = "Du kommer att erhålla bidraget."
    ran = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, encoding="utf-8")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert "Evas brev.txt" in ran.stdout
    assert "erhålla" in ran.stdout


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--config", "klarsprak.yml"),
        ("--select", "ton"),
        ("--ignore", "ton"),
        ("--baseline", "b"),
        ("--time-limit", "5"),
    ],
)
def test_what_the_server_decides_itself_is_refused(said: Said, option: str, value: str) -> None:
    code, out, err = said(option, value, "--server", "http://127.0.0.1:1", LETTER)
    assert (code, out) == (2, "")
    why = "servern granskar efter sin klarsprak.yml. Ta bort den ena."
    assert err == f"klarsprak: {option} går inte ihop med --server: {why}\n"


def test_a_configuration_beside_the_letter_is_told_of(server: Server, said: Said, tmp_path: Path) -> None:
    (tmp_path / "klarsprak.yml").write_text("ignorera: [ton]\n")
    (tmp_path / "brev.txt").write_text("Du får ett brev i maj.")
    _, _, err = said("--server", server.url, tmp_path)
    assert f"{tmp_path / 'klarsprak.yml'} gäller inte för de här breven" in err


def test_a_key_without_a_server_is_refused(said: Said, tmp_path: Path) -> None:
    assert said("--token-file", tmp_path / "nyckel", LETTER)[0] == 2


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://klarsprak.ekvalla.se", "inte den här datorn"),
        ("http://127.0.0.1.ekvalla.se:8010", "inte den här datorn"),
        ("http://eva:hemligt@127.0.0.1:8010", "--token-file"),
        ("127.0.0.1:8010", "ingen adress"),
        ("ftp://127.0.0.1", "ingen adress"),
        ("http://127.0.0.1:99999", "ingen adress"),
        ("http://127.0.0.1:0", "ingen adress"),
        ("http://", "ingen adress"),
        ("http://[::1", "ingen adress"),
        ("http://127.0.0.1:1/?a=b", "ingen adress"),
        ("http://127.0.0.1:1", "går inte att nå"),
        ("https://127.0.0.1:1", "går inte att nå"),
    ],
)
def test_letters_go_to_no_address_that_is_not_safe(said: Said, address: str, told: str) -> None:
    code, out, err = said("--server", address, LETTER)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert "hemligt" not in err


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that asks for a key."""
    folder = tmp_path_factory.mktemp("locked")
    (folder / "key").write_text(KEY)
    started = start(folder / "log", "--workers", "1", "--token-file", str(folder / "key"))
    yield started
    stop(started)


def test_the_key_is_shown_from_a_file_or_a_variable(
    locked: Server, said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "key").write_text(KEY + "\n")
    wanted = said(LETTER)
    assert said("--server", locked.url, "--token-file", tmp_path / "key", LETTER) == wanted
    monkeypatch.setenv("KLARSPRAK_SERVER_TOKEN", KEY)
    assert said("--server", locked.url, LETTER) == wanted


@pytest.mark.parametrize("key", [None, "en-annan-nyckel-som-är-fel".replace("ä", "a")])
def test_without_the_right_key_nothing_is_clean(
    locked: Server, said: Said, key: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if key:
        monkeypatch.setenv("KLARSPRAK_SERVER_TOKEN", key)
    code, out, err = said("--server", locked.url, LETTER)
    assert (code, out) == (2, "")
    assert (
        err == f"klarsprak: Servern {locked.url} vill ha en annan nyckel. Skriv --token-file och filen med nyckeln.\n"
    )


@contextmanager
def answering(answer: bytes, *, hang: bool = False, drip: bytes = b"") -> Iterator[str]:
    """A server that answers so whatever it is asked, and then closes or hangs, or goes on with ``drip`` for ever."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                connection, _ = listener.accept()
                with connection:
                    if done.is_set():
                        return
                    _read(connection)
                    connection.sendall(answer)
                    while drip and not done.wait(0.02):
                        try:
                            connection.sendall(drip)
                        except OSError:
                            break
                    if hang:
                        done.wait(10)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            done.set()
            socket.create_connection(listener.getsockname()).close()
            thread.join(15)


def _read(connection: socket.socket) -> None:
    """Read a request to its end."""
    connection.settimeout(10)
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(1 << 16) or b"\r\n\r\n"
    head, _, body = received.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
    while len(body) < length:
        body += connection.recv(1 << 16)


def _answer(status: str, body: bytes, *headers: str, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {size}", "Connection: close", *headers)
    return "\r\n".join([*lines, "", ""]).encode() + body


_ERROR = json.dumps({"error": "Det är för stort. Det får vara högst 25 MB."}).encode()
_REPORT = json.dumps({"schema": "klarsprak/report/1", "version": "0.9.0", "letters": []}).encode()
_EMPTY = json.dumps({"schema": "klarsprak/complete/1", "version": "1.0.0", "letters": []}).encode()
_FAULTS = {
    "redirect": (_answer("302 Found", b"", "Location: http://127.0.0.1:1/"), "visar till en annan adress"),
    "half an object": (_answer("200 OK", b'{"schema": "klarsprak/com'), "något annat än en rapport"),
    "half a body": (_answer("200 OK", b'{"schema"', length=400), "svarade inte helt"),
    "no letters": (_answer("200 OK", _EMPTY), "annan version"),
    "an older version": (_answer("200 OK", _REPORT), "annan version (0.9.0"),
    "a page": (_answer("200 OK", b"<html>"), "något annat än en rapport"),
    "deep": (_answer("200 OK", b"[" * 200_000), "något annat än en rapport"),
    "not http": (b"SSH-2.0-OpenSSH_9.6\r\n", "svarade inte helt"),
    "nothing": (b"", "svara"),
    "not there": (_answer("404 Not Found", b"{}"), "inte klarsprak serve"),
    "forbidden": (_answer("403 Forbidden", b'{"error": "Servern heter inte s\xc3\xa5."}'), "heter inte så"),
    "busy": (_answer("503 Service Unavailable", _ERROR, "Retry-After: 0"), "för mycket att göra"),
    "forging": (_answer("403 Forbidden", b'{"error": "\\nklarsprak: 0 anm\\u001b[31m"}'), "släpper inte in"),
    "no sentence": (_answer("413 Too Large", b""), "status 413"),
}


@pytest.mark.parametrize("fault", _FAULTS)
def test_a_server_that_does_not_answer_as_it_should_is_told_in_one_line(said: Said, fault: str) -> None:
    answer, told = _FAULTS[fault]
    with answering(answer) as address:
        code, out, err = said("--server", address, LETTER)
    assert (code, out) == (2, "")
    assert told in err
    assert (err.count("\n"), "\x1b" in err) == (1, False)


@pytest.mark.parametrize("status", ["413 Too Large", "422 Unprocessable", "503 Service Unavailable"])
def test_what_is_wrong_with_one_letter_does_not_stop_the_next(said: Said, status: str) -> None:
    with answering(_answer(status, _ERROR)) as address:
        code, out, err = said("--format", "json", "--server", address, LETTER, LETTERS / "beslut-bygglov.docx")
    assert code == 2
    assert [letter["verdict"] for letter in json.loads(out)["letters"]] == ["unreadable", "unreadable"]
    assert err.count("Det får vara högst 25 MB.") == 2


@pytest.mark.parametrize("sent", [b"", _answer("200 OK", b"{", length=9)], ids=["at once", "within the answer"])
def test_a_server_that_hangs_is_not_waited_for(said: Said, sent: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_ANSWER", 0.3)
    began = time.monotonic()
    with answering(sent, hang=True) as address:
        code, out, err = said("--server", address, LETTER)
        assert time.monotonic() - began < 5
    assert (code, out) == (2, "")
    assert "svarar inte" in err


@pytest.mark.parametrize(
    ("sent", "drip"),
    [
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nX: ", b"a"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", b" "),
    ],
    ids=["goes on", "a header without an end", "an answer by drops"],
)
def test_a_server_that_answers_for_ever_is_not_waited_for(
    said: Said, sent: bytes, drip: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_ANSWER", 0.3)
    began = time.monotonic()
    with answering(sent, drip=drip) as address:
        code, out, err = said("--server", address, LETTER)
        assert time.monotonic() - began < 5
    assert (code, out) == (2, "")
    assert "svarar inte" in err


def test_the_letter_is_sent_before_what_shows_its_answer_is_loaded(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    send, make = client.Client.send, checking._writer

    def sent(self: client.Client, data: bytes, suffix: str) -> None:
        send(self, data, suffix)
        done.append("sent")

    def made(form: str, asked: checking.CheckOptions) -> Writer:
        done.append("made")
        return make(form, asked)

    monkeypatch.setattr(client.Client, "send", sent)
    monkeypatch.setattr(checking, "_writer", made)
    with answering(_answer("422 X", _ERROR)) as address:
        assert said("--server", address, LETTER, LETTERS / "beslut-bygglov.docx")[0] == 2
    assert done == ["sent", "made", "sent"]


def test_no_proxy_is_asked(server: Server, said: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert said("--server", server.url, LETTER)[0] == 1


def test_nothing_is_left_of_a_report_that_was_to_be_written(said: Said, tmp_path: Path) -> None:
    with answering(_answer("200 OK", b"{")) as address:
        assert said("--server", address, "--output", tmp_path / "svar.html", LETTER)[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_the_letter_is_not_sent(said: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[bytes] = []
    read = _read

    def noted(connection: socket.socket) -> None:
        asked.append(connection.recv(4096, socket.MSG_PEEK))
        read(connection)

    monkeypatch.setattr(sys.modules[__name__], "_read", noted)
    letter = tmp_path / "Eva Ek 19800101.txt"
    letter.write_text("Du får ett brev.")
    with answering(_answer("422 X", _ERROR)) as address:
        _, _, err = said("--server", address, letter)
    assert "Eva Ek" in err
    assert b"Eva" not in asked[0]
    assert b"name=brev.txt" in asked[0]
