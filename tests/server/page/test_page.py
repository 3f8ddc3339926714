"""The page as somebody who writes a letter meets it, in Chromium."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest

from klarsprak.readers import read_bytes
from tests.readers.odt.making import p
from tests.readers.odt.test_flat import flat
from tests.readers.outlook.compound import mail as outlook_mail
from tests.server.api.test_api import MAIL

LETTERS = Path(__file__).parents[3] / "corpora/letters"
SIGNATURE = (
    "Med vänlig hälsning\nEva Ek\nHandläggare\nSocialförvaltningen\nBox 1, 123 21 Ekvalla\nTelefon 0980-319 245"
)
LETTER = f"Hej!\n\nDu kommer att erhålla en faktura.\n\nVi har ej hunnit läsa din ansökan.\n\n{SIGNATURE}"
WAIT = 15_000


def paste(tab: Any, text: str) -> None:
    """Put the text in as a person does, and wait for what is said of it."""
    tab.evaluate("text => navigator.clipboard.writeText(text)", text)
    tab.locator("#text").focus()
    with tab.expect_response("**/api/1/check", timeout=WAIT):
        tab.keyboard.press("Control+v")
    until(tab, "document.querySelector('#remarks-heading').textContent !== 'Anmärkningar'")


def until(tab: Any, holds: str) -> None:
    """Wait until it holds; Playwright's own way of waiting needs what the page's policy forbids."""
    for _ in range(WAIT // 50):
        if tab.evaluate(holds):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(holds)


def letter_of(tab: Any) -> str:
    return str(tab.locator("#text").inner_text())


def wait_for_letter(tab: Any, text: str) -> None:
    """What is written in the letter may come a moment after the click."""
    until(tab, f"document.getElementById('text').innerText === {json.dumps(text)}")


def underlined(tab: Any, level: str = "warning") -> list[str]:
    return list(tab.evaluate("level => [...(CSS.highlights.get('klarsprak-' + level) ?? [])].map(String)", level))


def words(tab: Any) -> list[str]:
    return list(tab.locator("#list .words").all_inner_texts())


def remark(tab: Any, text: str) -> Any:
    return tab.locator(".remark", has=tab.locator(".words", has_text=re.compile(f"^{text}$")))


def checks(tab: Any) -> list[dict[str, Any]]:
    """What the server has been asked to check."""
    return [json.loads(request.post_data) for request in tab.asked if request.url.endswith("/api/1/check")]


def focused(tab: Any) -> str:
    return str(tab.evaluate("document.activeElement.textContent"))


def selected(tab: Any) -> str:
    return str(tab.evaluate("String(getSelection())"))


def test_a_letter_that_is_pasted_is_checked(tab: Any) -> None:
    paste(tab, LETTER)
    assert tab.locator("#remarks-heading").inner_text() == "2 bör skrivas om"
    assert words(tab) == ["erhålla", "ej"]
    assert underlined(tab) == ["erhålla", "ej"]
    assert tab.locator("#announce").inner_text() == "2 bör skrivas om"


def test_the_words_are_underlined_whatever_stands_before_them(tab: Any) -> None:
    strange = ["😀😀 ", "e\u0301a\u030a ", "👩‍👩‍👧 flaggan 🇸🇪. ", "\t– "]
    paste(tab, "\n\n".join([*(f"{before}Du kommer att erhålla en faktura." for before in strange), SIGNATURE]))
    assert underlined(tab) == ["erhålla"] * len(strange)


def test_a_suggestion_is_put_in_and_taken_back(tab: Any) -> None:
    paste(tab, LETTER)
    remark(tab, "erhålla").get_by_role("button", name="Sätt in ”få”").click()
    assert "Du kommer att få en faktura." in letter_of(tab)
    assert words(tab) == ["ej"]
    assert focused(tab) == "ej"
    tab.locator("#text").focus()
    tab.keyboard.press("Control+z")
    assert letter_of(tab) == LETTER
    tab.keyboard.press("Control+y")
    tab.get_by_role("button", name="Ångra").click()
    assert letter_of(tab) == LETTER
    until(tab, "document.querySelectorAll('.remark').length === 2")
    assert underlined(tab) == ["erhålla", "ej"]


def test_only_the_paragraph_that_changed_is_checked_as_one_writes(tab: Any) -> None:
    paste(tab, LETTER)
    before = len(checks(tab))
    tab.locator("#text").evaluate("field => { field.focus(); getSelection().collapse(field.firstChild, 4); }")
    with tab.expect_response(lambda response: '"whole":true' in (response.request.post_data or ""), timeout=WAIT):
        tab.keyboard.type(" Du får ånyo ett brev.")
        until(tab, "document.querySelectorAll('.remark').length === 3")
        assert underlined(tab) == ["ånyo", "erhålla", "ej"]
    first, second = checks(tab)[before:]
    assert (first["text"], first["whole"]) == ("Hej! Du får ånyo ett brev.", False)
    assert second["whole"] is True


def test_an_answer_to_what_has_changed_since_is_dropped(tab: Any) -> None:
    paste(tab, LETTER)
    held: list[Any] = []

    def hold(route: Any) -> None:
        held.append(route)

    tab.route("**/api/1/check", hold)
    tab.locator("#text").evaluate("field => { field.focus(); getSelection().collapse(field.firstChild, 4); }")
    tab.keyboard.type(" Du får ej svar.")
    tab.wait_for_timeout(600)
    assert len(held) == 1
    for _ in " Du får ej svar.":
        tab.keyboard.press("Backspace")
    held[0].continue_()
    tab.wait_for_timeout(300)
    assert underlined(tab) == ["erhålla", "ej"]
    assert letter_of(tab) == LETTER
    tab.unroute("**/api/1/check")


def test_underlines_follow_what_is_written_before_them(tab: Any) -> None:
    paste(tab, LETTER)
    tab.locator("#text").evaluate("field => { field.focus(); getSelection().collapse(field.firstChild, 0); }")
    tab.keyboard.type("Datum: 3 maj\n\n")
    assert underlined(tab) == ["erhålla", "ej"]
    tab.locator("#text").evaluate("field => getSelection().modify('move', 'forward', 'documentboundary')")
    tab.keyboard.type("\nEn rad till")
    assert letter_of(tab).rstrip("\n") == f"Datum: 3 maj\n\n{LETTER}\nEn rad till"


def test_the_same_word_again_is_one_remark_that_shows_its_places(tab: Any) -> None:
    paste(tab, LETTER.replace("Hej!", "Hej! Du har ej svarat."))
    assert words(tab) == ["ej", "erhålla"]
    assert underlined(tab) == ["ej", "ej", "erhålla"]
    assert "ställe till" not in remark(tab, "ej").locator(".message").inner_text()
    remark(tab, "ej").get_by_role("button", name="Nästa ställe (1 av 2)").click()
    assert tab.evaluate("getSelection().getRangeAt(0).startOffset") == LETTER.index("ej hunnit") + len(
        " Du har ej svarat."
    )
    remark(tab, "ej").get_by_role("button", name="Sätt in ”inte”").click()
    assert "Du har ej svarat." in letter_of(tab)
    assert "inte hunnit" in letter_of(tab)
    assert underlined(tab) == ["ej", "erhålla"]


def test_what_is_put_in_is_right_for_the_place_that_is_shown(tab: Any) -> None:
    paste(tab, LETTER.replace("Hej!", "Hej! Jag erhöll ditt brev."))
    button = remark(tab, "erhöll").locator(".put")
    assert button.inner_text() == "Sätt in ”fick”"
    remark(tab, "erhöll").get_by_role("button", name="Nästa ställe (1 av 2)").click()
    assert button.inner_text() == "Sätt in ”få”"
    tab.keyboard.press("Alt+ArrowDown")  # from the letter, to another remark and back
    tab.keyboard.press("Alt+ArrowUp")
    assert remark(tab, "erhöll").get_by_role("button", name="Nästa ställe (1 av 2)").is_visible()
    assert button.inner_text() == "Sätt in ”fick”"


def test_a_term_is_explained_with_one_click(tab: Any) -> None:
    paste(tab, LETTER.replace("Hej!", "Hej! Beslutet får laga kraft i maj. Vi hörs."))
    remark(tab, "laga kraft").get_by_role("button", name="Klistra in förklaringen").click()
    assert "laga kraft i maj. Att beslutet har fått laga kraft betyder" in letter_of(tab)
    with tab.expect_response("**/api/1/check", timeout=WAIT):
        pass
    assert "laga kraft" not in words(tab)


def test_what_the_letter_lacks_is_told_and_its_signature_filled_in(tab: Any) -> None:
    paste(tab, "Hej!\n\nDu får ett svar i maj.\n\nMed vänlig hälsning\nEva Ek\neva@example.se")
    missing = tab.locator("#missing")
    assert "Befattning saknas" in missing.inner_text()
    missing.get_by_text("Fyll i underskriften").click()
    assert missing.locator("form").get_by_label("Namn").input_value() == "Eva Ek"
    assert missing.locator("form").get_by_label("Enhet").input_value() == "Socialförvaltningen"
    missing.locator("form").get_by_label("Befattning").fill("Handläggare")
    missing.locator("form").get_by_label("Postadress").fill("Box 1, 123 21 Ekvalla")
    missing.locator("form").get_by_label("telefonnummer").fill("0980-319 245")
    missing.get_by_role("button", name="Sätt in underskriften").click()
    wait_for_letter(tab, f"Hej!\n\nDu får ett svar i maj.\n\n{SIGNATURE}\neva@example.se")
    missing.wait_for(state="hidden", timeout=WAIT)


def test_a_form_that_can_t_be_loaded_says_so_and_is_there_the_next_time(tab: Any) -> None:
    paste(tab, "Hej!\n\nDu får ett svar i maj.\n")
    form, opens = tab.locator("#signature-form"), tab.locator("#missing").get_by_text("Fyll i underskriften")
    tab.route("**/signing.js*", lambda route: route.abort())
    opens.click()
    form.get_by_text("Servern svarar inte just nu. Försök igen om en stund.").wait_for(timeout=WAIT)
    tab.unroute("**/signing.js*")
    opens.click()
    opens.click()
    form.get_by_label("Namn").wait_for(timeout=WAIT)
    tab.wrong[:] = [text for text in tab.wrong if "Failed to load resource" not in text]


def test_a_letter_without_a_signature_gets_one_last(tab: Any) -> None:
    paste(tab, "Hej!\n\nDu får ett svar i maj.\n")
    missing = tab.locator("#missing")
    missing.get_by_text("Fyll i underskriften").click()
    for label, value in zip(
        ["Namn", "Befattning", "Postadress", "telefonnummer"],
        ["Eva Ek", "Handläggare", "Box 1, 123 21 Ekvalla", "0980-319 245"],
        strict=True,
    ):
        missing.locator("form").get_by_label(label).fill(value)
    missing.get_by_role("button", name="Sätt in underskriften").click()
    closed = SIGNATURE.replace("hälsning\n", "hälsning\n\n")
    wait_for_letter(tab, f"Hej!\n\nDu får ett svar i maj.\n\n{closed}")


def test_what_is_hidden_stays_hidden_until_asked_for(tab: Any) -> None:
    paste(tab, LETTER)
    remark(tab, "ej").get_by_role("button", name="Visa inte mer").click()
    assert underlined(tab) == ["erhålla"]
    assert tab.locator("#remarks-heading").inner_text() == "1 bör skrivas om"
    tab.get_by_role("button", name="Visa dolda igen (1)").click()
    assert words(tab) == ["erhålla", "ej"]


def test_levels_are_chosen(tab: Any) -> None:
    paste(tab, LETTER)
    tab.get_by_role("checkbox", name="Bör skrivas om").uncheck()
    assert words(tab) == []
    assert underlined(tab) == []
    assert tab.get_by_text("Alla anmärkningar är dolda.").is_visible()


def test_a_click_on_the_words_shows_what_is_said_of_them(tab: Any) -> None:
    paste(tab, LETTER)
    box = tab.evaluate(
        "() => { const [range] = [...CSS.highlights.get('klarsprak-warning')].slice(1);"
        " const box = range.getBoundingClientRect(); return [box.x + 5, box.y + 5]; }"
    )
    tab.mouse.click(*box)
    assert tab.locator(".remark[aria-current]").locator(".words").inner_text() == "ej"


def test_all_can_be_done_with_the_keyboard(tab: Any) -> None:
    paste(tab, LETTER)
    tab.keyboard.press("Alt+ArrowDown")
    assert selected(tab) == "erhålla"
    tab.keyboard.press("Alt+ArrowDown")
    assert selected(tab) == "ej"
    assert tab.locator("#announce").inner_text().startswith("Bör skrivas om: ”ej”")
    tab.keyboard.press("Escape")
    assert focused(tab) == "ej"
    tab.keyboard.press("Alt+ArrowUp")
    assert focused(tab) == "erhålla"
    tab.keyboard.press("Enter")
    assert selected(tab) == "erhålla"
    tab.keyboard.press("Escape")
    tab.keyboard.press("Tab")
    assert focused(tab) == "Varför?"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert "att få en faktura" in letter_of(tab)
    assert focused(tab) == "ej"
    described = tab.evaluate(
        "document.activeElement.getAttribute('aria-describedby').split(' ')"
        ".map(id => document.getElementById(id).textContent).join(' ')"
    )
    assert described.startswith("Bör skrivas om Kanslisvenska ”ej”")


def test_the_page_can_be_walked_through_by_tab(tab: Any) -> None:
    tab.evaluate("document.body.focus()")
    walked = []
    for _ in range(9):
        tab.keyboard.press("Tab")
        walked.append(tab.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
    assert walked == [
        "Hoppa till brevet", "Hoppa till anmärkningarna", "open", "undo", "copy", "Spara som Word", "text",
        "Så använder du tangentbordet", "Tillgänglighet på den här sidan",
    ]  # fmt: skip


def drop(tab: Any, name: str, data: bytes) -> None:
    """Let a file fall on the page."""
    tab.evaluate(
        "([name, bytes]) => { const transfer = new DataTransfer();"
        " transfer.items.add(new File([new Uint8Array(bytes)], name));"
        " const drop = { dataTransfer: transfer, bubbles: true, cancelable: true };"
        " document.body.dispatchEvent(new DragEvent('drop', drop)); }",
        [name, list(data)],
    )


@pytest.mark.parametrize("name", ["beslut-bygglov.docx", "svar-buller.pdf", "allergikost.eml", "elevresor.txt"])
def test_a_file_is_dropped(tab: Any, name: str) -> None:
    drop(tab, name, (LETTERS / name).read_bytes())
    tab.get_by_text(f"{name} är öppnad.").wait_for(timeout=WAIT)
    until(tab, "document.querySelector('#guide').hidden")
    assert len(letter_of(tab)) > 500
    tab.get_by_role("button", name="Ångra").click()
    assert letter_of(tab).strip() == ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("MEJL.MSG", outlook_mail({0x37: "Beslut", 0x1000: LETTER.replace("\n", "\r\n")})),
        ("brev.fodt", flat("".join(map(p, LETTER.split("\n"))))),
    ],
)
def test_a_mail_of_outlooks_and_a_flat_document_are_dropped(tab: Any, name: str, data: bytes) -> None:
    drop(tab, name, data)
    tab.get_by_text(f"{name} är öppnad.").wait_for(timeout=WAIT)
    assert "Du kommer att erhålla en faktura." in letter_of(tab)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("bild.png", b"\x89PNG", "bild.png går inte att öppna här."),
        ("brev.docx", b"PK\x03\x04 trasig", "brev.docx: "),
        ("brev.txt", b"", "brev.txt: Filen är tom."),
    ],
)
def test_a_file_that_can_not_be_read_is_told_and_the_text_stays(tab: Any, name: str, data: bytes, says: str) -> None:
    paste(tab, LETTER)
    drop(tab, name, data)
    tab.locator("#notice", has_text=says).wait_for(timeout=WAIT)
    assert letter_of(tab) == LETTER


def test_a_letter_in_a_mail_is_chosen(tab: Any) -> None:
    drop(tab, "mejl.eml", MAIL)
    tab.get_by_role("button", name="bilaga.txt").click()
    until(tab, "document.querySelectorAll('.remark').length === 1")
    assert letter_of(tab) == "Du kommer att erhålla bidraget."


def saved(tab: Any, button: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a button gives."""
    tab.get_by_text("Spara som Word").click()
    with tab.expect_download(timeout=WAIT) as download:
        tab.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def text_in(data: bytes) -> str:
    (letter,) = read_bytes(data, "brev.docx")
    return "\n".join(block.text for block in letter.blocks)  # type: ignore[union-attr]


