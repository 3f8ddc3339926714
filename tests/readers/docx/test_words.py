"""How a paragraph's words come together from its runs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

LETTERS = st.text(alphabet="abcåäöÅÄÖéü eskrv§.-", max_size=40)


def test_a_word_that_word_split_over_runs_is_one_word(make: Any) -> None:
    assert (
        make.text(make.r("Du har an"), make.r("sökt om ", "<w:b/>"), make.r("bygglov."))
        == "Du har ansökt om bygglov."
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:t>bostads\u00adanpassning</w:t>", "bostadsanpassning"),
        ("<w:t>bostads</w:t><w:softHyphen/><w:t>anpassning</w:t>", "bostadsanpassning"),
        ("<w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t>", "e-post"),
        ("<w:t>e\u2011post</w:t>", "e-post"),
        ("<w:t>4\u00a0kap.\u00a01\u00a0§</w:t>", "4\u00a0kap.\u00a01\u00a0§"),
        ("<w:t>Telefon:</w:t><w:tab/><w:t>08-465 004 12</w:t>", "Telefon:\t08-465 004 12"),
        ("<w:t>Storgatan 1</w:t><w:br/><w:t>Lindvik</w:t>", "Storgatan 1\nLindvik"),
        ("<w:t>Storgatan 1</w:t><w:cr/><w:t>Lindvik</w:t>", "Storgatan 1\nLindvik"),
        ('<w:t>Ring</w:t><w:sym w:font="Wingdings" w:char="F028"/><w:t>oss</w:t>', "Ring☎oss"),
        ('<w:t>Ring</w:t><w:sym w:font="Firmafont" w:char="F028"/><w:t>oss</w:t>', "Ring oss"),
        ("<w:t>hand\u200bläggare</w:t>", "handläggare"),
        ("<w:t>Vi har\nfått din ansökan.</w:t>", "Vi har fått din ansökan."),
        ("<w:t>Ja</w:t><w:lastRenderedPageBreak/><w:t>visst</w:t>", "Javisst"),
    ],
)
def test_characters_that_word_writes_as_elements_or_in_its_own_way_are_read(make: Any, xml: str, text: str) -> None:
    assert make.text(f"<w:r>{xml}</w:r>") == text


def test_white_space_at_the_ends_of_a_text_counts_only_where_the_file_keeps_it(make: Any) -> None:
    assert make.text('<w:r><w:t xml:space="preserve">till </w:t><w:t>dig</w:t></w:r>') == "till dig"
    assert make.text("<w:r><w:t>till </w:t><w:t>dig</w:t></w:r>") == "tilldig"


def test_a_paragraph_with_white_space_only_is_no_block(make: Any) -> None:
    assert make.texts(make.p(" ") + make.p("<w:r><w:tab/></w:r>") + "<w:p/>" + make.p("Hej!")) == ["Hej!"]


def test_a_decomposed_letter_is_composed_even_over_two_runs(make: Any) -> None:
    assert make.text(make.r("fo"), make.r("\u0308rvaltning")) == "förvaltning"


def test_an_offset_leads_back_to_part_paragraph_and_run(make: Any) -> None:
    (_, block) = make.blocks(make.p("Hej!") + make.p(make.r("fo"), make.r("\u0308r att "), make.r("du")))
    assert block.text == "för att du"
    found = [block.place.at(block.text.index(word)) for word in ("f", "r att", "du")]
    assert [(at.part, at.paragraph, at.run) for at in found] == [
        ("word/document.xml", 1, 0),
        ("word/document.xml", 1, 1),
        ("word/document.xml", 1, 2),
    ]


def test_deleted_runs_and_passed_over_text_boxes_count_in_the_numbers(make: Any) -> None:
    deleted = f"<w:del>{make.r('x').replace('w:t', 'w:delText')}</w:del>"
    first, box, second = make.blocks(make.p(deleted, "Hej!", make.box(make.p("Ruta"))) + make.p("Mer"))
    assert (first.place.at(0).paragraph, first.place.at(0).run) == (0, 1)
    assert (box.place.at(0).paragraph, box.place.at(0).run) == (1, 0)
    assert second.place.at(0).paragraph == 3  # number 2 is the text box's other branch


def test_leading_white_space_is_left_out_and_the_places_move_along(make: Any) -> None:
    (block,) = make.blocks(make.p(make.r("  "), make.r(" Vi "), make.r("ses")))
    assert block.text == "Vi ses"
    assert [block.place.at(offset).run for offset in (0, 3)] == [1, 2]


@given(text=LETTERS, form=st.sampled_from(["NFC", "NFD"]), data=st.data())
def test_the_text_is_the_same_however_its_runs_are_split(make: Any, text: str, form: Any, data: Any) -> None:
    assume(any(map(str.isalpha, text)))
    written = normalize(form, text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(written)), max_size=6)) | {0, len(written)})
    pieces = [written[start:end] for start, end in pairwise(cuts)]
    blocks = make.blocks(make.p(*map(make.r, pieces)))
    assert "".join(block.text for block in blocks) == normalize("NFC", text).strip()
    for block in blocks:
        for offset, character in enumerate(block.text):
            run = block.place.at(offset).run
            assert run is not None
            assert normalize("NFD", character)[0] in normalize("NFD", pieces[run])
