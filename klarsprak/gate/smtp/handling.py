"""What becomes of a message, in this order.

1. Mail of machines, of lists, encrypted and signed mail goes on unread.
2. All other mail is checked.  Where that fails, the client is to come again.
3. What passes goes on, byte for byte; the next hop's answer is ours.
4. Of what is held the sender is told by a mail of our own; once the next hop has taken that, we take the message.
5. Where the next hop will never take the notice, we refuse the message: the mail system before us tells its sender.

So a message is always in one of three places: with the client, with the next hop, or in the notice to its sender.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import NamedTuple

from klarsprak.faults import where
from klarsprak.gate.exempt import exemption
from klarsprak.gate.smtp.envelope import Argument, mailbox
from klarsprak.gate.smtp.judging import Judgement, judge
from klarsprak.gate.smtp.next_hop import AwayError, NextHop
from klarsprak.gate.smtp.notice import Notice, fingerprint, notice
from klarsprak.gate.smtp.reply import BUSY, FAILED, HELD, LATER, LOST, UNCHECKED, UNTOLD, Reply
from klarsprak.gate.smtp.settings import ProxySettings
from klarsprak.gate.smtp.told import Told
from klarsprak.pool.checks import CheckError, Checks, Lane, OverloadedError
from klarsprak.pool.serving import FailedError

LOG = logging.getLogger("klarsprak.gate.smtp")
SMALL = 1024 * 1024
"""Bytes; larger messages leave one worker to the others."""
PATIENCE = 90.0
"""Seconds that a message may wait for a worker: its client waits ten minutes for that, the check and the next hop."""


class Outcome(NamedTuple):
    """What the client is told, and a word for the log."""

    reply: Reply
    word: str


@dataclass(slots=True)
class Handling:
    """Deals with one message after the other."""

    settings: ProxySettings
    checks: Checks
    told: Told = field(default_factory=Told)

    async def outcome(self, sender: Argument, content: bytes, hop: NextHop) -> Outcome:
        """What becomes of a message whose envelope the next hop has taken."""
        try:
            return await self._outcome(sender, content, hop)
        except AwayError:
            return Outcome(LOST, "later")
        except (CheckError, FailedError) as error:
            LOG.warning("%s", error)
            return Outcome(BUSY if isinstance(error, OverloadedError) else UNCHECKED, "later")
        except TimeoutError:
            return Outcome(UNCHECKED, "later")
        except Exception as error:  # its own text may quote the message
            LOG.error("%s", where(error))
            return Outcome(FAILED, "later")

    async def _outcome(self, sender: Argument, content: bytes, hop: NextHop) -> Outcome:
        exempt = exemption(mailbox(sender.path), content)
        if exempt:
            return await self._pass_on(content, hop, f'none reason="{exempt}"', exempt)
        judgement = await self._judgement(content)
        if judgement.passes:
            return await self._pass_on(content, hop, "pass", "passed")
        return await self._hold(sender, content, judgement, hop)

    async def _judgement(self, content: bytes) -> Judgement:
        lane = Lane.SHORT if len(content) <= SMALL else Lane.LONG
        async with asyncio.timeout(self.settings.time_limit + PATIENCE):
            return await self.checks.ask(judge, content, lane)

    async def _pass_on(self, content: bytes, hop: NextHop, result: str, word: str) -> Outcome:
        if self.settings.header:
            content = header(self.settings.hostname, result) + content
        answer = (await hop.deliver(content)).to_client
        return Outcome(answer, word if answer.accepts else "refused")

    async def _hold(self, sender: Argument, content: bytes, judgement: Judgement, hop: NextHop) -> Outcome:
        """Tell the sender, unless that has been done; only then is the message taken."""
        mark = fingerprint(sender.path, content)
        async with self.told.about(mark) as is_told:
            if not is_told:
                mail = notice(sender.path, content, judgement, self.settings.hostname, self.settings.advice)
                answer = await _tell(mail, hop)
                if not answer.accepts:
                    return _untold(answer)
                self.told.add(mark)
        return Outcome(HELD, "held")


async def _tell(mail: Notice, hop: NextHop) -> Reply:
    """The next hop's answer to the notice, in the place of the message that it has taken the envelope of."""
    await hop.ask(b"RSET")
    for line in (_mail_line(mail, hop), b"RCPT TO:" + mail.reader):
        answer = await hop.ask(line)
        if not answer.accepts:
            return answer
    return await hop.deliver(mail.content)


def _mail_line(mail: Notice, hop: NextHop) -> bytes:
    """The null sender: nothing comes back to us."""
    line = b"MAIL FROM:<>"
    if "SIZE" in hop.extensions:
        line += b" SIZE=%d" % len(mail.content)
    if not mail.is_ascii and "8BITMIME" in hop.extensions:
        line += b" BODY=8BITMIME"
    if not mail.reader.isascii() and "SMTPUTF8" in hop.extensions:
        line += b" SMTPUTF8"
    return line


def _untold(answer: Reply) -> Outcome:
    """The notice isn't taken: later perhaps, or never."""
    if answer.code >= 500:
        return Outcome(UNTOLD, "refused")
    return Outcome(Reply(LATER, answer.lines), "later")


def header(hostname: str, result: str) -> bytes:
    """*X-Klarsprak: post.ekvalla.example; klarsprak=pass*, in the form of RFC 8601."""
    return f"X-Klarsprak: {hostname}; klarsprak={result}\r\n".encode()


def most_added(settings: ProxySettings) -> int:
    """The most bytes that a message is longer when it goes on."""
    return len(header(settings.hostname, 'none reason="null-sender"')) if settings.header else 0
