"""Safe fixes in OpenDocument texts: rejected they leave nothing, accepted they read as they should."""

from __future__ import annotations

from datetime import datetime

import pytest
from lxml import etree

from klarsprak.checker import Checker
from klarsprak.editing.fixes import Fix, fixes
from klarsprak.editing.odt.changes import change
from klarsprak.editing.word.changes import Changes
from klarsprak.readers import odt
from klarsprak.readers.odt.markup import DC, OFFICE, TEXT, TRACKED_CHANGES
from tests.editing.conftest import RULES
from tests.editing.odt.revisions import accepted, looks, parts_of, rejected
from tests.readers.odt.making import box, cell, document, note, p, table
from tests.support import rules

WHEN = datetime(2026, 3, 2, 9, 30)


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Checker:
    return Checker(rules=rules(tmp_path_factory.mktemp("pack"), RULES))


def mended(data: bytes, checker: Checker, tracked: bool = True) -> tuple[bytes, Changes]:
    found = fixes(checker.check(odt.read(data, "brev.odt")))
    return change(data, found, WHEN, tracked=tracked)


def read(data: bytes) -> list[str]:
    return [block.text for block in odt.read(data, "brev.odt").blocks]


BODIES = [
    ("Du vet ej det.", ["Du vet inte det."]),
    ("Du vet e<text:span text:style-name='T1'>j</text:span> det.", ["Du vet inte det."]),
    ("<text:span text:style-name='T1'>Du vet ej</text:span> det.", ["Du vet inte det."]),
    ("Vi tar <text:span text:style-name='T1'>vidtagen</text:span>\n åtgärd nu.", ["Vi tar åtgärd nu."]),
    ("Vi tar vidtagen<text:s/>åtgärd nu.", ["Vi tar åtgärd nu."]),
    ("Vi tar vidtagen<text:s/><text:span text:style-name='T1'>åtgärd</text:span> nu.", ["Vi tar åtgärd nu."]),
    ("Vi tar vidtagen <text:bookmark text:name='b'/>åtgärd nu.", ["Vi tar åtgärd nu."]),
    (
        "Vi <text:bookmark-start/>tar vidtagen<text:soft-page-break/> åtgärd<text:bookmark-end/> nu.",
        ["Vi tar åtgärd nu."],
    ),
    ("Vi tar <text:bookmark-start/>vidtagen åtgärd<text:bookmark-end/> nu.", ["Vi tar åtgärd nu."]),
    (
        "<text:bookmark-start/>Vi <text:span>tar <text:span>vidtagen</text:span> </text:span>"
        "åtgärd<text:bookmark-end/>.",
        ["Vi tar åtgärd."],
    ),
    ("Vi <office:annotation/>tar<office:annotation-end/> vidtagen åtgärd nu.", ["Vi tar åtgärd nu."]),
    ("Vi tar vidtagen åtga\u0308rd nu.", ["Vi tar åtgärd nu."]),
    ("Du e\u00adj vet, ej heller vi.", ["Du inte vet, inte heller vi."]),
    ("Du vet ej<text:tab/>det.<text:line-break/>Vi vet ej.", ["Du vet inte\tdet.\nVi vet inte."]),
    ("<text:a>Du vet ej</text:a>", ["Du vet inte"]),
    ("<loext:content-control>Du vet ej</loext:content-control>.", ["Du vet inte."]),
    ("Hej." + box(p("Du vet ej.")), ["Hej.", "Du vet inte."]),
    ("Hej." + note("Du vet ej."), ["Hej.", "Du vet inte."]),
]


@pytest.mark.parametrize(("inner", "wanted"), BODIES)
def test_changes_read_well_accepted_and_leave_nothing_rejected(
    inner: str, wanted: list[str], checker: Checker
) -> None:
    data = document(p(inner))
    result, changes = mended(data, checker)
    assert changes.made
    assert read(result) == read(accepted(result)) == wanted
    assert looks(rejected(result)) == looks(data)


