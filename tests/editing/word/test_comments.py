"""Findings as comments: where they stand, what they say, and that the letter is otherwise as it was."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from klarsprak.checker import Checker
from klarsprak.editing.word.comments import annotate
from klarsprak.finding import Category, Finding, FindingPlace, Level, Report
from klarsprak.letter import Block
from klarsprak.readers import docx
from klarsprak.readers.docx.markup import W
from tests.editing.conftest import WHEN, Commented, Word, corpora, part, with_parts
from tests.editing.word.validity import problems
from tests.readers.docx.conftest import OFFICE

BOLD = "<w:b/>"


def folded(words: str) -> str:
    return " ".join(normalize("NFC", words).split())


def test_a_comment_stands_at_exactly_the_words(word: Word) -> None:
    letter = word.annotated(word.p("Du har erhållit ett bidrag men ej en lägenhet."))
    assert letter.words == ["erhållit", "ej"]


def test_a_comment_says_what_is_wrong_what_to_write_and_why(word: Word) -> None:
    letter = word.annotated(word.p("Du har erhållit ett bidrag."))
    says = next(text for text, words in letter.placed if words)
    assert says == "Bör skrivas om: ”erhållit” är svårt. Skriv ”fått”.\nVarför? Skälet.\nRegel: prov.erhålla"


def test_a_comment_on_a_section_says_what_it_means_and_by_which_wording_of_the_law(shipped: Checker) -> None:
    path = next(path for path in corpora() if path.name == "beslut-fardtjanst.docx")
    data = path.read_bytes()
    letter = Commented(annotate(data, shipped.check(docx.read(data, path.name)), WHEN))
    says = " ".join(text for text, words in letter.placed if words)
    assert (
        "”Kommunen får ta betalt för resor med färdtjänst.” Det bygger på lagen med ändringar till och med SFS"
        in says
    )


def test_a_comment_is_klarspraks_own(word: Word) -> None:
    comment = next(word.annotated(word.p("Tjena!")).comments.iter(W + "comment"))
    assert [comment.get(W + name) for name in ("author", "initials", "date")] == [
        "klarsprak",
        "ks",
        "2026-03-02T09:30:00Z",
    ]


def test_a_run_that_is_cut_keeps_its_look(word: Word) -> None:
    letter = word.annotated(word.p(word.r("Du har erhållit ett bidrag.", BOLD)))
    runs = [run for run in letter.document.iter(W + "r") if next(run.iter(W + "t"), None) is not None]
    assert [run[1].text for run in runs] == ["Du har ", "erhållit", " ett bidrag."]
    assert all(run[0][0].tag == W + "b" for run in runs)


def test_words_over_several_runs_have_one_comment(word: Word) -> None:
    assert word.annotated(word.p("Du har er", word.r("håll", BOLD), "it ett bidrag.")).words == ["erhållit"]


def test_a_comment_stands_at_decomposed_letters_too(word: Word) -> None:
    letter = word.annotated(word.p("På Ö har du erha\u030allit, och ej fa\u030att, stöd."))
    assert letter.words == ["erha\u030allit", "ej"]


def test_soft_hyphens_and_white_space_that_does_not_count_move_no_comment(word: Word) -> None:
    body = "<w:p><w:r><w:t>  \n Du har er\u00adhållit   det ej. </w:t></w:r></w:p>"
    letter = word.annotated(body)
    assert letter.words == ["erhållit", "ej"]
    assert docx.read(letter.data, "").blocks[0].text == "Du har erhållit   det ej."


WRAPPERS = {
    "content control": "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "hyperlink": '<w:hyperlink r:id="rIdX">{}</w:hyperlink>',
    "tracked insertion": '<w:ins w:id="7" w:author="A" w:date="2026-01-01T00:00:00Z">{}</w:ins>',
    "smart tag": '<w:smartTag w:element="x">{}</w:smartTag>',
    "simple field": '<w:fldSimple w:instr="DOCPROPERTY x">{}</w:fldSimple>',
}


@pytest.mark.parametrize("wrapper", WRAPPERS.values(), ids=WRAPPERS)
def test_a_comment_stands_at_its_words_whatever_they_stand_in(word: Word, wrapper: str) -> None:
    letter = word.annotated(word.p("Du ", wrapper.format(word.r("har erhållit ett")), " bidrag."))
    assert letter.words == ["erhållit"]
    start = next(letter.document.iter(W + "commentRangeStart"))
    assert start.getparent() is not None


def test_the_reference_is_no_part_of_somebody_elses_insertion(word: Word) -> None:
    letter = word.annotated(
        word.p("Du ", WRAPPERS["tracked insertion"].format(word.r("har erhållit ett")), " bidrag.")
    )
    assert not next(letter.document.iter(W + "ins")).findall(f".//{W}commentReference")


def test_a_control_that_word_fills_itself_is_marked_from_outside(word: Word) -> None:
    bound = WRAPPERS["content control"].replace("<w:sdtPr/>", '<w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr>')
    letter = word.annotated(word.p("Du ", bound.format(word.r("har erhållit ett")), " bidrag."))
    assert letter.words == ["har erhållit ett"]


def test_the_reference_of_a_comment_in_a_field_stands_after_the_field(word: Word) -> None:
    letter = word.annotated(word.p("Du ", word.field("MERGEFIELD x", "har erhållit ett"), " bidrag."))
    assert letter.words == ["erhållit"]
    kinds = [
        element.get(W + "fldCharType", "comment")
        for element in letter.document[0][0].iter(W + "fldChar", W + "commentReference")
    ]
    assert kinds == ["comment", "begin", "separate", "end", "comment"]


def test_a_comment_stands_at_its_words_in_a_form(word: Word) -> None:
    letter = word.annotated(word.p("Beslut: ", word.field("FORMTEXT", "Du har erhållit det.")))
    assert letter.words == ["erhållit"]
    assert problems(letter.data) == []


def test_a_comment_stands_at_its_words_in_a_table(word: Word) -> None:
    table = word.tbl(word.tc("Namn") + word.tc("Du har erhållit det."))
    assert word.annotated(word.p("Hej!"), table).words == ["erhållit"]


def test_several_findings_in_a_paragraph_have_a_comment_each(word: Word) -> None:
    letter = word.annotated(word.p("Tjena, du har ej erhållit det."), word.p("Ej"))
    assert letter.words == ["Tjena", "ej", "erhållit", "Ej"]
    assert problems(letter.data) == []


def test_where_word_allows_no_comment_the_nearest_paragraph_has_it(word: Word) -> None:
    note = '<w:footnote w:id="2">' + word.p("I not.") + "</w:footnote>"
    data = word.file(
        word.p("Först.")
        + word.p("Med not.", '<w:r><w:footnoteReference w:id="2"/></w:r>')
        + word.p("Med ruta.", word.box(word.p("I ruta.")))
        + word.p("Sist.")
        + word.section("header1", "footer1"),
        header1=word.p("I huvud."),
        footer1=word.p("I fot."),
        footnotes=note,
    )
    letter = docx.read(data, "")
    report = Report("", "docx", findings=[finding(number, block) for number, block in enumerate(letter.blocks)])
    commented = Commented(annotate(data, report, WHEN, Level.INFO))
    paragraphs = [
        [heading(commented.texts[mark.get(W + "id", "")]) for mark in paragraph.iter(W + "commentReference")]
        for paragraph in commented.document[0].iterchildren(W + "p")
    ]
    assert paragraphs == [
        ["Granskat med klarsprak.", "Gäller sidhuvudet: ”I huvud.”.", "Tänk på: Så."],
        ["Gäller fotnoten: ”I not.”.", "Tänk på: Så."],
        ["Gäller textrutan: ”I ruta.”.", "Tänk på: Så."],
        ["Gäller sidfoten: ”I fot.”.", "Tänk på: Så."],
    ]
    assert commented.words == ["Först.", "Med not.", "Med ruta.", "Sist."]


def heading(comment: str) -> str:
    """The paragraph that says where the words stand, if that isn't where the comment is; else the first."""
    first, *others = comment.splitlines()
    return next((line for line in others if line.startswith("Gäller ")), first)


