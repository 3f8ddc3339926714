"""How the proxy speaks: what it offers, what it hands on of an envelope, TLS, and what it doesn't take."""

from __future__ import annotations

import smtplib
import socket
import ssl
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("aiosmtpd")

from klarsprak.gate.smtp.next_hop import tls_to
from klarsprak.gate.smtp.session import Tls
from klarsprak.gate.smtp.settings import Address, NextTls
from tests.gate.mail.mails import GOOD
from tests.gate.smtp.next_hop import EXTENSIONS, Next
from tests.gate.smtp.proxy import READER, SENDER, SETTINGS, certificate, context_of, data_of, proxy

UNREAD = b"Auto-Submitted: auto-generated\r\n\r\n"
"""Starts a mail that isn't checked: here it is about the way."""
PASSES = GOOD.replace(b"\n", b"\r\n")


@pytest.fixture(scope="module")
def running() -> Any:
    with proxy(largest=2_000_000) as it:
        yield it


@pytest.fixture(autouse=True)
def _empty(running: Any) -> None:
    running.next.forget()


def said(connection: socket.socket, *lines: bytes) -> bytes:
    """All that is answered to lines that are sent at once, after which the client hangs up."""
    with connection:
        connection.sendall(b"".join(lines))
        if not lines[-1].startswith(b"QUIT"):
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return answer


def test_the_proxy_offers_what_the_next_hop_does(running: Any) -> None:
    with running.client() as client:
        offered = set(client.esmtp_features)
        assert offered == {
            *("pipelining", "enhancedstatuscodes", "size", "8bitmime", "smtputf8", "dsn", "xforward", "xclient")
        }
        assert client.esmtp_features["size"] == "2000000"
        assert client.esmtp_features["xforward"] == "NAME ADDR"
    with proxy(Next(("SIZE 5000",))) as plain, plain.client() as client:
        assert client.esmtp_features == {"pipelining": "", "enhancedstatuscodes": "", "size": "5000"}


@pytest.mark.parametrize(
    ("mail", "rcpt"),
    [
        (b"<Mirjam.Ekeroth@Ekvalla.example>", b"<BO@example.org>"),
        (b"<> RET=HDRS ENVID=QQ314+3D", b"<bo@example.org> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;Bo+2BEk@Example.org"),
        (b"<a@ekvalla.example> BODY=8BITMIME", b"<bo@example.org> NOTIFY=NEVER"),
        ("<göran@ekvalla.example> SMTPUTF8".encode(), "<åsa@exämple.org>".encode()),
        (b'<"a b>\\"c"@ekvalla.example>', b'<"bo ek"@example.org>'),
        (b"<a@ekvalla.example>", b"<@relay.example,@b.example:bo@example.org>"),
        (b"<a@ekvalla.example>", b"<postmaster>"),
    ],
)
def test_an_envelope_goes_on_as_it_was_written(running: Any, mail: bytes, rcpt: bytes) -> None:
    commands = [b"EHLO x\r\n", b"MAIL FROM:" + mail + b"\r\n", b"RCPT TO:" + rcpt + b"\r\n", b"DATA\r\n"]
    answer = said(running.raw(), *commands, UNREAD, b".\r\n", b"QUIT\r\n")
    assert answer.endswith(b"250 2.0.0 Ok: queued as 4F1B2\r\n221 Bye\r\n"), answer
    (got,) = running.next.messages
    assert (got.mail, got.rcpts) == (b"MAIL FROM:" + mail, [b"RCPT TO:" + rcpt])
    assert got.content == UNREAD


def test_all_commands_may_come_at_once(running: Any) -> None:
    one = b"MAIL FROM:<>\r\nRCPT TO:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n" + UNREAD + b".\r\n"
    said(running.raw(), b"EHLO x\r\n", one, b"RSET\r\n", one, b"NOOP\r\n", b"QUIT\r\n")
    assert [len(got.rcpts) for got in running.next.messages] == [2, 2]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"MAIL FROM:a@example.org", 501),
        (b"MAIL FROM:<a@example.org", 501),
        (b"MAIL TO:<a@example.org>", 501),
        (b"MAIL FROM:<a@example.org>\rRCPT TO:<b@example.org>", 501),
        (b"MAIL FROM:<a\x00@example.org>", 501),
        (b"MAIL FROM:<a@example.org> SIZE=x", 501),
        (b"MAIL FROM:<a@example.org> SIZE=2000001", 552),
        (b"MAIL FROM:<a@example.org> BODY=BINARYMIME", 501),
        (b"MAIL FROM:<a@example.org> NOTIFY=NEVER", 555),
        (b"MAIL FROM:<a@example.org> AUTH=<>", 555),
        ("MAIL FROM:<å@example.org>".encode(), 553),
        (b"RCPT TO:<a@example.org>", 503),
        (b"DATA", 503),
        (b"AUTH PLAIN x", 502),
        (b"EXPN x", 502),
        (b"VRFY x", 252),
        (b"XFORWARD NAME=x\rMAIL", 501),
        (b"NOOP", 250),
        (b"NIX", 500),
        (b"", 500),
        (b"x" * 5000, 500),
    ],
)
def test_what_is_wrong_is_refused_and_never_handed_on(running: Any, line: bytes, code: int) -> None:
    answers = said(running.raw(), b"EHLO x\r\n", line + b"\r\n", b"QUIT\r\n").splitlines()
    assert answers[-2].startswith(b"%d" % code)
    assert [each[:4] for each in running.next.lines] == [b"EHLO", b"QUIT"]


