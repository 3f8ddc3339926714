"""HTML: styles, style sheets and elements that hide text, or only seem to."""

from __future__ import annotations

import pytest

from klarsprak.letter import Role
from klarsprak.readers.html.page import read

MJML = (
    '<td style="font-size:0px;padding:10px 25px;word-break:break-word;">'
    '<div style="font-family:Arial;font-size:13px;line-height:1;">synligt</div></td>'
)


def shows(body: str) -> bool:
    """Whether the page shows the word that it is asked for, between two that show anyhow."""
    texts = [block.text for block in read(f"<html><body><p>Hej</p>{body}<p>Anna</p>".encode(), "brev.html").blocks]
    assert (texts[0], texts[-1]) == ("Hej", "Anna")
    return "synligt" in " ".join(texts)


def shows_class(sheet: str, style: str = "") -> bool:
    return shows(f'<style>{sheet}</style><div class="text ruta" style="{style}">synligt</div>')


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr>{MJML}</tr></table>",
        "<p style='font-size:0;line-height:0'><span style='font-size:16px'>synligt</span></p>",
        "<p style='font-size:0'><span style='font: bold 12pt/1.5 Arial'>synligt</span></p>",
        "<p style='font-size:0'><font size=2>synligt</font></p>",
        "<p style='font-size:0'><span style='font-size:small'>synligt</span></p>",
        "<p style='font-size:0'><b style='font-size:1rem'>synligt</b></p>",
        "<p style='font-size:0; font-size:12px'>synligt</p>",
        "<p style='font-size:12px !important; font-size:0'>synligt</p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>synligt</p></div>",
        "<p hidden style='display:block'>synligt</p>",
        "<p style='-x-display:none;text'>synligt</p>",
        "<p style=\"content:'display:none'\">synligt</p>",
        "<p style='background:url(a;display:none)'>synligt</p>",
        "<p style='/* display:none */'>synligt</p>",
        "<p style='display:none; display:block'>synligt</p>",
        "<p style='opacity:0.9'>synligt</p>",
        "<a style='background:#06c;mso-hide:all'>synligt</a>",
        "<p style='opacity:0'>synligt</p>",
        "<p style='max-height:0;overflow:hidden'>synligt</p>",
        "<p style='font-size:1px'>synligt</p>",
        "<style>"
        + ".a[b] .c {display:none}" * 300
        + ".c {display:none} .d.c {display:block}</style><p class='c d'>synligt</p>",
        "<style>body {display:none !important}</style><p>synligt</p>",
        "<noscript><style>.js {display:none}</style></noscript><p class=js>synligt</p>",
        "<style>.text {font-size:14px}</style><div style='font-size:0'><p class=text>synligt</p></div>",
        "<style>td > * {font-size:14px}</style><div style='font-size:0'><p>synligt</p></div>",
    ],
)
def test_text_that_only_seems_hidden_is_read(body: str) -> None:
    assert shows(body)


@pytest.mark.parametrize(
    "style",
    [
        "display:none!important",
        "DISPLAY : NONE",
        "display:block; display:none",
        "display:none !important; display:block",
        "visibility:hidden",
        "font-size:0",
        "font-size:0px!important",
        "font:0/0 a",
        "display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all",
    ],
)
def test_the_line_for_the_list_of_mails_is_not_read(style: str) -> None:
    assert not shows(f'<div style="{style}">synligt <b>synligt</b></div>')
    if "display" in style.lower():
        assert not shows(f'<style>.pre {{{style}}}</style><div class="x pre">synligt <b>synligt</b></div>')


def test_a_size_of_the_size_around_is_none_where_there_is_none() -> None:
    assert not shows("<p style='font-size:0'><span style='font-size:150%'>synligt</span> <b>synligt</b></p>")