def finding(number: int, block: Block) -> Finding:
    """One on all the words of a block."""
    place = FindingPlace(number, block.role, 0, len(block.text))
    return Finding("prov.x", Category.TON, Level.INFO, block.text, (), "Så.", "", "", place)


def test_one_comment_sums_up_at_the_first_words(word: Word) -> None:
    letter = word.annotated("<w:p/>", word.p("Tjena! Du har ej erhållit det."))
    (summary,) = [text for text in letter.texts.values() if text.startswith("Granskat")]
    assert summary == "Granskat med klarsprak.\n1 måste rättas och 2 bör skrivas om."
    assert len(list(letter.document[0][0].iter(W + "commentReference"))) == 0


def test_what_is_missing_stands_in_the_summary(shipped: Checker, word: Word) -> None:
    data = word.file(word.p("Du får färdtjänst från den 1 mars. Du kan åka från klockan 7 till klockan 22."))
    report = shipped.check(docx.read(data, ""))
    missing = [f"– {finding.level.label}: {finding.message}" for finding in report.findings if finding.place is None]
    summary = next(iter(Commented(annotate(data, report, WHEN)).texts.values()))
    assert set(missing) <= set(summary.splitlines())


TOP = '<w:p w:rsidR="TOP"><w:r><w:t>Solberga kommun</w:t></w:r></w:p>'
TOPS = {
    "text": TOP,
    "an empty paragraph": f"<w:p/>{TOP}",
    "a table": f"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>{TOP}</w:tc></w:tr></w:tbl>",
    "a control": f"<w:sdt><w:sdtPr/><w:sdtContent>{TOP}</w:sdtContent></w:sdt>",
}


