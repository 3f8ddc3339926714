"""``klarsprak serve`` as a command: how it starts, what it refuses, how it ends."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from pathlib import Path

import httpx
import pytest

from klarsprak.cli import run
from klarsprak.cli.shared.sites import host_as_sent, site_as_sent
from tests.server.conftest import Server, start, stop
from tests.waiting import wait_for

LONG = "Vi har erhållit din ansökan om bygglov och återkommer när ärendet är handlagt.\n\n" * 250


def refused(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """The one line that is said."""
    assert run(["serve", *options]) == 2
    said = capsys.readouterr().err
    assert said.startswith("klarsprak: ")
    assert said.count("\n") == 1
    return said


def test_other_machines_are_let_in_only_over_tls_or_by_a_proxy(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--tls-cert" in refused(capsys, "--host", "0.0.0.0")
    assert "--behind-proxy" in refused(capsys, "--host", "språk.exempel.se")


def test_tls_needs_both_files(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "hör ihop" in refused(capsys, "--tls-cert", "a.pem")
    assert "--client-ca behöver" in refused(capsys, "--client-ca", "a.pem")


@pytest.mark.parametrize("text", ["kort", "", "två rader\n" * 9, "å" * 40])
def test_a_key_is_long_enough(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str) -> None:
    path = tmp_path / "nyckel"
    path.write_text(text, encoding="utf-8")
    assert "nyckeln" in refused(capsys, "--token-file", str(path))


def test_a_key_that_isnt_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "går inte att läsa" in refused(capsys, "--token-file", str(tmp_path / "nyckel"))


def test_a_configuration_that_cant_be_used(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "klarsprak.yml"
    path.write_text("okänd: 1\n", encoding="utf-8")
    assert "klarsprak.yml, rad 1" in refused(capsys, "--config", str(path)).replace(":1:", ", rad 1")


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"port {port} är upptagen" in refused(capsys, "--port", port)


@pytest.mark.parametrize(
    "name", ["a" * 70 + ".se", "http://x/", "x/", "sprak.exempel.se:8010", "*", "::1", "a b", ""]
)
def test_a_name_that_is_none(capsys: pytest.CaptureFixture[str], name: str) -> None:
    says = f"--allow-host: ”{name}” är inget namn på en server. Skriv bara namnet, till exempel sprak.exempel.se.\n"
    assert refused(capsys, "--allow-host", name).endswith(says)


@pytest.mark.parametrize(
    "site",
    [f"https://{'a' * 70}.se", "exempel", "exempel.se", "*", "https://", "https://a.se/sida", "https://a.se:x", ""],
)
def test_a_site_that_is_none(capsys: pytest.CaptureFixture[str], site: str) -> None:
    says = f"--allow-origin: ”{site}” är ingen webbplats. Skriv den så här: https://intranät.exempel.se.\n"
    assert refused(capsys, "--allow-origin", site).endswith(says)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ("https://intranät.exempel.se", "https://xn--intrant-bxa.exempel.se"),
        ("HTTPS://A.exempel.se/", "https://a.exempel.se"),
        ("https://a.exempel.se:8443", "https://a.exempel.se:8443"),
        ("https://a.exempel.se:443", "https://a.exempel.se"),
        ("http://[::1]:8010", "http://[::1]:8010"),
        ("moz-extension://d0b1-4f", "moz-extension://d0b1-4f"),
    ],
)
def test_sites_are_known_as_browsers_send_them(given: str, sent: str) -> None:
    assert site_as_sent(given, "--allow-origin") == sent


@pytest.mark.parametrize(
    ("given", "sent"), [("Språk.se", "xn--sprk-soa.se"), ("localhost", "localhost"), ("[::1]", "[::1]")]
)
def test_servers_are_known_as_browsers_name_them(given: str, sent: str) -> None:
    assert host_as_sent(given, "--allow-host") == sent


def test_an_address_of_another_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert "192.0.2.1" in refused(capsys, "--host", "192.0.2.1", "--behind-proxy", "--port", "0")


def test_without_its_packages_it_says_how_to_install_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("klarsprak.cli.serve.find_spec", lambda name: None)
    assert "klarsprak[server]" in refused(capsys)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for this machine with its key, and a client's that it signed."""
    folder = tmp_path_factory.mktemp("keys")
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    try:
        subprocess.run([*make, *names, *files], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not installed")
    return folder


def test_tls_files_that_dont_fit(capsys: pytest.CaptureFixture[str], keys: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "fel.pem"
    wrong.write_text("inget", encoding="utf-8")
    files = ["--tls-key", str(keys / "key.pem"), "--port", "0", "--workers", "1"]
    assert "certifikatet" in refused(capsys, "--tls-cert", str(wrong), *files)
    files = ["--tls-cert", str(keys / "cert.pem"), *files]
    assert "certifikaten" in refused(capsys, "--client-ca", str(wrong), *files)


def test_it_finishes_what_is_under_way(keys: Path, tmp_path: Path) -> None:
    """Over TLS, and only for a client with a certificate; then SIGTERM while a long text is being checked."""
    cert, key = str(keys / "cert.pem"), str(keys / "key.pem")
    options = ["--tls-cert", cert, "--tls-key", key, "--client-ca", cert, "--workers", "1"]
    server = start(tmp_path / "log", *options)
    assert server.url.startswith("https://127.0.0.1:")
    with pytest.raises(httpx.HTTPError):
        httpx.get(f"{server.url}/healthz", verify=ssl.create_default_context(cafile=cert))
    answers: list[httpx.Response] = []
    asking = threading.Thread(target=lambda: answers.append(_ask(server, cert, key)))
    asking.start()
    wait_for(lambda: _busy(server, cert, key))
    assert stop(server) == 0
    asking.join()
    assert len(answers[0].json()["matches"]) > 0
    assert "Traceback" not in server.said


def _client(cert: str, key: str) -> httpx.Client:
    context = ssl.create_default_context(cafile=cert)
    context.load_cert_chain(cert, key)
    return httpx.Client(verify=context, timeout=60)


def _ask(server: Server, cert: str, key: str) -> httpx.Response:
    with _client(cert, key) as client:
        return client.post(f"{server.url}/v2/check", data={"language": "sv", "text": LONG})


def _busy(server: Server, cert: str, key: str) -> bool:
    with _client(cert, key) as client:
        return "klarsprak_workers_busy 1.0" in client.get(f"{server.url}/metrics").text