@pytest.mark.parametrize(("inner", "wanted"), BODIES)
def test_changes_that_nobody_has_to_accept_are_written_in(inner: str, wanted: list[str], checker: Checker) -> None:
    result, _ = mended(document(p(inner)), checker, tracked=False)
    assert read(result) == wanted
    assert TRACKED_CHANGES.encode() not in parts_of(result)["content.xml"]


PAGE = """\
<style:master-page style:name="Standard"><style:header><text:p>Du vet ej.</text:p></style:header>
<style:footer><text:p>Svara <text:span text:style-name="T1">ej</text:span> hit.</text:p></style:footer>
</style:master-page>"""
HEADING, LIST = "<text:h>{}</text:h>", "<text:list><text:list-item>{}</text:list-item></text:list>"


def test_changes_are_made_wherever_words_stand() -> None:
    body = HEADING.format("Ej klart") + table(cell(p("Det går ej."))) + LIST.format(p("Det går ej."))
    data = document(body, "", "", PAGE)
    found = [
        Fix(number, text.lower().index("ej"), text.lower().index("ej") + 2, "ej", "inte", "prov.ej")
        for number, text in enumerate(read(data))
    ]
    result, changes = change(data, found, WHEN)
    assert changes.made == found
    assert read(accepted(result)) == [
        "Du vet inte.",
        "inte klart",
        "Det går inte.",
        "Det går inte.",
        "Svara inte hit.",
    ]
    assert looks(rejected(result)) == looks(data)


LEFT = [
    "Vi tar <text:a>vidtagen</text:a> åtgärd.",
    "<text:user-defined>Du vet ej</text:user-defined>",
    "<field:fieldmark-start/><field:fieldmark-separator/>Du vet ej<field:fieldmark-end/>",
    "<loext:content-control loext:dropdown='true'>Du vet ej</loext:content-control>",
    "Vi tar vidtagen" + note("fot") + " åtgärd",
    "Hej<draw:custom-shape>" + p("Du vet ej.") + "</draw:custom-shape>",
    *(
        f"Vi tar {start}vidtagen{end} åtgärd."
        for name in ("bookmark", "reference-mark", "toc-mark", "alphabetical-index-mark")
        for start, end in [(f"<text:{name}-start text:name='x'/>", f"<text:{name}-end text:name='x'/>")]
    ),
    "Vi tar vidtagen <text:bookmark-start text:name='x'/>åtgärd<text:bookmark-end text:name='x'/>.",
    "Vi tar vidtagen <text:span><text:bookmark-start text:name='x'/></text:span>åtgärd<text:bookmark-end/>.",
    "Vi tar <office:annotation office:name='x'/>vidtagen<office:annotation-end office:name='x'/> åtgärd.",
    "Vi tar vidtagen <office:annotation><text:p>Eva: vilken?</text:p></office:annotation>åtgärd.",
    "Vi tar vidtagen <text:hidden-text text:string-value='x'>x</text:hidden-text>åtgärd.",
]


@pytest.mark.parametrize("inner", LEFT)
def test_what_is_not_the_writers_to_change_is_left(inner: str, checker: Checker) -> None:
    data = document(p(inner))
    result, changes = mended(data, checker)
    assert (len(changes.made), len(changes.left)) == (0, 1)
    assert parts_of(result) == parts_of(data)


SOURCE, DDE = "<text:section-source xlink:href='villkor.odt'/>", "<office:dde-source/>"
CLOSED = [
    "<text:table-of-content><text:index-body><text:index-title>{}</text:index-title></text:index-body></text:table-of-content>",
    "<text:alphabetical-index><text:index-body>{}</text:index-body></text:alphabetical-index>",
    "<text:section text:protected='true'>{}</text:section>",
    "<text:section text:protected='true'><text:section>{}</text:section></text:section>",
    f"<text:section>{SOURCE}{{}}</text:section>",
    f"<text:section>{DDE}{{}}</text:section>",
    table(cell("{}", "table:protected='true'")),
    p("<loext:content-control loext:lock='sdtContentLocked'>Du vet ej det.</loext:content-control>"),
    p("<loext:content-control loext:lock='contentLocked'><text:a>Du vet ej det.</text:a></loext:content-control>"),
]


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("body", CLOSED)
def test_what_is_filled_in_anew_or_protected_is_left(body: str, tracked: bool, checker: Checker) -> None:
    data = document(body.format(p("Du vet ej det.")))
    result, changes = mended(data, checker, tracked)
    assert (len(changes.made), len(changes.left)) == (0, 1)
    assert parts_of(result) == parts_of(data)


