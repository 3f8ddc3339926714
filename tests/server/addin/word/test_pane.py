"""The pane as somebody who writes a letter in Word meets it, in Chromium beside a Word that isn't one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.server.page.test_page import SIGNATURE, WAIT, until

Open = Callable[..., Any]
LETTER = ["Hej!", "Du kommer att erhålla en faktura.", "Vi har ej hunnit läsa din ansökan.", *SIGNATURE.split("\n")]


def check(tab: Any) -> Any:
    """Choose Granska, and wait for what is said of the letter."""
    with tab.expect_response("**/api/1/check", timeout=WAIT):
        tab.locator("#check").click()
    until(tab, "document.querySelector('#check').getAttribute('aria-disabled') === 'false'")
    return tab


def words(tab: Any) -> list[str]:
    return list(tab.locator("#list .words").all_inner_texts())


def remark(tab: Any, text: str) -> Any:
    return tab.locator(".remark", has=tab.locator(".words", has_text=re.compile(f"^{re.escape(text)}$")))


def word(tab: Any, what: str) -> Any:
    """What stands in Word."""
    return tab.evaluate(f"fakeWord.{what}")


def heading(tab: Any) -> str:
    return str(tab.locator("#remarks-heading").inner_text())


def notice(tab: Any) -> str:
    return str(tab.locator("#notice").inner_text())


def asked(tab: Any) -> list[str]:
    """What the server has been asked to check: texts, or *file*."""
    checks = [request for request in tab.asked if request.url.endswith("/api/1/check")]
    kinds = [request.headers["content-type"] for request in checks]
    return [
        json.loads(request.post_data)["text"] if kind == "application/json" else "file"
        for request, kind in zip(checks, kinds, strict=True)
    ]


def choose(tab: Any, text: str, button: str) -> None:
    remark(tab, text).get_by_role("button", name=button).click()


def test_nothing_is_sent_before_somebody_asks(open_pane: Open) -> None:
    tab = open_pane(*LETTER)
    assert asked(tab) == []
    assert tab.locator("#guide").is_visible()


def test_the_letter_s_file_is_checked(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER, slice=5_000))
    assert asked(tab) == ["file"]
    assert heading(tab) == "2 bör skrivas om"
    assert words(tab) == ["erhålla", "ej"]
    assert word(tab, "lines") == ["Berry: erhålla", "Berry: ej"]
    assert word(tab, "state.openFiles") == 0
    assert tab.locator("#announce").inner_text() == "2 bör skrivas om"
    answers = [request.response() for request in tab.asked if "appsforoffice" not in request.url]
    assert {answer.headers.get("cache-control") for answer in answers if answer} == {"no-store"}
    assert not any("set-cookie" in answer.headers for answer in answers if answer)


def test_words_are_shown_in_the_letter(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    choose(tab, "ej", "Visa i brevet")
    until(tab, "fakeWord.state.selected === 'ej'")
    assert remark(tab, "ej").get_attribute("aria-current") == "true"


def test_a_suggestion_is_a_tracked_change(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "document.querySelectorAll('.remark').length === 1")
    assert word(tab, "changes[1]") == "Du kommer att [-erhålla-]{+få+} en faktura."
    assert word(tab, "state.mode") == "Off"
    assert notice(tab) == "Ersatt: ”få”. Ändringen är spårad i brevet."
    assert tab.evaluate("document.activeElement.closest('.remark').textContent").startswith("ej")
    until(tab, "fakeWord.lines.join() === 'Berry: ej'")


def undone(tab: Any, says: str) -> None:
    tab.get_by_role("button", name="Ångra").click()
    until(tab, f"document.querySelector('#notice').textContent.startsWith({json.dumps(says)})")


@pytest.mark.parametrize("mode", ["Off", "TrackMineOnly"])
def test_what_the_pane_has_replaced_is_taken_back_one_by_one(open_pane: Open, mode: str) -> None:
    first = "Rektorn tar ej emot ej bokade besök, och ej heller post."
    tab = check(open_pane(first, LETTER[1], *SIGNATURE.split("\n"), mode=mode))
    assert not tab.locator("#undo").is_visible()
    choose(tab, "ej", "Nästa ställe (1 av")
    choose(tab, "ej", "Ersätt med ”inte”")
    until(tab, "fakeWord.changes[0].includes('{+')")
    replaced = word(tab, "changes[0]")
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "fakeWord.changes[1].includes('{+')")
    tab.evaluate("fakeWord.add(0, 'Hej igen!')")
    undone(tab, "Ångrat.")
    assert word(tab, "changes")[1:3] == [replaced, LETTER[1]]
    until(tab, "document.querySelector('#list').textContent.includes('erhålla')")
    undone(tab, "Ångrat.")
    until(tab, f"fakeWord.changes[1] === '{first}'")
    assert word(tab, "state.mode") == mode
    assert tab.locator("#undo").is_hidden()
    until(tab, "document.activeElement.id === 'check'")


def test_an_explanation_is_taken_back(open_pane: Open) -> None:
    tab = check(open_pane("Beslutet får laga kraft i maj. Vi hörs.", *LETTER))
    choose(tab, "laga kraft", "Klistra in förklaringen")
    until(tab, "fakeWord.changes[0].includes('{+')")
    undone(tab, "Ångrat.")
    assert word(tab, "changes[0]") == "Beslutet får laga kraft i maj. Vi hörs."


def test_what_has_been_accepted_or_changed_since_is_not_taken_back(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "document.querySelectorAll('.remark').length === 1")
    tab.evaluate("fakeWord.writeSilently(1, 'Du kommer att få en faktura.')")  # accepted
    undone(tab, "Ändringen går inte att ångra härifrån.")
    assert word(tab, "texts[1]") == "Du kommer att få en faktura."
    choose(tab, "ej", "Ersätt med ”inte”")
    until(tab, "document.querySelectorAll('.remark').length === 0")
    tab.evaluate("fakeWord.write(2, 'Vi har läst din ansökan.')")
    tab.locator("#undo").wait_for(state="hidden")


def test_what_is_undone_in_word_is_remarked_on_again_and_tracking_is_left_as_it_was(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    for mode in ("Off", "TrackMineOnly"):
        tab.evaluate("mode => fakeWord.state.mode = mode", mode)
        choose(tab, "erhålla", "Ersätt med ”få”")
        until(tab, "document.querySelectorAll('.remark').length === 1")
        assert word(tab, "state.mode") == mode
        tab.evaluate("fakeWord.undo()")
        until(tab, "document.querySelectorAll('.remark').length === 2")
        assert words(tab) == ["erhålla", "ej"]
        assert word(tab, "changes[1]") == LETTER[1]


def test_a_comment_says_what_and_why(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    choose(tab, "ej", "Kommentera")
    until(tab, "fakeWord.state.comments.length === 1")
    (comment,) = word(tab, "state.comments")
    assert comment["on"] == "ej"
    assert comment["text"].startswith("Bör skrivas om: ”ej” är kanslisvenska. Skriv hellre ”inte”.\n")
    assert notice(tab) == "Kommentaren står i brevet."


def test_only_the_paragraph_that_changed_is_checked(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    tab.evaluate("fakeWord.write(0, 'Hej! Du får ånyo ett brev.')")
    until(tab, "document.querySelectorAll('.remark').length === 3")
    assert words(tab) == ["ånyo", "erhålla", "ej"]
    assert asked(tab) == ["file", "Hej! Du får ånyo ett brev."]
    assert tab.locator("#since").is_visible()
    until(tab, "fakeWord.lines.length === 3")


def test_paragraphs_that_come_and_go_are_followed(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    tab.evaluate("fakeWord.add(1, {text: 'du får ånyo ett brev', isListItem: true})")
    until(tab, "document.querySelectorAll('.remark').length === 3")
    assert asked(tab)[1:] == ["- du får ånyo ett brev"]
    tab.evaluate("fakeWord.remove(2)")
    until(tab, "!document.querySelector('#list').textContent.includes('erhålla')")
    choose(tab, "ånyo", "Visa i brevet")
    until(tab, "fakeWord.state.selected === 'ånyo'")


def test_a_paragraph_that_has_changed_since_is_left_alone(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    tab.evaluate("fakeWord.writeSilently(1, 'Du kommer att erhålla ett svar.')")
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "document.querySelector('#notice').textContent.startsWith('Stycket har ändrats')")
    assert word(tab, "changes[1]") == "Du kommer att erhålla ett svar."
    until(tab, "document.querySelector('#list').textContent.includes('erhålla')")
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "fakeWord.changes[1] === 'Du kommer att [-erhålla-]{+få+} ett svar.'")


def test_the_right_one_of_the_same_words_is_replaced(open_pane: Open) -> None:
    tab = check(open_pane("Rektorn tar ej emot ej bokade besök, och ej heller post.", *SIGNATURE.split("\n")))
    choose(tab, "ej", "Nästa ställe (1 av")
    choose(tab, "ej", "Ersätt med ”inte”")
    until(tab, "fakeWord.changes[0].includes('{+')")
    assert word(tab, "changes[0]").startswith("Rektorn tar ej emot [-ej-]{+inte+} bokade")


def test_what_is_pressed_twice_is_done_once(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    button = remark(tab, "erhålla").get_by_role("button", name="Ersätt med ”få”")
    button.dblclick()
    choose(tab, "ej", "Ersätt med ”inte”")
    until(tab, "document.querySelectorAll('.remark').length === 0")
    assert word(tab, "texts")[1:3] == ["Du kommer att få en faktura.", "Vi har inte hunnit läsa din ansökan."]
    assert notice(tab) == "Ersatt: ”inte”. Ändringen är spårad i brevet."
    assert heading(tab) == "Inget att anmärka på"


def test_paragraphs_that_read_alike_each_have_their_own(open_pane: Open) -> None:
    tab = check(open_pane("Du får ej svar.", "Hej!", "Du får ej svar.", *SIGNATURE.split("\n")))
    choose(tab, "ej", "Nästa ställe (1 av 2)")
    until(tab, "fakeWord.state.selected === 'ej'")
    choose(tab, "ej", "Visa i brevet")
    choose(tab, "ej", "Kommentera")
    until(tab, "fakeWord.state.comments.length === 1")
    choose(tab, "ej", "Ersätt med ”inte”")
    until(tab, "fakeWord.changes[2] === 'Du får [-ej-]{+inte+} svar.'")
    assert word(tab, "changes[0]") == "Du får ej svar."


@pytest.mark.parametrize("shows", [True, False])
def test_deletions_that_are_shown_are_not_read(open_pane: Open, shows: bool) -> None:
    tab = open_pane(*LETTER, mode="TrackAll", showsDeleted=shows)
    tab.evaluate(
        "fakeWord.state.paragraphs[1].signs.splice(10, 0, ...[...'Ej '].map(sign => ({sign, state: 'deleted'})))"
    )
    check(tab)
    assert words(tab) == ["erhålla", "ej"]
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "fakeWord.changes[1] === 'Du kommer [-Ej -]att [-erhålla-]{+få+} en faktura.'")


@pytest.mark.parametrize("sets", ["1.4", "1.8"])
def test_what_has_been_replaced_is_not_read_again(open_pane: Open, sets: str) -> None:
    tab = check(open_pane("Vi har hunnit läsa din ansökan, ej den bilagan.", *LETTER, sets=sets))
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "document.querySelectorAll('.remark').length === 1")
    tab.evaluate("fakeWord.add(0, 'Du får ånyo ett brev.')")
    if sets == "1.4":
        check(tab)
    until(tab, "document.querySelector('#list').textContent.includes('ånyo')")
    assert words(tab) == ["ånyo", "ej"]
    texts = [text for text in asked(tab) if text != "file"]
    assert not any("erhålla" in text for text in texts)


STRANGE = "Priset^moms\tär 3\u00a0kr\vVi har ej\x1esvarat\x1f, 😀 e\u0301 du kommer att erhålla en faktura."


def test_words_are_found_among_signs_of_word_s_own(open_pane: Open) -> None:
    tab = check(open_pane(STRANGE, *SIGNATURE.split("\n")))
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "fakeWord.texts[0].endsWith('att få en faktura.')")
    assert remark(tab, "kr Vi").get_by_role("button", name="Ersätt").count() == 0  # a line ends between the words


def test_long_sentences_and_signs_that_mean_something_to_word_s_search_are_found(open_pane: Open) -> None:
    long = "Vi har^läst det som du skrev\ti maj, " + "om vägen som går förbi huset där den bor som äger gården, " * 6
    tab = check(open_pane(f"{long}därför svarar vi.", *SIGNATURE.split("\n")))
    shown = next(text for text in words(tab) if text.endswith("…"))
    choose(tab, shown, "Visa i brevet")
    until(tab, "fakeWord.state.selected.length > 255")
    assert word(tab, "state.selected").startswith("Vi har^läst")


def test_a_term_is_explained_in_the_letter(open_pane: Open) -> None:
    tab = check(open_pane("Beslutet får laga kraft i maj. Vi hörs.", *LETTER))
    choose(tab, "laga kraft", "Klistra in förklaringen")
    until(tab, "fakeWord.changes[0].includes('{+')")
    assert "laga kraft i maj.{+ Att beslutet har fått laga kraft betyder" in word(tab, "changes[0]")
    assert word(tab, "texts[0]").endswith(" Vi hörs.")


def test_below_a_heading_an_explanation_is_ordinary_text(open_pane: Open) -> None:
    tab = check(open_pane({"text": "När beslutet får laga kraft", "style": "Heading1"}, *LETTER))
    choose(tab, "laga kraft", "Klistra in förklaringen")
    until(tab, "fakeWord.texts[1].startsWith('Att beslutet har fått laga kraft')")
    assert word(tab, "state.paragraphs[1].style") == "Normal"


def test_a_signature_is_filled_in(open_pane: Open) -> None:
    lines = SIGNATURE.split("\n")
    tab = check(open_pane("Hej!", "Du får ett svar i maj.", *lines[:-1], "Bilaga: en karta", footer="Kommunen"))
    missing = tab.locator("#missing")
    assert "telefon" in missing.inner_text().lower()
    missing.get_by_text("Fyll i underskriften").click()
    missing.get_by_label("Ditt eget telefonnummer").fill("0980-319 245")
    missing.get_by_role("button", name="Sätt in underskriften").click()
    until(tab, "document.querySelector('#missing').hidden")
    assert word(tab, "changes")[2:] == [*lines[:-1], "{+Telefon 0980-319 245+}", "Bilaga: en karta"]
    assert heading(tab) == "Inget att anmärka på"


def test_a_signature_is_written_where_there_is_none(open_pane: Open) -> None:
    tab = check(open_pane("Hej!", "Du får ett svar i maj.", ""))
    missing = tab.locator("#missing")
    missing.get_by_text("Fyll i underskriften").click()
    name, title, unit, address, phone = SIGNATURE.split("\n")[1:]
    fields = {"Namn": name, "Befattning": title, "Enhet": unit, "Postadress": address, "telefonnummer": phone}
    for label, value in fields.items():
        missing.get_by_label(label).fill(value)
    missing.get_by_role("button", name="Sätt in underskriften").click()
    until(tab, "document.querySelector('#missing').hidden")
    assert word(tab, "texts") == ["Hej!", "Du får ett svar i maj.", *SIGNATURE.split("\n"), ""]


def test_what_isn_t_in_the_text_is_told_with_its_place(open_pane: Open) -> None:
    tab = check(open_pane("Du får ett svar.", *SIGNATURE.split("\n"), box="Du kommer att erhålla ett svar."))
    assert "Orden står i en textruta." in remark(tab, "erhålla").inner_text()
    assert remark(tab, "erhålla").get_by_role("button", name="Visa i brevet").count() == 0
    foot = "Klicka här för att ange text."
    tab = check(open_pane("Du får ett svar.", *SIGNATURE.split("\n"), footer=f"Du kommer att erhålla svar. {foot}"))
    assert words(tab) == [foot]  # a foot is looked through for what is left of the template, and for no words
    assert "Orden står i sidfoten." in remark(tab, foot).inner_text()
    tab = check(open_pane(*LETTER, box=LETTER[1]))
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "fakeWord.changes[1] === 'Du kommer att [-erhålla-]{+få+} en faktura.'")


def test_a_letter_in_tables_and_lists(open_pane: Open) -> None:
    cells = [{"text": "Du får ej svar.", "nesting": 1}, {"text": "betalat", "nesting": 1}]
    items = [{"text": "du får ånyo ett brev", "isListItem": True}]
    tab = check(open_pane(*LETTER[:2], *items, *cells, *SIGNATURE.split("\n")))
    choose(tab, "ånyo", "Ersätt med ”igen”")
    until(tab, "document.querySelector('#notice').textContent.includes('igen')")
    choose(tab, "ej", "Ersätt med ”inte”")
    until(tab, "fakeWord.texts.includes('Du får inte svar.') && fakeWord.texts.includes('du får igen ett brev')")


def test_lines_under_words_lead_to_the_remark(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    until(tab, "fakeWord.lines.length === 2")
    tab.evaluate("fakeWord.click('ej')")
    until(tab, "document.activeElement.closest('.remark')?.textContent.startsWith('ej')")


def test_the_keyboard_goes_from_remark_to_remark(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    for key, expected in [("ArrowDown", "erhålla"), ("ArrowDown", "ej"), ("ArrowUp", "erhålla")]:
        tab.keyboard.press(f"Alt+{key}")
        assert (
            tab.evaluate("document.activeElement.closest('.remark').querySelector('.words').textContent") == expected
        )


def test_what_the_writer_hides_stays_hidden(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER))
    choose(tab, "ej", "Visa inte mer")
    until(tab, "fakeWord.lines.length === 1")
    check(tab)
    assert words(tab) == ["erhålla"]
    tab.get_by_role("button", name="Visa dolda igen (1)").click()
    assert words(tab) == ["erhålla", "ej"]


@pytest.mark.parametrize(("sets", "is_tracked"), [("1.3", False), ("1.4", True), ("1.6", True)])
def test_an_older_word_does_with_less(open_pane: Open, sets: str, is_tracked: bool) -> None:
    tab = check(open_pane(*LETTER, sets=sets))
    assert words(tab) == ["erhålla", "ej"]
    assert word(tab, "lines") == []
    assert tab.get_by_role("button", name="Kommentera").count() == (2 if is_tracked else 0)
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "document.querySelectorAll('.remark').length === 1")
    assert word(tab, "texts[1]") == "Du kommer att få en faktura."
    assert ("{+" in word(tab, "changes[1]")) is is_tracked
    assert ("spårar inte" in notice(tab)) is not is_tracked
    tab.evaluate("fakeWord.write(2, 'Du får ånyo svar.')")
    if sets == "1.6":
        until(tab, "document.querySelector('#list').textContent.includes('ånyo')")
    else:
        assert tab.locator("#since").is_visible()
        check(tab)
        until(tab, "document.querySelector('#list').textContent.includes('ånyo')")


@pytest.mark.parametrize("settings", [{"sets": "1.2"}, {"host": None}])
def test_where_the_pane_can_t_work_it_leads_to_the_page(open_pane: Open, settings: dict[str, Any]) -> None:
    tab = open_pane(*LETTER, **settings)
    assert "webbsidan" in notice(tab)
    assert tab.get_by_role("link", name="Öppna webbsidan").get_attribute("href") == "/"
    assert not tab.locator("#check").is_visible()


def test_without_the_file_the_text_is_checked(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER[:-1], givesFile=False, footer="Telefon 0980-319 245. Du får ej svara."))
    assert words(tab) == ["erhålla", "ej"]
    assert tab.locator("#missing").is_hidden()
    assert "Textrutor och fotnoter är inte granskade." in tab.locator("#letter-notes").inner_text()
    choose(tab, "ej", "Visa i brevet")
    until(tab, "fakeWord.state.selected === 'ej'")


def test_a_server_that_is_away_is_told_and_asked_again(open_pane: Open) -> None:
    tab = open_pane(*LETTER)
    tab.route("**/api/1/check", lambda route: route.fulfill(status=503, headers={"Retry-After": "2"}, json={}))
    tab.locator("#check").click()
    tab.get_by_text("Granskningen svarar inte just nu.").wait_for(timeout=WAIT)
    tab.unroute("**/api/1/check")
    until(tab, "document.querySelectorAll('.remark').length === 2")
    assert notice(tab) == ""
    tab.wrong[:] = [text for text in tab.wrong if "503" not in text]


def test_what_is_written_while_a_slow_server_thinks_is_not_written_over(open_pane: Open) -> None:
    tab = open_pane(*LETTER)
    held: list[Any] = []
    tab.route("**/api/1/check", lambda route: held.append(route) if not held else route.continue_())
    tab.locator("#check").click()
    tab.get_by_text("Granskar …").wait_for(timeout=WAIT)
    tab.evaluate("fakeWord.write(1, 'Vi har ändrat oss. Du kommer att erhålla en faktura.')")
    tab.wait_for_timeout(900)
    held[0].continue_()
    until(tab, "document.querySelectorAll('.remark').length === 2")
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "fakeWord.texts[1] === 'Vi har ändrat oss. Du kommer att få en faktura.'")


def test_a_letter_that_is_protected_is_told_so(open_pane: Open) -> None:
    tab = check(open_pane(*LETTER, isProtected=True))
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "document.querySelector('#notice').textContent.includes('skyddat')")
    assert word(tab, "changes[1]") == LETTER[1]
    assert word(tab, "state.mode") == "Off"


def test_a_letter_in_another_language_is_not_called_clean(open_pane: Open) -> None:
    tab = check(
        open_pane("Dear Sir,", "thank you for your letter. We will write to you again in the week after next week.")
    )
    assert heading(tab) == "Inte granskat"
    assert "engelska" in tab.locator("#nothing").inner_text()


def test_an_empty_letter_is_told_so(open_pane: Open) -> None:
    tab = open_pane("", "")
    tab.locator("#check").click()
    until(tab, "document.querySelector('#nothing').textContent === 'Brevet är tomt.'")
    assert heading(tab) == "Inte granskat"


def test_a_huge_letter_is_checked(open_pane: Open) -> None:
    many = [f"Stycke {number}: du kommer att erhålla en faktura." for number in range(120)]
    tab = check(open_pane(*many, *SIGNATURE.split("\n")))
    until(tab, "document.querySelectorAll('.remark').length > 0")
    choose(tab, "erhålla", "Nästa ställe (1 av 120)")
    choose(tab, "erhålla", "Ersätt med ”få”")
    until(tab, "fakeWord.texts[1] === 'Stycke 1: du kommer att få en faktura.'")
