"""Mails that go on unread: from machines and lists, where nobody could be told, and encrypted or signed ones.

RFC 3834, section 2, says what no automatic answer is given to; who gets none can't be told that a mail is held.  What
is encrypted nobody here can read, and what a person has signed must come as it was signed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from email.message import Message
from email.parser import BytesHeaderParser
from email.policy import compat32

from klarsprak.readers.header_keyword import keyword_of

_LONGEST_HEAD = 512 * 1024
_START_OF_BODY = 4096
_MACHINE = re.compile(
    rb"(?:^|[._-])(?:no-?reply|do-?not-?reply|svara-?ej|svara-?inte)(?:[._+=-]|\Z)"
    rb"|^(?:mailer-daemon|bounces?|listserv|majordomo)(?:[+=]|\Z)|^owner-|-(?:request|bounces?|owner)\Z",
    re.I,
)
"""*no-reply*, *bygglov-noreply*, *bounces+17*, *nytt-request* before the @: nobody reads what comes there."""
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_PGP = re.compile(rb"^-----BEGIN PGP (MESSAGE|SIGNED MESSAGE)-----", re.M)
_LIST_HEADERS = ("List-Id", "List-Post", "List-Help", "List-Unsubscribe", "List-Owner", "List-Archive")
_PKCS7 = ("application/pkcs7-mime", "application/x-pkcs7-mime")


def exemption(sender: bytes | None, content: bytes) -> str:
    """Why a mail goes unread, in one word; empty if it is to be checked.

    ``sender`` is the envelope's, with or without its ``<>``, None if unknown.  Lines end as they do on the wire, or
    as in a mail system's pipe.
    """
    if sender is not None:
        sender = sender.strip().removeprefix(b"<").removesuffix(b">")
        if not sender:
            return "null-sender"
        mailbox, at, _ = sender.rpartition(b"@")
        if at and _MACHINE.search(mailbox):
            return "machine"
    head, *rest = _END_OF_HEAD.split(content[:_LONGEST_HEAD], maxsplit=1)
    mail = BytesHeaderParser(policy=compat32).parsebytes(head + b"\r\n\r\n")
    body = rest[0][:_START_OF_BODY] if rest else b""
    return next((name for name, holds in _EXEMPT if holds(mail, body)), "")


def _is_automatic(mail: Message, body: bytes) -> bool:
    """*Auto-Submitted: auto-replied*, and what programs wrote before there was such a line."""
    is_submitted = keyword_of(_value(mail, "Auto-Submitted")) not in {"", "no"}
    return is_submitted or "X-Autoreply" in mail or "X-Autorespond" in mail


def _is_from_list(mail: Message, body: bytes) -> bool:
    """*List-Id: …*, *Precedence: bulk*."""
    return _value(mail, "Precedence") in {"list", "bulk", "junk", "auto_reply"} or any(
        name in mail for name in _LIST_HEADERS
    )


def _is_report(mail: Message, body: bytes) -> bool:
    """A bounce or a receipt: *Content-Type: multipart/report*."""
    return _type(mail) == "multipart/report"


def _is_encrypted(mail: Message, body: bytes) -> bool:
    """S/MIME or PGP: *Content-Type: multipart/encrypted*."""
    if _type(mail) in _PKCS7:
        return _smime_type(mail) not in {"signed-data", "certs-only"}
    pgp = _PGP.search(body)
    return _type(mail) == "multipart/encrypted" or bool(pgp and pgp[1] == b"MESSAGE")


def _is_signed(mail: Message, body: bytes) -> bool:
    """S/MIME or PGP: *Content-Type: multipart/signed*.  DKIM is no such thing: there it isn't a person who signs."""
    return _type(mail) in {"multipart/signed", *_PKCS7} or _PGP.search(body) is not None


_EXEMPT: tuple[tuple[str, Callable[[Message, bytes], bool]], ...] = (
    ("auto-reply", _is_automatic),
    ("list", _is_from_list),
    ("report", _is_report),
    ("encrypted", _is_encrypted),
    ("signed", _is_signed),
)


def _type(mail: Message) -> str:
    """*multipart/signed*."""
    return _value(mail, "Content-Type").split(";")[0].strip()


def _smime_type(mail: Message) -> str:
    """*enveloped-data*."""
    match = re.search(r'smime-type\s*=\s*"?([\w-]+)', _value(mail, "Content-Type"))
    return match[1] if match else ""


def _value(mail: Message, name: str) -> str:
    """A header's text in small letters, empty where there is none."""
    return str(mail.get(name, "")).strip().lower()
