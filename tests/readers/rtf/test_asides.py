"""What stands beside the text: headers and footers, notes, text boxes, drawings, pictures, objects."""

from __future__ import annotations

import pytest

from klarsprak.letter import ReadError
from klarsprak.readers.scanned import FULL_PAGE
from tests.readers.rtf.making import Shown, read, shown

LONG = "Du får svar på fredag, och då vet du vad som gäller för din ansökan om bygglov."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"{\header H\par}{\footer F\par}Brev\par", [("header", "H"), ("paragraph", "Brev"), ("footer", "F")]),
        (r"{\headerf första}{\header alla}Brev", [("header", "alla"), ("paragraph", "Brev")]),
        (
            r"\titlepg{\header alla}{\headerf första}Brev",
            [("header", "första"), ("header", "alla"), ("paragraph", "Brev")],
        ),
        (r"{\headerr udda}{\headerl jämna}Brev", [("header", "udda"), ("paragraph", "Brev")]),
        (
            r"\facingp{\headerl jämna}{\headerr udda}Brev",
            [("header", "udda"), ("header", "jämna"), ("paragraph", "Brev")],
        ),
        (r"{\header H}a\sect\sectd b", [("header", "H"), ("paragraph", "a"), ("paragraph", "b")]),
        (
            r"{\header H}a\sect\sectd{\header H}b\sect{\header I}c",
            [("header", "H"), ("header", "I"), ("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")],
        ),
        (
            r"\titlepg{\headerf F}{\header H}a\sect\sectd{\header I}b",
            [("header", "F"), ("header", "H"), ("header", "I"), ("paragraph", "a"), ("paragraph", "b")],
        ),
        (
            r"{\header Sid {\field{\*\fldinst PAGE}{\fldrslt 1}}}a\sect{\header Sid {\field{\*\fldinst PAGE}"
            r"{\fldrslt 2}}}b",
            [("header", "Sid 1"), ("paragraph", "a"), ("paragraph", "b")],
        ),
        (
            r"a{\super\chftn}{\footnote\pard\plain{\super\chftn} not ett\par två}{\footnote\ftnalt slutnot} b"
            r"{\footnote andra}\par",
            [
                ("paragraph", "a b"),
                ("footnote", "not ett"),
                ("footnote", "två"),
                ("footnote", "andra"),
                ("footnote", "slutnot"),
            ],
        ),
        (r"{\v{\footnote dold}}{\deleted{\footnote borta}}a", [("paragraph", "a")]),
        (r"{\*\ftnsep\chftnsep streck}a", [("paragraph", "a")]),
        (
            r"före {\shp{\*\shpinst\shpleft0{\sp{\sn fLine}{\sv 0}}{\shptxt\pard i rutan\par mer}}"
            r"{\shprslt{\*\do\dptxbx{\dptxbxtext i rutan\par}}}}efter\par",
            [("paragraph", "före efter"), ("text_box", "i rutan"), ("text_box", "mer")],
        ),
        (r"a{\*\do\dobxpage\dptxbx{\dptxbxtext gammal\par}}\par", [("paragraph", "a"), ("text_box", "gammal")]),
        (
            r"a{\*\shpgrp{\shp{\*\shpinst{\shptxt ett}}}{\shp{\*\shpinst{\shptxt två}}}}",
            [("paragraph", "a"), ("text_box", "ett"), ("text_box", "två")],
        ),
        (r"{\header{\shp{\*\shpinst{\shptxt ruta}}}}a", [("header", "ruta"), ("paragraph", "a")]),
        (
            r"{\shp{\*\shpinst{\shptxt\trowd\cellx900\pard\intbl a\cell\row\pard}}}b",
            [("paragraph", "b"), ("text_box", "a", 0, 0, 0)],
        ),
        (
            r"{\header{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv UTKAST}}{\sp{\sn gtextFont}{\sv Arial}}}}}a",
            [("header", "UTKAST"), ("paragraph", "a")],
        ),
        (r"{\v{\shp{\*\shpinst{\shptxt dold}}}}a", [("paragraph", "a")]),
        (r"{\*\background{\shp{\*\shpinst{\shptxt bakom}}}}a", [("paragraph", "a")]),
        (
            r"{\object\objemb{\*\objclass Excel.Sheet.8}{\*\objdata 0105}{\result{\pard visas\par}}}a",
            [("paragraph", "visas"), ("paragraph", "a")],
        ),
        (r"\pard\absw3000\posx900\posy900 ram\par\pard text\par", [("paragraph", "ram"), ("paragraph", "text")]),
    ],
)
def test_what_stands_beside_the_text_has_its_role_and_order(body: str, expected: Shown) -> None:
    assert shown(read(body)) == expected


def picture(across: int, up: int, data: str = "89504e470d0a") -> str:
    return rf"{{\pict\pngblip\picw900\pich900\picwgoal{across}\pichgoal{up} {data}}}"


@pytest.mark.parametrize(
    ("drawn", "notes"),
    [
        (picture(1000, 1000), []),
        (picture(10_000, 14_000), [FULL_PAGE]),
        (r"{\*\shppict" + picture(10_000, 14_000) + "}{\\nonshppict" + picture(10_000, 14_000) + "}", [FULL_PAGE]),
        (r"{\pict\pngblip\picwgoal20000\pichgoal28000\picscalex10\picscaley10 00}", []),
        (r"{\pict\wbitmap0\picw800\pich1000 00}", [FULL_PAGE]),
        (r"{\header" + picture(10_000, 14_000) + "}", []),
        (r"{\shp{\*\shpinst{\sp{\sn pib}{\sv" + picture(10_000, 14_000) + "}}}}", [FULL_PAGE]),
        (r"{\pict\picwgoal10000\pichgoal14000\bin6 {}{}{}}", [FULL_PAGE]),
    ],
)
def test_a_picture_of_a_page_is_noted(drawn: str, notes: list[str]) -> None:
    letter = read(f"{drawn}{LONG}")
    assert [block.text for block in letter.blocks] == [LONG]
    assert letter.notes == notes


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (picture(1000, 1000), "Rtf-filen har bilder och nästan ingen text"),
        (picture(9000, 12000) + "Sida 1", "Rtf-filen har bilder och nästan ingen text"),
        (r"\par", "Rtf-filen har ingen text."),
        (r"{\info{\title Brev}}", "Rtf-filen har ingen text."),
        (r"{\object{\*\objclass Word.Document.8}}", "Ett inbäddat dokument är inte granskat."),
    ],
)
def test_what_has_no_text_is_refused(body: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(body)


def test_documents_in_the_letter_are_noted() -> None:
    letter = read(LONG + r"{\object\objemb{\*\objclass Word.Document.8}{\*\objdata 01}{\result x}}\subdocument1")
    assert letter.notes == [
        "Ett inbäddat dokument är inte granskat. Öppna det och granska det för sig.",
        "Ett deldokument som hör till brevet är inte granskat. Granska det för sig.",
    ]


def test_a_form_field_that_is_an_object_is_noted() -> None:
    letter = read(LONG + r"{\object\objocx{\*\objclass Forms.TextBox.1}{\*\objdata 01}{\result x}}")
    assert letter.notes == ["Formulärfält som ligger som objekt på sidan granskas inte."]


def test_protection_against_changes_keeps_nothing_from_being_read() -> None:
    body = r"{\*\passwordhash 0100000040}\enforceprot1\protlevel3 Hej"
    assert shown(read(body)) == [("paragraph", "Hej")]
