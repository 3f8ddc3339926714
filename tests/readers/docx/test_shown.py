"""What a reader of the document sees, and what not."""

from __future__ import annotations

from typing import Any

import pytest

from klarsprak.letter import MarkKind, Role


@pytest.mark.parametrize(
    "wrapper",
    [
        "w:hyperlink",
        "w:smartTag",
        "w:ins",
        "w:moveTo",
        "w:customXml",
        "w:bdo",
        "new:wrapper",
    ],
)
def test_words_in_a_wrapper_are_read(make: Any, wrapper: str) -> None:
    assert (
        make.text("Du kan ", f"<{wrapper}>{make.r('överklaga')}</{wrapper}>", " beslutet.")
        == "Du kan överklaga beslutet."
    )


@pytest.mark.parametrize("wrapper", ["w:del", "w:moveFrom"])
def test_tracked_deletions_are_not_read(make: Any, wrapper: str) -> None:
    deleted = f"<{wrapper}>{make.r('icke ')}</{wrapper}>"
    assert make.text("Du kan ", deleted, "överklaga.") == "Du kan överklaga."


def test_a_deleted_paragraph_mark_joins_two_paragraphs(make: Any) -> None:
    first = make.p("Du kan över", properties="<w:rPr><w:del/></w:rPr>")
    assert make.texts(first + make.p("klaga.") + make.p("Hej!")) == ["Du kan överklaga.", "Hej!"]


def test_a_deleted_paragraph_mark_with_nothing_after_it_loses_no_words(make: Any) -> None:
    last = make.p("Hej då!", properties="<w:rPr><w:del/></w:rPr>")
    assert make.texts(make.tbl(make.tc(last)) + last) == ["Hej då!", "Hej då!"]


STYLES = (
    '<w:style w:type="character" w:styleId="Dold"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Barn"><w:basedOn w:val="Dold"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Anvisning"><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    "properties", ["<w:vanish/>", '<w:vanish w:val="1"/>', '<w:rStyle w:val="Dold"/>', '<w:rStyle w:val="Barn"/>']
)
def test_hidden_text_is_not_read(make: Any, properties: str) -> None:
    assert make.text("Syns", make.r("dolt", properties), styles=STYLES) == "Syns"


@pytest.mark.parametrize("properties", ['<w:vanish w:val="0"/>', '<w:vanish w:val="false"/><w:rStyle w:val="Dold"/>'])
def test_hiding_that_is_switched_off_hides_nothing(make: Any, properties: str) -> None:
    assert make.text("Syns ", make.r("också", properties), styles=STYLES) == "Syns också"


def test_a_paragraph_style_hides_its_paragraphs(make: Any) -> None:
    hidden = make.p("Ta bort den här texten.", properties='<w:pStyle w:val="Anvisning"/>')
    assert make.texts(hidden + make.p("Hej!"), styles=STYLES) == ["Hej!"]


def test_comments_in_a_document_are_not_read(make: Any) -> None:
    body = make.p("Hej!", '<w:r><w:commentReference w:id="0"/></w:r>')
    assert make.texts(body, comments=make.p("Stryk det här?")) == ["Hej!"]


# Content controls