def test_a_sender_comes_after_a_greeting_and_once(running: Any) -> None:
    with running.client(ehlo=False) as client:
        assert client.docmd("MAIL FROM:<>")[0] == 503
        client.ehlo()
        assert client.docmd("MAIL FROM:<>")[0] == 250
        assert client.docmd("MAIL FROM:<>")[0] == 503
        assert client.docmd("RCPT TO:<>")[0] == 501
        assert client.docmd("RSET")[0] == 250
        assert client.docmd("MAIL FROM:<>")[0] == 250


@pytest.mark.parametrize(
    ("extensions", "parameters", "code"),
    [
        (("8BITMIME",), "SMTPUTF8", 555),
        (("SMTPUTF8",), "BODY=8BITMIME", 555),
        ((), "RET=FULL", 555),
        ((), "SIZE=1000", 250),
    ],
)
def test_nothing_is_converted_for_a_next_hop_that_can_do_less(
    extensions: tuple[str, ...], parameters: str, code: int
) -> None:
    with proxy(Next(extensions)) as running, running.client() as client:
        assert client.docmd(f"MAIL FROM:<{SENDER}> {parameters}")[0] == code


def test_a_next_hop_that_can_do_less_than_before_is_waited_for() -> None:
    with proxy(Next(answers={b"MAIL": b"421 4.3.2 restart"})) as running, running.client() as client:
        running.next.extensions = ("SIZE",)
        assert client.docmd(f"MAIL FROM:<{SENDER}> SMTPUTF8")[0] == 455


def test_a_message_that_is_too_large_is_refused_and_the_session_goes_on(running: Any) -> None:
    with running.client() as client:
        for data, code in ((b"x" * 2_000_001, 552), (UNREAD, 250)):
            client.docmd("MAIL FROM:<>")
            client.docmd(f"RCPT TO:<{READER}>")
            assert data_of(client, data)[0] == code
    (got,) = running.next.messages
    assert got.content == UNREAD


@pytest.mark.parametrize(
    "end",
    [b"\n.\n", b"\n.\r\n", b"\r.\r", b"\r\n.\n", b"\r\n.\r", b"\r.\r\n", b"\n", b"\r", b"\r\r\n.\r\r\n", b"\n.\r"],
)
def test_a_message_hides_no_other_in_itself(running: Any, end: bytes) -> None:
    hidden = b"MAIL FROM:<>\r\nRCPT TO:<eva@example.org>\r\nDATA\r\n" + UNREAD
    with running.client() as client:
        client.docmd("MAIL FROM:<>")
        client.docmd(f"RCPT TO:<{READER}>")
        client.docmd("DATA")
        client.send(UNREAD + b"x" + end + hidden + b"\r\n.\r\n")
        assert client.getreply() == (554, b"5.5.2 The message has bare <CR> or <LF>, which SMTP does not allow")
        assert client.docmd("NOOP")[0] == 250
    assert not running.next.messages


def test_a_client_that_goes_in_the_middle_leaves_nothing(running: Any) -> None:
    said(running.raw(), b"EHLO x\r\n", b"MAIL FROM:<>\r\nRCPT TO:<a@example.org>\r\nDATA\r\n", b"half a mes")
    assert running.send(UNREAD)[0] == 250
    assert [got.content for got in running.next.messages] == [UNREAD]


def test_who_the_clients_client_was_is_handed_on(running: Any) -> None:
    with running.client() as client:
        assert client.docmd("XFORWARD NAME=mail.example.org ADDR=192.0.2.7")[0] == 250
        assert client.docmd("XCLIENT NAME=mail.example.org ADDR=192.0.2.7")[0] == 220
        assert client.docmd("MAIL FROM:<>")[0] == 503
        client.ehlo()
        assert client.docmd("MAIL FROM:<>")[0] == 250
    assert running.next.lines[1:4] == [
        b"XFORWARD NAME=mail.example.org ADDR=192.0.2.7",
        b"XCLIENT NAME=mail.example.org ADDR=192.0.2.7",
        b"EHLO grind.ekvalla.example",
    ]
    with proxy(Next(())) as plain, plain.client() as client:
        assert client.docmd("XFORWARD NAME=a")[0] == 502


def test_strangers_are_sent_away() -> None:
    with proxy(clients=(ip_network("192.0.2.0/24"),)) as running:
        with running.raw() as connection:
            assert connection.recv(1000) == b"554 5.7.1 You may not hand in messages here\r\n"
            assert connection.recv(1000) == b""
        assert not running.next.connections


