"""Mails as Outlook saves them (.msg): read as the same mail would be in an .eml."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import compressed_rtf
import docx
import pytest

from klarsprak.audit.letter import dated
from klarsprak.letter import Letter, Role, Unreadable
from klarsprak.readers import outlook, read_bytes, read_file
from tests.readers.outlook.compound import Tree, Value, attached_mail, compound, file, mail, mail_tree, narrow
from tests.readers.test_signed import in_pieces

CLASS, SUBJECT, HEADERS, BODY, RTF, HTML = 0x1A, 0x37, 0x7D, 0x1000, 0x1009, 0x1013
SENDER, ADDRESS, SENT, PAGE, BODY_PAGE = 0xC1A, 0x5D01, 0x39, 0x3FFD, 0x3FDE
TEXT = "Hej Kim!\r\n\r\nDu får bidrag för färdtjänst på Ängö.\r\n"
OWN = ["Hej Kim!", "Du får bidrag för färdtjänst på Ängö."]


def read(data: bytes, name: str = "mejl.msg") -> list[Letter | Unreadable]:
    return list(read_bytes(data, name))


def letter(values: dict[int, Value]) -> Letter:
    (found,) = read(mail({CLASS: "IPM.Note", SUBJECT: "Färdtjänst", **values}))
    assert isinstance(found, Letter), found
    return found


def own(values: dict[int, Value]) -> list[str]:
    return [block.text for block in letter(values).blocks[1:]]


def rtf(text: str) -> bytes:
    return bytes(compressed_rtf.compress(text.encode("cp1252")))


@pytest.mark.parametrize(
    "values",
    [
        {BODY: TEXT},
        {BODY: narrow(TEXT.encode("cp1252"))},
        {BODY: narrow(TEXT.encode("utf-8")), PAGE: 65001},
        {HTML: "<p>Hej Kim!</p><p>Du får bidrag för färdtjänst på Ängö.</p>".encode("cp1252"), BODY_PAGE: 1252},
        {HTML: "<p>Hej Kim!</p><p>Du får bidrag för färdtjänst på Ängö.</p>".encode(), BODY_PAGE: 65001},
        {HTML: "<p>Hej Kim!</p><p>Du får bidrag för färdtjänst på Ängö.</p>"},
        {RTF: rtf(r"{\rtf1\ansi Hej Kim!\par Du f\'e5r bidrag f\'f6r f\u228?rdtj\u228?nst p\'e5 \'c4ng\'f6.}")},
        {BODY: TEXT, RTF: b"skadat"},
        {BODY: "Öppna mejlet i webbläsaren.", HTML: f"<p>{'Du får bidrag. ' * 20}</p>"},
    ],
    ids=["text", "cp1252", "utf-8", "html cp1252", "html utf-8", "html som text", "rtf", "text och rtf", "stubbe"],
)
def test_the_text_is_read_in_whatever_way_it_is_kept(values: dict[int, Value]) -> None:
    assert own(values) in (OWN, [" ".join(["Du får bidrag."] * 20)])


def test_a_page_that_is_kept_as_rtf_is_read_as_that_page() -> None:
    page = (
        r"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Arial;}}"
        r"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Hej &amp; v\'e4lkommen!{\*\htmltag72 </p>}\htmlrtf \par}\htmlrtf0"
        r"{\*\htmltag0 \par }{\*\htmltag64 <ul><li>}Ta med {\*\htmltag84 <b>}\htmlrtf {\b\htmlrtf0 leg"
        r"\htmlrtf }\htmlrtf0{\*\htmltag92 </b>}.{\*\htmltag72 </li></ul>}{\*\mhtmltag64 <p>inte detta</p>}}"
    )
    found = letter({RTF: rtf(page)})
    assert [(block.role, block.text) for block in found.blocks[1:]] == [
        (Role.PARAGRAPH, "Hej & välkommen!"),
        (Role.LIST_ITEM, "Ta med leg."),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (r"Du f\'e5r\~svar.", "Du får\u00a0svar."),
        (r"Du\line f\'e5r svar.", "Du\nfår svar."),
        (r"{\v dolt }Du f\'e5r svar.", "Du får svar."),
        (r"{\*\bkmkstart x}{\pict 0a0b}Du f\'e5r{\deleted inte} svar.", "Du får svar."),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Du f\'e5r svar.}}", "Du får svar."),
        (r"\uc2\u229\'3f?r p\u229\'3f?", "år på"),
        (r"\u-10179?\u-8704? 1 < 2 & 3", "😀 1 < 2 & 3"),
        (r"{\fonttbl{\f1\fcharset204 A;}}\f1 \'cf\'f0", "Пр"),
        ("Du får\\par}}}} svar{{{", "Du får\n svar"),
    ],
)
def test_rtf_says_what_a_person_sees(text: str, shown: str) -> None:
    blocks = letter({RTF: rtf(rf"{{\rtf1\ansi\ansicpg1252 {text}}}")}).blocks[1:]
    assert "\n".join(block.text for block in blocks) == shown.replace("\n svar", "\nsvar")


def test_head_and_day_are_those_of_the_headers_or_else_of_outlooks_own() -> None:
    headers = (
        "Received: from x\r\nFrom: Åsa <asa@ekvalla.example>\r\nDate: Fri, 1 Mar 2024 23:30:00 -0500\r\n"
        "Auto-Submitted: auto-replied\r\nList-Id: <a.example>\r\n\r\n"
    )
    came = letter({BODY: TEXT, HEADERS: headers}).envelope
    assert came is not None
    assert (came.sender, came.auto_submitted, came.is_list) == ("åsa <asa@ekvalla.example>", "auto-replied", True)
    sent = letter({BODY: TEXT, SENDER: "Kim Dal", ADDRESS: "kim@ekvalla.example"}).envelope
    assert sent is not None
    assert sent.sender == "kim dal <kim@ekvalla.example>"
    of_net, of_own = (mail({BODY: TEXT, HEADERS: headers}), mail({SENT: datetime(2023, 5, 2, 8, tzinfo=UTC)}))
    assert [dated.sent(each, "brev.msg") for each in (of_net, of_own, mail({BODY: TEXT}))] == [
        "2024-03-01",
        "2023-05-02",
        None,
    ]


def test_quoted_mails_are_told_apart_as_in_other_mails() -> None:
    text = (
        TEXT
        + "\r\nFrån: Kim\r\nSkickat: den 1 mars 2024 09:00\r\nTill: Anna\r\nÄmne: Bygglov\r\n\r\nNär får jag svar?"
    )
    roles = {block.text: block.role for block in letter({BODY: text}).blocks}
    assert roles["När får jag svar?"] is Role.QUOTED
    assert roles[OWN[1]] is not Role.QUOTED


def docx_of(text: str) -> bytes:
    document, stream = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(stream)
    return stream.getvalue()


def test_what_is_attached_is_read_as_from_other_mails() -> None:
    inner = mail_tree(
        {CLASS: "IPM.Note", SUBJECT: "Förra", BODY: "Det här är det förra mejlet."}, [file("c.txt", b"Hej")]
    )
    attached = [
        file("beslut.docx", docx_of("Du får bygglov.") + b""),
        file("beslut.docx", b"PK\x03\x04 trasig"),
        attached_mail("Förra", inner),
        file("logga.png", b"\x89PNG", {0x370E: "image/png", 0x3712: "bild1"}),
        file("kalkyl.xlsx", b"PK"),
        file("bilaga", b"<p>Hej</p>", {0x370E: "text/html"}),
    ]
    found = read(mail({CLASS: "IPM.Note", SUBJECT: "Svar", BODY: TEXT}, attached))
    assert [(each.source, isinstance(each, Letter)) for each in found] == [
        ("mejl.msg", True),
        ("mejl.msg#1-beslut.docx", True),
        ("mejl.msg#2-beslut.docx", False),
        ("mejl.msg#Förra.eml", True),
        ("mejl.msg#Förra.eml#c.txt", True),
        ("mejl.msg#bilaga.html", True),
    ]
    assert isinstance(found[0], Letter)
    assert found[0].notes == ["Bilagan kalkyl.xlsx är inte granskad."]


def test_a_file_that_lies_elsewhere_is_noted() -> None:
    (first, second) = read(mail({SUBJECT: "Svar", BODY: TEXT}, [file("beslut.pdf", b"", {0x3705: 7})]))
    assert isinstance(first, Letter)
    assert isinstance(second, Unreadable)
    assert second.source == "mejl.msg#beslut.pdf"


@pytest.mark.parametrize("method", [2, 4, 6, 7])
def test_an_object_that_lies_elsewhere_or_is_another_programs_is_no_decoration(method: int) -> None:
    shown = {0x3705: method, 0x370E: "image/png", 0x3712: "bild1"}
    (first,) = read(mail({SUBJECT: "Svar", BODY: TEXT}, [file("", b"", shown)]))
    assert isinstance(first, Letter)
    assert first.unread == ["Bilagan utan namn är inte granskad."]


def test_a_mail_that_is_attached_as_an_object_is_read() -> None:
    inner = mail_tree({CLASS: "IPM.Note", SUBJECT: "Förra", BODY: "Det här är det förra mejlet."})
    attached = {**attached_mail("Förra", inner), **file("", b"", {0x3705: 6, 0x3001: "Förra"})}
    attached["__substg1.0_3701000D"] = inner
    found = read(mail({SUBJECT: "Svar", BODY: TEXT}, [attached]))
    assert [each.source for each in found if isinstance(each, Letter)] == ["mejl.msg", "mejl.msg#Förra.eml"]


@pytest.mark.parametrize(("stream", "word"), [("Workbook", "Excelfil"), ("PowerPoint Document", "Powerpointfil")])
def test_an_older_office_file_with_a_mail_in_it_is_told_by_what_it_is(stream: str, word: str) -> None:
    inner = mail_tree({CLASS: "IPM.Note", SUBJECT: "Förra", BODY: "Det här är det förra mejlet."})
    (told,) = read(compound({stream: b"\x09\x08" * 3000, "MBD0001": inner}), "kalkyl.xls")
    assert isinstance(told, Unreadable)
    assert word in told.reason


def test_a_mail_in_an_eml_and_an_eml_in_a_mail_are_read() -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "a@ekvalla.example", "Inre"
    inner.set_content("Du får svar på fredag.\n")
    msg = mail({SUBJECT: "Svar", BODY: TEXT}, [file("inre.eml", bytes(inner))])
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "b@ekvalla.example", "Yttre"
    outer.set_content("Hej!\n")
    outer.add_attachment(msg, maintype="application", subtype="vnd.ms-outlook", filename="svar.msg")
    names = [each.source for each in read(bytes(outer), "yttre.eml") if isinstance(each, Letter)]
    assert names == ["yttre.eml", "yttre.eml#svar.msg", "yttre.eml#svar.msg#inre.eml"]


def test_signed_mails_are_read_and_encrypted_ones_say_so() -> None:
    signed = (
        b'Content-Type: multipart/signed; boundary="a"\n\n--a\nContent-Type: text/plain\n\nDu kan komma.\n--a--\n'
    )
    attached = [file("smime.p7m", signed, {0x370E: "multipart/signed"})]
    (found,) = read(mail({CLASS: "IPM.Note.SMIME.MultipartSigned", SUBJECT: "Svar"}, attached))
    assert isinstance(found, Letter)
    assert [block.text for block in found.blocks] == ["Svar", "Du kan komma."]
    within = in_pieces(b"Content-Type: text/plain\r\n\r\nDu kan komma.\r\n")
    (opaque,) = read(mail({CLASS: "IPM.Note.SMIME", SUBJECT: "Svar"}, [file("smime.p7m", within)]))
    assert isinstance(opaque, Letter)
    assert [block.text for block in opaque.blocks] == ["Svar", "Du kan komma."]
    (locked,) = read(mail({CLASS: "IPM.Note.SMIME", SUBJECT: "Svar"}, [file("smime.p7m", b"x")]))
    assert isinstance(locked, Unreadable)
    assert "krypterat" in locked.reason


def test_a_mail_attached_too_deep_is_refused() -> None:
    tree = mail_tree({SUBJECT: "innerst", BODY: "Hej."})
    for _ in range(40):
        tree = mail_tree({SUBJECT: "nästa"}, [attached_mail("nästa", tree)])
    found = read(compound({**tree, "__properties_version1.0": b"\0" * 32}))
    assert isinstance(found[-1], Unreadable)


WHOLE = mail({CLASS: "IPM.Note", SUBJECT: "Svar", BODY: TEXT * 50}, [file("a.txt", b"Hej" * 3000)])


@pytest.mark.parametrize("cut", [100, 600, 2000, len(WHOLE) // 2, len(WHOLE) - 600])
def test_a_mail_that_is_cut_off_is_never_clean(cut: int) -> None:
    for found in read(WHOLE[:cut]):
        assert isinstance(found, Unreadable)
        assert found.reason.endswith(".")


def test_wrong_bytes_anywhere_end_in_a_reason_or_a_letter() -> None:
    """Each place in turn, and none of them ends the program."""
    for place in range(0, len(WHOLE), 97):
        data = WHOLE[:place] + b"\xff" * 16 + WHOLE[place + 16 :]
        assert read(data)


def test_an_older_word_file_with_a_mail_in_it_is_no_mail_but_a_mail_with_such_a_file_attached_is() -> None:
    word = compound({"WordDocument": b"x" * 5000, "ObjectPool": {"_1": mail_tree({BODY: TEXT})}})
    assert not outlook.is_message(word)
    assert outlook.is_message(mail({BODY: TEXT}, [file("brev.doc", word)]))


@pytest.mark.parametrize("broken", [b"", b"LZFu", rtf(r"{\rtf1 Hej}")[:-4], b"\xff" * 200])
def test_broken_rtf_is_told(broken: bytes) -> None:
    (found,) = read(mail({SUBJECT: "Svar", RTF: broken}))
    assert isinstance(found, Unreadable)


def test_a_mail_that_claims_more_than_it_holds_is_refused() -> None:
    data = mail({SUBJECT: "Svar", BODY: "x" * 30_000})
    place = data.index((60_000).to_bytes(8, "little"))
    (found,) = read(data[:place] + (2**31).to_bytes(8, "little") + data[place + 8 :])
    assert isinstance(found, Unreadable)
    assert "orimligt" in found.reason or "skadat" in found.reason


def test_a_mail_with_another_name_is_found_by_its_content_and_that_is_noted(tmp_path: Path) -> None:
    (tmp_path / "brev.docx").write_bytes(mail({SUBJECT: "Svar", BODY: TEXT}))
    (found,) = read_file(tmp_path / "brev.docx")
    assert isinstance(found, Letter)
    assert found.notes == ["Filen heter .docx, men är ett mejl från Outlook. Låt namnet sluta på .msg."]
    (renamed,) = read(b"Hej Kim! Det h\xe4r \xe4r ingen Outlookfil.\n")
    assert isinstance(renamed, Letter)
    assert renamed.format == "text"


def without(tree: Tree, name: str) -> Tree:
    return {key: each for key, each in tree.items() if not key.startswith(name)}


INNER = mail_tree({CLASS: "IPM.Note", SUBJECT: "Förra", BODY: TEXT}, [file("b.txt", b"Hej")])
OUTER = mail_tree({CLASS: "IPM.Note", BODY: TEXT}, [attached_mail("Förra", INNER), file("a.txt", b"Hej")], 32)
LOST = {"the text": "__substg1.0_1000", "a file": "__attach_version1.0_#00000000", "the list": "__properties"}


@pytest.mark.parametrize("what", ["the text", "a file"])
def test_a_mail_from_which_something_is_lost_is_unreadable(what: str) -> None:
    (found,) = read(compound(without(OUTER, LOST[what])))
    assert isinstance(found, Unreadable)
    assert found.reason.startswith("Mejlet är skadat")


@pytest.mark.parametrize("what", LOST)
def test_an_attached_mail_from_which_something_is_lost_is_told_and_leaves_the_others_readable(what: str) -> None:
    broken = attached_mail("Förra", without(INNER, LOST[what]))
    found = read(mail({CLASS: "IPM.Note", BODY: TEXT}, [broken, file("a.txt", b"Hej")]))
    assert [each.source for each in found if isinstance(each, Letter)] == ["mejl.msg", "mejl.msg#a.txt"]
    assert isinstance(found[0], Letter)
    assert found[0].unread == ["Bilagan Förra är inte granskad."]
