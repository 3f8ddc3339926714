"""Safe fixes as tracked changes: what accepting and rejecting them gives, and what is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from klarsprak.checker import Checker
from klarsprak.editing.fixes import OtherWayError, fixes, is_stop_shared
from klarsprak.editing.word.changes import change
from klarsprak.letter import ReadError
from klarsprak.readers import docx
from klarsprak.readers.docx.markup import W
from tests.editing.conftest import WHEN, Word, corpora, part
from tests.editing.word.revisions import accepted, looks, rejected
from tests.editing.word.validity import problems

BOLD = "<w:b/>"


class Fixed:
    """A document that was fixed."""

    def __init__(self, word: Word, *paragraphs: str, tracked: bool = True, **inner: str) -> None:
        self.old = word.file("".join(paragraphs), **inner)
        self.data, self.changes = change(self.old, fixes(word.check(self.old)), WHEN, tracked=tracked)

    @property
    def accepted(self) -> list[str]:
        return texts(accepted(self.data))

    @property
    def made(self) -> list[str]:
        return [fix.old for fix in self.changes.made]


def texts(data: bytes) -> list[str]:
    return [block.text for block in docx.read(data, "").blocks]


def test_accepted_changes_give_the_plain_words_in_the_same_form(word: Word) -> None:
    assert Fixed(word, word.p("Du har erhållit ett bidrag, ej två.")).accepted == [
        "Du har fått ett bidrag, inte två."
    ]


def test_rejected_changes_give_the_letter_as_it_was(word: Word) -> None:
    fixed = Fixed(word, word.p("Du har ", word.r("erhållit ett", BOLD), " bidrag, ej två."))
    assert looks(rejected(fixed.data)) == looks(fixed.old)


def test_a_change_is_klarspraks_own_and_dated(word: Word) -> None:
    document = part(Fixed(word, word.p("Du har erhållit det.")).data, "word/document.xml")
    for kind in ("ins", "del"):
        (element,) = document.iter(W + kind)
        assert element.get(W + "author") == "klarsprak"
        assert element.get(W + "date") == "2026-03-02T09:30:00Z"


def test_new_words_look_like_the_first_of_the_old(word: Word) -> None:
    fixed = Fixed(word, word.p("Du har ", word.r("erh", BOLD), "ållit det."))
    (inserted,) = part(fixed.data, "word/document.xml").iter(W + "ins")
    assert inserted[0][0][0].tag == W + "b"
    assert fixed.accepted == ["Du har fått det."]
    assert looks(rejected(fixed.data)) == looks(fixed.old)


def test_changes_that_are_written_in_need_nobody_to_accept_them(word: Word) -> None:
    fixed = Fixed(word, word.p("Du har ", word.r("erh", BOLD), "ållit det ej."), tracked=False)
    document = part(fixed.data, "word/document.xml")
    assert list(document.iter(W + "ins", W + "del")) == []
    assert texts(fixed.data) == ["Du har fått det inte."]


def test_changes_are_made_in_footers_footnotes_text_boxes_tables_and_links(word: Word) -> None:
    fixed = Fixed(
        word,
        word.p("Se ", f'<w:hyperlink w:anchor="a">{word.r("ej")}</w:hyperlink>', "."),
        word.tbl(word.tc("Du har erhållit det.")),
        word.p("Ruta. ", word.box(word.p("Har erhållit."))),
        word.p('<w:r><w:footnoteReference w:id="2"/></w:r>', "Not."),
        footnotes='<w:footnote w:id="2">' + word.p("Han ej.") + "</w:footnote>",
    )
    assert fixed.accepted == ["Se inte.", "Du har fått det.", "Ruta.", "Har fått.", "Not.", "Han inte."]
    assert looks(rejected(fixed.data)) == looks(fixed.old)
    assert problems(fixed.data) == []


MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@pytest.mark.parametrize("tracked", [True, False])
def test_the_copy_of_a_text_box_for_other_programs_is_changed_too(word: Word, tracked: bool) -> None:
    def both(first: str, second: str) -> str:
        inner = [f"<w:txbxContent>{word.p(text)}</w:txbxContent>" for text in (first, second)]
        return word.p(
            f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:wps="{WPS}" Requires="wps">{inner[0]}'
            f"</mc:Choice><mc:Fallback>{inner[1]}</mc:Fallback></mc:AlternateContent></w:r>"
        )

    old = "Du har erhållit det."
    fixed = Fixed(word, both(old, old), both(old, "Du har också erhållit det."), tracked=tracked)
    document = part(accepted(fixed.data), "word/document.xml")
    boxes = ["".join(text.text or "" for text in box.iter(W + "t")) for box in document.iter(W + "txbxContent")]
    assert boxes == ["Du har fått det.", "Du har fått det.", "Du har fått det.", "Du har också erhållit det."]
    assert problems(fixed.data) == []


def test_a_choice_between_two_words_is_left_to_the_writer(word: Word) -> None:
    assert Fixed(word, word.p("Vi avsände brevet.")).made == []


def test_a_paragraph_with_changes_is_left_alone_and_named(word: Word) -> None:
    change = f'<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">{word.r("nog ")}</w:ins>'
    fixed = Fixed(word, word.p("Du har ", change, "erhållit det."), word.p("Ej."))
    assert fixed.changes.revised == ["Du har nog erhållit det."]
    assert fixed.made == ["Ej"]
    assert problems(fixed.data) == []


def test_a_paragraph_in_a_row_that_was_inserted_is_left_alone_and_named(word: Word) -> None:
    table = word.tbl('<w:trPr><w:ins w:id="1" w:author="A"/></w:trPr>' + word.tc("Du har erhållit det."))
    assert Fixed(word, table).changes.revised == ["Du har erhållit det."]


OTHERS = {
    "a field's result": '<w:fldSimple w:instr="MERGEFIELD x">{}</w:fldSimple>',
    "a control filled from other data": (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    ),
    "a list to choose from": "<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
}


@pytest.mark.parametrize("wrapper", OTHERS.values(), ids=OTHERS)
def test_what_word_fills_in_is_left_alone(word: Word, wrapper: str) -> None:
    fixed = Fixed(word, word.p("Du har ", wrapper.format(word.r("erhållit")), " det."))
    assert [fix.old for fix in fixed.changes.left] == ["erhållit"]
    assert looks(fixed.data) == looks(fixed.old)


def control(properties: str, inner: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("lock", ["sdtContentLocked", "contentLocked"])
def test_what_the_writer_cannot_change_is_left_alone(word: Word, lock: str) -> None:
    locked = f'<w:lock w:val="{lock}"/>'
    fixed = Fixed(
        word,
        control(locked, word.p("Du har erhållit det.")),
        word.p("Du vet ", control(locked, control("<w:text/>", word.r("ej"))), " det."),
    )
    assert [fix.old for fix in fixed.changes.left] == ["erhållit", "ej"]
    assert looks(fixed.data) == looks(fixed.old)


@pytest.mark.parametrize("lock", ['<w:lock w:val="sdtLocked"/>', '<w:lock w:val="unlocked"/>', "<w:lock/>"])
def test_a_control_that_only_has_to_stay_may_be_written_in(word: Word, lock: str) -> None:
    assert Fixed(word, control(lock, word.p("Du har erhållit det."))).made == ["erhållit"]


def test_in_a_group_only_the_controls_in_it_are_changed(word: Word) -> None:
    inner = word.p("Du har erhållit det, ", control("<w:text/>", word.r("dock ej allt.")))
    fixed = Fixed(word, control("<w:group/>", inner))
    assert ([fix.old for fix in fixed.changes.left], fixed.made) == (["erhållit"], ["ej"])


HOLDERS = {
    "a link": '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "a content control": control("<w:text/>", "{}"),
    "a form's field": '<w:fldSimple w:instr=" FORMTEXT ">{}</w:fldSimple>',
}


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("holder", HOLDERS.values(), ids=HOLDERS)
def test_no_words_go_into_a_link_a_control_or_a_form_or_out_of_it(word: Word, holder: str, tracked: bool) -> None:
    fixed = Fixed(
        word,
        word.p("En ", holder.format(word.r("vidtagen")), " åtgärd är det."),
        word.p("Det är en vidtagen ", holder.format(word.r("åtgärd"))),
        word.p(holder.format(word.r("En vidtagen")), holder.format(word.r(" åtgärd är det."))),
        word.p("En ", holder.format(word.r("vidtagen", BOLD) + word.r(" åtgärd")), " är det."),
        tracked=tracked,
    )
    assert [fix.block for fix in fixed.changes.left] == [0, 1, 2]
    assert [fix.block for fix in fixed.changes.made] == [3]
    assert fixed.accepted[2:] == ["En vidtagen åtgärd är det.", "En åtgärd är det."]


def test_no_words_go_out_of_a_form_field_with_its_marks_in_runs(word: Word) -> None:
    fixed = Fixed(word, word.p("En ", form_field("<w:t>vidtagen</w:t>"), " åtgärd är det."))
    assert (fixed.made, texts(fixed.data)) == ([], texts(fixed.old))


def form_field(result: str, kind: str = "regular", merged: bool = False) -> str:
    """An old form's text field as Word writes it; with ``merged``, its result in one run with the marks around it."""
    data = (
        f'<w:ffData><w:name w:val="Text1"/><w:enabled/><w:textInput><w:type w:val="{kind}"/></w:textInput></w:ffData>'
    )
    begin = f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'
    instruction = '<w:instrText xml:space="preserve"> FORMTEXT </w:instrText>'
    pieces = [begin, instruction, '<w:fldChar w:fldCharType="separate"/>', result, '<w:fldChar w:fldCharType="end"/>']
    if merged:
        return f"<w:r>{''.join(pieces)}</w:r>"
    return "".join(f"<w:r>{piece}</w:r>" for piece in pieces)