@pytest.mark.parametrize(
    "sheet",
    [
        "body[yahoo] .text {display:none}",
        ".mobil .text {display:none}",
        ".mobil.text {display:none}",
        "p.text {display:none}",
        ".text[hidden] {display:none}",
        ".mobil > .text {display:none}",
        ".text .text {display:none}",
        ".ruta :not(.text) {display:none}",
        ".text::before {display:none}",
        ".text:hover {display:none}",
        "@media print {.text {display:none}}",
        "@media (max-width:600px) {.x {color:red} .text {display:none}}",
        "@supports (display:grid) {.text {display:none}}",
        ".text {display:none} .text {display:block}",
        ".text {display:none} div.text {display:block}",
        "div.text {display:block} .text {display:none}",
        ".text {display:none} @media (min-width:600px) {.text {display:block !important}}",
        ".text {display:none} @media not (max-width:600px) {.text {display:block}}",
        ".text {display:none} .x:not(.y), :is(.text, .z) {display:block}",
        ".text {display:none} .text {display:block; &:hover {color:red}}",
        ".text {display:none} body[x] [class~=text] {display:block}",
        ".text {display:none} u + .body .text {display:block}",
        "/* .text {display:none} */",
        ".text {display:none-x}",
        ".text {-x-display:none}",
        ".text {font-size:0}",
        ".text {visibility:hidden}",
        ".text {opacity:0; max-height:0; overflow:hidden}",
        ":is(h1, .text, h3) .x {display:none}",
        ".x:not(.a, .text, .c) {display:none}",
        ".x[title=','], .text {display:none}",
        ".x\\\\,div {display:none}",
        "@media print {.nav {a {color:red}} .text {display:none}}",
        "@media (max-width:600px) {.x {color:{{colour}}} .text {display:none}}",
        "@media print {.x {color:red}}} .text {display:none}",
        ".x {.text {display:none}}",
        ".text {color:{{colour}}; display:none}",
        ".text {content:'display:none'}",
        ".a::before {content:'} .text {display:none} .b{'}",
        "@font-face {font-family:x} @import 'x.css'; .x {display:none}",
    ],
)
def test_a_rule_that_does_not_hold_hides_nothing(sheet: str) -> None:
    assert shows_class(sheet)


@pytest.mark.parametrize(
    "sheet",
    [
        ".text {display:none}",
        "<!-- .text {display:none} -->",
        "a, div.text, h1 {color:red; display : none !important;}",
        ".ruta.text {display:none}",
        "html body .text {display:none}",
        "* .text {display:none}",
        "@media screen {.text {display:none}}",
        "@media only screen, print {.text {display:none}}",
        "@media (max-width:600px) {.x {color:red}} .text {display:none}",
        "@charset 'utf-8'; .text {display:none}",
        "div.text {display:none} .text {display:block}",
        ".text {display:none !important} .text {display:block}",
        ".text {display:none} .text:hover {display:block}",
        ".text {display:none} @media print {.text {display:block}}",
        ".text {display:none} @media print {.text {display:block; b {color:red}}}",
        ".text {display:none} @media only screen and (max-width:600px) {.text {display:block !important}}",
        ".text {display:none} @media (width <= 600px), print {.text {display:block !important}}",
        ".text {display:none} div > div, div > * {display:block}",
        ".text {display:none} .x {content:'\\\"'} .y {content:'}'}",
        ".text {display:none} "
        + "".join(f".x{n} .y, .z{n} {{font-size:9px}} .x img {{width:{n}px}}" for n in range(300)),
        ".text {display:none",
    ],
)
def test_a_rule_that_holds_hides(sheet: str) -> None:
    assert not shows_class(sheet)


def test_a_rule_asks_for_an_element_around() -> None:
    body = "<style>.mobil .text {display:none}</style><div class=%s><p><b class=text>synligt</b></p></div>"
    assert not shows(body % "mobil")
    assert shows(body % "bred")
    assert shows("<div class=mobil></div>" + body % "bred")


def test_the_elements_own_style_is_graver() -> None:
    assert shows_class(".text {display:none}", "display:block")
    assert shows_class(".text {display:none}", "display:block !important")
    assert not shows_class(".text {display:none !important}", "display:block")
    assert not shows_class(".text {display:block}", "display:none")


