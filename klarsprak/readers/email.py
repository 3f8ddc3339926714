"""E-mail → letters: the mail itself, and those attached to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email.message import Message
from operator import itemgetter
from pathlib import PurePath

from klarsprak.letter import Block, Letter, ReadError, Role, Unreadable
from klarsprak.readers.appointment import described, describes_more_than, is_calendar, is_whole_calendar
from klarsprak.readers.attached import AttachmentReader
from klarsprak.readers.find import known_suffixes
from klarsprak.readers.mail_text import blocks_of_body, content_of, envelope_of, file_name_of, subject_of
from klarsprak.readers.mime import MailParts, children, parse, take_apart
from klarsprak.readers.shown_pictures import could_show_letter
from klarsprak.readers.signed import ENCRYPTED
from klarsprak.readers.sniff import is_opendocument
from klarsprak.readers.text.quoted import subject_block
from klarsprak.readers.zipped_letters import holds_letters

ONLY_OLDER = "Mejlet har ingen egen text, bara äldre mejl."
DEEPEST = 8
"""So many mails may be attached to each other."""
_SUFFIX_OF = {
    "text/plain": ".txt",
    "text/html": ".html",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/vnd.ms-outlook": ".msg",
    "application/zip": ".zip",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml",
}
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
"""Types of *winmail.dat*, in which Outlook may have packed the text and what is attached: never passed over."""
_NO_LETTER = re.compile(r".*signature$|text/(?:x-?vcard|directory)|multipart/|message/(?!rfc822)")
"""Types of what is attached without anybody having written it: *application/pgp-signature*, *text/x-vcard*."""
_CALENDAR = ("text/calendar", "application/ics")
_BY_CONTENT = {b"%PDF": ".pdf", b"PK\x03\x04": ".docx", b"\xd0\xcf\x11\xe0": ".doc", b"{\\rtf": ".rtf"}
"""How the files begin that are letters as likely as not; some of those that are zip files are told by their parts."""


class _NoTextError(ReadError):
    """A mail without text of its own, which may only have carried the letters attached."""


def read(data: bytes, source: str) -> Letter:
    """The mail itself, without what is attached; raises ``ReadError`` where it holds no text."""
    message = parse(data)
    return _letter(message, take_apart(message), source)


def read_all(data: bytes, source: str, read_bytes: AttachmentReader) -> Iterator[Letter | Unreadable]:
    """The mail and then the letters attached to it, named ``mail.eml#attachment.docx``.

    ``read_bytes`` reads an attachment.  A mail without own text but with letters attached is no letter itself.
    """
    yield from read_message(parse(data), source, read_bytes)


def read_message(message: Message, source: str, read_bytes: AttachmentReader) -> Iterator[Letter | Unreadable]:
    """The letters of a mail that may be attached to another one.

    What is told of a mail without own text is told with the first letter attached.
    """
    if source.count("#") > DEEPEST:
        raise ReadError("Det är för många mejl bifogade i varandra.")
    mail = take_apart(message)
    attached = _attached_letters(mail)
    notes: list[str] = []
    try:
        letter = _letter(message, mail, source)
        attached = [each for each in attached if not _repeats(each[1], letter)]
        yield letter
    except ReadError as error:
        only_carries = isinstance(error, _NoTextError) and attached
        if only_carries:
            notes = mail.notes
        else:
            yield Unreadable(source, "email", error.reason)
    for name, part in _with_unique_names(attached):
        for each in _read_attachment(part, f"{source}#{name}", read_bytes):
            if isinstance(each, Letter):
                each.notes[:0], notes = notes, []
            yield each


def _with_unique_names(attached: list[tuple[str, Message]]) -> Iterator[tuple[str, Message]]:
    """The attachments; where several have one name, each has its number before it: *2-brev.docx*."""
    counts = Counter(map(itemgetter(0), attached))
    for number, (name, part) in enumerate(attached, 1):
        is_unique = counts[name] == 1
        yield name if is_unique else f"{number}-{name}", part


def _read_attachment(part: Message, source: str, read_bytes: AttachmentReader) -> Iterator[Letter | Unreadable]:
    """The letters in an attachment, be it a file or another mail.

    A mail that can't be read leaves the others readable.
    """
    if _is_appointment(part):
        yield from _read_appointment(part, source, read_bytes)
        return
    if part.get_content_type() != "message/rfc822":
        yield from read_bytes(content_of(part), source)
        return
    try:
        for message in children(part):
            yield from read_message(message, source, read_bytes)
    except ReadError as error:
        yield Unreadable(source, "email", error.reason)


def _read_appointment(part: Message, source: str, read_bytes: AttachmentReader) -> Iterator[Letter | Unreadable]:
    """What an invitation says, as a letter; none where it only tells when and where."""
    try:
        text = described(content_of(part))
    except ReadError as error:
        yield Unreadable(source, None, error.reason)
        return
    if text:
        yield from read_bytes(text.encode(), source)


def _repeats(part: Message, letter: Letter) -> bool:
    """Whether it is an invitation that says no more than the mail that it came with, as Outlook writes them."""
    return _is_appointment(part) and not describes_more_than(
        " ".join(block.text for block in letter.blocks), content_of(part)
    )


def _is_appointment(part: Message) -> bool:
    """Whether it is an invitation by its type, its name and how it begins.

    *beslut.txt* opens as the letter that it is called, whatever its type, unless it is a whole calendar.
    """
    if part.get_content_type() not in _CALENDAR:
        return False
    is_such = is_whole_calendar if _has_letters_suffix(file_name_of(part)) else is_calendar
    return is_such(content_of(part))


def _has_letters_suffix(name: str) -> bool:
    """Whether a file's name says that it is a letter, or holds some: *beslut.docx*."""
    suffix = PurePath(name).suffix.lower()
    return suffix in known_suffixes() or suffix == ".zip"


