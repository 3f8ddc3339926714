"""The pane beside a mail, as somebody who writes one meets it, in Chromium."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from tests import chromium
from tests.server.addin.outlook.mails import FINE, GOOD, LEFT_OVER, OLDER, PLAIN, SUBJECT, UNSIGNED, body
from tests.server.addin.outlook.test_sending import is_away, is_full, takes_its_time, troubled
from tests.server.addin.test_size import AT_ONCE
from tests.server.page.test_page import until

Outlook = Callable[..., Any]
pytest.importorskip("axe_playwright_python.sync_playwright")


@pytest.fixture
def pane(outlook: Outlook) -> Outlook:
    """Opens the pane, which checks the mail by itself."""

    def open_pane(text: str, **settings: Any) -> Any:
        page = outlook(body=text, **{"subject": SUBJECT, **settings})
        checked(page)
        return page

    return open_pane


def checked(page: Any) -> None:
    """Wait for the server's answer to be shown."""
    until(page, "document.querySelector('#check').getAttribute('aria-disabled') === 'false'")


def heading(page: Any) -> str:
    return str(page.locator("#remarks-heading").inner_text())


def words(page: Any) -> list[str]:
    return list(page.locator("#list .words").all_inner_texts())


def notice(page: Any) -> str:
    return str(page.locator("#notice").inner_text())


def mail(page: Any) -> str:
    return str(page.evaluate("fakeOutlook.state.body"))


def remark(page: Any, text: str) -> Any:
    return page.locator(".remark", has=page.locator(".words", has_text=re.compile(f"^{text}$")))


def press(page: Any, name: str, within: Any = None) -> None:
    (within or page).get_by_role("button", name=name).first.click()
    checked(page)


def wait_for_notice(page: Any, says: str) -> None:
    """What doesn't make the pane busy at once is told a moment after the click."""
    until(page, f"document.querySelector('#notice').textContent.includes({json.dumps(says)})")


def test_the_mail_is_checked_when_the_pane_is_opened(pane: Outlook) -> None:
    page = pane(PLAIN)
    assert heading(page) == "2 bör skrivas om"
    assert words(page) == ["erhålla", "ej"]
    assert page.locator("#announce").inner_text() == "2 bör skrivas om"


def test_nothing_is_said_of_a_mail_that_is_as_it_should_be(pane: Outlook) -> None:
    page = pane(GOOD)
    assert heading(page) == "Inget att anmärka på"
    assert page.locator("#nothing").inner_text().startswith("Läs ändå mejlet en gång till.")


def test_a_suggestion_is_put_in_and_nothing_else_is_changed_and_it_can_be_taken_back(pane: Outlook) -> None:
    page = pane(PLAIN)
    press(page, "Sätt in ”få”", remark(page, "erhålla"))
    assert mail(page) == PLAIN.replace("<b>erhålla</b>", "<b>få</b>", 1)
    assert words(page) == ["ej"]
    assert notice(page) == "Insatt: ”få”. Läs meningen en gång till."
    press(page, "Ångra")
    assert mail(page) == PLAIN
    assert words(page) == ["erhålla", "ej"]
    assert notice(page) == "Ångrat."
    assert not page.locator("#undo").is_visible()


def test_the_same_words_are_put_in_one_place_at_a_time(pane: Outlook) -> None:
    page = pane(body("Hej!", "Du har ej svarat.", "Vi har ej hunnit."))
    press(page, "Sätt in ”inte”")
    assert "Du har inte svarat.</p><p>Vi har ej hunnit." in mail(page)
    press(page, "Sätt in ”inte”")
    assert "Vi har inte hunnit." in mail(page)
    assert "Jag har ej fått" in mail(page)


def test_nothing_is_put_in_where_the_mail_has_changed(pane: Outlook) -> None:
    page = pane(PLAIN)
    page.evaluate("fakeOutlook.state.body = fakeOutlook.state.body.replace('Hej!', 'Hej Olle!')")
    press(page, "Sätt in ”få”")
    assert "<b>erhålla</b>" in mail(page)
    assert "har ändrats" in notice(page)
    press(page, "Sätt in ”få”")
    assert "Hej Olle!</p><p>Du kommer att <b>få</b>" in mail(page)