def test_a_style_element_may_be_for_paper_only() -> None:
    body = "<style media='%s'>.text {display:none}</style><p class=text>synligt</p>"
    assert shows(body % "print")
    assert shows(body % "(max-width: 600px)")
    assert not shows(body % "screen")


def test_class_names_of_tools_are_told_apart() -> None:
    body = r"<style>.sm\:hidden {display:none}</style><p class='%s'>synligt</p>"
    assert not shows(body % "sm:hidden")
    assert shows(body % "sm")


@pytest.mark.parametrize(
    "body",
    [
        "<svg width=600><g><text x=1 y=20>synligt</text></g></svg>",
        "<svg><foreignObject><p>synligt</p></foreignObject></svg>",
        "<textarea>synligt</textarea>",
        "<select><option>Välj</option><option>synligt</option></select>",
        "<input value=synligt>",
        "<input type=submit value=synligt>",
        "<input placeholder=synligt>",
        "<math><mi>x</mi><mo>=</mo><mtext>synligt</mtext></math>",
        "<svg><text style='font-size:0.5px'>synligt</text></svg>",
        "<p style='font-size:0'><svg><text font-size=9>synligt</text></svg></p>",
        "<map><p>synligt</p></map>",
        "<desc>synligt</desc>",
    ],
)
def test_elements_that_show_in_a_browser_or_a_mail_program_are_read(body: str) -> None:
    assert shows(body)


@pytest.mark.parametrize(
    "body",
    [
        "<svg><title>synligt</title><desc>synligt</desc><defs><text>synligt</text></defs><path d='M0'/></svg>",
        "<math><semantics><mi>x</mi><annotation>synligt</annotation></semantics></math>",
        "<input type=hidden value=synligt>",
        "<input type=checkbox value=synligt>",
        "<input value=synligt style='display:none'>",
        "<datalist><option>synligt</option></datalist>",
        "<template>synligt</template>",
        "<canvas>synligt</canvas>",
        "<noscript>synligt</noscript>",
        "<video src=a.mp4>synligt</video>",
        "<audio src=a.mp3>synligt</audio>",
        "<svg><clipPath><text>synligt</text></clipPath></svg>",
        "<svg><g display=none><text>synligt</text></g></svg>",
        "<svg><text visibility=hidden>synligt</text></svg>",
    ],
)
def test_what_elements_keep_for_themselves_is_not_read(body: str) -> None:
    assert not shows(body)


def test_a_menu_is_a_list_and_a_drawing_without_text_parts_nothing() -> None:
    body = "<p>Ring <svg><path d='M0'/></svg> oss.</p><select><option>Ja<option>Nej</select>"
    blocks = read(body.encode(), "brev.html").blocks
    assert [(block.role, block.text) for block in blocks] == [
        (Role.PARAGRAPH, "Ring oss."),
        (Role.LIST_ITEM, "Ja"),
        (Role.LIST_ITEM, "Nej"),
    ]


def test_fields_and_lines_of_a_drawing_part_words() -> None:
    body = (
        "<p><label>Namn</label><input value='Anna Ek'><label>Adress</label><input placeholder=Gata>."
        "<button>Ja</button><button>Nej</button>!<input type=hidden> Hej</p>"
        "<svg><text>Avgift<tspan x=0 dy=1em>200 kr</tspan> i <tspan>må</tspan>naden</text></svg>"
    )
    blocks = read(body.encode(), "brev.html").blocks
    assert [block.text for block in blocks] == [
        "Namn Anna Ek Adress Gata. Ja Nej! Hej",
        "Avgift 200 kr i månaden",
    ]


def test_of_two_versions_for_screens_the_one_for_wide_ones_is_read() -> None:
    body = (
        "<style>.mobile {display:none} @media (max-width:600px)"
        "{.mobile {display:block !important} .desktop {display:none !important}}</style>"
        "<p class=desktop>Hej!</p><p class=mobile>Hej!</p>"
    )
    assert [block.text for block in read(body.encode(), "brev.html").blocks] == ["Hej!"]