def _letter(message: Message, mail: MailParts, source: str) -> Letter:
    """The mail's own text; raises ``ReadError`` where it has none that can be read."""
    notes = list(mail.notes)
    blocks: list[Block] = []
    for body in mail.bodies:
        blocks += blocks_of_body(body, notes)
    _check_readable(blocks)
    roles = {block.role for block in blocks}
    if roles == {Role.QUOTED}:
        notes.append(ONLY_OLDER)
    return Letter(source, "email", [*subject_block(subject_of(message)), *blocks], notes, envelope_of(message))


def _check_readable(blocks: list[Block]) -> None:
    """Raises ``ReadError`` for a mail without text, or with one that is encrypted.

    PGP's older way hides the text in a plain body, so that no type tells of it.
    """
    if not blocks:
        raise _NoTextError("Mejlet har ingen text.")
    for block in blocks:
        if block.text.startswith("-----BEGIN PGP MESSAGE"):
            raise ReadError(ENCRYPTED)


def _attached_letters(mail: MailParts) -> list[tuple[str, Message]]:
    """The attachments that may be letters, each with the name to show.

    The mail gets a note for each other one that somebody may have written.
    """
    letters = []
    for part in mail.attachments:
        name = file_name_of(part)
        letter_name = _letter_name(part, name)
        if letter_name and not _is_other_zip(part, letter_name):
            letters.append((letter_name, part))
        elif not _is_decoration(part):
            what = "Bilden" if _is_shown(part) else "Bilagan"
            mail.notes.append(f"{what} {name or 'utan namn'} är inte granskad.")
    return letters


def _is_other_zip(part: Message, name: str) -> bool:
    """Whether the attachment is a zip file in which no letter lies: *ritningar.zip*."""
    return name.lower().endswith(".zip") and not holds_letters(content_of(part))


def _letter_name(part: Message, name: str) -> str | None:
    """The name to show for an attachment that may be a letter; None for one that isn't.

    Its own name tells, *beslut.docx*; without a suffix its type does, or else how it begins: *beslut* of type
    ``application/pdf`` is *beslut.pdf*, and *bilaga.pdf* where it has no name at all.
    """
    kind = part.get_content_type()
    suffix = PurePath(name).suffix
    if _has_letters_suffix(name):
        return name
    if kind in _TNEF or name.lower() == "winmail.dat":
        return name or "winmail.dat"
    if kind in _CALENDAR:
        return name or "möte.ics"
    if kind == "message/rfc822" and suffix:
        return f"{name}.eml"
    return None if suffix else _named_by_type(part, name)


def _named_by_type(part: Message, name: str) -> str | None:
    """The name with the suffix that the attachment's type or content asks for; None where neither tells any."""
    suffix = _SUFFIX_OF.get(part.get_content_type())
    if suffix is None:
        suffix = _suffix_by_content(content_of(part))
    return None if suffix is None else (name or "bilaga") + suffix


def _suffix_by_content(data: bytes) -> str | None:
    """The suffix that the content asks for; None where it is none of the files that are letters as likely as not."""
    if holds_letters(data):
        return ".zip"
    if is_opendocument(data):
        return ".odt"
    return next((each for begin, each in _BY_CONTENT.items() if data.startswith(begin)), None)


def _is_decoration(part: Message) -> bool:
    """Whether nobody would miss the attachment: a signature's file, or a logotype that is shown within the text."""
    if _NO_LETTER.match(part.get_content_type()):
        return True
    return _is_shown(part) and not could_show_letter(content_of(part))


def _is_shown(part: Message) -> bool:
    """Whether it is a picture that is shown within the text."""
    if part.get_content_maintype() != "image":
        return False
    is_named_in_text = bool(part["content-id"])
    return is_named_in_text or part.get_content_disposition() != "attachment"