TYPED = '<w:t xml:space="preserve">Du har erhållit det, ej allt.</w:t>'
SIMPLE = f'<w:fldSimple w:instr=" FORMTEXT "><w:r>{TYPED}</w:r></w:fldSimple>'


@pytest.mark.parametrize("field", [form_field(TYPED), form_field(TYPED, merged=True), SIMPLE])
@pytest.mark.parametrize("tracked", [True, False])
def test_what_the_writer_typed_into_a_form_is_changed(word: Word, field: str, tracked: bool) -> None:
    fixed = Fixed(word, word.p("Beslut: ", field), word.tbl(word.tc(word.p(field))), tracked=tracked)
    assert fixed.made == ["erhållit", "ej", "erhållit", "ej"]
    assert fixed.accepted == ["Beslut: Du har fått det, inte allt.", "Du har fått det, inte allt."]
    assert looks(rejected(fixed.data)) == looks(fixed.old) or not tracked
    assert problems(fixed.data) == []


def test_a_change_in_a_form_stands_within_the_fields_result(word: Word) -> None:
    document = part(Fixed(word, word.p(form_field(TYPED, merged=True))).data, "word/document.xml")
    marks = [element.get(W + "fldCharType") or element.tag.removeprefix(W) for element in document.iter(MARKS)]
    assert marks == ["begin", "separate", "del", "ins", "del", "ins", "end"]