def test_what_is_written_since_is_not_taken_back(pane: Outlook) -> None:
    page = pane(PLAIN)
    press(page, "Sätt in ”få”")
    page.evaluate("fakeOutlook.state.body = fakeOutlook.state.body.replace('Hej!', 'Hej Olle!')")
    press(page, "Ångra")
    assert "Hej Olle!</p><p>Du kommer att <b>få</b>" in mail(page)
    assert "Ctrl + Z" in notice(page)


def test_outlook_may_write_the_html_its_own_way(pane: Outlook) -> None:
    page = pane(PLAIN, rewrites=True)
    press(page, "Sätt in ”få”")
    assert '<p class="MsoNormal">Du kommer att <b>få</b>' in mail(page)
    press(page, "Sätt in ”inte”")
    assert "Vi har inte hunnit" in mail(page)
    press(page, "Ångra")
    assert "Vi har ej hunnit" in mail(page)


def test_words_that_mean_something_in_html_are_written_as_words(pane: Outlook) -> None:
    page = pane("Hej!\n\nDu kommer att erhålla en faktura på 2 < 3 kronor.", type="text")
    press(page, "Sätt in ”få”")
    assert mail(page) == "Hej!\n\nDu kommer att få en faktura på 2 < 3 kronor."
    told = page.evaluate(
        "import('/tillagg/outlook/js/mail.js').then(({ asHtml }) => asHtml('Barn < 3 år &\\nungdom'))"
    )
    assert told == "Barn &lt; 3 år &amp;<br>ungdom"


def test_an_explanation_is_copied(pane: Outlook) -> None:
    page = pane(body("Hej!", "Beslutet får laga kraft i maj."))
    press(page, "Kopiera förklaringen")
    wait_for_notice(page, "Förklaringen är kopierad")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Att beslutet har fått laga kraft betyder")
    press(page, "Kopiera orden: laga kraft")
    wait_for_notice(page, "Orden är kopierade")
    assert page.evaluate("navigator.clipboard.readText()") == "laga kraft"


def test_the_signature_is_filled_in_and_put_where_outlook_has_it(pane: Outlook) -> None:
    page = pane(UNSIGNED)
    assert page.locator("#missing-heading").inner_text() == "Det gäller hela mejlet"
    page.get_by_text("Fyll i underskriften").click()
    assert page.locator("#signature-name").input_value() == "Eva Ek"
    page.locator("#signature-title").fill("Socialsekreterare")
    page.locator("#signature-unit").fill("Socialförvaltningen")
    page.locator("#signature-address").fill("Box 1, 123 21 Ekvalla")
    page.locator("#signature-phone").fill("0980-319 245")
    press(page, "Sätt in underskriften")
    wait_for_notice(page, "Ta bort den gamla underskriften")
    signature = mail(page).split('<div id="Signature">')[1]
    assert signature.startswith("Eva Ek<br>Socialsekreterare<br>Socialförvaltningen<br>Box 1, 123 21 Ekvalla<br>")
    assert signature.endswith(f"</div>{OLDER}</body></html>")
    assert not page.locator("#signature").is_visible()
    press(page, "Ångra")
    assert mail(page) == UNSIGNED


def test_letters_that_are_attached_are_told_of_below(pane: Outlook) -> None:
    large = {**FINE, "name": "stor.docx", "size": 9_000_000}
    page = pane(GOOD, attachments=[LEFT_OVER, FINE, large, {**FINE, "name": "bild.png"}])
    items = page.locator("#attached-list > li")
    assert items.locator("h3").all_inner_texts() == ["beslut.txt", "svar.txt", "stor.docx"]
    assert items.locator(":scope > .hint").all_inner_texts() == [
        "En anmärkning, varav 1 måste rättas.",
        "Inget att anmärka på.",
        "Bilagan är inte granskad. Den är för stor, eller ligger i molnet.",
    ]
    page.get_by_text("Visa anmärkningarna").click()
    assert "är kvar från mallen" in items.first.inner_text()


def test_a_remark_can_be_hidden_and_shown_again(pane: Outlook) -> None:
    page = pane(PLAIN)
    press(page, "Visa inte mer: erhålla")
    assert words(page) == ["ej"]
    press(page, "Visa dolda igen (1)")
    assert words(page) == ["erhålla", "ej"]


