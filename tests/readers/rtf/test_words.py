"""What a reader sees of the text: signs, code pages, breaks, hidden and deleted text."""

from __future__ import annotations

import pytest

from tests.readers.rtf.making import texts


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"Du f\'e5r svar\par p\'e5 fredag.\par", ["Du får svar", "på fredag."]),
        (r"Du får svar.", ["Du får svar."]),
        ("Du f\\'e5\r\nr sv\r\nar.", ["Du får svar."]),
        ("Hej\\\nKim", ["Hej", "Kim"]),
        (r"kl.\~9 \endash  10", ["kl.\u00a09 – 10"]),
        (r"be\-slut, e\_post", ["beslut, e-post"]),
        (r"\{a\} \\ b", ["{a} \\ b"]),
        (r"a\tab b\line c", ["a\tb\nc"]),
        (r"a\page b", ["a\nb"]),
        (r"\ldblquote a\rdblquote  \lquote b\rquote  \bullet", ["“a” ‘b’ •"]),
        (r"a\emspace b\enspace c\qmspace d", ["a\u2003b\u2002c\u2005d"]),
        (r"f\u246 or", ["för"]),
        (r"f\u246\'f6r", ["för"]),
        (r"\uc0 f\u246 r", ["för"]),
        (r"\uc2\u229\'3f?r p\u229\'3f?", ["år på"]),
        (r"{\uc2\u229\'3f?r} p\u229?", ["år på"]),
        (r"\u8211\endash  x", ["– x"]),
        (r"\u-10179?\u-8704? \u128512? x", ["😀 😀 x"]),
        (r"\u-10179? x", ["\ufffd x"]),
        (r"a\u778?r", ["år"]),
        (r"\uc999999999\u229?????????x", ["å?x"]),
        (r"{\v dolt }Synligt", ["Synligt"]),
        (r"\v dolt\v0  synligt", ["synligt"]),
        (r"\v dolt\plain  synligt", ["synligt"]),
        (r"Du f\'e5r{\deleted\revauthdel1  inte} svar{\revised\revauth1  snart}.", ["Du får svar snart."]),
        (r"{\mvf flyttat}{\mvt kvar}", ["kvar"]),
        (r"Rubrik{\v\par}fortsätter\par ny", ["Rubrikfortsätter", "ny"]),
        (r"{\*\unknown inte detta}{\unknown detta}", ["detta"]),
        (r"{\*\bkmkstart namn}a{\*\bkmkend namn}", ["a"]),
        (r"{\xe{ord i register}}a{\tc innehåll}", ["a"]),
        (r"a{\*\atnid AE}{\*\atnauthor Anna Ek}\chatn{\*\annotation{\pard Är det så?\par}} b", ["a b"]),
        (r"{\upr{fel}{\*\ud{r\u228 att}}}", ["rätt"]),
        (r"{\upr{\v fel}{\*\ud r\u228?tt}} b", ["rätt b"]),
        (r"{\info{\title Mall}{\author Anna}}{\colortbl;\red0;}a", ["a"]),
        (r"Sid \chpgn", ["Sid 1"]),
        (r"a\bin3 }}}b", ["ab"]),
        (r"{\mmath{\*\moMath{\mr x}{\mctrlPr y}}}", ["x"]),
        (r"{\b Viktigt:} {\i ring}", ["Viktigt: ring"]),
        (r"\par\par  a  \par", ["a"]),
    ],
)
def test_what_is_shown_is_read(body: str, shown: list[str]) -> None:
    assert texts(body) == shown


@pytest.mark.parametrize(
    ("head", "body", "shown"),
    [
        (r"\rtf1\ansi", r"\'e5\'e4\'f6", "åäö"),
        (r"\rtf1\mac", r"\'8c\'8a\'9a", "åäö"),
        (r"\rtf1\pc", r"\'86\'84\'94", "åäö"),
        (r"\rtf1\pca", r"\'86\'84\'94", "åäö"),
        (r"\rtf1\ansi\ansicpg1250", r"\'e5", "ĺ"),
        (r"\rtf1\ansi\ansicpg10000", r"\'8c", "å"),
        (r"\rtf1\ansi\ansicpg65001", r"\'c3\'a5", "å"),
        (r"\rtf1\ansi\ansicpg99999", r"\'e5", "å"),
        (r"\rtf1\ansi{\fonttbl{\f1\fcharset204 Arial;}}", r"\f1 \'cf\'f0", "Пр"),
        (r"\rtf1\ansi{\fonttbl{\f1\fcharset77 Arial;}}", r"{\f1 \'8c}\'e5", "åå"),
        (r"\rtf1\ansi{\fonttbl{\f1\cpg437 Arial;}}", r"\f1 \'86\plain\'e5", "åå"),
        (r"\rtf1\ansi{\fonttbl\f1\fcharset128 MS Gothic;}", r"\f1 \'93\'fa\'96{}\'7b", "日\ufffd{"),
        (r"\rtf1\ansi{\fonttbl\f1\fcharset128 MS Gothic;}", r"\f1 \'93\'fa\'96\'7b", "日本"),
        (r"\rtf1\ansi{\fonttbl{\f1\fcharset2{\*\panose 05}Symbol{\*\falt x};}}", r"{\f1\'b7} a", "• a"),
        (r"\rtf1\ansi{\fonttbl{\f1\fcharset2 Wingdings;}}", r"{\f1\'fe\u-3844?\u252?A} ja", "☑✓ü  ja"),
        (r"\rtf1\ansi{\fonttbl{\f1\fcharset2 Streckkod;}}", r"\f1 *12*", "*12*"),
        (r"\rtf1\ansi\deff1{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}", r"\'b9{\f0\'e5}\plain\'b9", "ąåą"),
        (r"\rtf1\ansi", r"\loch\af1\hich\af1\dbch\f1 \'e5", "å"),
    ],
)
def test_bytes_are_read_in_the_fonts_code_page_or_the_files(head: str, body: str, shown: str) -> None:
    assert texts(body, head) == [shown]
