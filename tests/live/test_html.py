"""What is read of HTML, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.live.checking import LiveChecker
from klarsprak.live.html import marked_html


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Du <b>får</b> ett bidrag.</p>", "\n\nDu får ett bidrag.\n\n"),
        ("Rad ett<br/>rad två", "Rad ett\nrad två"),
        ("<p>\n  Du får\r\n  ett   bidrag.\n</p>", "\n\nDu får ett bidrag. \n\n"),
        ("<pre>ett\n  två</pre>", "\n\nett\n  två\n\n"),
        ("&Aring;r &amp; m&aring;nad&nbsp;8 &#167; &hej; &", "År & månad\u00a08 § &hej; &"),
        ("<ul><li>Ett<li>Två</ul>", "\n\n\n\n- Ett\n\n- Två\n\n"),
        ("<table><tr><td>A<td>B</table>", "\n\n\n\n\n\nA\n\nB\n\n"),
        ("<script>if (a < b) {'</p>'}</script>Text", "Text"),
        ("<STYLE>p > b {}</Style >Text", "Text"),
        ("<head><title>Ä</title><meta charset=utf-8></head><body>Text", "\n\nText"),
        ("<head><title>Ä</title><body>Text", "\n\nText"),
        ('<div style="display: none">a<div>b</div>c</div>Text<p hidden>d</p>', "Text"),
        ("Före<!-- <p>inte\n\n--> efter<!-- utan slut", "Före efter"),
        ("<p style='color: red; display: none'>a</p><i style=display:none>b</i>Text", "Text"),
        (
            "<i style='display:none !important; display:inline'>a</i>Text<b style='visibility:hidden'>b &amp;</b>",
            "Text",
        ),
        ("<i style='visibility:hidden'>a<b>c</b> <b style='visibility:visible'>Text</b>d", "Text"),
        ("<i style='font-size:0'>a <br> b<b style='font-size:9px'>Text</b></i>c</i> <b>Text</b>", "\nTextc Text"),
        (
            "<p style='visibility:hidden'>a<p>Text<ul><li style='font-size:0'>b<li>c</ul>",
            "\n\n\n\nText\n\n\n\n- \n\n- c\n\n",
        ),
        ("<style>.a{display:none}</style><i class=a>b</i><i class=b>Text</i>", "Text"),
        ("<!--<style>i {display:none}</style>--><i>Text</i>", "Text"),
        ("<noscript><style>i {display:none}</style></noscript><i>Text</i>", "Text"),
        ("<style media=print>.a{display:none}</style><i class=a>Text</i>", "Text"),
        ("<svg><defs><text>a</text></defs><desc>b</desc><g display=none>c</g></svg><desc>Text</desc>", "Text"),
        ("<textarea>ett\n  <b>&amp;<!-- </textarea >två", "\n\nett\n  <b>&<!-- \n\ntvå"),
        ("<video>a</video>Text<noscript>b</noscript>", "Text"),
        ('<p style="-x-display: none"><b data-style="display:none">Text</b></p>', "\n\nText\n\n"),
        ('<td style="font-size: 0px"><b style="font-size: 13px">Text</b></td>', "\n\nText\n\n"),
        ("<svg><text>Text</text></svg><iframe srcdoc='a'>b</iframe>", "\n\nText\n\n"),
        ('<a title="a > b" href=x>länk</a>', "länk"),
        ("5 < 6 och 7 > 6", "5 < 6 och 7 > 6"),
        ("<!DOCTYPE html><![if !x]><?xml?>Text", "Text"),
        ("", ""),
    ],
)
def test_tags_are_no_text(source: str, text: str) -> None:
    marked = marked_html(source)
    assert marked.text == text
    assert marked.source == source


@pytest.mark.parametrize(
    "source",
    [
        "<h1>Beslut</h1><p>Du kommer att <b>erhålla</b> bidraget.</p>",
        "<p>&#128512; Du kommer\n   att erhålla bidraget.</p>",
        "\ufeff<html>\r\n<body>\r\n<p>Du kommer att <!-- inte --> erhålla bidraget.",
    ],
)
def test_remarks_stand_at_their_words_in_the_source(checker: LiveChecker, source: str) -> None:
    remarks = checker.check(marked_html(source), whole=False).remarks
    words = [source[remark.start : remark.end] for remark in remarks if remark.is_plain]
    assert "erhålla" in words


_MARKS = st.sampled_from(
    "<p> </p> <b> <br> <pre> <script> </script> <style </style> <title> <head> </head> <body> <div hidden> </div> "
    "< > </ <! <!-- --> <![ ]]> <? &amp; &# &aring & \" ' = \n \r\n \t å Du 😀 \ufeff".split(" ")
)


@given(st.lists(_MARKS | st.text(max_size=3)).map("".join))
def test_no_sign_of_the_source_is_lost(source: str) -> None:
    assert marked_html(source).source == source


@pytest.mark.parametrize(
    "part",
    [
        "<",
        "<a ",
        '<a "',
        "<!--",
        "<script>",
        "<div hidden>",
        "&amp",
        "<p><head>",
        " \n",
        "<![if",
        "<style ",
        "<b></i>",
    ],
)
def test_what_repeats_is_read_in_time_that_grows_with_it(part: str) -> None:
    source = part * (50_000 // len(part))
    assert marked_html(source).source == source
