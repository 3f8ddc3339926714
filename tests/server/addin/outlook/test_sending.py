"""What Outlook does when a mail is sent or a letter attached, in each way of sending, whatever the server does."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.server.addin.node import node
from tests.server.addin.outlook.conftest import SEND_MODES
from tests.server.addin.outlook.mails import FINE, GOOD, LEFT_OVER, OLDER, PLAIN, SUBJECT, UNSIGNED, attached

Outlook = Callable[..., Any]
SCRIPT = Path(__file__).parents[4] / "klarsprak/server/addin/static/outlook/launch.js"
AWAY = "Mejlet är inte granskat. Klarspråk svarar inte just nu. Vänta en minut och skicka igen."


def send(page: Any) -> Any:
    """What the script answers when the mail is sent."""
    answer = page.evaluate("fakeOutlook.send()")
    assert answer["after"] < 5000
    return answer["options"]


def checks(page: Any) -> list[Any]:
    """What the server has been asked."""
    return [json.loads(request.post_data) for request in page.asked if request.url.endswith("/api/1/mail")]


def troubled(page: Any, how: Callable[[Any], None]) -> Any:
    """The page, whose server from now on does this instead of answering."""
    page.is_troubled = True
    page.unroute("**/api/1/mail")
    page.route("**/api/1/mail", how)
    return page


def takes_its_time(route: Any) -> None:
    """Longer than Outlook waits."""


def is_away(route: Any) -> None:
    route.abort()


def is_full(route: Any) -> None:
    route.fulfill(status=503, body='{"error": "Servern har fullt upp."}', headers={"Retry-After": "5"})


def asks_for_a_password(route: Any) -> None:
    route.fulfill(status=200, body="<html>Logga in</html>")


@pytest.mark.parametrize("mode", SEND_MODES)
def test_a_mail_that_keeps_what_is_promised_goes(outlook: Outlook, mode: str) -> None:
    page = outlook("launch.html", mode, body=GOOD, subject=SUBJECT)
    assert send(page) == {"allowEvent": True}
    (asked,) = checks(page)
    assert (asked["from"], asked["brief"], asked["html"]) == ("Eva Ek <eva.ek@ekvalla.se>", True, True)


@pytest.mark.parametrize("mode", SEND_MODES)
def test_a_mail_that_does_not_is_told_of_in_three_sentences(outlook: Outlook, mode: str) -> None:
    options = send(outlook("launch.html", mode, body=UNSIGNED, subject=SUBJECT))
    message = options.pop("errorMessage")
    assert options == {
        "allowEvent": False,
        "cancelLabel": "Visa anmärkningar",
        "commandId": "klarsprakOpenPane",
        **({"sendModeOverride": mode} if mode == "promptUser" else {}),  # Outlook takes no other
    }
    assert len(options["cancelLabel"]) <= 20
    assert len(message) <= 500
    assert len(re.findall(r"[.!?](?=\s|$)", message)) == 3
    assert message.startswith("Mejlet har 4 anmärkningar som måste rättas. Börja med det här: ")
    assert message.endswith(", eller skicka ändå." if mode == "promptUser" else ", rätta och skicka igen.")


def test_an_older_outlook_is_told_no_more_than_it_understands(outlook: Outlook) -> None:
    options = send(outlook("launch.html", body=UNSIGNED, sets="1.13"))
    assert set(options) == {"allowEvent", "errorMessage"}


def test_what_is_quoted_or_only_could_be_plainer_stops_nothing(outlook: Outlook) -> None:
    text = PLAIN.replace(OLDER, f"{OLDER}<p>Klicka här för att ange text.</p>")
    assert send(outlook("launch.html", body=text, subject=SUBJECT)) == {"allowEvent": True}


@pytest.mark.parametrize("mode", SEND_MODES)
def test_a_server_that_is_away_stops_mail_only_where_that_was_chosen(outlook: Outlook, mode: str) -> None:
    page = outlook("launch.html", mode, body=UNSIGNED)
    for trouble in (is_away, is_full, asks_for_a_password):
        options = send(troubled(page, trouble))
        assert options["allowEvent"] is (mode != "block")
        assert options.get("errorMessage") == (AWAY if mode == "block" else None)


def test_a_slow_server_keeps_nobody_waiting(outlook: Outlook) -> None:
    """Both at once, since each takes as long as Outlook waits."""
    pages = [troubled(outlook("launch.html", mode, body=UNSIGNED), takes_its_time) for mode in ("softBlock", "block")]
    for page in pages:
        page.evaluate("() => void (globalThis.sent = fakeOutlook.send())")
    free, stopped = [page.evaluate("sent") for page in pages]
    assert free["options"] == {"allowEvent": True}
    assert stopped["options"]["errorMessage"] == AWAY
    assert max(free["after"], stopped["after"]) < 5000


LARGE = [{**LEFT_OVER, "size": 9_000_000, "name": "stor.docx"}]


@pytest.mark.parametrize(
    ("mail", "why"),
    [
        ({"body": "<p>" + "ord " * 200_000 + "</p>"}, "det är inte granskat. Det är för stort,"),
        ({"body": GOOD, "attachments": LARGE}, "bilagan stor.docx är inte granskad. Den är för stor,"),
        ({"body": f"<p>{'We have read your letter. ' * 9}</p>"}, "det är inte granskat. Brevet är på engelska."),
    ],
    ids=["mail", "attachment", "language"],
)
@pytest.mark.parametrize("mode", ["softBlock", "block", "block, but not what can't be checked"])
def test_a_mail_that_can_t_be_checked_stays_only_where_that_was_chosen(
    outlook: Outlook, mail: dict[str, Any], why: str, mode: str
) -> None:
    page = outlook("launch.html", mode, subject=SUBJECT, **mail)
    page.is_troubled = True
    options = send(page)
    if mode == "block":
        message = options["errorMessage"]
        assert message.startswith(f"Mejlet går inte i väg, för {why}")
        assert len(re.findall(r"[.!?](?=\s|$)", message)) == 3
        assert len(message) <= 500
    else:
        assert options == {"allowEvent": True}


def test_a_mail_that_outlook_does_not_give_goes(outlook: Outlook) -> None:
    page = outlook("launch.html", body=UNSIGNED)
    for call in ("body.getAsync", "body.getTypeAsync", "subject"):
        page.evaluate("call => { fakeOutlook.state.fails = new Set([call]); }", call)
        assert send(page) == {"allowEvent": True}


def test_what_outlook_need_not_give_is_done_without(outlook: Outlook) -> None:
    page = outlook(
        "launch.html", body=UNSIGNED, attachments=[LEFT_OVER], fails=["from", "content", "session.setAsync"]
    )
    assert send(page)["errorMessage"].startswith("Mejlet har 4")
    assert checks(page)[0]["attached"] == []


def test_a_mail_to_colleagues_alone_is_not_checked(outlook: Outlook) -> None:
    page = outlook(
        "launch.html", "block", body=UNSIGNED, to=["bo@EKVALLA.se", "maj@ekvalla.se"], cc=["ida@ekvalla.se"]
    )
    assert send(page) == {"allowEvent": True}
    assert checks(page) == []
    for to, fails in (["bo@ekvalla.se.example", "bo@ekvalla.se"], []), (["bo@ekvalla.se"], ["bcc"]):
        page.evaluate("to => Object.assign(fakeOutlook.settings, { to, cc: [] })", to)
        page.evaluate("fails => { fakeOutlook.state.fails = new Set(fails); }", fails)
        assert send(page)["allowEvent"] is False


def test_a_plain_text_mail_is_read_as_one(outlook: Outlook) -> None:
    page = outlook("launch.html", type="text", body="Hej!\n\nKlicka här för att ange text.")
    assert send(page)["allowEvent"] is False
    assert checks(page)[0]["html"] is False


def test_a_letter_is_checked_when_it_is_attached_and_not_again_when_the_mail_is_sent(outlook: Outlook) -> None:
    page = outlook("launch.html", body=GOOD, subject=SUBJECT)
    page.evaluate("given => fakeOutlook.attach(given)", LEFT_OVER)
    page.evaluate("given => fakeOutlook.attach(given)", FINE)
    notices = page.evaluate("fakeOutlook.state.notices")
    assert (
        notices["klarsprak"]["message"] == "Bilagan beslut.txt har en anmärkning. Öppna Klarspråk innan du skickar."
    )
    kept = page.evaluate("fakeOutlook.state.session.klarsprak")
    assert [each["stopping"] for each in json.loads(kept).values()] == [1, 0]
    assert "Klicka" not in kept
    before = len(checks(page))
    message = send(page)["errorMessage"]
    assert message.startswith(
        "Bilagan beslut.txt har en anmärkning som måste rättas. Öppna bilagan och rätta den först."
    )
    (asked,) = checks(page)[before:]
    assert asked["attached"] == []
    page.evaluate("fakeOutlook.detach('beslut.txt')")
    assert send(page) == {"allowEvent": True}


def test_a_letter_that_was_attached_before_is_checked_when_the_mail_is_sent(outlook: Outlook) -> None:
    page = outlook("launch.html", body=GOOD, subject=SUBJECT, attachments=[LEFT_OVER])
    message = send(page)["errorMessage"]
    assert "Börja med det här i bilagan: ”Klicka här för att ange text.” är kvar från mallen." in message


def test_what_is_no_letter_is_never_read(outlook: Outlook) -> None:
    others = [
        attached("bild.png", "x"),
        {**LEFT_OVER, "isInline": True},
        {**LEFT_OVER, "size": 9_000_000},
        {**LEFT_OVER, "name": "molnet.docx", "format": "url", "content": "https://ekvalla.sharepoint.com/a"},
    ]
    page = outlook("launch.html", body=GOOD, subject=SUBJECT, attachments=others)
    assert send(page) == {"allowEvent": True}
    assert checks(page)[0]["attached"] == []
    for other in others[:3]:
        assert page.evaluate("given => fakeOutlook.attach(given)", other)["options"] is None
    assert len(checks(page)) == 1


def test_attaching_is_never_held_up(outlook: Outlook) -> None:
    page = troubled(outlook("launch.html", body=GOOD), is_away)
    assert page.evaluate("given => fakeOutlook.attach(given)", LEFT_OVER)["options"] is None
    assert page.evaluate("fakeOutlook.state.notices") == {}


def test_a_notice_is_no_longer_than_outlook_shows(outlook: Outlook) -> None:
    page = outlook("launch.html", body=GOOD)
    page.evaluate("given => fakeOutlook.attach(given)", {**LEFT_OVER, "name": "a" * 200 + ".txt"})
    assert len(page.evaluate("fakeOutlook.state.notices.klarsprak.message")) <= 150


def test_the_script_is_one_that_classic_outlook_can_run() -> None:
    """ECMAScript 2016, without imports, and without a page around it."""
    check = (
        "const source = require('fs').readFileSync(process.argv[1], 'utf8');"
        "require('acorn').parse(source, {ecmaVersion: 2016, sourceType: 'script'});"
    )
    node(["-e", check, str(SCRIPT)], needs="acorn")


def test_the_script_needs_no_page() -> None:
    """In an engine that has nothing but a language, timers and ``XMLHttpRequest``."""
    check = """
      const vm = require('vm'), handlers = {};
      let asked = '';
      class XMLHttpRequest {
        open(method, url) { asked = url; }
        setRequestHeader() {}
        send() { this.status = 200; this.responseText = '{"send":{"passes":true}}'; setTimeout(() => this.onload()); }
      }
      const gives = (value) => (...given) => given.at(-1)({ status: 'succeeded', value });
      const item = {
        body: { getTypeAsync: gives('html'), getAsync: gives('Hej') }, subject: { getAsync: gives('Hej') },
        from: { getAsync: gives({}) }, getAttachmentsAsync: gives([]), sessionData: { getAsync: gives('') },
      };
      const Office = { actions: { associate: (name, handler) => { handlers[name] = handler; } }, CoercionType: {},
        AsyncResultStatus: { Succeeded: 'succeeded' }, context: { mailbox: { item } } };
      const source = require('fs').readFileSync(process.argv[1], 'utf8').replace('{ADDRESS}', 'https://sprak.ekvalla.se');
      vm.runInNewContext(source, { Office, XMLHttpRequest, setTimeout, clearTimeout, Promise, JSON });
      handlers.onMessageSend({ completed: (options) => console.log(JSON.stringify([asked, options])) });
    """
    told = json.loads(node(["-e", check, str(SCRIPT)], needs="acorn"))
    assert told == ["https://sprak.ekvalla.se/api/1/mail", {"allowEvent": True}]