MARKS = (W + "fldChar", W + "ins", W + "del")


@pytest.mark.parametrize("kind", ["calculated", "currentDate", "currentTime", "date"])
def test_what_word_calculates_in_a_form_is_left_alone(word: Word, kind: str) -> None:
    fixed = Fixed(word, word.p(form_field(TYPED, kind)))
    assert [fix.old for fix in fixed.changes.left] == ["erhållit", "ej"]
    assert looks(fixed.data) == looks(fixed.old)


def test_a_form_field_in_a_field_that_word_fills_in_is_left_alone(word: Word) -> None:
    fixed = Fixed(word, word.p(f'<w:fldSimple w:instr="REF x">{SIMPLE}</w:fldSimple>'))
    assert [fix.old for fix in fixed.changes.left] == ["erhållit", "ej"]


def protected(edit: str, enforced: str = "1") -> str:
    return f'<w:documentProtection w:edit="{edit}" w:enforcement="{enforced}"/>'


@pytest.mark.parametrize(
    ("edit", "tracked"),
    [("readOnly", True), ("readOnly", False), ("comments", True), ("comments", False)],
)
def test_a_document_that_is_protected_against_changes_is_not_changed(word: Word, edit: str, tracked: bool) -> None:
    with pytest.raises(ReadError, match="Dokumentet är skyddat mot ändringar"):
        Fixed(word, word.p("Du har erhållit det."), tracked=tracked, settings=protected(edit))


@pytest.mark.parametrize(
    ("edit", "tracked", "told"),
    [("forms", True, "där inga ändringar kan spåras"), ("trackedChanges", False, "tar bara emot spårade ändringar")],
)
def test_a_document_that_can_be_changed_in_the_other_way_says_so(
    word: Word, edit: str, tracked: bool, told: str
) -> None:
    with pytest.raises(OtherWayError, match=told):
        Fixed(word, word.p("Du har erhållit det."), tracked=tracked, settings=protected(edit))


@pytest.mark.parametrize("edit", ["readOnly", "comments", "forms", "trackedChanges"])
@pytest.mark.parametrize("tracked", [True, False])
def test_of_a_protected_document_with_nothing_to_change_nothing_is_said(word: Word, edit: str, tracked: bool) -> None:
    assert Fixed(word, word.p("Du har fått det."), tracked=tracked, settings=protected(edit)).made == []


@pytest.mark.parametrize("setting", [protected("readOnly", "0"), protected("trackedChanges"), protected("none"), ""])
def test_a_document_that_can_be_changed_is(word: Word, setting: str) -> None:
    assert Fixed(word, word.p("Du har erhållit det."), settings=setting).made == ["erhållit"]