@pytest.mark.parametrize("trouble", [is_away, is_full])
def test_a_server_that_is_away_is_told_of_and_can_be_asked_again(
    pane: Outlook, trouble: Callable[[Any], None]
) -> None:
    page = troubled(pane(PLAIN), trouble)
    press(page, "Granska igen")
    assert notice(page).startswith("Granskningen svarar inte just nu. Mejlet är som det var.")
    assert words(page) == ["erhålla", "ej"]
    page.unroute("**/api/1/mail")
    press(page, "Granska igen")
    assert notice(page) == ""


def test_a_slow_server_is_told_of(pane: Outlook) -> None:
    page = pane(PLAIN)
    page.clock.install()
    troubled(page, takes_its_time)
    page.get_by_role("button", name="Granska igen").click()
    page.clock.run_for(1_000)
    assert page.locator("#busy").is_visible()
    assert notice(page) == ""
    page.clock.run_for(5_000)
    assert notice(page) == "Granskningen dröjer. Du kan skriva vidare så länge."


def test_what_outlook_cannot_do_is_told(pane: Outlook) -> None:
    page = pane(PLAIN)
    page.evaluate("fakeOutlook.state.fails.add('body.setAsync')")
    press(page, "Sätt in ”få”")
    assert notice(page) == "Outlook kunde inte göra det. Mejlet är som det var."
    assert mail(page) == PLAIN


def test_an_older_outlook_is_asked_for_no_more_than_it_has(pane: Outlook) -> None:
    page = pane(UNSIGNED)
    page.evaluate("['from', 'getAttachmentsAsync'].forEach(each => { delete Office.context.mailbox.item[each]; })")
    page.evaluate("() => { delete Office.context.mailbox.item.body.setSignatureAsync; }")
    press(page, "Granska igen")
    assert heading(page).startswith("4 måste rättas")
    page.get_by_text("Fyll i underskriften").click()
    press(page, "Sätt in underskriften")
    wait_for_notice(page, "Outlook kunde")
    assert notice(page) == "Outlook kunde inte göra det. Mejlet är som det var."


def test_a_mail_that_is_too_large_is_told(pane: Outlook) -> None:
    page = pane(PLAIN)
    page.is_troubled = True
    page.evaluate("fakeOutlook.state.body = 'ord '.repeat(200_000)")
    press(page, "Granska igen")
    assert "Mejlet är för långt" in notice(page)


def test_a_mail_that_is_read_is_none_to_check(outlook: Outlook) -> None:
    page = outlook(isComposing=False)
    assert "bredvid ett mejl som du skriver" in notice(page)


def test_an_empty_mail_and_one_in_another_language(pane: Outlook) -> None:
    page = pane("", subject="")
    assert heading(page) == "Inte granskat"
    page.evaluate("body => { fakeOutlook.state.body = body; }", "<p>Dear Sir, thank you for your letter of May.</p>")
    press(page, "Granska igen")
    assert heading(page) == "Inte granskat"


def test_what_is_sent_is_the_mail_and_nothing_more(pane: Outlook) -> None:
    page = pane(PLAIN, attachments=[FINE])
    (asked,) = [request for request in page.asked if request.url.endswith("/api/1/mail")]
    assert set(json.loads(asked.post_data)) == {"subject", "from", "body", "html", "attached"}
    assert "cookie" not in asked.headers
    assert "referer" not in asked.headers


def test_the_pane_is_small(pane: Outlook) -> None:
    page = pane(PLAIN)
    loaded = [request for request in page.asked if request.url.startswith(page.address) and request.method == "GET"]
    sizes = {request.url.removeprefix(page.address): len(request.response().body()) for request in loaded}
    assert sum(sizes.values()) < AT_ONCE, sizes


def test_nobody_is_shut_out(pane: Outlook) -> None:
    page = pane(UNSIGNED.replace("Hej!", "Hej! Vi har ej fått laga kraft."), attachments=[LEFT_OVER, FINE])
    page.set_viewport_size({"width": 320, "height": 800})
    for summary in page.locator("summary:visible").all():
        summary.click()
    page.locator("#signature-put").wait_for()
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        assert chromium.broken(page, chromium.AA) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert chromium.too_small(page) == []


def test_what_is_said_of_the_add_in_shuts_nobody_out(outlook: Outlook) -> None:
    page = outlook("../common/om.html")
    assert chromium.broken(page, chromium.AA) == []