def test_too_many_at_a_time_are_asked_to_come_again() -> None:
    with proxy(connections=2) as running:
        first, second = running.client(), running.client()
        with pytest.raises(smtplib.SMTPConnectError, match="421"):
            running.client()
        first.quit()
        second.quit()
        running.client().quit()


def test_clients_may_encrypt(tmp_path: Path) -> None:
    files = certificate(tmp_path)
    with proxy(tls=Tls(context_of(*files), None)) as running, running.client() as client:
        assert client.has_extn("starttls")
        client.docmd("MAIL FROM:<>")
        client.starttls()
        assert client.docmd(f"RCPT TO:<{READER}>")[0] == 503
        client.ehlo()
        assert not client.has_extn("starttls")
        client.docmd("MAIL FROM:<>")
        client.docmd(f"RCPT TO:<{READER}>")
        assert data_of(client, UNREAD)[0] == 250
        assert client.docmd("STARTTLS")[0] == 503
    assert running.next.messages[0].content == UNREAD


def test_what_was_said_before_encryption_is_forgotten(tmp_path: Path) -> None:
    files = certificate(tmp_path)
    with proxy(tls=Tls(context_of(*files), None)) as running, running.raw() as connection:
        connection.recv(1000)
        connection.sendall(b"EHLO x\r\n")
        connection.recv(1000)
        connection.sendall(b"STARTTLS\r\nMAIL FROM:<injected@example.org>\r\n")
        assert connection.recv(1000) == b"220 Ready to start TLS\r\n"
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with context.wrap_socket(connection) as encrypted:
            encrypted.sendall(b"RCPT TO:<a@example.org>\r\n")
            assert encrypted.recv(1000).startswith(b"503")
    assert not any(b"injected" in line for line in running.next.lines)


def test_other_computers_must_encrypt(tmp_path: Path) -> None:
    files = certificate(tmp_path)
    chosen = {"listen": Address("192.0.2.1", 25), "tls_cert": Path(files[0]), "tls_key": Path(files[1])}
    with proxy(tls=Tls(context_of(*files), None), **chosen) as running, running.client() as client:
        assert client.docmd("MAIL FROM:<>")[0] == 530


@pytest.mark.parametrize(
    ("how", "offers", "trusted", "host", "code"),
    [
        (NextTls.MAY, True, False, "127.0.0.1", 250),
        (NextTls.MAY, False, False, "127.0.0.1", 250),
        (NextTls.NONE, True, False, "127.0.0.1", 250),
        (NextTls.MUST, True, True, "localhost", 250),
        (NextTls.MUST, True, True, "127.0.0.1", 451),
        (NextTls.MUST, True, False, "localhost", 451),
        (NextTls.MUST, False, True, "localhost", 451),
    ],
)
def test_the_way_on_is_encrypted_as_was_chosen(
    tmp_path: Path, how: NextTls, offers: bool, trusted: bool, host: str, code: int
) -> None:
    files = certificate(tmp_path)
    hop = Next(tls=context_of(*files) if offers else None)
    chosen = {"next_tls": how, "next_ca": Path(files[0]) if trusted else None}
    settings = replace(SETTINGS, next=Address(host, 0), **chosen)
    with proxy(hop, tls=Tls(None, tls_to(settings)), next_host=host, **chosen) as running:
        assert running.send(UNREAD)[0] == code
        assert (b"STARTTLS" in hop.lines) == (offers and how is not NextTls.NONE)
        assert len(hop.messages) == (code == 250)


@pytest.mark.parametrize("hangs_up", [True, False])
def test_a_refusal_in_the_middle_is_heard_through_encryption_too(tmp_path: Path, hangs_up: bool) -> None:
    files = certificate(tmp_path)
    hop = Next(tls=context_of(*files), early=b"552 5.3.4 too large", hangs_up=hangs_up)
    with proxy(hop, tls=Tls(None, tls_to(SETTINGS))) as running:
        assert running.send(UNREAD + b"x" * 70 * 1024 + b"\r\n" * 4_000_000) == (552, b"5.3.4 too large")
    assert b"STARTTLS" in hop.lines


def test_sizes_are_handed_on_and_the_smaller_limit_holds() -> None:
    with proxy(Next((*EXTENSIONS[2:], "SIZE 300"))) as running:
        with running.client() as client:
            assert client.esmtp_features["size"] == "300"
        assert running.send(UNREAD, sender="", options=("SIZE=34",))[0] == 250
        assert running.next.messages[0].mail == b"MAIL FROM:<> SIZE=34"


def test_a_client_that_says_nothing_is_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("klarsprak.gate.smtp.session._IDLE", 0.2)
    with proxy() as running, running.raw() as connection:
        assert connection.recv(1000).startswith(b"220 ")
        assert connection.recv(1000) == b"421 4.4.2 Nothing has been heard for too long\r\n"
