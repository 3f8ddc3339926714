"""E-mail: the writer's words, earlier mail that is quoted, and what is attached."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from klarsprak.letter import Envelope, Letter, ReadError, Role, Unreadable
from klarsprak.readers import read_bytes
from klarsprak.readers.email import read

HEAD = "From: anna@ekvalla.example\nTo: kim@mejl.example\nSubject: Bygglov\nMIME-Version: 1.0\n"


def plain(body: str, kind: str = "text/plain; charset=utf-8", head: str = HEAD) -> Letter:
    return read(f"{head}Content-Type: {kind}\n\n{body}".encode(), "mejl.eml")


def html(body: str) -> Letter:
    return plain(body, "text/html; charset=utf-8")


def own(letter: Letter) -> list[str]:
    """What the writer wrote, without the subject."""
    return [block.text for block in letter.blocks[1:] if block.role is not Role.QUOTED]


def quoted(letter: Letter) -> list[str]:
    return [block.text for block in letter.blocks[1:] if block.role is Role.QUOTED]


def message(text: str = "Hej Kim!\n\nDu får svar på fredag.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "anna@ekvalla.example", "kim@mejl.example", "Bygglov på Ängsvägen"
    mail.set_content(text)
    return mail


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_every_transfer_encoding_and_character_set_is_read(encoding: str, charset: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "anna@ekvalla.example", "Svar"
    mail.set_content("Du får bidrag för färdtjänst på Ängö.\n", charset=charset, cte=encoding)
    assert own(read(bytes(mail), "mejl.eml")) == ["Du får bidrag för färdtjänst på Ängö."]


def test_letters_that_no_header_announces_are_read_all_the_same() -> None:
    data = b"From: anna@ekvalla.example\nSubject: Ans\xf6kan\n\nDu f\xe5r svar p\xe5 fredag.\n"
    assert [block.text for block in read(data, "mejl.eml").blocks] == ["Ansökan", "Du får svar på fredag."]


def test_an_unknown_character_set_is_noted() -> None:
    letter = plain("Du får svar på fredag.\n", "text/plain; charset=x-okänd")
    assert own(letter) == ["Du får svar på fredag."]
    assert "teckenkod" in letter.notes[0]


def test_the_subject_is_a_heading() -> None:
    first = read(bytes(message()), "mejl.eml").blocks[0]
    assert (first.text, first.role) == ("Bygglov på Ängsvägen", Role.HEADING)


@pytest.mark.parametrize("prefix", ["SV: ", "Sv: VB: ", "RE: ", "Fwd: "])
def test_the_subject_of_an_answer_is_taken_over_from_the_first_mail(prefix: str) -> None:
    first = plain("Hej!\n", head=HEAD.replace("Bygglov", prefix + "Bygglov")).blocks[0]
    assert (first.text, first.role) == ("Bygglov", Role.QUOTED)


def test_the_envelope_tells_who_has_sent_the_mail_and_how() -> None:
    head = (
        "From: =?utf-8?q?=C3=84ngsby_kommun?= <NoReply@angsby.example>\nReply-To: svara-ej@angsby.example\n"
        "Auto-Submitted: auto-generated\nPrecedence: Bulk\nList-Unsubscribe: <https://angsby.example/av>\n"
    )
    assert plain("Hej!", head=head).envelope == Envelope(
        "ängsby kommun <noreply@angsby.example>", "svara-ej@angsby.example", "auto-generated", "bulk", is_list=True
    )
    assert plain("Hej!").envelope == Envelope("anna@ekvalla.example")
    assert plain("Hej!", head="").envelope == Envelope()


@pytest.mark.parametrize(
    ("value", "keyword"),
    [
        ("no (by hand)", "no"),
        ("(not \\) (really))\n No", "no"),
        ("(no) Auto-Replied; type=vacation", "auto-replied"),
        ("(no", ""),
        ("(" * 5000 + "no", ""),
    ],
)
def test_comments_in_a_header_say_nothing_of_how_a_mail_was_sent(value: str, keyword: str) -> None:
    envelope = plain("Hej!", head=f"Auto-Submitted: {value}\n").envelope
    assert envelope is not None
    assert envelope.auto_submitted == keyword


def test_the_envelope_tells_the_names_of_those_who_get_the_mail() -> None:
    head = "To: =?utf-8?q?=C3=85sa_Ek?= <asa@angsby.example>, bo@angsby.example,\n Bo Alm <bo.alm@angsby.example>\n"
    envelope = plain("Hej!", head=head).envelope
    assert envelope is not None
    assert envelope.recipients == ("Åsa Ek", "Bo Alm")


def test_a_blocks_place_is_its_line_in_the_body() -> None:
    letter = plain("Hej Kim!\n\nDu får svar på fredag.\n")
    anchor = letter.blocks[2].place.at(3)
    assert (anchor.line, anchor.column) == (3, 4)


class TestQuotedMail:
    def test_marked_lines_are_earlier_mail(self) -> None:
        letter = plain("Ja, det går bra.\n\n> Går det bra?\n>> Och förr?\n")
        assert own(letter) == ["Ja, det går bra."]
        assert quoted(letter) == ["Går det bra?", "Och förr?"]
        assert letter.blocks[2].place.at(0).column == 3

    def test_answers_between_marked_lines_are_the_writers_own(self) -> None:
        letter = plain("Den 3 mars skrev Kim Dal:\n> Vad kostar det?\n\nDet kostar 300 kronor.\n\n> När?\n\nI maj.\n")
        assert own(letter) == ["Det kostar 300 kronor.", "I maj."]
        assert quoted(letter) == ["Den 3 mars skrev Kim Dal:", "Vad kostar det?", "När?"]

    @pytest.mark.parametrize(
        "separator",
        [
            "Från: Kim Dal <kim@mejl.example>\nSkickat: den 1 mars 2026 09:00\nTill: Anna Berg\nÄmne: Bygglov",
            "From: Kim Dal\nSent: Monday, March 2, 2026 9:00 AM\nTo: Anna Berg\nCc: Bo Ek\nSubject: Bygglov",
            "*Från:* Kim Dal\n*Skickat:* den 1 mars 2026\n*Till:* Anna Berg\n*Ämne:* Bygglov",
            "-----Ursprungligt meddelande-----\nFrån: Kim Dal",
            "-----Original Message-----\nFrom: Kim Dal",
            "---------- Forwarded message ---------\nFrom: Kim Dal",
            "________________________________\nFrån: Kim Dal\nDatum: 1 mars 2026\nTill: Anna Berg\nÄmne: Bygglov",
            "Den mån 2 mars 2026 kl 10:12 skrev Kim Dal <kim@mejl.example>:",
            "Den mån 2 mars 2026 kl 10:12 skrev Kim Dal\n<kim@mejl.example>:",
            ">>> Kim Dal <kim@mejl.example> 2005-03-01 09:12 >>>",
            "Den 2026-03-02 kl. 10:12, skrev Kim Dal:",
            "On Mon, Mar 2, 2026 at 10:12 AM Kim Dal <kim@mejl.example> wrote:",
        ],
    )
    def test_the_text_after_the_separator_of_a_mail_program_is_earlier_mail(self, separator: str) -> None:
        letter = plain(f"Ja, det går bra.\n\nAnna\n\n{separator}\n\nGår det bra?\n\nKim\n")
        assert own(letter) == ["Ja, det går bra.", "Anna"]
        assert quoted(letter)[-2:] == ["Går det bra?", "Kim"]

    def test_a_sentence_that_only_looks_like_a_separator_parts_nothing(self) -> None:
        letter = plain(
            "Den 3 mars skrev du till oss:\n\nDu ville veta vad det kostar.\n\nFrån: juni gäller det här.\n"
        )
        assert quoted(letter) == []

    @pytest.mark.parametrize(
        "earlier",
        [
            '<div class="gmail_quote"><div class="gmail_attr">Den 3 mars 10:12 skrev Kim &lt;k@m.example&gt;:</div>'
            '<blockquote class="gmail_quote" style="border-left:1px solid">Går det bra?</blockquote></div>',
            '<blockquote type="cite"><p>Går det bra?</p></blockquote>',
            '<hr><div id="divRplyFwdMsg"><b>Från:</b> Kim</div><div>Går det bra?</div>',
            '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>Från:</b> Kim<br><b>Skickat:</b> i dag<br>'
            "<b>Till:</b> Anna<br><b>Ämne:</b> Bygglov</p></div><p>Går det bra?</p>",
            '<div class="yahoo_quoted"><p>Går det bra?</p></div>',
        ],
    )
    def test_earlier_mail_is_known_in_html_too(self, earlier: str) -> None:
        letter = html(f"<p>Ja, det går bra.</p><p>Anna</p>{earlier}")
        assert own(letter) == ["Ja, det går bra.", "Anna"]
        assert quoted(letter)[-1] == "Går det bra?"

    def test_an_answer_below_a_quotation_in_html_is_the_writers_own(self) -> None:
        letter = html("<blockquote>Vad kostar det?</blockquote><p>Det kostar 300 kronor.</p>")
        assert own(letter) == ["Det kostar 300 kronor."]

    def test_an_indent_is_no_quotation(self) -> None:
        letter = html('<blockquote style="margin:0 0 0 40px;border:none"><div>Box 12</div></blockquote>')
        assert own(letter) == ["Box 12"]

    def test_a_forwarded_mail_without_own_words_is_noted(self) -> None:
        letter = plain("-----Ursprungligt meddelande-----\nFrån: Kim\n\nGår det bra?\n")
        assert own(letter) == []
        assert letter.notes == ["Mejlet har ingen egen text, bara äldre mejl."]


def test_the_writers_signature_is_part_of_the_mail() -> None:
    assert own(plain("Hej!\n\n-- \nAnna Berg\nHandläggare\n")) == ["Hej!", "Anna Berg", "Handläggare"]


def test_flowed_lines_go_on_where_the_mail_says_so() -> None:
    letter = plain(
        "Hej Kim,\ndu får \nsvar på \nfredag.\nKort rad\n Från oss\n", "text/plain; format=flowed; charset=utf-8"
    )
    assert own(letter) == ["Hej Kim,", "du får svar på fredag.", "Kort rad", "Från oss"]


def test_flowed_lines_lose_their_last_space_where_the_mail_says_so() -> None:
    letter = plain("Läs https://ekvalla.example/ \nbygglov nu  \ni dag.\n", "text/plain; format=flowed; delsp=yes")
    assert own(letter) == ["Läs https://ekvalla.example/bygglov nu i dag."]


class TestVersions:
    def test_the_plain_text_of_a_mail_is_preferred_to_its_html(self) -> None:
        mail = message("Hej Kim!\n")
        mail.add_alternative("<p>Hej <b>Kim</b>!</p>", subtype="html")
        assert own(read(bytes(mail), "mejl.eml")) == ["Hej Kim!"]

    @pytest.mark.parametrize("stub", ["\n", "Mejlet visas bara som HTML.\n"])
    def test_html_is_read_where_the_plain_text_is_empty_or_a_stub(self, stub: str) -> None:
        mail = message(stub)
        mail.add_alternative("<p>" + "Du får svar på fredag. " * 10 + "</p>", subtype="html")
        assert own(read(bytes(mail), "mejl.eml")) == [("Du får svar på fredag. " * 10).strip()]

    def test_what_only_the_html_shows_is_told_though_the_plain_text_is_read(self) -> None:
        mail = message("Hej Kim!\n")
        page = "<p>Hej Kim!</p><iframe src=https://ekvalla.example/brev></iframe>"
        mail.add_alternative(page, subtype="html")
        letter = read(bytes(mail), "mejl.eml")
        assert own(letter) == ["Hej Kim!"]
        assert letter.unread == letter.notes
        assert len(letter.notes) == 1

    def test_of_html_that_is_not_read_nothing_else_is_told(self) -> None:
        mail = message("Hej Kim!\n")
        mail.add_alternative("<p>Hej Kim\ufffd!</p>", subtype="html")
        assert read(bytes(mail), "mejl.eml").notes == []

    def test_a_body_in_several_parts_is_one_letter(self) -> None:
        mail = EmailMessage()
        mail["From"], mail["Subject"] = "anna@ekvalla.example", "Karta"
        mail.make_mixed()
        for text in ("Här är kartan.\n", "Hör av dig.\n"):
            part = EmailMessage()
            part.set_content(text)
            mail.attach(part)
        assert own(read(bytes(mail), "mejl.eml")) == ["Här är kartan.", "Hör av dig."]


class TestAttachments:
    def test_each_attachment_is_a_letter_of_its_own(self) -> None:
        mail = message()
        mail.add_attachment("Så fungerar det på Ängö.\n", filename="så fungerar det.txt")
        mail.add_attachment("<p>Taxa</p>", subtype="html", filename="taxa.html")
        letters = list(read_bytes(bytes(mail), "mejl.eml"))
        assert [letter.source for letter in letters] == [
            "mejl.eml",
            "mejl.eml#så fungerar det.txt",
            "mejl.eml#taxa.html",
        ]
        assert [letter.format for letter in letters] == ["email", "text", "html"]

    @pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
    @pytest.mark.parametrize("name", ["åäö.txt", "Överklagande på svenska.txt"])
    def test_the_name_of_an_attachment_may_hold_bare_letters(self, name: str, charset: str) -> None:
        mail = message()
        mail.add_attachment("Du kan överklaga beslutet.\n", filename="NAME.txt")
        data = bytes(mail).replace(b"NAME.txt", name.encode(charset))
        assert [letter.source for letter in read_bytes(data, "mejl.eml")] == ["mejl.eml", f"mejl.eml#{name}"]

    def test_a_broken_attachment_does_not_stop_the_rest(self) -> None:
        mail = message()
        mail.add_attachment(b"PK\x03\x04", maintype="application", subtype="octet-stream", filename="beslut.docx")
        mail.add_attachment("Text.\n", filename="bilaga.txt")
        first, broken, last = read_bytes(bytes(mail), "mejl.eml")
        assert isinstance(broken, Unreadable)
        assert (broken.source, broken.format) == ("mejl.eml#beslut.docx", "docx")
        assert isinstance(first, Letter)
        assert isinstance(last, Letter)

    def test_a_mail_attached_to_a_mail_is_a_letter_with_attachments_of_its_own(self) -> None:
        inner = message("Hej på dig!\n")
        inner.add_attachment("Text.\n", filename="inre.txt")
        mail = message()
        mail.add_attachment(inner)
        assert [letter.source for letter in read_bytes(bytes(mail), "mejl.eml")] == [
            "mejl.eml",
            "mejl.eml#bilaga.eml",
            "mejl.eml#bilaga.eml#inre.txt",
        ]

    def test_two_attachments_of_the_same_name_are_told_apart(self) -> None:
        mail = message()
        mail.add_attachment("Ett.\n", filename="a.txt")
        mail.add_attachment("Två.\n", filename="a.txt")
        assert [letter.source for letter in read_bytes(bytes(mail), "m.eml")][1:] == [
            "m.eml#1-a.txt",
            "m.eml#2-a.txt",
        ]

    def test_an_attachment_that_can_be_no_letter_is_noted_unless_it_is_a_logotype(self) -> None:
        mail = message()
        mail.add_attachment(b"x", maintype="application", subtype="zip", filename="ritningar.zip")
        mail.add_attachment(b"x", maintype="image", subtype="png", filename="logga.png", disposition="inline")
        (letter,) = read_bytes(bytes(mail), "mejl.eml")
        assert isinstance(letter, Letter)
        assert letter.notes == ["Bilagan ritningar.zip är inte granskad."]

    def test_a_mail_without_words_that_carries_a_letter_gives_that_letter_alone(self) -> None:
        mail = message("\n")
        mail.add_attachment("Text.\n", filename="brev.txt")
        assert [letter.source for letter in read_bytes(bytes(mail), "mejl.eml")] == ["mejl.eml#brev.txt"]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "MIIB"),
        ('multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x', "--x\n\nVersion: 1\n\n--x--\n"),
        ("text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"),
    ],
)
def test_an_encrypted_mail_is_unreadable(kind: str, body: str) -> None:
    with pytest.raises(ReadError, match="krypterat"):
        plain(body, kind)


@pytest.mark.parametrize("kind", ["multipart/alternative", "multipart/mixed; boundary=finns-inte"])
def test_a_mail_whose_parts_are_not_found_is_read_as_text_and_not_called_clean(kind: str) -> None:
    letter = plain("Du får svar på fredag.\n", kind)
    assert own(letter) == ["Du får svar på fredag."]
    assert [note for note in letter.unread if "delarna går inte att skilja åt" in note]


def test_what_else_a_mail_without_text_carries_is_told_with_its_letter() -> None:
    mail = message("")
    mail.add_attachment("Hej! Du får svar på fredag.\n", filename="brev.txt")
    mail.add_attachment(b"x", maintype="image", subtype="vnd.dwg", filename="karta.dwg")
    (letter,) = read_bytes(bytes(mail), "mejl.eml")
    assert isinstance(letter, Letter)
    assert letter.unread == ["Bilagan karta.dwg är inte granskad."]


BROKEN_BOUNDARIES = {
    "in the header": (b'boundary="==', b'boundary="=?', "delarna går inte att skilja åt"),
    "of the text": (b"\n\n--=", b"\n\n--?", "En del av det är"),
    "after the text": (b"--\n", b"--\n\nContent-Type: text/plain\n\nHej.\n", "En del av det är"),
}


@pytest.mark.parametrize("place", BROKEN_BOUNDARIES)
def test_a_mail_with_a_broken_boundary_is_not_called_clean(place: str) -> None:
    mail = message()
    mail.add_attachment("Text.\n", filename="brev.txt")
    before, after, told = BROKEN_BOUNDARIES[place]
    at = bytes(mail).rindex(before) if place == "after the text" else bytes(mail).index(before)
    data = bytes(mail)[:at] + after + bytes(mail)[at + len(before) :]
    notes = [note for each in read_bytes(data, "mejl.eml") if isinstance(each, Letter) for note in each.unread]
    assert any(told in note for note in notes)


def test_lines_of_base64_in_a_mails_text_are_told() -> None:
    letter = plain("Du får svar på fredag. Kvitto\n" + f"{'QUJD' * 19}\n" * 3)
    assert letter.unread == ["I mejlets text står packade data. De är inte granskade."]


def test_what_a_mail_is_signed_with_is_not_told() -> None:
    signed = f"-----BEGIN PGP SIGNATURE-----\n\n{'QUJD' * 16}\n" + f"{'QUJD' * 16}\n" * 3
    assert not plain("Du får svar på fredag.\n\n" + signed).unread


def test_a_mail_that_was_cut_off_is_noted() -> None:
    mail = message()
    mail.add_attachment("Text.\n", filename="brev.txt")
    data = bytes(mail)
    letter, _ = read_bytes(data[: data.rindex(b"--==")], "mejl.eml")
    assert isinstance(letter, Letter)
    assert letter.unread == letter.notes == ["Mejlet är avklippt. Slutet är kanske inte granskat."]


def test_a_mail_that_was_cut_off_in_its_header_is_not_called_clean() -> None:
    (letter,) = read_bytes(b"From: anna@ekvalla.example\nTo: kim@mejl.example\nSubjec", "mejl.eml")
    assert isinstance(letter, Letter)
    assert letter.unread == ["Mejlet är avklippt. Slutet är kanske inte granskat."]
