"""What becomes of messages in the proxy: passed on byte for byte, held with a notice, or left with the client."""

from __future__ import annotations

import email
import random
import smtplib
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest

pytest.importorskip("aiosmtpd")

from klarsprak.pool.checks import CheckError, OverloadedError, TimeLimitError
from klarsprak.pool.serving import FailedError
from tests.gate.mail.mails import BAD, GOOD, SECRET, mail
from tests.gate.smtp.next_hop import Next
from tests.gate.smtp.proxy import READER, SENDER, data_of, proxy
from tests.gate.support import CLEAN

PASSES = GOOD.replace(b"\n", b"\r\n")
HELD = BAD.replace(b"\n", b"\r\n")
LARGE = b"Auto-Submitted: auto-generated\r\n\r\n" + (b"x" * 74 + b"\r\n.") * (30 * 1024 * 1024 // 77) + b"\r\n"
"""30 MB, which nobody checks."""
OTHER = "eva.ek@example.org"


class Checks:
    """Fails, or counts what it is asked."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.asked = 0

    async def ask(self, job: Any, question: Any, lane: Any = None) -> Any:
        self.asked += 1
        assert self.error is not None
        raise self.error


def with_head(lines: bytes, data: bytes = HELD) -> bytes:
    """A mail with more lines in its head."""
    return lines + b"\r\n" + data


def text_of(message: EmailMessage) -> str:
    """What its reader reads."""
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def parsed(data: bytes) -> EmailMessage:
    return email.message_from_bytes(data, policy=default)


@pytest.fixture(scope="module")
def running() -> Any:
    with proxy() as it:
        yield it


@pytest.fixture(autouse=True)
def _empty(running: Any) -> None:
    running.next.forget()


@pytest.mark.parametrize(
    "end",
    [
        b"",
        b"\r\n.\r\n..\r\n...punkter\r\n. \r\n",
        b"\r\n" * 5,
        b"en rad utan slut " * 20_000 + b"\r\n",
        "r\xe5a tecken\r\n".encode("latin-1") + b"\x00\r\n",
        b".",
    ],
    ids=["plain", "dots", "empty lines", "a long line", "raw bytes", "no last end"],
)
def test_a_message_that_passes_comes_as_it_was(running: Any, end: bytes) -> None:
    data = with_head(b"Auto-Submitted: auto-generated", PASSES) + end
    data += b"" if data.endswith(b"\r\n") else b"\r\n"
    assert running.send(data, READER, OTHER) == (250, b"2.0.0 Ok: queued as 4F1B2")
    (got,) = running.next.messages
    assert got.content == data
    assert got.rcpts == [f"RCPT TO:<{reader}>".encode() for reader in (READER, OTHER)]


@pytest.mark.parametrize("seed", range(20))
def test_any_content_comes_as_it_was(running: Any, seed: int) -> None:
    chance = random.Random(seed)
    pieces = [b".", b"\r\n", b"a", b"\r\n.", b"..", b"\xff", b" "]
    data = b"Auto-Submitted: auto-generated\r\n\r\n" + b"".join(chance.choices(pieces, k=200)) + b"\r\n"
    assert running.send(data)[0] == 250
    assert running.next.messages[0].content == data


@pytest.mark.parametrize("data", [b"", b".\r\n", b"\r\n"])
def test_a_message_of_next_to_nothing_is_answered(running: Any, data: bytes) -> None:
    assert running.send(data, sender="")[0] == 250
    assert running.next.messages[0].content == data


def test_the_answers_of_the_next_hop_are_given_as_they_are(running: Any) -> None:
    running.next.answers = {
        b"MAIL FROM:<a@": b"550 5.1.8 no such sender",
        b"RCPT TO:<full@": b"452 4.2.2 mailbox is full",
        b"RCPT TO:<nobody@": b"550-5.1.1 nobody\r\n550 5.1.1 here",
    }
    with running.client() as client:
        assert client.docmd("MAIL FROM:<a@example.org>") == (550, b"5.1.8 no such sender")
        assert client.docmd(f"MAIL FROM:<{SENDER}>")[0] == 250
        assert client.docmd("RCPT TO:<full@example.org>") == (452, b"4.2.2 mailbox is full")
        assert client.docmd("RCPT TO:<nobody@example.org>") == (550, b"5.1.1 nobody\n5.1.1 here")
        assert client.docmd("DATA")[0] == 554
        assert client.docmd(f"RCPT TO:<{READER}>")[0] == 250
        assert data_of(client, PASSES)[0] == 250
    assert running.next.messages[0].rcpts == [f"RCPT TO:<{READER}>".encode()]


@pytest.mark.parametrize("answer", [b"452 4.3.1 disk is full", b"554 5.7.1 spam", b"421 4.3.2 going down"])
def test_a_message_that_the_next_hop_refuses_is_refused(running: Any, answer: bytes) -> None:
    running.next.answers = {b".": answer}
    code, text = running.send(PASSES)
    assert code == (451 if answer.startswith(b"421") else int(answer[:3]))
    assert text == answer[4:]
    assert not running.next.messages


@pytest.mark.parametrize("hangs_up", [True, False])
@pytest.mark.parametrize("answer", [b"552 5.3.4 too large", b"452 4.3.1 disk is full", b"421 4.3.2 going down"])
def test_a_message_that_the_next_hop_refuses_in_the_middle_is_refused_in_its_words(
    running: Any, answer: bytes, hangs_up: bool
) -> None:
    running.next.early, running.next.hangs_up = answer, hangs_up
    code, text = running.send(LARGE)
    assert code == (451 if answer.startswith(b"421") else int(answer[:3]))
    assert text == answer[4:]
    running.next.forget()
    assert running.send(PASSES)[0] == 250


@pytest.mark.parametrize("answer", [b"", b"250 2.0.0 Ok", b"nonsense"])
def test_a_next_hop_that_goes_in_the_middle_without_a_refusal_is_lost(running: Any, answer: bytes) -> None:
    running.next.early = answer or b"\0"
    assert running.send(LARGE)[1].startswith(b"4.4.2 ")
    assert not running.next.messages


def test_a_connection_carries_many_messages(running: Any) -> None:
    before = running.next.connections
    with running.client() as client:
        for number in range(3):
            client.docmd(f"MAIL FROM:<{SENDER}>")
            client.docmd(f"RCPT TO:<{READER}>")
            assert data_of(client, PASSES + b"%d\r\n" % number)[0] == 250
    assert len(running.next.messages) == 3
    assert running.next.connections == before + 1


def test_a_next_hop_that_has_hung_up_meanwhile_is_called_anew(running: Any) -> None:
    with running.client() as client:
        running.next.answers = {b"MAIL": b"421 4.4.2 idle for too long"}
        client.docmd(f"MAIL FROM:<{SENDER}>")
        running.next.answers = {}
        assert client.docmd(f"MAIL FROM:<{SENDER}>")[0] == 250
        client.docmd(f"RCPT TO:<{READER}>")
        assert data_of(client, PASSES)[0] == 250


def test_a_held_message_goes_back_to_its_sender_with_the_report(running: Any) -> None:
    data = with_head(b"Message-ID: <1@ekvalla.example>")
    code, text = running.send(data, READER, OTHER)
    assert (code, text) == (250, b"2.7.1 Held and given back to its sender")
    (got,) = running.next.messages
    assert got.mail.startswith(b"MAIL FROM:<> SIZE=")
    assert got.rcpts == [f"RCPT TO:<{SENDER}>".encode()]
    message = parsed(got.content)
    assert message["To"] == SENDER
    assert message["Auto-Submitted"] == "auto-replied"
    assert message["In-Reply-To"] == message["References"] == "<1@ekvalla.example>"
    assert message["Subject"] == f"Inte skickat: Färdtjänst {SECRET}"
    _, page, original = message.iter_parts()
    assert text_of(message) == (
        "1 anmärkning måste rättas först: signatur (1).\n\n"
        "Mejlet är därför inte skickat till någon. Läs rapporten, rätta mejlet och skicka det igen.\n"
    )
    assert page.get_filename() == "rapport.html"
    assert "Telefonnummer saknas" in page.get_content()
    assert original.get_content_type() == "message/rfc822"
    assert data in got.content


def test_a_mail_without_a_head_and_with_a_broken_one_gets_a_notice(running: Any) -> None:
    for data in (b"\r\n\r\nHej\r\n", b"Subject: =?utf-8?q?=ff\r\n x\r\nMessage-ID: <a b>\r\n\r\nHej\r\n"):
        assert running.send(data) == (250, b"2.7.1 Held and given back to its sender")
    assert len(running.next.messages) == 2


def test_nobody_is_told_twice_of_one_message(running: Any) -> None:
    data = with_head(b"Message-ID: <2@ekvalla.example>")
    assert [running.send(data, reader)[0] for reader in (READER, OTHER, READER)] == [250] * 3
    assert len(running.next.messages) == 1
    other = with_head(b"Message-ID: <3@ekvalla.example>")
    assert running.send(other)[0] == 250
    first, second = (parsed(got.content)["Message-ID"] for got in running.next.messages)
    assert first != second


def test_the_same_message_gets_the_same_number_from_every_proxy(running: Any) -> None:
    data = with_head(b"Message-ID: <4@ekvalla.example>")
    running.send(data)
    with proxy() as another:
        another.send(data)
        (theirs,) = another.next.messages
    (ours,) = running.next.messages
    assert parsed(ours.content)["Message-ID"] == parsed(theirs.content)["Message-ID"]


@pytest.mark.parametrize(
    ("start", "answer", "expected"),
    [
        (b"RCPT TO:<mirjam", b"452 4.2.2 full", 451),
        (b"RCPT TO:<mirjam", b"550 5.1.1 unknown", 550),
        (b"MAIL FROM:<> ", b"552 5.3.4 too large", 550),
        (b".", b"450 4.2.0 greylisted", 451),
    ],
)
def test_while_the_notice_is_not_taken_the_message_stays(
    running: Any, start: bytes, answer: bytes, expected: int
) -> None:
    data = with_head(b"Message-ID: <" + start + b">" + answer)
    running.next.answers = {start: answer}
    assert running.send(data)[0] == expected
    assert not running.next.messages
    running.next.answers = {}
    assert running.send(data)[0] == 250
    assert len(running.next.messages) == 1


def test_the_organisations_own_sentence_ends_the_notice() -> None:
    with proxy(advice="Frågor? Ring 0980-319 200.") as running:
        running.send(HELD)
        text = text_of(parsed(running.next.messages[0].content))
        assert text.endswith("skicka det igen.\n\nFrågor? Ring 0980-319 200.\n")


EXEMPT = [
    ("", HELD, "null-sender"),
    ("no-reply@ekvalla.example", HELD, "machine"),
    ("bygglov-noreply@ekvalla.example", HELD, "machine"),
    ("svara-ej.skola@ekvalla.example", HELD, "machine"),
    ("bounces+17@ekvalla.example", HELD, "machine"),
    ("nytt-request@ekvalla.example", HELD, "machine"),
    ("owner-nytt@ekvalla.example", HELD, "machine"),
    ("MAILER-DAEMON@ekvalla.example", HELD, "machine"),
    (SENDER, with_head(b"Auto-Submitted: auto-replied (vacation)"), "auto-reply"),
    (SENDER, with_head(b"Auto-Submitted: (no) auto-generated"), "auto-reply"),
    (SENDER, with_head(b"List-Id: <nytt.ekvalla.example>"), "list"),
    (SENDER, with_head(b"Precedence: bulk"), "list"),
    (SENDER, b"Content-Type: multipart/report; report-type=delivery-status\r\n\r\n", "report"),
    (SENDER, b"Content-Type: multipart/encrypted; boundary=x\r\n\r\n", "encrypted"),
    (SENDER, b'Content-Type: application/pkcs7-mime; smime-type="enveloped-data"\r\n\r\nMIIB\r\n', "encrypted"),
    (SENDER, b"Subject: x\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n", "encrypted"),
    (SENDER, b"Content-Type: multipart/signed; protocol=x; boundary=x\r\n\r\n", "signed"),
    (SENDER, b"Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n\r\n", "signed"),
    (SENDER, b"Subject: x\r\n\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\n", "signed"),
]


@pytest.fixture(scope="module")
def marking() -> Any:
    with proxy(header=True) as it:
        yield it


@pytest.mark.parametrize(("sender", "data", "why"), EXEMPT, ids=[f"{each[2]} {n}" for n, each in enumerate(EXEMPT)])
def test_mail_that_nobody_can_be_told_about_goes_on_unread(
    running: Any, marking: Any, sender: str, data: bytes, why: str
) -> None:
    assert running.send(data, sender=sender)[0] == 250
    assert running.next.messages[0].content == data
    marking.next.messages.clear()
    assert marking.send(data, sender=sender)[0] == 250
    line = f'X-Klarsprak: grind.ekvalla.example; klarsprak=none reason="{why}"\r\n'
    assert marking.next.messages[0].content == line.encode() + data


@pytest.mark.parametrize(
    "head",
    [
        b"Auto-Submitted: no",
        b"Auto-Submitted: no (by hand)",
        b"Auto-Submitted:\r\n (not (really)\r\n by hand)No; x=y",
        b"Precedence: first-class",
        b"DKIM-Signature: v=1; a=rsa-sha256",
    ],
)
def test_other_mail_is_checked(running: Any, head: bytes) -> None:
    assert running.send(with_head(head))[1].startswith(b"2.7.1 Held")


def test_a_header_is_written_only_if_it_is_asked_for_and_its_size_is_told(marking: Any) -> None:
    marking.next.messages.clear()
    assert marking.send(PASSES, options=(f"SIZE={len(PASSES)}",))[0] == 250
    (got,) = marking.next.messages
    assert got.content == b"X-Klarsprak: grind.ekvalla.example; klarsprak=pass\r\n" + PASSES
    assert len(got.content) <= int(got.mail.rpartition(b"=")[2]) <= len(got.content) + 40


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (CheckError("dog"), b"4.3.0"),
        (TimeLimitError("för länge"), b"4.3.0"),
        (FailedError("KeyError"), b"4.3.0"),
        (OverloadedError("många"), b"4.3.2"),
        (KeyError("ett ord ur mejlet"), b"4.3.0"),
    ],
)
def test_when_the_check_fails_the_message_stays_with_its_client(error: Exception, text: bytes) -> None:
    with proxy(checks=Checks(error)) as running:
        with running.client() as client:
            client.docmd(f"MAIL FROM:<{SENDER}>")
            client.docmd(f"RCPT TO:<{READER}>")
            code, told = data_of(client, PASSES)
            assert (code, told[:5]) == (451, text)
            assert b"mejlet" not in told
            assert client.docmd(f"MAIL FROM:<{SENDER}>")[0] == 250
        assert not running.next.messages
        assert running.send(PASSES, sender="")[0] == 250


def test_when_the_next_hop_is_away_messages_stay_with_the_client() -> None:
    with proxy() as running:
        running.stop_next()
        assert running.send(PASSES) == (451, b"4.4.1 The next hop can't be reached, try again later")


def test_when_the_next_hop_goes_during_the_check_the_message_stays() -> None:
    hop = Next(answers={b"DATA": b"421 4.3.2 going down"})
    with proxy(hop) as running:
        assert running.send(PASSES)[0] == 451
        assert not hop.messages


def test_mail_in_a_session_without_ehlo_is_taken(running: Any) -> None:
    with smtplib.SMTP("127.0.0.1", running.port) as client:
        client.helo()
        assert client.docmd(f"MAIL FROM:<{SENDER}> SIZE=10")[0] == 555
        assert client.docmd(f"MAIL FROM:<{SENDER}>")[0] == 250
        client.docmd(f"RCPT TO:<{READER}>")
        assert data_of(client, PASSES)[0] == 250


def test_a_mail_of_500_parts_and_one_of_30_megabytes_come_as_they_were(running: Any) -> None:
    parts = b"".join(b"--x\r\nContent-Type: text/plain\r\n\r\nDel %d\r\n" % number for number in range(500))
    head = (
        PASSES.partition(b"MIME-Version")[0] + b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n"
    )
    many = head + b"\r\n" + parts + b"--x--\r\n"
    for data in (many, LARGE):
        assert running.send(data)[0] == 250
    first, second = running.next.messages
    assert many in first.content
    assert second.content == LARGE


def test_a_checked_mail_with_a_large_attachment_comes_as_it_was(running: Any) -> None:
    data = mail(CLEAN, brev_txt=CLEAN * 5).replace(b"\n", b"\r\n")
    assert running.send(data)[0] == 250
    assert running.next.messages[0].content == data


def test_a_sender_whose_address_needs_utf8_is_told_so(running: Any) -> None:
    sender = "göran@exämple.org"
    with running.client() as client:
        client.send(f"MAIL FROM:<{sender}> SMTPUTF8\r\n".encode())
        assert client.getreply()[0] == 250
        client.docmd(f"RCPT TO:<{READER}>")
        assert data_of(client, with_head(b"Message-ID: <5@ekvalla.example>"))[0] == 250
    (got,) = running.next.messages
    assert got.mail.endswith(b" BODY=8BITMIME SMTPUTF8")
    assert got.rcpts == [f"RCPT TO:<{sender}>".encode()]
    assert parsed(got.content)["To"] == sender