@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
def test_the_comments_on_the_whole_letter_stand_on_top_whatever_it_begins_with(word: Word, top: str) -> None:
    assert comments_on_top(word, top) == ["Granskat med klarsprak."]


def test_the_comments_on_the_whole_letter_stand_at_a_text_box_that_comes_first(word: Word) -> None:
    box = word.p(word.box(word.p("Solberga kommun"))).replace("<w:p>", '<w:p w:rsidR="TOP">', 1)
    assert comments_on_top(word, box) == ["Granskat med klarsprak."]


def test_a_control_that_word_fills_itself_holds_no_comment_on_the_whole_letter(word: Word) -> None:
    control = TOPS["a control"].replace("<w:sdtPr/>", '<w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr>')
    assert comments_on_top(word, control) == []


def comments_on_top(word: Word, top: str) -> list[str]:
    """The first lines of the comments in the paragraph that is marked."""
    letter = word.annotated(top, word.p("Du får det."))
    assert problems(letter.data) == []
    (paragraph,) = [item for item in letter.document.iter(W + "p") if item.get(W + "rsidR") == "TOP"]
    return [
        letter.texts[mark.get(W + "id", "")].partition("\n")[0] for mark in paragraph.iter(W + "commentReference")
    ]


def test_what_has_no_comment_of_its_own_is_listed_in_one_on_top(word: Word) -> None:
    data = word.file(
        word.p("Beslut", properties='<w:outlineLvl w:val="0"/>')
        + word.p("Du har ej erhållit det. Tjena! Eva har ej heller.")
    )
    letter = Commented(annotate(data, word.check(data), WHEN, Level.ERROR))
    assert letter.words == ["Tjena"]
    assert list(letter.texts.values())[1].splitlines() == [
        "Granskat med klarsprak: 3 anmärkningar utan egen kommentar.",
        "Bör skrivas om:",
        "– ”ej” är svårt. Skriv ”inte”. (1:a stycket under Beslut och 1 ställe till)",
        "– ”erhållit” är svårt. Skriv ”fått”. (1:a stycket under Beslut)",
    ]


def test_a_letter_without_findings_gets_the_summary_alone(word: Word) -> None:
    assert len(word.annotated(word.p("Hej!")).texts) == 1


@pytest.mark.parametrize("body", ["", "<w:p/>"])
def test_a_letter_with_words_in_its_head_alone_stays_valid(word: Word, body: str) -> None:
    head = word.p("Solberga kommun")
    assert problems(word.annotate(word.file(body + word.section("header1"), header1=head))) == []