def test_in_a_protected_form_only_what_is_filled_in_is_changed(word: Word) -> None:
    inner = [word.p("Det är ej allt."), word.p(form_field(TYPED)), word.p(control("<w:text/>", word.r("Ej två.")))]
    fixed = Fixed(word, *inner, tracked=False, settings=protected("forms"))
    assert ([fix.block for fix in fixed.changes.left], fixed.made) == ([0], ["erhållit", "ej", "Ej"])


def test_a_footnotes_mark_does_not_go_with_the_words(word: Word) -> None:
    note = '<w:r><w:t>vidtagen</w:t><w:footnoteReference w:id="2"/><w:t xml:space="preserve"> åtgärd</w:t></w:r>'
    fixed = Fixed(word, word.p("En ", note, "."))
    assert [fix.old for fix in fixed.changes.left] == ["vidtagen åtgärd"]
    assert looks(fixed.data) == looks(fixed.old)


@pytest.mark.parametrize(
    ("after", "is_shared"),
    [("", True), ("\nNästa rad", True), (" stängt.", False), (", men", False), (" Ekvalla", True)],
)
def test_an_abbreviation_whose_stop_may_end_the_sentence_is_let_be(after: str, is_shared: bool) -> None:
    assert is_stop_shared("f.n.", "för närvarande", after) is is_shared


def test_an_abbreviation_within_a_sentence_is_written_out(word: Word) -> None:
    fixed = Fixed(word, word.p("Det är f.n. stängt."), word.p("Vi har stängt f.n. Ring oss."))
    assert fixed.accepted == ["Det är för närvarande stängt.", "Vi har stängt f.n. Ring oss."]


@pytest.mark.parametrize("path", corpora(), ids=lambda path: path.stem)
def test_a_paragraph_that_is_fixed_is_not_fixed_again(shipped: Checker, path: Path) -> None:
    data = path.read_bytes()
    fixed, first = change(data, fixes(shipped.check(docx.read(data, ""))), WHEN)
    again, second = change(fixed, fixes(shipped.check(docx.read(fixed, ""))), WHEN)
    assert {fix.block for fix in first.made}.isdisjoint(fix.block for fix in second.made)
    assert looks(rejected(again)) == looks(rejected(fixed))


@pytest.mark.parametrize("path", corpora(), ids=lambda path: path.stem)
@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "written in"])
def test_changed_letters_of_the_corpora_are_valid_and_read_as_expected(
    shipped: Checker, path: Path, tracked: bool
) -> None:
    data = path.read_bytes()
    before = shipped.check(docx.read(data, path.name))
    found = fixes(before)
    result, changes = change(data, found, WHEN, tracked=tracked)
    assert problems(result) == []
    expected = {number: block.text for number, block in enumerate(docx.read(data, "").blocks)}
    for fix in reversed(changes.made):
        text = expected[fix.block]
        expected[fix.block] = text[: fix.start] + fix.new + text[fix.end :]
    assert texts(accepted(result)) == list(expected.values())
    after = shipped.check(docx.read(accepted(result), path.name))
    made = {(fix.rule, fix.block, fix.old) for fix in changes.made}
    flagged = {(finding.rule, finding.place.block, finding.text) for finding in after.findings if finding.place}
    assert made & flagged == set()
    if tracked:
        assert looks(rejected(result)) == looks(data)


WRAPPERS = ["{}", '<w:bdo w:val="ltr">{}</w:bdo>', '<w:smartTag w:element="x">{}</w:smartTag>']
PIECES = st.lists(
    st.tuples(
        st.sampled_from(["Du ", "har ", "er", "hållit", " ej", " a\u030aker", " ", "ej ", "."]),
        st.sampled_from(WRAPPERS),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


@given(PIECES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_changes_are_right_however_the_words_are_cut_into_runs(
    word: Word, pieces: list[tuple[str, str, bool]]
) -> None:
    # A line without a verb is a title, in which nothing is changed.
    rest = word.r(" – så är det, säger vi.")
    fixed = Fixed(word, word.p(*(wrapper.format(word.r(text, BOLD * bold)) for text, wrapper, bold in pieces), rest))
    (old, new) = texts(fixed.old), fixed.accepted
    # A full stop without a blank after it is no end of a word that the checker knows.
    assume(not any(re.search(r"\.\S", text) for text in old))
    assert [re.sub(r"\berhållit\b", "fått", re.sub(r"\bej\b", "inte", text)) for text in old] == new
    assert looks(rejected(fixed.data)) == looks(fixed.old)
    assert problems(fixed.data) == []
