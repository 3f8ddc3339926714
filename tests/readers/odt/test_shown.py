"""What a reader sees of an OpenDocument text, and what not."""

from __future__ import annotations

import pytest

from klarsprak.letter import MarkKind, Role
from klarsprak.readers import odt
from klarsprak.readers.odt.document import OdtDocument
from klarsprak.readers.odt.paragraph import Slot
from tests.readers.odt.making import blocks, box, cell, document, note, p, parts, read, style, table, texts, zipped

REGION = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
    "<text:p>bort</text:p></text:deletion></text:changed-region></text:tracked-changes>"
)
HIDDEN = '<style:text-properties text:display="none"/>'
FIELD_START = (
    '<field:fieldmark-start field:type="x"><field:param field:name="a" field:value="b"/></field:fieldmark-start>'
)


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("Du får <text:span>ett</text:span> svar", "Du får ett svar"),
        ("Du\n   får<text:s/> svar", "Du får  svar"),
        ("  Du <text:span> får</text:span> ", "Du får"),
        ('Namn:<text:tab/>Kim<text:s text:c="3"/>Dal', "Namn:\tKim   Dal"),
        ("Hälsningar<text:line-break/>Kim", "Hälsningar\nKim"),
        ("be<text:soft-page-break/>slut", "beslut"),
        ("be<text:bookmark-start text:name='b'/>slut<text:bookmark-end text:name='b'/>", "beslut"),
        ("beslut\u00ad", "beslut"),
        ("a\u030ankomst", "ånkomst"),
        ("5\u00a0000 kronor", "5\u00a0000 kronor"),
        ('Läs på <text:a xlink:href="https://ekvalla.example">webbplatsen</text:a>', "Läs på webbplatsen"),
        ("Den <text:date>3 mars</text:date> kl. 9", "Den 3 mars kl. 9"),
        ("<text:ruby><text:ruby-base>ord</text:ruby-base><text:ruby-text>o</text:ruby-text></text:ruby>", "ord"),
        (
            "Beslut<office:annotation><dc:creator>Kim</dc:creator><text:p>Nej!</text:p></office:annotation>et",
            "Beslutet",
        ),
        ("Vi <text:change text:change-id='c1'/>svarar", "Vi svarar"),
        (
            "Vi <text:change-start text:change-id='c2'/>svarar<text:change-end text:change-id='c2'/> dig",
            "Vi svarar dig",
        ),
        ("<text:number>1.</text:number>Beslut", "Beslut"),
        (f"Sida {FIELD_START}PAGE<field:fieldmark-separator/>2<field:fieldmark-end/> av 3", "Sida 2 av 3"),
        ("<text:hidden-text text:is-hidden='true'>dolt</text:hidden-text>Du", "Du"),
        ("<text:hidden-text text:is-hidden='false'>Kära </text:hidden-text>Du", "Kära Du"),
        ("<new:wrapper>Du</new:wrapper> får", "Du får"),
    ],
)
def test_a_paragraph_says_what_its_reader_sees(inner: str, text: str) -> None:
    assert texts(REGION + p(inner)) == [text]


def test_hidden_words_are_not_read() -> None:
    automatic = style("Dold", HIDDEN) + style("T1", HIDDEN, family="text") + style("P1", parent_style_name="Dold")
    body = p("Du ser <text:span text:style-name='T1'>inte</text:span> detta.") + p("Dolt", "Dold") + p("Dolt", "P1")
    body += "<text:section text:display='none'>" + p("Dolt") + "</text:section>"
    body += p("Dolt<text:hidden-paragraph text:is-hidden='true'/>")
    assert texts(body, automatic) == ["Du ser detta."]


def test_each_block_has_the_role_that_it_plays() -> None:
    styles = style("Rubrik_20_2", parent_style_name="Standard") + style("Egen", parent_style_name="Rubrik_20_2")
    pages = (
        '<style:master-page style:name="Standard"><style:header><text:p>Ekvalla</text:p></style:header>'
        "<style:footer><text:p>Box 1</text:p></style:footer></style:master-page>"
    )
    body = (
        '<text:h text:outline-level="1">Beslut</text:h>'
        + p("Skäl", "Egen")
        + p("Du får plats." + note("Se lagen.") + box(p("Ring oss.")))
        + "<text:list><text:list-item>"
        + p("en sak")
        + "</text:list-item></text:list>"
        + table(cell(p("Namn")) + cell("<text:p/>"))
    )
    assert [(block.role, block.text) for block in blocks(body, "", styles, pages)] == [
        (Role.HEADER, "Ekvalla"),
        (Role.HEADING, "Beslut"),
        (Role.HEADING, "Skäl"),
        (Role.PARAGRAPH, "Du får plats."),
        (Role.TEXT_BOX, "Ring oss."),
        (Role.LIST_ITEM, "en sak"),
        (Role.TABLE_CELL, "Namn"),
        (Role.TABLE_CELL, ""),
        (Role.FOOTER, "Box 1"),
        (Role.FOOTNOTE, "Se lagen."),
    ]


def test_footnotes_come_before_endnotes() -> None:
    body = p("Ett" + note("slut", "endnote")) + p("två" + note("fot"))
    assert texts(body) == ["Ett", "två", "fot", "slut"]