OLD = '<w:comment w:id="0" w:author="Eva" w:initials="E"><w:p><w:r><w:t>Kolla!</w:t></w:r></w:p></w:comment>'


def test_comments_that_are_there_stay(word: Word) -> None:
    old = (
        '<w:commentRangeStart w:id="0"/>'
        + word.r("Du har ")
        + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    letter = word.annotated(word.p(old, "erhållit det."), comments=OLD)
    assert letter.words == ["Du har ", "erhållit"]
    assert letter.texts["0"] == "Kolla!"
    assert problems(letter.data) == []
    assert len(part(letter.data, "word/_rels/document.xml.rels")) == 1


def test_a_first_comment_brings_its_part(word: Word) -> None:
    letter = word.annotated(word.p("Du har erhållit det."))
    (relation,) = part(letter.data, "word/_rels/document.xml.rels")
    assert (relation.get("Type"), relation.get("Target")) == (f"{OFFICE}/comments", "comments.xml")
    assert problems(letter.data) == []


def test_a_copied_change_of_format_gets_a_number_of_its_own(word: Word) -> None:
    change = '<w:rPrChange w:id="3" w:author="A" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange>'
    assert problems(word.annotated(word.p(word.r("Du har erhållit det.", BOLD + change))).data) == []


def test_a_strict_document_stays_strict(word: Word) -> None:
    data = word.file(word.p("Du har erhållit det."))
    strict = part(data, "word/document.xml")
    source = etree.tostring(strict).replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    result = word.annotate(with_parts(data, document=source))
    for name in ("document", "comments"):
        assert {str(element.tag).partition("}")[0] for element in part(result, f"word/{name}.xml").iter()} == {
            "{http://purl.oclc.org/ooxml/wordprocessingml/main"
        }
    assert docx.read(result, "").blocks[0].text == "Du har erhållit det."


def test_the_same_letter_gives_the_same_bytes(word: Word) -> None:
    data = word.file(word.p("Du har erhållit det."))
    assert word.annotate(data) == word.annotate(data)


@pytest.mark.parametrize("path", corpora(), ids=lambda path: path.stem)
def test_annotated_letters_of_the_corpora_are_valid_and_read_as_before(shipped: Checker, path: Path) -> None:
    data = path.read_bytes()
    letter = docx.read(data, path.name)
    report = shipped.check(letter)
    result = annotate(data, report, WHEN, Level.INFO)
    assert problems(result) == []
    again = docx.read(result, path.name)
    assert [(block.text, block.role) for block in again.blocks] == [
        (block.text, block.role) for block in letter.blocks
    ]
    at_words = sorted(
        finding.text
        for finding in report.findings
        if finding.place is not None and finding.place.role in ("paragraph", "list_item", "heading", "table_cell")
    )
    placed = Commented(result).words
    assert sorted(map(folded, placed)) == at_words


PIECES = st.lists(
    st.tuples(
        st.sampled_from(["Du ", "har ", "er", "hållit", " ej", " a\u030aker", " ", "\t", "Tjena", ". "]),
        st.sampled_from(["{}", *WRAPPERS.values()][:5]),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@given(PIECES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_comments_stand_at_their_words_however_these_are_cut_into_runs(
    word: Word, pieces: list[tuple[str, str, bool]]
) -> None:
    body = word.p("<w:proofErr/>", *(wrapper.format(word.r(text, BOLD * bold)) for text, wrapper, bold in pieces))
    data = word.file(body)
    assume(any(map(str.isalpha, "".join(text for text, _, _ in pieces))))
    report = word.check(data)
    letter = Commented(annotate(data, report, WHEN))
    assert [folded(words) for words in letter.words] == [finding.text for finding in report.findings]
    assert [block.text for block in docx.read(letter.data, "").blocks] == report.texts
    looks = [
        (sign, run.find(f"{W}rPr/{W}b") is not None)
        for run in letter.document.iter(W + "r")
        for text in run.iter(W + "t")
        for sign in text.text or ""
    ]
    assert looks == [(sign, bold) for text, _, bold in pieces for sign in text]
