"""Comments in OpenDocument texts: each at its words, one on the whole letter on top, and nothing else changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from lxml import etree

from klarsprak.checker import Checker
from klarsprak.editing.odt.comments import annotate
from klarsprak.finding import Category, Finding, FindingPlace, Level, Report
from klarsprak.readers import odt
from klarsprak.readers.odt.markup import DC, OFFICE, TEXT, Element, P
from tests.editing.conftest import RULES
from tests.editing.odt.revisions import looks, parts_of
from tests.readers.odt.making import blocks, box, cell, document, note, p, table
from tests.support import rules

WHEN = datetime(2026, 3, 2, 9, 30)
COMMENT, END, NAME = OFFICE + "annotation", OFFICE + "annotation-end", OFFICE + "name"


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(rules=rules(tmp_path_factory.mktemp("pack"), RULES))


def annotated(data: bytes, checker: Checker) -> bytes:
    return annotate(data, checker.check(odt.read(data, "brev.odt")), WHEN)


def content(data: bytes) -> Element:
    return etree.fromstring(parts_of(data)["content.xml"])


def says(comment: Element) -> str:
    """A comment's first paragraph."""
    return comment.findtext(P, "")


def words(data: bytes) -> list[str]:
    """The words that comments stand at, in the order of their ends."""
    return list(_ranges(content(data)))


def _ranges(root: Element) -> Iterator[str]:
    open_: dict[str | None, str] = {}
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and element.tag == COMMENT:
            open_[element.get(NAME)] = ""
        if event == "start" and element.tag == END:
            yield open_.pop(element.get(NAME))
        is_inside = element.tag != COMMENT and next(element.iterancestors(COMMENT), None) is not None
        if is_inside:
            continue
        said = element.tail if event == "end" else "" if element.tag == COMMENT else element.text
        space = " " if event == "start" and element.tag == TEXT + "s" else ""
        open_ = {name: text + space + (said or "") for name, text in open_.items()}


@pytest.mark.parametrize(
    ("inner", "wanted"),
    [
        ("Du har erhållit det.", ["erhållit"]),
        ("Du har er<text:span>håll</text:span>it det.", ["erhållit"]),
        ("<text:span>Du har erhållit</text:span> det.", ["erhållit"]),
        ("Du har <text:a>erhållit</text:a> det.", ["erhållit"]),
        ("Du har erha\u030allit det.", ["erha\u030allit"]),
        ("<text:tab/>Tjena, du har<text:s/>ej erhållit det.", ["Tjena", "ej", "erhållit"]),
        ("Du <text:user-defined>har erhållit ett</text:user-defined> bidrag.", ["har erhållit ett"]),
        ("Du <loext:content-control>har erhållit</loext:content-control> det.", ["erhållit"]),
        (
            "Du <text:change-start text:change-id='c'/>har erhållit<text:change-end text:change-id='c'/> det.",
            ["erhållit"],
        ),
    ],
)
def test_a_comment_stands_at_its_words(inner: str, wanted: list[str], checker: Checker) -> None:
    data = document(p(inner))
    result = annotated(data, checker)
    assert words(result) == wanted
    assert looks(result) == looks(data)


def test_a_comment_stands_at_its_words_in_a_table_and_a_list(checker: Checker) -> None:
    body = (
        table(cell(p("Du har erhållit det.")))
        + "<text:list><text:list-item>"
        + p("Ej")
        + "</text:list-item></text:list>"
    )
    assert words(annotated(document(body), checker)) == ["erhållit", "Ej"]


def finding(number: int, text: str, role: str) -> Finding:
    """One on all the words of a block."""
    place = FindingPlace(number, role, 0, len(text))  # type: ignore[arg-type]
    return Finding("prov.x", Category.TON, Level.INFO, text, (), "Så.", "", "", place)


PAGE = (
    '<style:master-page style:name="Standard"><style:header><text:p>I huvud.</text:p></style:header>'
    "<style:footer><text:p>I fot.</text:p></style:footer></style:master-page>"
)


def test_where_not_everybody_can_comment_the_nearest_paragraph_has_it() -> None:
    body = p("Först.") + p("Med not." + note("I not.")) + p("Med ruta." + box(p("I ruta."))) + p("Sist.")
    data = document(body, "", "", PAGE)
    found = [finding(number, block.text, block.role) for number, block in enumerate(blocks(body, "", "", PAGE))]
    result = annotate(data, Report("", "odt", findings=found), WHEN, Level.INFO)
    text = content(result).find(f"{OFFICE}body/{OFFICE}text")
    assert text is not None
    notes = [
        ["\n".join(map(str, comment.itertext())) for comment in paragraph.iterchildren(COMMENT)] for paragraph in text
    ]
    places = [[note_.split("Gäller ")[1].split("\n")[0] for note_ in said if "Gäller " in note_] for said in notes]
    assert places == [
        ["sidhuvudet: ”I huvud.”."],
        ["fotnoten: ”I not.”."],
        ["textrutan: ”I ruta.”."],
        ["sidfoten: ”I fot.”."],
    ]
    assert words(result) == ["Först.", "Med not.", "Med ruta.", "Sist."]


@pytest.mark.parametrize(
    ("body", "number"),
    [
        (p("") + p("Tjena!"), 1),
        (table(cell(p("Namn"))) + p("Hej!"), 0),
        (p(box(p("Ekvalla kommun"))) + p("Hej!"), 0),
        (box(p("Ekvalla kommun")) + p("Hej!"), 1),
        ("", 0),
    ],
)
def test_one_comment_sums_up_where_a_reader_looks_first(body: str, number: int, checker: Checker) -> None:
    data = document(body, "", "", PAGE)
    root = content(annotated(data, checker))
    (summary,) = [comment for comment in root.iter(COMMENT) if says(comment).startswith("Granskat med klarsprak.")]
    paragraphs = [item for item in root.iter(P) if next(item.iterancestors(COMMENT), None) is None]
    assert summary.getparent() is paragraphs[number]


def test_a_comment_says_whose_it_is_and_when(checker: Checker) -> None:
    root = content(annotated(document(p("Du har ej erhållit det.")), checker))
    said = {(item.findtext(DC + "creator"), item.findtext(DC + "date")) for item in root.iter(COMMENT)}
    assert said == {("klarsprak", "2026-03-02T09:30:00")}


OLD = (
    '<office:annotation office:name="klarsprak1"><dc:creator>Eva</dc:creator><text:p>Kolla!</text:p>'
    '</office:annotation>Du<office:annotation-end office:name="klarsprak1"/> har ej svarat.'
)


def test_comments_of_others_stay(checker: Checker) -> None:
    root = content(annotated(document(p(OLD)), checker))
    assert [item.findtext(DC + "creator") for item in root.iter(COMMENT)].count("Eva") == 1
    names = [item.get(NAME) for item in root.iter(COMMENT) if item.get(NAME)]
    assert len(set(names)) == len(names) == 3


def test_what_is_not_annotated_stays_byte_for_byte(checker: Checker) -> None:
    data = document(p("Du har ej erhållit det."), "", "", PAGE)
    result = annotated(data, checker)
    before, after = parts_of(data), parts_of(result)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"content.xml"}
    assert result[30:77] == data[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
