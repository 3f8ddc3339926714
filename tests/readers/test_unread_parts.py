"""What no reader looks into is told in the notes: a mail or a document never passes as read when it isn't."""

from __future__ import annotations

import base64
import quopri
import struct
import zlib
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import pytest

from klarsprak.letter import Letter, Role
from klarsprak.readers import read_bytes
from tests.readers.odt.making import document, p, zipped

HIDDEN = "Ni ska inkomma med ett yttrande till nämnden före månadens slut, annars faller ärendet helt."
BODY = "Hej Kim!\n\nDu får svar på fredag.\n"


def mail(body: str = BODY) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "anna@ekvalla.example", "Bygglov på Ängsvägen"
    message.set_content(body)
    return message


def read(data: bytes, name: str = "mejl.eml") -> list[Letter]:
    letters = list(read_bytes(data, name))
    assert all(isinstance(letter, Letter) for letter in letters), letters
    return [letter for letter in letters if isinstance(letter, Letter)]


def own(letters: list[Letter]) -> str:
    return "\n".join(block.text for each in letters for block in each.blocks if block.role is not Role.QUOTED)


def notes(letters: list[Letter]) -> list[str]:
    return [note for each in letters for note in each.notes]


def png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    data = b"IDAT" + zlib.compress(bytes((width // 8 + 2) * height))
    chunks = b"".join(
        struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each)) for each in (head, data)
    )
    return b"\x89PNG\r\n\x1a\n" + chunks


JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08%s%s\x03" % (struct.pack(">H", 1600), struct.pack(">H", 1200))
GIF = b"GIF89a" + struct.pack("<HH", 1200, 1600)
WEBP = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + (1199).to_bytes(3, "little") + (1599).to_bytes(3, "little")


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("png", png(1200, 1600)),
        ("jpeg", JPEG),
        ("gif", GIF),
        ("webp", WEBP),
        ("tiff", b"II*\0"),
        ("x-odd", bytes(30_000)),
    ],
)
@pytest.mark.parametrize("identity", ["<sida>", None])
def test_a_picture_that_could_show_a_letter_is_noted(kind: str, data: bytes, identity: str | None) -> None:
    message = mail()
    message.add_attachment(data, maintype="image", subtype=kind, disposition="inline", filename="sida", cid=identity)
    assert notes(read(bytes(message))) == ["Bilden sida är inte granskad."]


@pytest.mark.parametrize("data", [png(600, 200), b"GIF89a" + struct.pack("<HH", 90, 90), b"<svg/>"])
def test_a_logotype_is_let_by(data: bytes) -> None:
    message = mail()
    message.add_attachment(data, maintype="image", subtype="png", filename="logga.png", cid="<logga>")
    assert notes(read(bytes(message))) == []


def test_a_picture_within_the_page_itself_is_noted() -> None:
    page = f'<p>Hej!</p><img src="data:image/png;base64,{base64.b64encode(png(1200, 1600)).decode()}">'
    message = mail()
    message.set_content(page, subtype="html")
    assert notes(read(bytes(message))) == ["En bild i mejlet är inte granskad."]