def test_cells_are_told_by_row_and_column() -> None:
    body = table(
        cell(p("A"), 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>" + cell(p("B")),
        cell(p("C")) + cell(table(cell(p("D")))),
    )
    assert [(block.text, block.cell and tuple(block.cell)) for block in blocks(body)] == [
        ("A", (0, 0, 0)),
        ("B", (0, 0, 2)),
        ("C", (0, 1, 0)),
        ("D", (1, 0, 0)),
    ]


def test_a_shape_with_words_is_a_text_box() -> None:
    (first, second) = blocks(p("Före<draw:custom-shape>" + p("i rutan") + "</draw:custom-shape> och efter"))
    assert (first.text, second.text, second.role) == ("Före och efter", "i rutan", Role.TEXT_BOX)


def test_a_table_that_text_flows_around_is_a_table() -> None:
    frame = '<draw:frame loext:may-break-between-pages="true"><draw:text-box>{}</draw:text-box></draw:frame>'
    (block,) = blocks(p(frame.format(table(cell(p("Namn"))))))
    assert block.role is Role.TABLE_CELL


@pytest.mark.parametrize(
    ("inner", "kind"),
    [
        ("<text:placeholder>&lt;Namn&gt;</text:placeholder>", MarkKind.PLACEHOLDER),
        ("<text:text-input text:description='Namn'>Namn</text:text-input>", MarkKind.PLACEHOLDER),
        (
            "<loext:content-control loext:showing-place-holder='true'><text:span>Klicka</text:span>"
            "</loext:content-control>",
            MarkKind.PLACEHOLDER,
        ),
        ("<text:database-display text:column-name='Namn'>Kim</text:database-display>", MarkKind.FIELD),
    ],
)
def test_what_nobody_has_written_is_marked(inner: str, kind: MarkKind) -> None:
    (block,) = blocks(p(f"Hej {inner}!"))
    assert [(mark.kind, mark.start, mark.end) for mark in block.marks] == [(kind, 4, len(block.text) - 1)]


def test_a_field_that_somebody_has_filled_in_is_text() -> None:
    (block,) = blocks(p("<text:text-input text:description='Namn'>Kim</text:text-input>"))
    assert (block.text, block.marks) == ("Kim", ())


PAGES = """\
<style:master-page style:name="Standard"><style:header><text:p>vanligt</text:p></style:header>
<style:header-first><text:p>första</text:p></style:header-first>
<style:header-left style:display="false"><text:p>vänster</text:p></style:header-left></style:master-page>
<style:master-page style:name="Brev" style:next-style-name="Brev2">
<style:header><text:p>Sida 1</text:p></style:header></style:master-page>
<style:master-page style:name="Brev2"><style:header><text:p>Sida 2</text:p></style:header></style:master-page>
<style:master-page style:name="Annat"><style:header><text:p>annat</text:p></style:header></style:master-page>"""


@pytest.mark.parametrize(
    ("styles", "headers"),
    [
        ("", ["första", "vanligt"]),
        (style("P1", master_page_name="Brev"), ["Sida 1"]),
        (style("P1", master_page_name="Annat"), ["annat"]),
    ],
)
def test_the_headers_of_the_pages_in_use_are_read_once(styles: str, headers: list[str]) -> None:
    assert texts(p("Hej", "P1"), styles, "", PAGES) == [*headers, "Hej"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame>", "Texten i ett inbäddat objekt"),
        ("<draw:control/>", "Formulärfält"),
    ],
)
def test_what_cannot_be_read_is_told(body: str, says: str) -> None:
    (told,) = read(p("Hej" + body)).notes
    assert told.startswith(says)


FRAME = "<draw:frame><draw:floating-frame xlink:href='villkor.html'/></draw:frame>"
LINK = "<text:section-source xlink:href='villkor.odt'/>"
DDE = "<office:dde-source office:dde-item='A1'/>"


@pytest.mark.parametrize(
    ("inner", "is_told"),
    [
        (p(FRAME), True),
        (f"<text:section>{LINK}</text:section>", True),
        (f"<text:section>{DDE}{p('')}</text:section>", True),
        (f"<text:section>{LINK}{p('Du får svar.')}</text:section>", False),
        (f"<text:section>{LINK}{p('<draw:frame><draw:image/></draw:frame>')}</text:section>", False),
        (f"<text:section text:display='none'>{LINK}</text:section>", False),
        ("<text:section><text:section-source text:section-name='S'/></text:section>", False),
        (f"<text:section>{p('')}</text:section>", False),
    ],
)
def test_what_stands_in_another_file_is_told(inner: str, is_told: bool) -> None:
    letter = read(p("Hej") + inner)
    told = "Text som hämtas från en annan fil är inte granskad. Öppna filen och granska den för sig."
    assert letter.notes == letter.unread == ([told] if is_told else [])


def test_a_formula_needs_no_telling() -> None:
    files = parts(p("Hej<draw:frame><draw:object xlink:href='./Object 1'/></draw:frame>"))
    entry = b'<m:file-entry m:full-path="Object 1/" m:media-type="application/vnd.oasis.opendocument.formula"/></m:'
    manifest = files["META-INF/manifest.xml"].replace(b"</m:", entry, 1)
    assert odt.read(zipped(files | {"META-INF/manifest.xml": manifest}), "brev.odt").notes == []


def test_every_sign_leads_back_to_where_it_stands() -> None:
    body = p("Du <text:span>fa\u030ar</text:span>\n <text:s/>svar")
    trace = OdtDocument(document(body)).traces[0]
    assert trace.block.text == "Du får  svar"
    found = [
        (sign.first.element.tag.rpartition("}")[2], sign.first.slot, sign.start, sign.end) for sign in trace.signs
    ]
    assert found[0] == ("p", Slot.TEXT, 0, 1)
    assert found[4] == ("span", Slot.TEXT, 1, 3)
    assert found[6:8] == [("span", Slot.TAIL, 0, 1), ("s", Slot.ELEMENT, 0, 1)]
    assert found[-1] == ("s", Slot.TAIL, 3, 4)