@pytest.mark.parametrize(
    "body",
    [
        "<text:section text:protected='false'>{}</text:section>",
        p("<loext:content-control loext:lock='sdtLocked'>Du vet ej det.</loext:content-control>"),
    ],
)
def test_what_the_writer_may_change_is_changed(body: str, checker: Checker) -> None:
    _, changes = mended(document(body.format(p("Du vet ej det."))), checker)
    assert len(changes.made) == 1


REGION = (
    '<text:tracked-changes><text:changed-region text:id="klarsprak1"><text:insertion/></text:changed-region>'
    "</text:tracked-changes>"
)
START, END = (f'<text:change-{kind} text:change-id="klarsprak1"/>' for kind in ("start", "end"))


@pytest.mark.parametrize(
    ("body", "revised"),
    [
        (p(f"Du {START}vet{END} ej det.") + p("Vi vet ej."), ["Du vet ej det."]),
        (
            p(f"Nytt: {START}Kim") + p("vet ej.") + p(f"Kim{END} vet ej.") + p("Vi vet ej."),
            ["vet ej.", "Kim vet ej."],
        ),
    ],
)
def test_paragraphs_with_tracked_changes_are_left_and_told_of(
    body: str, revised: list[str], checker: Checker
) -> None:
    result, changes = mended(document(REGION + body), checker)
    assert changes.revised == revised
    assert len(changes.made) == 1
    assert read(result)[-1] == "Vi vet inte."


def test_a_change_says_whose_it_is_and_when(checker: Checker) -> None:
    result, _ = mended(document(REGION + p("Du vet ej det.")), checker)
    root = etree.fromstring(parts_of(result)["content.xml"])
    (regions,) = root.iter(TRACKED_CHANGES)
    ours = list(regions)[1:]
    assert [region.get(TEXT + "id") for region in ours] == ["klarsprak2", "klarsprak3"]
    for region in ours:
        info = region[0].find(OFFICE + "change-info")
        assert info is not None
        assert [info.findtext(DC + name) for name in ("creator", "date")] == ["klarsprak", "2026-03-02T09:30:00"]


def test_a_footer_is_mended_on_every_kind_of_page() -> None:
    foot = "<text:p>Svara ej hit.</text:p>" * 2
    page = f"<style:footer>{foot}</style:footer><style:footer-first>{foot}</style:footer-first>"
    data = document(p("Hej"), "", "", f'<style:master-page style:name="Standard">{page}</style:master-page>')
    assert read(data) == ["Hej", "Svara ej hit.", "Svara ej hit."]
    result, _ = change(data, [Fix(number, 6, 8, "ej", "inte", "prov.ej") for number in (1, 2)], WHEN)
    assert read(accepted(result)) == ["Hej", "Svara inte hit.", "Svara inte hit."]
    assert looks(rejected(result)) == looks(data)


def test_a_mended_copy_is_not_mended_twice(checker: Checker) -> None:
    once, _ = mended(document(p("Du vet ej det.")), checker)
    twice, changes = mended(once, checker)
    assert (changes.made, parts_of(twice)) == ([], parts_of(once))


def test_what_is_not_changed_stays_byte_for_byte(checker: Checker) -> None:
    data = document(p("Du vet ej det."))
    result, _ = mended(data, checker)
    before, after = parts_of(data), parts_of(result)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"content.xml"}
    assert result[30:77] == data[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