def calendar(description: str) -> bytes:
    return (
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Möte\r\n"
        f"DESCRIPTION;LANGUAGE=sv:{description}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def test_what_an_appointment_says_is_read() -> None:
    message = mail()
    text = HIDDEN.replace(",", "\\,")
    data = calendar(f"Hej!\\n\\n{text[:30]}\r\n {text[30:]}")
    message.add_attachment(data, maintype="text", subtype="calendar", filename="möte.ics")
    letters = read(bytes(message))
    assert [each.source for each in letters] == ["mejl.eml", "mejl.eml#möte.ics"]
    assert HIDDEN in own(letters)


@pytest.mark.parametrize("kind", ["text/calendar", "application/ics"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("beslut.txt", HIDDEN),
        ("beslut.html", f"<p>{HIDDEN}</p>"),
        ("beslut.txt", f"BEGIN:VCALENDAR\nEND:VCALENDAR\n{HIDDEN}"),
        ("möte.ics", HIDDEN),
    ],
)
def test_a_letter_that_is_sent_as_an_appointment_is_read(kind: str, name: str, content: str) -> None:
    message = mail()
    maintype, subtype = kind.split("/")
    message.add_attachment(content.encode(), maintype=maintype, subtype=subtype, filename=name)
    letters = read(bytes(message))
    assert [each.source for each in letters] == ["mejl.eml", f"mejl.eml#{name}"]
    assert HIDDEN in own(letters)


def test_an_empty_appointment_is_no_letter() -> None:
    message = mail()
    message.add_attachment(b"\r\n", maintype="text", subtype="calendar", filename="möte.ics")
    letters = read(bytes(message))
    assert [each.source for each in letters] == ["mejl.eml"]
    assert notes(letters) == []


@pytest.mark.parametrize("description", ["", "Hej Kim!\\n\\nDu får svar på fredag.\\n"])
def test_an_appointment_that_says_no_more_than_the_mail_is_no_letter(description: str) -> None:
    message = mail()
    message.add_attachment(calendar(description), maintype="text", subtype="calendar", filename="möte.ics")
    letters = read(bytes(message))
    assert [each.source for each in letters] == ["mejl.eml"]
    assert notes(letters) == []


@pytest.mark.parametrize(
    ("encoding", "encode"), [("base64", base64.encodebytes), ("quoted-printable", quopri.encodestring)]
)
def test_a_mail_attached_in_a_transfer_encoding_is_read(encoding: str, encode: object) -> None:
    inner = encode(bytes(mail(HIDDEN)))  # type: ignore[operator]
    head = b'MIME-Version: 1.0\nSubject: Fr\xc3\xa5ga\nContent-Type: multipart/mixed; boundary="x"\n\n'
    text = b"--x\nContent-Type: text/plain; charset=utf-8\n\nHej Kim! Du f\xc3\xa5r svar nu.\n"
    attached = f"--x\nContent-Type: message/rfc822\nContent-Transfer-Encoding: {encoding}\n\n".encode()
    letters = read(head + text + attached + inner + b"\n--x--\n")
    assert [each.source for each in letters] == ["mejl.eml", "mejl.eml#bilaga.eml"]
    assert HIDDEN in own(letters)
    assert notes(letters) == []


def test_a_page_that_says_something_else_than_the_plain_text_is_read_too() -> None:
    message = mail("Hej Kim! Du får svar på fredag, och då vet du vad som gäller för ansökan om bygglov i vår.\n")
    message.add_alternative(f"<p>{HIDDEN}</p>", subtype="html")
    text = own(read(bytes(message)))
    assert HIDDEN in text
    assert "på fredag" in text


def test_a_page_with_the_same_words_is_not_read_twice() -> None:
    message = mail(f"Hej Kim!\n\n{HIDDEN}\n\nEkvalla kommun <https://ekvalla.example>\n")
    message.add_alternative(f"<p>Hej Kim!</p><p>{HIDDEN}</p><p><a href='x'>Ekvalla kommun</a></p>", subtype="html")
    assert own(read(bytes(message))).count("yttrande") == 1


def test_a_mail_that_is_quoted_to_its_last_line_says_so() -> None:
    assert notes(read(bytes(mail(f"> Hej!\n>\n> {HIDDEN}\n")))) == ["Mejlet har ingen egen text, bara äldre mejl."]


@pytest.mark.parametrize("name", [None, "beslut"])
def test_a_document_is_known_by_its_content_where_name_and_type_tell_nothing(name: str | None) -> None:
    message = mail()
    packed = zipped({"brev.txt": HIDDEN.encode()})
    for page in (document(p(HIDDEN)), packed, b"{\\rtf1\\ansi " + HIDDEN.encode("cp1252") + b"}"):
        message.add_attachment(page, maintype="application", subtype="octet-stream", filename=name)
    _, *found = read_bytes(bytes(message), "mejl.eml")
    known = [each.source.removeprefix(f"mejl.eml#{name or 'bilaga'}") for each in found]
    assert known == [".odt", ".zip#brev.txt", ".rtf"]
    assert [HIDDEN in own([each]) for each in found if isinstance(each, Letter)] == [True, True, True]


def test_what_is_no_letter_in_a_zip_file_is_noted() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as packed:
        packed.writestr("a/brev.txt", BODY)
        packed.writestr("a/sida.tif", b"II*\0")
        packed.writestr("__MACOSX/a/._brev.txt", b"x")
    message = mail()
    message.add_attachment(stream.getvalue(), maintype="application", subtype="zip", filename="brev.zip")
    assert notes(read(bytes(message))) == ["Filen a/sida.tif i zipfilen är inte granskad."]
