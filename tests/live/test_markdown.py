"""What is read of Markdown, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.letter import Role
from klarsprak.live.checking import LiveChecker, as_letter
from klarsprak.live.markdown import marked_markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Beslut\nDu får bidrag.", "Beslut\n\nDu får bidrag."),
        ("Text\n## Beslut ##\n", "Text\n\nBeslut\n\n"),
        ("Beslut\n======\nText", "Beslut\n\nText"),
        ("Du **får** *ett* ~~stort~~ __bidrag__.", "Du får ett stort bidrag."),
        ("***Viktigt*** och **fet *och* kursiv**", "Viktigt och fet och kursiv"),
        ("**Detta går\növer två rader**", "Detta går\növer två rader"),
        ("5 * 3 och e_post_adress, * fält", "5 * 3 och e_post_adress, * fält"),
        ("[beslutet](https://x.se/a_(b) \"Titel\") gäller", "beslutet gäller"),
        ("[taxan][1] och [taxan] och [FYLL I]\n\n[1]: x\n[Taxan]: <y>", "taxan och taxan och [FYLL I]\n\n\n"),
        ("![En bild](a.png)Text", "Text"),
        ("Se <https://x.se>, <a@x.se> eller <b>så</b><br>här.", "Se https://x.se, a@x.se eller så\nhär."),
        ("Skriv `a*b` och ``c`d``.", "Skriv ”a*b” och ”c`d”."),
        ("Ett ` tecken", "Ett ` tecken"),
        ("Före\n\n```py\nx = 1\n```\n\nEfter", "Före\n\n\n\n\n\nEfter"),
        ("Före\r\n\r\n~~~\r\nx\r\n~~~\r\nEfter", "Före\r\n\r\n\n\n\r\nEfter"),
        ("```\nutan slut", "\n\n"),
        ("Före\n\n    kod\n\nEfter", "Före\n\n\n\nEfter"),
        ("- ett\n  mer\n\n    ett stycke till\n* två\n1) [x] tre", "- ett\nmer\n\nett stycke till\n- två\n1) tre"),
        ("---\ntitle: x\n---\nText", "\nText"),
        ("Före\n\n* * *\n\nEfter", "Före\n\n\n\nEfter"),
        ("| A | *B* |\n| --- | :-: |\n| c \\| d | e |", "\n\nA\n\nB\n\n\n\n\n\nc | d\n\ne\n\n"),
        ("Före <!-- inte\n\n med --> efter", "Före  efter"),
        ("Text[^1].\n\n[^1]: Noten.", "Text.\n\nNoten."),
        (r"\*stjärna\* och \\ och &amp; &auml;", r"*stjärna* och \ och & ä"),
        ("Rad ett\\\nrad två", "Rad ett\nrad två"),
        ("Före\n\n> Citat\n> mer\n\nEfter", "Före\n\n\n\n\nEfter"),
        ("> [!NOTE]\n> Du **får** bidrag\n> i maj.\n\n> Citat", "\nDu får bidrag\ni maj.\n\n"),
        ("", ""),
    ],
)  # fmt: skip
def test_marks_are_no_text(source: str, text: str) -> None:
    marked = marked_markdown(source)
    assert marked.text == text
    assert marked.source == source


@pytest.mark.parametrize(
    "source",
    [
        "# Beslut\n\nDu kommer att **erhålla** bidraget.",
        "- 😀 [Du kommer att erhålla](https://x.se) bidraget.",
        "> [!NOTE]\n> Du kommer att\r\n*erhålla* bidraget.",
        "\ufeff---\ntitle: erhålla\n---\n\nDu kommer att `inte` erhålla bidraget.",
    ],
)
def test_remarks_stand_at_their_words_in_the_source(checker: LiveChecker, source: str) -> None:
    remarks = checker.check(marked_markdown(source), whole=False).remarks
    words = [source[remark.start : remark.end] for remark in remarks if remark.is_plain]
    assert "erhålla" in words


def test_nothing_is_said_of_code_quotations_and_addresses(checker: LiveChecker) -> None:
    source = "Skriv `erhålla` i fältet.\n\n> Ni ska erhålla bidraget.\n\n[Läs mer](https://x.se/erhålla)"
    assert checker.check(marked_markdown(source), whole=False).remarks == []


def test_headings_and_items_are_read_as_such() -> None:
    letter = as_letter(marked_markdown("# Vad händer nu\nDu får ett brev av oss i maj.\n\n* Ta med kortet.").text)
    assert [block.role for block in letter.blocks] == [Role.HEADING, Role.PARAGRAPH, Role.LIST_ITEM]


_MARKS = st.sampled_from(
    "# - * ** _ __ ~~ ` ``` ~~~ > | [ ] ]( ) ![ ][ ]: <!-- --> < > <b> <br <script> \\ & &amp; --- === 1. "
    "\n \r\n \r \n\n \t å Du 😀 \ufeff \u2028 a\u030a [!X]".split(" ")
)


@given(st.lists(_MARKS | st.just(" ") | st.text(max_size=3)).map("".join))
def test_no_sign_of_the_source_is_lost(source: str) -> None:
    assert marked_markdown(source).source == source


@pytest.mark.parametrize(
    "part",
    ["`", "*a", "a* ", "_a_b ", "[", "![a](", "](x \"", "<a ", "<!--", "> ", "- ", "|", "| a\n|-\n", "`a``b", "#"],
)  # fmt: skip
def test_what_repeats_is_read_in_time_that_grows_with_it(part: str) -> None:
    source = part * (50_000 // len(part))
    assert marked_markdown(source).source == source
