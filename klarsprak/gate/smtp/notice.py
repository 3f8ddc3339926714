"""The mail to the sender of a held one: what stops it, the report, and the held mail itself, which nobody else has.

It is an automatic answer, and says so (RFC 3834); nothing answers it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import SMTP, SMTPUTF8, default
from email.utils import format_datetime, localtime
from hashlib import sha256

from klarsprak.gate.smtp.envelope import mailbox
from klarsprak.gate.smtp.judging import Judgement
from klarsprak.swedish import one_line

_MOST_REASONS = 5
_TEXT = "{reasons}.\n\nMejlet är därför inte skickat till någon. Läs rapporten, rätta mejlet och skicka det igen.\n"
_SUBJECT = "Inte skickat: {subject}"
_NO_SUBJECT = "ditt mejl"
_LONGEST_SUBJECT = 200
_ADDRESS = re.compile(r"[\w.+=/-]{1,64}@[\w.-]{1,255}")
"""*mirjam.ekeroth@ekvalla.example*; the envelope is what counts, and the library reads no odder one without fault."""
_HIDDEN = "undisclosed-recipients:;"
_UTF8 = {"charset": "utf-8"}


@dataclass(frozen=True, slots=True)
class Notice:
    """A mail as it is sent, and what stands on its envelope."""

    reader: bytes
    """In angle brackets."""
    content: bytes

    @property
    def is_ascii(self) -> bool:
        """Whether no byte of it has the eighth bit."""
        return self.content.isascii()


def fingerprint(sender: bytes, content: bytes) -> str:
    """What tells a message from others: the same one that comes once more has the same."""
    return sha256(sender + b"\0" + content).hexdigest()[:40]


def notice(sender: bytes, content: bytes, judgement: Judgement, hostname: str, advice: str = "") -> Notice:
    """The notice to ``sender``, which stands in angle brackets; the same message always gets the same Message-ID."""
    mark = fingerprint(sender, content)
    reader = mailbox(sender).decode("utf-8", "replace")
    mail = EmailMessage(policy=SMTP if sender.isascii() else SMTPUTF8)
    _address(mail, reader, hostname, mark)
    _refer(mail, content)
    mail.set_content(_text(judgement.reasons, advice), cte="quoted-printable")
    mail.add_attachment(judgement.page, maintype="text", subtype="html", filename="rapport.html", params=_UTF8)
    boundary = f"klarsprak-{mark}"
    mail.set_boundary(boundary)
    return Notice(sender, _with_original(mail.as_bytes(), content, boundary.encode()))


def _address(mail: EmailMessage, reader: str, hostname: str, mark: str) -> None:
    mail["From"] = f"klarsprak <MAILER-DAEMON@{hostname}>"
    mail["To"] = reader if _ADDRESS.fullmatch(reader) else _HIDDEN
    mail["Date"] = format_datetime(localtime())
    mail["Message-ID"] = f"<klarsprak.{mark}@{hostname}>"
    mail["Auto-Submitted"] = "auto-replied"


def _refer(mail: EmailMessage, content: bytes) -> None:
    """Subject, and which mail it answers, by the held mail's own head."""
    head = BytesHeaderParser(policy=default).parsebytes(content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
    subject = one_line(_header(head, "Subject"))[:_LONGEST_SUBJECT] or _NO_SUBJECT
    mail["Subject"] = _SUBJECT.format(subject=subject)
    number = _header(head, "Message-ID").strip()
    if number.isascii() and number.isprintable() and number.startswith("<") and " " not in number:
        mail["In-Reply-To"] = number
        mail["References"] = number


def _header(head: object, name: str) -> str:
    """A header's text; empty for one that is missing, or too broken for the library to read."""
    try:
        return str(head[name] or "")  # type: ignore[index]
    except Exception:
        return ""


def _text(reasons: Sequence[str], advice: str) -> str:
    """Three sentences: what stops the mail, what has become of it, and what to do."""
    told = [one_line(reason).rstrip(".") for reason in reasons[:_MOST_REASONS]]
    if len(reasons) > _MOST_REASONS:
        told.append(f"och {len(reasons) - _MOST_REASONS} skäl till")
    text = _TEXT.format(reasons="; ".join(told))
    return f"{text}\n{advice}\n" if advice else text


def _with_original(mail: bytes, content: bytes, boundary: bytes) -> bytes:
    """The mail with the held one as its last part, byte for byte."""
    before, end, _ = mail.rpartition(b"--" + boundary + b"--")
    encoding = b"7bit" if content.isascii() else b"8bit"
    part = (
        b"--" + boundary + b"\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: " + encoding + b"\r\n"
        b'Content-Disposition: attachment; filename="mejl.eml"\r\n\r\n'
    )
    return before + part + content + b"\r\n" + end + b"\r\n"