def test_text_that_shows_only_in_buttons_keeps_its_words_apart() -> None:
    body = "<p style='font-size:0'><a style='font-size:14px'>Ja</a> <a style='font-size:14px'>Nej</a></p>"
    assert [block.text for block in read(body.encode(), "brev.html").blocks] == ["Ja Nej"]


@pytest.mark.parametrize(
    "body",
    [
        "<iframe srcdoc='&lt;p&gt;Hej'></iframe>",
        "<iframe src=https://ekvalla.example/brev></iframe>",
        "<iframe src=a width=0 style='width:1px;min-width:100%'></iframe>",
        "<iframe src=a height=0 style='height:500px'></iframe>",
        "<object data=brev.pdf type=application/pdf></object>",
        "<embed src=brev.pdf>",
    ],
)
def test_another_file_that_shows_in_the_page_is_told_of(body: str) -> None:
    letter = read(f"<p>Hej Anna!</p>{body}{body}".encode(), "brev.html")
    assert letter.unread == letter.notes
    assert len(letter.notes) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<iframe></iframe>",
        "<iframe src=about:blank></iframe>",
        "<iframe src=https://ekvalla.example height=0 width=0></iframe>",
        "<noscript><iframe src=https://ekvalla.example style='display:none;visibility:hidden'></iframe></noscript>",
        "<object data=logga.svg type=image/svg+xml></object>",
        "<object classid=x></object>",
        "<iframe src=https://ekvalla.example width=0px></iframe>",
        "<iframe src=https://ekvalla.example style='width:0;height:0;border:0'></iframe>",
        "<iframe src=https://ekvalla.example style='position:absolute;WIDTH: 1px;left:-9999px'></iframe>",
        "<object data=logga.svg></object>",
        "<object data=data:image/svg+xml;base64,AAAA></object>",
        "<embed src=film.mp4?x=1>",
        "<blockquote type=cite><p>Hej</p><iframe src=https://ekvalla.example></iframe></blockquote>",
    ],
)
def test_what_nobody_sees_is_not_told_of(body: str) -> None:
    assert read(f"<p>Hej Anna!</p>{body}".encode(), "brev.html").notes == []


@pytest.mark.parametrize(
    "page",
    [
        "<style>" + ".a .b {display:none} " * 3000 + "</style>" + "<p class='a b'>Hej</p>" * 3000,
        "<style>" + "".join(f".a{n} .b {{display:none}} " for n in range(3000)) + "</style>" + "<p class=b>Hej" * 999,
        "<style>"
        + ",".join(f".a{n}" for n in range(9000))
        + "{"
        + "display:none;" * 4000
        + "}</style>"
        + "<p>Hej" * 99,
        "<p style='" + "display:block;" * 9000 + "'>Hej",
        "<style>" + ".a{x:y;" * 20_000 + "}" * 20_000 + "</style>Hej",
        "<style>" + "@media print" + ",(max-width" * 20_000 + "{" + "</style>Hej",
        "<style>" + "[.a" * 20_000 + "{display:block}</style>Hej",
        "<iframe src='" + "." * 40_000 + "' style='" + "width:" * 20_000 + "'></iframe>Hej",
        "<style>" + "a{" * 20_000 + "</style>Hej",
        "<style>" + "@media x{" * 20_000 + "}" * 10_000 + "</style>Hej",
        "<style>" + "'" * 40_000 + "\n" * 40_000 + "</style>Hej",
        "<style>" + "/*" * 40_000 + "</style>Hej",
        "<style>" + "[:(" * 20_000 + "{display:block}</style>Hej",
        "<style>" + " " * 40_000 + "x" * 40_000 + "</style>Hej",
        "<p style='" + "(" * 40_000 + "'>Hej",
        "<p style='" + "font:" + "1." * 40_000 + "'>Hej",
        "<p style='" + "/*" * 40_000 + "'>Hej",
    ],
)
def test_odd_styles_are_read_in_time_that_grows_with_them(page: str) -> None:
    assert read(page.encode(), "brev.html").blocks[0].text == "Hej"