def test_the_letter_is_saved_as_word(tab: Any) -> None:
    paste(tab, LETTER)
    name, data = saved(tab, "Word med kommentarer")
    assert name == "brev.granskad.docx"
    assert "Du kommer att erhålla en faktura." in text_in(data)
    assert b"word/comments.xml" in data
    name, data = saved(tab, "Word med spårade ändringar")
    assert name == "brev.rättad.docx"
    assert "Du kommer att få en faktura." in text_in(data)


def test_a_word_document_that_nobody_has_changed_keeps_its_looks(tab: Any) -> None:
    drop(tab, "beslut.docx", (LETTERS / "beslut-bygglov.docx").read_bytes())
    tab.get_by_text("beslut.docx är öppnad.").wait_for(timeout=WAIT)
    name, data = saved(tab, "Word med kommentarer")
    assert name == "beslut.granskad.docx"
    assert b"word/header1.xml" in data
    tab.locator("#text").focus()
    tab.keyboard.type("Hej! ")
    _, data = saved(tab, "Word med kommentarer")
    assert b"word/header1.xml" not in data


def test_the_text_is_copied(tab: Any) -> None:
    paste(tab, LETTER)
    tab.evaluate("navigator.clipboard.writeText('')")
    tab.get_by_role("button", name="Kopiera texten").click()
    tab.get_by_text("Texten är kopierad.").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == LETTER


