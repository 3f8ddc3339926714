"""The handbook's recipe for Postfix, line by line as it stands there, in Debian's Postfix on loopback."""

from __future__ import annotations

import email
import re
import socket
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from tests.gate.mail.mails import SECRET, mail
from tests.gate.mail.postfix import HANDBOOK, OTHER, READER, SENDER, Postfix, why_not
from tests.gate.support import CLEAN, FLAWED

pytestmark = pytest.mark.skipif(bool(reason := why_not()), reason=reason)
PAGE = HANDBOOK.read_text(encoding="utf-8")
HOLD = "--hold /srv/klarsprak/stoppade"
HEAD = b"Date: Wed, 25 Nov 2026 10:00:00 +0100\nMessage-ID: <1@ekvalla.example>\n"
"""What Postfix adds to a mail that comes without."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def postfix() -> Iterator[Postfix]:
    assert f"```text\n{HOLD}\n```" in PAGE
    with tempfile.TemporaryDirectory(prefix="postfix-", ignore_cleanup_errors=True) as place:
        Path(place).chmod(0o755)
        server = Postfix(Path(place), free_port(), HOLD)
        yield server
        server.stop()


@pytest.fixture(autouse=True)
def _empty(request: pytest.FixtureRequest) -> None:
    if not why_not():
        server: Postfix = request.getfixturevalue("postfix")
        server.empty()


def returned(postfix: Postfix) -> EmailMessage:
    """The only mail that the sender has got, which must be a return."""
    (data,) = postfix.mailbox(SENDER)
    message = email.message_from_bytes(data, policy=default)
    assert message.get_content_type() == "multipart/report"
    return message


def notice(message: EmailMessage) -> str:
    """What the sender reads in a return, on one line."""
    part = next(part for part in message.walk() if part.get_content_type() == "text/plain")
    return " ".join(part.get_content().split())


def test_a_mail_that_passes_comes_to_all_its_readers_once_and_unchanged(postfix: Postfix) -> None:
    sent = HEAD + mail(brev_txt=CLEAN) + b"\nr\xe5a tecken\n.en punkt\n\n"
    assert postfix.status(postfix.send(sent, READER, OTHER)).startswith("sent")
    for reader in (READER, OTHER):
        (got,) = postfix.mailbox(reader)
        assert got.endswith(b"\n" + sent)
    assert not postfix.mailbox(SENDER, least=0)


def test_a_mail_that_is_held_goes_back_whole_with_a_notice_and_is_kept(postfix: Postfix) -> None:
    sent = HEAD + mail(FLAWED, brev_txt=CLEAN) + b"more than Postfix gives back by default\n" * 1500
    assert postfix.status(postfix.send(sent, READER, OTHER)).startswith("bounced")
    message = returned(postfix)
    assert message["Subject"] == "Ditt mejl kom inte fram"
    assert (
        "Ditt mejl är inte skickat. 1 anmärkning måste rättas först: signatur (1). Telefonnummer saknas i "
        "underskriften. Skriv ditt eget nummer. Rätta mejlet och skicka det igen." in notice(message)
    )
    assert sent in postfix.mailbox(SENDER)[0]
    assert not postfix.mailbox(READER, least=0)
    (kept,) = postfix.held.glob("*/mejl.eml")
    assert kept.read_bytes().endswith(sent)
    assert kept.with_name("rapport.html").exists()


def test_no_word_of_a_mail_comes_into_the_log(postfix: Postfix) -> None:
    postfix.status(postfix.send(mail(f"[{SECRET} fyll i]\n\n".encode() + CLEAN)))
    assert "mallrest (1)" in notice(returned(postfix))
    assert SECRET.lower() not in postfix.log.lower()


def test_when_the_configuration_is_broken_mails_wait_and_then_go(postfix: Postfix) -> None:
    postfix.choices.write_text("gate: {level: hög}\n", encoding="utf-8")
    sent = HEAD + mail()
    queued = postfix.send(sent)
    status = postfix.status(queued)
    assert status.startswith("deferred")
    assert "klarsprak.yml:1:15: gate.level: ”hög”" in status
    postfix.choices.write_text("{}\n", encoding="utf-8")
    postfix.run("postqueue -f")
    (got,) = postfix.mailbox(READER)
    assert got.endswith(b"\n" + sent)
    assert not postfix.mailbox(SENDER, least=0)


@pytest.mark.parametrize("broken", ["", "#!/bin/sh\necho Traceback >&2\nexit 1\n"])
def test_when_the_program_is_broken_or_gone_mails_wait_and_then_go(postfix: Postfix, broken: str) -> None:
    away = postfix.program.with_name("away")
    postfix.program.rename(away)
    if broken:
        postfix.program.write_text(broken, encoding="utf-8")
        postfix.program.chmod(0o755)
    assert postfix.status(postfix.send(HEAD + mail())).startswith("deferred")
    away.replace(postfix.program)
    postfix.run("postqueue -f")
    (got,) = postfix.mailbox(READER)
    assert got.endswith(b"\n" + HEAD + mail())


def test_mails_wait_while_the_program_is_upgraded(postfix: Postfix) -> None:
    (before, after) = re.findall(r"```sh\n(postconf -e.*)^/opt\S*pip .*?\n(.*?)```", PAGE, re.M | re.S)[0]
    postfix.run(before)
    assert postfix.status(postfix.send(HEAD + mail())) == "deferred (deferred transport)"
    postfix.run(after)
    (got,) = postfix.mailbox(READER)
    assert got.endswith(b"\n" + HEAD + mail())


def test_returns_and_automatic_answers_pass_since_nobody_would_get_them_back(postfix: Postfix) -> None:
    sent = HEAD + mail(FLAWED)
    assert postfix.status(postfix.send(sent, sender="")).startswith("sent")
    (got,) = postfix.mailbox(READER)
    assert got.endswith(b"\n" + sent)


def test_nobody_can_ask_for_no_return(postfix: Postfix) -> None:
    assert not postfix.offers("dsn")
