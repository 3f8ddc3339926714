"""S/MIME where what is signed lies within the signature: it is read, and what is encrypted is told to be."""

from __future__ import annotations

import base64
import datetime
from email.message import EmailMessage

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

from klarsprak.letter import Letter, ReadError, Unreadable
from klarsprak.readers import read_bytes
from klarsprak.readers.signed import MOST, signed_content

HEAD = "From: anna@ekvalla.example\nTo: kim@mejl.example\nSubject: Bygglov\nMIME-Version: 1.0\n"
SIGNED = "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m"
_DAY = datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)


def certificate(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Anna Ek")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), 17, _DAY, _DAY + datetime.timedelta(9))
    return builder.sign(key, SHA256())


@pytest.fixture(scope="module")
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def sign(data: bytes, key: ec.EllipticCurvePrivateKey) -> bytes:
    builder = pkcs7.PKCS7SignatureBuilder().set_data(data).add_signer(certificate(key), key, SHA256())
    return builder.sign(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def encrypt(data: bytes) -> bytes:
    receiver = certificate(rsa.generate_private_key(65537, 2048))
    builder = pkcs7.PKCS7EnvelopeBuilder().set_data(data).add_recipient(receiver)
    return builder.encrypt(Encoding.DER, [pkcs7.PKCS7Options.Binary])


def in_pieces(data: bytes, size: int = 7) -> bytes:
    """The signature as a program writes it that signs as the mail comes: no length is known beforehand."""
    oid_data, oid_signed = (
        b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01",
        b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02",
    )
    pieces = b"".join(
        b"\x04" + bytes([len(data[at : at + size])]) + data[at : at + size] for at in range(0, len(data), size)
    )
    content = b"\x30\x80" + oid_data + b"\xa0\x80\x24\x80" + pieces + b"\0\0" * 3
    signed = b"\x30\x80\x02\x01\x01\x31\x00" + content + b"\x31\x00\0\0"
    return b"\x30\x80" + oid_signed + b"\xa0\x80" + signed + b"\0\0" * 2


def mail(content: bytes, kind: str = SIGNED) -> bytes:
    body = base64.encodebytes(content).decode()
    return f"{HEAD}Content-Type: {kind}\nContent-Transfer-Encoding: base64\n\n{body}".encode()


def inner() -> bytes:
    """What was signed: a text with a letter attached to it."""
    message = EmailMessage()
    message.set_content("Du ska inkomma med ett yttrande.\n")
    message.add_attachment("Du erhåller bidrag på fredag.\n", filename="beslut.txt")
    return message.as_bytes().replace(b"\n", b"\r\n")


def texts(data: bytes) -> list[str]:
    letters = list(read_bytes(data, "mejl.eml"))
    assert all(isinstance(letter, Letter) for letter in letters), letters
    return [block.text for letter in letters if isinstance(letter, Letter) for block in letter.blocks]


WHOLE = ["Bygglov", "Du ska inkomma med ett yttrande.", "Du erhåller bidrag på fredag."]


@pytest.mark.parametrize(
    "kind", [SIGNED, "application/x-pkcs7-mime; name=smime.p7m", "application/octet-stream; name=smime.p7m"]
)
def test_what_is_signed_is_read_with_what_is_attached_to_it(key: ec.EllipticCurvePrivateKey, kind: str) -> None:
    assert texts(mail(sign(inner(), key), kind)) == WHOLE


def test_what_was_signed_as_it_came_is_read(key: ec.EllipticCurvePrivateKey) -> None:
    assert texts(mail(in_pieces(inner()))) == WHOLE


def test_a_signature_around_another_is_read_but_not_any_number_of_them(key: ec.EllipticCurvePrivateKey) -> None:
    twice = mail(sign(mail(sign(inner(), key)), key))
    assert texts(twice) == WHOLE
    content = inner()
    for _ in range(MOST + 1):
        content = mail(in_pieces(content, 100))
    (letter,) = read_bytes(content, "mejl.eml")
    assert isinstance(letter, Unreadable)
    assert "för många underskrifter" in letter.reason


def test_a_signed_file_is_a_letter_of_its_own(key: ec.EllipticCurvePrivateKey) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "anna@ekvalla.example", "Beslut"
    message.set_content("Här är beslutet.\n")
    signed = sign("Du erhåller bidrag på fredag.\n".encode(), key)
    message.add_attachment(signed, maintype="application", subtype="pkcs7-mime", filename="beslut.txt.p7m")
    letters = list(read_bytes(bytes(message), "mejl.eml"))
    assert [letter.source for letter in letters] == ["mejl.eml", "mejl.eml#beslut.txt"]


def test_what_is_encrypted_broken_or_packed_is_never_clean() -> None:
    locked = encrypt(inner())
    with pytest.raises(ReadError, match="krypterat"):
        signed_content(locked)
    with pytest.raises(ReadError, match="krypterat"):
        signed_content(b"ingenting")
    for broken in (in_pieces(inner())[:200], in_pieces(inner()).replace(b"\x24\x80\x04", b"\x24\x80\x24", 1)):
        (letter,) = read_bytes(mail(broken), "mejl.eml")
        assert isinstance(letter, Unreadable)
        assert "trasigt" in letter.reason


def test_an_encrypted_mail_within_a_signature_is_told(key: ec.EllipticCurvePrivateKey) -> None:
    (letter,) = read_bytes(mail(sign(mail(encrypt(inner())), key)), "mejl.eml")
    assert isinstance(letter, Unreadable)
    assert "krypterat" in letter.reason


def test_certificates_alone_are_no_letter() -> None:
    empty = in_pieces(b"").replace(b"\xa0\x80\x24\x80" + b"\0\0" * 2, b"", 1)
    assert signed_content(empty) == b""


def test_many_pieces_take_no_time_that_grows_with_their_square() -> None:
    assert signed_content(in_pieces(b"Hej! " * 40_000, 5)) == b"Hej! " * 40_000