def sdt(inner: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def test_content_controls_are_read_wherever_they_stand(make: Any) -> None:
    inline = make.p("Diarienummer: ", sdt(make.r("KS 2024/17")))
    block = sdt(make.p("Hela stycket"))
    row = make.tbl("").replace("<w:tr></w:tr>", sdt(f"<w:tr>{make.tc('rad')}</w:tr>"))
    cell = make.tbl(sdt(make.tc("cell")))
    assert make.texts(inline + block + row + cell) == ["Diarienummer: KS 2024/17", "Hela stycket", "rad", "cell"]


def test_an_unfilled_control_is_marked_as_a_placeholder(make: Any) -> None:
    prompt = sdt(make.r("Klicka ") + make.r("här"), "<w:showingPlcHdr/>")
    (block,) = make.blocks(make.p("Namn: ", prompt, "."))
    assert block.text == "Namn: Klicka här."
    assert block.marks == ((MarkKind.PLACEHOLDER, 6, 16),)


def test_a_filled_control_is_not_marked(make: Any) -> None:
    filled = sdt(make.r("Anna"), '<w:showingPlcHdr w:val="0"/>')
    assert make.blocks(make.p("Namn: ", filled))[0].marks == ()


def test_an_unfilled_control_round_whole_paragraphs_marks_each(make: Any) -> None:
    blocks = make.blocks(
        sdt(make.p("Skriv beslutet.") + make.p("Skriv skälen."), "<w:showingPlcHdr/>") + make.p("Hej")
    )
    assert [[mark.end for mark in block.marks] for block in blocks] == [[15], [13], []]


# Fields


def test_a_field_shows_its_result_not_its_instruction(make: Any) -> None:
    assert make.text("Sida ", make.field("PAGE", "1"), " av två") == "Sida 1 av två"
    assert make.text("Se ", f'<w:fldSimple w:instr="REF a">{make.r("bilaga 1")}</w:fldSimple>') == "Se bilaga 1"


def test_a_field_in_another_fields_instruction_is_not_shown(make: Any) -> None:
    condition = make.field("MERGEFIELD Kön", "K")
    whole = make.field("IF", "Hej Anna").replace("<w:instrText> IF </w:instrText></w:r>", f"</w:r>{condition}", 1)
    assert make.text(whole, "!") == "Hej Anna!"


def test_a_merge_fields_result_is_marked(make: Any) -> None:
    (block,) = make.blocks(make.p("Hej ", make.field("MERGEFIELD Förnamn", "«Förnamn»"), "!"))
    assert block.text == "Hej «Förnamn»!"
    assert block.marks == ((MarkKind.FIELD, 4, 13),)


def test_two_merge_fields_side_by_side_are_two_marks(make: Any) -> None:
    (block,) = make.blocks(make.p(make.field("MERGEFIELD A", "«A»"), make.field("MERGEFIELD B", "«B»")))
    assert [(mark.start, mark.end) for mark in block.marks] == [(0, 3), (3, 6)]


def test_the_prompt_of_an_old_template_is_a_placeholder(make: Any) -> None:
    (block,) = make.blocks(make.p("Till ", make.field("MACROBUTTON NoMacro [Klicka och skriv namn]")))
    assert block.text == "Till [Klicka och skriv namn]"
    assert block.marks == ((MarkKind.PLACEHOLDER, 5, 28),)


def test_old_form_fields_show_what_is_picked(make: Any) -> None:
    menu = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Avslag"/><w:listEntry w:val="Bifall"/></w:ddList>'
    begin = '<w:fldChar w:fldCharType="begin"'
    picked = make.field("FORMDROPDOWN").replace(f"{begin}/>", f"{begin}><w:ffData>{menu}</w:ffData></w:fldChar>")
    box = "<w:checkBox><w:checked/></w:checkBox>"
    ticked = make.field("FORMCHECKBOX").replace(f"{begin}/>", f"{begin}><w:ffData>{box}</w:ffData></w:fldChar>")
    assert make.text("Beslut: ", picked, " ", ticked) == "Beslut: Bifall ☒"


def test_a_field_may_go_on_over_paragraphs(make: Any) -> None:
    start = make.field("TOC", "Beslut").removesuffix('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert make.texts(make.p(start) + make.p("Skäl", end) + make.p("Hej")) == ["Beslut", "Skäl", "Hej"]


def test_a_field_whose_end_is_deleted_does_not_swallow_the_letter(make: Any) -> None:
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    field = make.field("XE x").replace(end, f"<w:del>{end}</w:del>")
    assert make.text("Hej", field, "!") == "Hej!"


def test_a_field_without_end_is_noted(make: Any) -> None:
    letter = make.read(make.p("Hej", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', make.r("borta")))
    assert letter.notes == ["Ett fält i dokumentet saknar slut. Text efter det kan saknas i granskningen."]


# Text boxes


def test_a_text_box_is_read_once_after_its_paragraph(make: Any) -> None:
    blocks = make.blocks(make.p("Hej ", make.box(make.p("Fakta om avgiften")), "där!") + make.p("Mer"))
    assert [(block.text, block.role) for block in blocks] == [
        ("Hej där!", Role.PARAGRAPH),
        ("Fakta om avgiften", Role.TEXT_BOX),
        ("Mer", Role.PARAGRAPH),
    ]


def test_old_text_boxes_are_read(make: Any) -> None:
    content = f"<w:txbxContent>{make.p('Ruta')}</w:txbxContent>"
    box = f"<v:shape><v:textbox>{content}</v:textbox></v:shape>"
    assert make.texts(make.p("Hej", f"<w:r><w:pict>{box}</w:pict></w:r>")) == ["Hej", "Ruta"]


def test_a_branch_that_word_does_not_know_gives_way_to_the_fallback(make: Any) -> None:
    branches = f'<mc:Choice Requires="new">{make.r("nytt")}</mc:Choice><mc:Fallback>{make.r("gammalt")}</mc:Fallback>'
    assert make.text(f"<mc:AlternateContent>{branches}</mc:AlternateContent>") == "gammalt"


def test_a_text_box_in_hidden_text_is_hidden(make: Any) -> None:
    hidden = make.box(make.p("Ruta")).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert make.texts(make.p("Hej", hidden)) == ["Hej"]


def test_a_watermark_is_read(make: Any) -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'
    assert make.texts(make.p("Hej", art)) == ["Hej", "UTKAST"]


def test_a_document_of_the_letter_that_is_not_read_keeps_it_from_being_called_clean(make: Any) -> None:
    letter = make.read(make.p("Hej") + '<w:subDoc r:id="x"/>')
    told = "Ett deldokument som hör till brevet är inte granskat. Granska det för sig."
    assert letter.notes == letter.unread == [told]


def canvas(*paragraphs: str) -> str:
    """A shape that was pasted from PowerPoint."""
    words = "".join(f"<a:p>{inner}</a:p>" for inner in paragraphs)
    return (
        "<w:r><w:drawing><a:graphic><a:graphicData><lc:lockedCanvas><a:sp><a:txSp><a:txBody><a:bodyPr/>"
        f"{words}</a:txBody></a:txSp></a:sp></lc:lockedCanvas></a:graphicData></a:graphic></w:drawing></w:r>"
    )


def test_what_a_shape_from_powerpoint_says_is_read(make: Any) -> None:
    drawn = canvas("<a:r><a:t>Så gör </a:t></a:r><a:fld><a:t>du</a:t></a:fld><a:br/><a:r><a:t>Ring.</a:t></a:r>", "")
    (first, second) = make.blocks(make.p("Hej", drawn))
    assert (first.text, second.text, second.role) == ("Hej", "Så gör du\nRing.", Role.TEXT_BOX)


def test_a_shape_from_powerpoint_in_hidden_text_is_hidden(make: Any) -> None:
    hidden = canvas("<a:r><a:t>Dold</a:t></a:r>").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    assert make.texts(make.p("Hej", hidden)) == ["Hej"]


@pytest.mark.parametrize(
    ("xml", "note"),
    [
        (
            '<w:altChunk r:id="x"/>',
            "Ett inbäddat dokument är inte granskat. Öppna brevet i Word och spara det på nytt.",
        ),
        (
            '<w:p><w:r><w:drawing><c:chart r:id="x"/></w:drawing></w:r></w:p>',
            "Texten i ett diagram granskas inte.",
        ),
        (
            '<w:p><w:r><w:drawing><cx:chart r:id="x"/></w:drawing></w:r></w:p>',
            "Texten i ett diagram granskas inte.",
        ),
        (
            '<w:p><w:r><w:object><w:control r:id="x" w:name="TextBox1"/></w:object></w:r></w:p>',
            "Formulärfält som ligger som objekt på sidan granskas inte.",
        ),
    ],
)
def test_what_is_not_read_is_noted(make: Any, xml: str, note: str) -> None:
    assert make.read(make.p("Hej") + xml).notes == [note]