def test_a_server_that_is_away_is_told_calmly_and_asked_again(tab: Any) -> None:
    tab.route("**/api/1/check", lambda route: route.fulfill(status=503, headers={"Retry-After": "2"}, json={}))
    tab.evaluate("text => navigator.clipboard.writeText(text)", LETTER)
    tab.locator("#text").focus()
    tab.keyboard.press("Control+v")
    tab.get_by_text("Granskningen svarar inte just nu.").wait_for(timeout=WAIT)
    assert letter_of(tab) == LETTER
    tab.unroute("**/api/1/check")
    until(tab, "document.querySelectorAll('.remark').length === 2")
    assert tab.locator("#notice").inner_text() == ""
    tab.wrong[:] = [text for text in tab.wrong if "503" not in text]


def test_a_letter_in_another_language_is_not_called_clean(tab: Any) -> None:
    paste(tab, "Dear Sir,\n\nthank you for your letter. We will write to you again in the week after next week.\n")
    assert tab.locator("#remarks-heading").inner_text() == "Inte granskat"
    assert "engelska" in tab.locator("#nothing").inner_text()


def test_a_letter_without_faults_is_told_so(tab: Any) -> None:
    paste(tab, f"Hej!\n\nDu får ett svar i maj.\n\n{SIGNATURE}")
    assert tab.locator("#remarks-heading").inner_text() == "Inget att anmärka på"


