"""The notice to the sender of a held mail, whatever that mail and its sender look like."""

from __future__ import annotations

import asyncio
import email
import random
from email.message import EmailMessage
from email.policy import default

import pytest

from klarsprak.gate.smtp.envelope import argument, mailbox
from klarsprak.gate.smtp.judging import Judgement
from klarsprak.gate.smtp.notice import Notice, notice
from klarsprak.gate.smtp.told import Told

HELD = b"Subject: Svar\r\nMessage-ID: <1@ekvalla.example>\r\n\r\nHej\r\n"
JUDGEMENT = Judgement(False, ("Underskriften saknar telefon.",), b"<!DOCTYPE html>")


def made(sender: bytes = b"<a@ekvalla.example>", content: bytes = HELD, judgement: Judgement = JUDGEMENT) -> Notice:
    return notice(sender, content, judgement, "grind.example")


def parsed(made: Notice) -> EmailMessage:
    message = email.message_from_bytes(made.content, policy=default)
    assert not message.defects
    return message


def text(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_it_says_in_three_sentences_what_stops_the_mail_first() -> None:
    told = text(parsed(made())).split()
    assert " ".join(told) == (
        "Underskriften saknar telefon. Mejlet är därför inte skickat till någon. "
        "Läs rapporten, rätta mejlet och skicka det igen."
    )


def test_many_reasons_are_one_sentence_and_not_too_long() -> None:
    reasons = tuple(f"Bilagan {number}.pdf: går inte att läsa." for number in range(9))
    told = text(parsed(made(judgement=Judgement(False, reasons))))
    assert told.startswith("Bilagan 0.pdf: går inte att läsa; Bilagan 1.pdf")
    assert "; och 4 skäl till." in told


@pytest.mark.parametrize(
    ("sender", "to"),
    [
        ("<mirjam.ekeroth@ekvalla.example>", "mirjam.ekeroth@ekvalla.example"),
        ("<göran@exämple.org>", "göran@exämple.org"),
        ('<"a b>"@example.org>', "undisclosed-recipients:;"),
        ("<@relay.example:bo@example.org>", "bo@example.org"),
        ("<a..b@@example.org>", "undisclosed-recipients:;"),
    ],
)
def test_it_goes_to_the_envelopes_sender(sender: str, to: str) -> None:
    notice = made(sender.encode())
    assert parsed(notice)["To"] == to
    assert notice.reader == sender.encode()


def test_the_held_mail_lies_with_it_byte_for_byte() -> None:
    chance = random.Random(1)
    for _ in range(50):
        content = b"".join(chance.choices([b"a", b"\r\n", b"--", b"\xe5", b"klarsprak-", b": ", b"Subject"], k=60))
        notice = made(content=content)
        last = list(parsed(notice).iter_parts())[-1]
        assert last.get_content_type() == "message/rfc822"
        assert notice.content.count(b"\r\n\r\n" + content + b"\r\n--klarsprak-") == 1


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: a\r\n b\r\n",
        b"Subject: =?utf-8?q?a=0D=0ABcc:_x@example.org?=\r\n",
        b"Subject: \xff\xfe\r\n",
        b"Subject: " + b"x" * 5000 + b"\r\n",
        b"Subject: =?utf-8?b?\xe2\x80\xae?=\r\n",
        b"Message-ID: <a\r\n b>\r\n",
        b"Message-ID: =?x?\r\n",
        b"Message-ID: <" + b"x" * 3000 + b"@b>\r\n",
        b":\r\n",
        b"\x00\r\n",
        b"",
    ],
)
def test_nothing_in_the_held_mail_breaks_its_head(head: bytes) -> None:
    message = parsed(made(content=head + b"\r\nHej\r\n"))
    assert set(message) <= {
        *("From", "To", "Date", "Message-ID", "Auto-Submitted", "Subject", "In-Reply-To", "References"),
        *("MIME-Version", "Content-Type"),
    }
    assert message["Subject"].startswith("Inte skickat: ")


def test_an_address_is_found_behind_its_route() -> None:
    for written, address in (("<>", b""), ("<a@b>", b"a@b"), ("<@x,@y:a@b>", b"a@b")):
        found = argument(f"FROM:{written}", "FROM:")
        assert found is not None
        assert mailbox(found.path) == address


def test_of_many_at_a_time_one_tells() -> None:
    async def ask(told: Told, succeeds: bool) -> bool:
        async with told.about("x") as is_told:
            if is_told:
                return False
            await asyncio.sleep(0.01)
            if succeeds:
                told.add("x")
            return succeeds

    async def all_ask() -> list[bool]:
        told = Told()
        return list(await asyncio.gather(*(ask(told, number > 1) for number in range(6))))

    assert asyncio.run(all_ask()) == [False, False, True, False, False, False]
