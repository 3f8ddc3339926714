"""The handbook's recipe for the proxy, line by line as it stands there: Debian's Postfix before and after it."""

from __future__ import annotations

import email
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from email.policy import default
from pathlib import Path
from typing import NamedTuple

import pytest

pytest.importorskip("aiosmtpd")

from klarsprak.gate.smtp.settings import Address
from tests.gate.mail.mails import SECRET, mail
from tests.gate.mail.postfix import OTHER, READER, ROOT, SENDER, Postfix, why_not
from tests.gate.mail.test_postfix import HEAD, free_port
from tests.gate.smtp.proxy import Running, proxy
from tests.gate.support import CLEAN, FLAWED

pytestmark = pytest.mark.skipif(bool(reason := why_not()), reason=reason)
PAGE = ROOT / "docs" / "handbok" / "e-postproxy.md"


class Neighbours(Postfix):
    """A Postfix that stands before the proxy and after it."""

    page = PAGE

    def __init__(self, place: Path) -> None:
        self.proxy_port, self.next_port = free_port(), free_port()
        super().__init__(place, free_port(), "")

    def _master(self) -> str:
        lines = super()._master()
        assert lines.count(":10025") == lines.count(":10026") == 1
        return lines.replace(":10025", f":{self.proxy_port}").replace(":10026", f":{self.next_port}")


class House(NamedTuple):
    """Both."""

    postfix: Neighbours
    proxy: Running


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with tempfile.TemporaryDirectory(prefix="postfix-", ignore_cleanup_errors=True) as place:
        Path(place).chmod(0o755)
        server = Neighbours(Path(place))
        try:
            with proxy(next=Address("127.0.0.1", server.next_port), port=server.proxy_port) as running:
                yield House(server, running)
        finally:
            server.stop()


@pytest.fixture(autouse=True)
def _empty(request: pytest.FixtureRequest) -> None:
    if not why_not():
        house: House = request.getfixturevalue("house")
        house.postfix.empty()


def test_a_mail_that_passes_comes_to_all_its_readers_once_and_unchanged(house: House) -> None:
    sent = HEAD + mail(brev_txt=CLEAN) + b"\nr\xe5a tecken\n.en punkt\n\n"
    assert house.postfix.status(house.postfix.send(sent, READER, OTHER)).startswith("sent (250 2.0.0 Ok: queued as")
    for reader in (READER, OTHER):
        (got,) = house.postfix.mailbox(reader)
        assert got.endswith(b"\n" + sent)
    assert not house.postfix.mailbox(SENDER, least=0)


def test_a_held_mail_is_told_once_however_postfix_divides_it(house: House) -> None:
    house.postfix.run("postconf -e grind_destination_recipient_limit=1; postfix reload")
    sent = HEAD + mail(FLAWED)
    house.postfix.send(sent, READER, OTHER, SENDER)
    house.postfix.wait_for(lambda: house.postfix.log.count("250 2.7.1 Held and given back to its sender") == 3)
    (got,) = house.postfix.mailbox(SENDER)
    house.postfix.run("postconf -X grind_destination_recipient_limit; postfix reload")
    message = email.message_from_bytes(got, policy=default)
    assert message["Return-Path"] == "<>"
    assert message["Subject"] == f"Inte skickat: Färdtjänst {SECRET}"
    assert sent in got
    assert not house.postfix.mailbox(READER, least=0)
    assert SECRET.lower() not in house.postfix.log.lower()


def test_a_return_passes(house: House) -> None:
    sent = HEAD + mail(FLAWED)
    assert house.postfix.status(house.postfix.send(sent, sender="")).startswith("sent")
    assert house.postfix.mailbox(READER)[0].endswith(b"\n" + sent)


def test_mails_wait_while_the_proxy_is_away_and_then_go(house: House) -> None:
    master = house.postfix.place / "etc" / "master.cf"
    before = master.read_text(encoding="utf-8")
    nowhere = f"[127.0.0.1]:{free_port()}"
    master.write_text(before.replace(f"[127.0.0.1]:{house.postfix.proxy_port}", nowhere), encoding="utf-8")
    house.postfix.run("postfix reload")
    queued = house.postfix.send(HEAD + mail())
    assert "Connection refused" in house.postfix.status(queued)
    master.write_text(before, encoding="utf-8")
    house.postfix.run("postfix reload; sleep 2; postsuper -r ALL; postqueue -f")
    (got,) = house.postfix.mailbox(READER)
    assert got.endswith(b"\n" + HEAD + mail())


@pytest.mark.skipif(not (shutil.which("swaks") and shutil.which("opendkim", path="/usr/sbin")), reason="needs both")
def test_what_swaks_sends_arrives_with_a_signature_that_opendkim_believes(house: House, tmp_path: Path) -> None:
    pytest.importorskip("dkim")
    from bench.smtp import Mails, public_key

    message = next(Mails().every(1))
    (tmp_path / "mail").write_bytes(message.content)
    server = ["--server", "127.0.0.1", "--port", str(house.postfix.port), "--pipeline"]
    envelope = ["--from", SENDER, "--to", f"{READER},{OTHER}", "--data", f"@{tmp_path}/mail"]
    subprocess.run(["swaks", *server, *envelope], check=True, capture_output=True)
    (tmp_path / "keys").write_text(f"bench._domainkey.ekvalla.example {public_key()}\n")
    (tmp_path / "conf").write_text(f"Mode v\nTestPublicKeys {tmp_path}/keys\nMinimumKeyBits 1024\n")
    for reader in (READER, OTHER):
        (got,) = house.postfix.mailbox(reader)
        (tmp_path / "got").write_bytes(got)
        believed = subprocess.run(
            ["/usr/sbin/opendkim", "-x", tmp_path / "conf", "-t", tmp_path / "got", "-v"],
            capture_output=True,
            check=True,
        )
        assert b"verification (s=bench, d=ekvalla.example, 1024-bit key) succeeded" in believed.stdout