def test_nobody_leaves_the_page_with_a_letter_by_mistake(tab: Any) -> None:
    paste(tab, LETTER)
    asked = []
    tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    tab.reload()
    assert asked == ["beforeunload"]


def test_without_highlights_the_list_is_there(browser: Any, address: str) -> None:
    context = browser.new_context(base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    page.add_init_script("delete window.Highlight; delete CSS.highlights;")
    page.goto("/")
    paste(page, LETTER)
    assert words(page) == ["erhålla", "ej"]
    context.close()


def test_nothing_of_the_letter_is_laid_on_the_server_s_disk(
    tab: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    drop(tab, "beslut.docx", (LETTERS / "beslut-bygglov.docx").read_bytes())
    tab.get_by_text("beslut.docx är öppnad.").wait_for(timeout=WAIT)
    tab.wait_for_selector(".remark", timeout=WAIT)
    saved(tab, "Word med kommentarer")
    assert list(tmp_path.iterdir()) == []


def test_the_browser_keeps_nothing(tab: Any) -> None:
    paste(tab, LETTER)
    answers = [request.response() for request in tab.asked]
    assert {answer.headers.get("cache-control") for answer in answers if answer} == {"no-store"}
    assert not any("set-cookie" in answer.headers for answer in answers if answer)
    assert tab.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert tab.evaluate("caches.keys().then(found => found.length)") == 0


def test_a_signature_is_mended_where_it_stands(tab: Any) -> None:
    after = "\n\nBilaga: en karta\nHur du överklagar"
    paste(tab, f"Hej!\n\nDu får ett svar i maj.\n\nEva Ek\n\nHandläggare, eva@example.se\nTel 0980-319 245{after}")
    missing = tab.locator("#missing")
    missing.get_by_text("Fyll i underskriften").click()
    missing.locator("form").get_by_label("Postadress").fill("Box 1, 123 21 Ekvalla")
    missing.get_by_role("button", name="Sätt in underskriften").click()
    signature = SIGNATURE.split("\n", 1)[1]
    wait_for_letter(tab, f"Hej!\n\nDu får ett svar i maj.\n\n{signature}\nHandläggare, eva@example.se{after}")


def test_undo_works_from_the_list_too(tab: Any) -> None:
    paste(tab, LETTER)
    remark(tab, "erhålla").get_by_role("button", name="Sätt in ”få”").click()
    assert focused(tab) == "ej"
    tab.keyboard.press("Control+z")
    assert letter_of(tab) == LETTER
    assert focused(tab) == "ej"


def test_what_is_said_of_the_whole_letter_can_be_hidden(tab: Any) -> None:
    paste(tab, LETTER.replace("Handläggare\n", ""))
    tab.locator("#missing").get_by_role("button", name="Visa inte mer").click()
    assert not tab.locator("#missing").is_visible()
    assert tab.locator("#remarks-heading").inner_text() == "2 bör skrivas om"


def test_in_a_narrow_window_the_words_say_what_there_is_on_them(tab: Any) -> None:
    tab.set_viewport_size({"width": 400, "height": 700})
    paste(tab, LETTER)
    tab.keyboard.press("Alt+ArrowDown")
    assert tab.locator("#peek").inner_text().startswith("Bör skrivas om: ”erhålla” är kanslisvenska.")
    tab.get_by_role("button", name="Till anmärkningen").click()
    assert focused(tab) == "erhålla"
    assert not tab.locator("#peek").is_visible()
