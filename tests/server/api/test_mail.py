"""A mail that somebody writes, as a mail program sends it to the API."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from klarsprak.config.model import Config
from klarsprak.live.checking import LiveChecker
from klarsprak.pool.checks import InThread
from klarsprak.server.api.mail import check_mail
from klarsprak.server.api.questions import AttachedFile, CheckedFile, MailQuestion
from tests.server.api.test_api import client_of, holds, utf16

SIGNATURE = "Eva Ek<br>Socialsekreterare<br>Socialförvaltningen<br>Box 1, 123 21 Ekvalla<br>Telefon 0980-319 245"
OLDER = (
    "<div style='border-top:solid #E1E1E1 1.0pt'><p><b>Från:</b> Olle Berg &lt;olle@example.se&gt;<br><b>Skickat:</b>"
    " den 3 mars 2026 10:12<br><b>Till:</b> Eva Ek<br><b>Ämne:</b> Faktura</p></div>"
    "<p>Jag har ej fått erhålla den.</p>"
)
"""As Outlook puts an earlier mail below."""
BODY = (
    "<html><head><style>p{margin:0}</style></head><body><p>Hej 😀!<o:p></o:p></p><p>Du kommer att <b>erhålla</b> en\n"
    "faktura. Vi har ej\nhunnit l&auml;sa, och beslutet f&aring;r laga\nkraft.</p><ul><li>Du ska inkomma med ett "
    f"<i>yttrande</i>.</li></ul><p>Med vänlig hälsning</p><p>{SIGNATURE}</p>{OLDER}</body></html>"
)
LEFT_OVER = base64.b64encode("Hej!\n\nKlicka här för att ange text.\n\nVi hörs.".encode()).decode()
EVA = "Eva Ek <eva.ek@ekvalla.se>"


@pytest.fixture(scope="module")
def client(checker: LiveChecker) -> TestClient:
    return client_of(InThread(checker))


def ask(client: TestClient, **mail: Any) -> Any:
    answer = client.post("/api/1/mail", json=mail)
    assert answer.status_code == 200, answer.text
    holds("checked_mail", answer.json())
    return answer.json()


def test_words_are_found_in_the_html_that_was_sent(client: TestClient) -> None:
    answer = ask(client, subject="SV: Faktura", body=BODY, html=True, **{"from": EVA})
    findings = answer["letters"][0]["findings"]
    spans = {each["text"]: each["place"].get("span") for each in findings if each["place"]}
    found = {text: span and utf16(BODY, span) for text, span in spans.items()}
    assert found == {
        "ej": "ej",
        "erhålla": "erhålla",
        "laga kraft": "laga\nkraft",
        "inkomma med ett yttrande": None,  # a tag stands within: writing over it would break the page
    }


def test_quoted_mail_is_left_alone(client: TestClient) -> None:
    answer = ask(client, subject="SV: Faktura", body=BODY, html=True)
    assert [each["text"] for each in answer["letters"][0]["findings"]].count("ej") == 1
    assert "Olle" not in answer["text"]
    assert answer["text"].startswith("Hej 😀!")


def test_a_plain_mail_has_places_too(client: TestClient) -> None:
    body = f"Hej!\n\nVi har ej hunnit.\n\n{SIGNATURE.replace('<br>', chr(10))}\n\n> Har ni ej hunnit?"
    answer = ask(client, subject="Din fråga", body=body)
    (finding,) = answer["letters"][0]["findings"]
    span = finding["place"]["span"]
    assert (span["start"], utf16(body, span)) == (body.index("ej h"), "ej")


def test_a_short_line_is_never_found_where_another_one_reads_the_same(client: TestClient) -> None:
    body = "<p>Ej</p><p>Vi har <b>ej</b> svarat.</p><p>Ej</p>"
    answer = ask(client, body=body, html=True)
    for finding in answer["letters"][0]["findings"]:
        for each in [finding, *finding.get("also", [])]:
            if each["place"] and "span" in each["place"]:
                assert utf16(body, each["place"]["span"]).lower() == each["text"].lower()


def test_what_is_attached_is_checked_but_not_for_a_signature(client: TestClient) -> None:
    attached = [{"name": "C:\\brev\\beslut.txt", "content": LEFT_OVER}]
    answer = ask(client, attached=attached)
    (letter,) = answer["letters"]
    assert letter["file"] == "mejl.eml#beslut.txt"
    assert [each["rule"] for each in letter["findings"]] == ["mallrest.klicka-här"]
    assert answer["send"] == {
        "mode": "promptUser",
        "passes": False,
        "stopping": 1,
        "message": "Bilagan beslut.txt har en anmärkning som måste rättas. Börja med det här i bilagan: ”Klicka "
        "här för att ange text.” är kvar från mallen. Öppna Klarspråk så ser du den, eller skicka ändå.",
    }


def test_a_brief_question_has_a_brief_answer(client: TestClient) -> None:
    answer = ask(client, subject="Faktura", body="<p>Hej!</p><p>Du får en faktura.</p>", html=True, brief=True)
    assert list(answer) == ["send"]
    assert answer["send"]["message"].startswith("Mejlet har en anmärkning som måste rättas. Börja med det här: ")


def test_a_mail_that_keeps_what_is_promised_passes(client: TestClient) -> None:
    body = f"<p>Hej!</p><p>Du får en faktura i maj.</p><p>Med vänlig hälsning</p><p>{SIGNATURE}</p>"
    answer = ask(client, subject="Faktura", body=body, html=True, **{"from": EVA})
    assert answer["send"] == {"mode": "promptUser", "passes": True, "stopping": 0, "message": ""}


@pytest.mark.parametrize(
    "body", ["", "<p>Dear Sir, thank you for your letter of 3 March. We will answer it soon.</p>"]
)
def test_a_mail_without_swedish_passes_and_says_that_it_was_not_checked(client: TestClient, body: str) -> None:
    answer = ask(client, subject="Hello", body=body, html=True)
    assert answer["send"]["passes"]
    assert answer["letters"][0]["error"]


ENGLISH = "Dear Sir, thank you for your letter of 3 March. We will answer it as soon as we have read all of it."
NOT_READ = (
    "Mejlet går inte i väg, för {}. {} Ta bort det som inte går att granska, eller fråga den som sköter Klarspråk."
)


def sending(checker: LiveChecker, monkeypatch: pytest.MonkeyPatch, question: MailQuestion, **choices: Any) -> Any:
    """What is said of sending a mail where the organisation has chosen this."""
    monkeypatch.setattr(checker, "_config", Config.model_validate(choices))
    return check_mail(checker, question)["send"]


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (
            MailQuestion("Hello", ENGLISH, is_brief=True),
            NOT_READ.format("det är inte granskat", "Brevet är på engelska."),
        ),
        (
            MailQuestion("", "", attached=(AttachedFile("tom.txt", b""),), is_brief=True),
            NOT_READ.format("bilagan tom.txt är inte granskad", "Filen är tom."),
        ),
        (
            MailQuestion(
                "Faktura",
                f"Hej!\n\nDu får en faktura i maj. Den gäller det som vi kom överens om i april. Du kan betala den "
                f"senast i juni.\n\n{ENGLISH}\n\nMed vänlig hälsning\n{SIGNATURE.replace('<br>', chr(10))}",
                is_brief=True,
            ),
            NOT_READ.format("en del av det är inte granskad", "Ett stycke på engelska är inte granskat."),
        ),
    ],
    ids=["language", "attachment", "part"],
)
def test_what_can_t_be_checked_stays_where_the_gate_would_hold_it(
    checker: LiveChecker, question: MailQuestion, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = {"send": "block"}
    told = sending(checker, monkeypatch, question, addin=block)
    assert told == {"mode": "block", "passes": False, "stopping": 0, "message": message}
    assert sending(checker, monkeypatch, question, addin=block, gate={"pass_unchecked_parts": True})["passes"]
    for mode in ("promptUser", "softBlock"):
        assert sending(checker, monkeypatch, question, addin={"send": mode})["passes"]


@pytest.mark.parametrize("body", ["", "<p>&nbsp;</p>", OLDER], ids=["empty", "blank", "forwarded"])
def test_a_mail_without_words_of_the_writer_s_own_is_not_unchecked(
    checker: LiveChecker, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = MailQuestion("VB: Faktura", body, is_html=True, is_brief=True)
    told = sending(checker, monkeypatch, question, addin={"send": "block"})
    assert told["message"] == sending(checker, monkeypatch, question, addin={"send": "softBlock"})["message"]


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"send": "softBlock"}, "Öppna Klarspråk, rätta och skicka igen."),
        ({"send": "block", "name": "Språkhjälpen"}, "Öppna Språkhjälpen, rätta och skicka igen."),
        ({}, "Öppna Klarspråk så ser du den, eller skicka ändå."),
    ],
)
def test_the_last_sentence_says_what_the_writer_may_do(
    checker: LiveChecker, choices: dict[str, str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "_config", Config.model_validate({"addin": choices}))
    send = check_mail(checker, MailQuestion("Hej", "Hej!", is_brief=True))["send"]
    assert send["mode"] == choices.get("send", "promptUser")
    assert send["message"].endswith(message)


def test_the_level_that_stops_is_the_organisations(checker: LiveChecker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checker, "_config", Config.model_validate({"addin": {"level": "warning"}}))
    body = f"Hej!\n\nVi har ej hunnit.\n\nMed vänlig hälsning\n{SIGNATURE.replace('<br>', chr(10))}"
    send = check_mail(checker, MailQuestion("Bygglov", body, is_brief=True))["send"]
    assert send["message"].startswith("Mejlet har en anmärkning som bör rättas.")


def test_a_message_is_never_longer_than_outlook_shows(checker: LiveChecker) -> None:
    checked = (CheckedFile("b" * 300 + ".docx", 3),)
    long = "Klicka här för att ange " + "väldigt " * 90 + "text."
    for question in (MailQuestion("Hej", long, checked=checked), MailQuestion(checked=checked)):
        assert 0 < len(check_mail(checker, question)["send"]["message"]) <= 500
    several = check_mail(checker, MailQuestion("Hej", "Hej!", checked=(*checked, CheckedFile("c.docx", 1))))
    assert several["send"]["message"].startswith("Mejlet och bilagorna har tillsammans ")
    only = check_mail(checker, MailQuestion(checked=(CheckedFile("beslut.docx", 2),)))["send"]["message"]
    assert only.startswith(
        "Bilagan beslut.docx har 2 anmärkningar som måste rättas. Öppna bilagan och rätta den först."
    )


def test_what_breaks_a_header_breaks_nothing(client: TestClient) -> None:
    subject = "Hej\r\nBcc: alla@ekvalla.se\r\n\r\n\ud800"
    body = json.dumps(
        {
            "subject": subject,
            "body": "Vi har ej \ud800 svarat.",
            "from": "Å\nTo: b",
            "attached": [{"name": "a\r\nb.txt", "content": LEFT_OVER}],
        }
    )
    answer = client.post("/api/1/mail", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 200
    assert "alla@" not in answer.json()["text"].split("\n\n", 1)[1]
    assert [letter["file"] for letter in answer.json()["letters"]] == ["mejl.eml", "mejl.eml#ab.txt"]


@pytest.mark.parametrize(
    ("mail", "status"),
    [
        ({"body": 1}, 400),
        ({"html": "ja"}, 400),
        ({"attached": {}}, 400),
        ({"attached": ["a"]}, 400),
        ({"attached": [{"name": "a", "content": "å"}]}, 400),
        ({"attached": [{"name": "a", "content": "%%"}]}, 400),
        ({"checked": [{"name": "a", "stopping": True}]}, 400),
        ({"checked": [{"name": "a", "stopping": 1}] * 101}, 413),
        ({"body": "a" * 20_001}, 413),
        ({"attached": [{"name": "a", "content": "A" * 400_000}]}, 413),
        ([], 400),
    ],
)
def test_a_mail_that_is_badly_written(client: TestClient, mail: Any, status: int) -> None:
    answer = client.post("/api/1/mail", json=mail)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"].endswith(".")


@pytest.mark.parametrize("subject", ["VB: Faktura", "Faktura"])
def test_a_mail_that_only_sends_an_older_one_on_needs_no_signature(
    checker: LiveChecker, monkeypatch: pytest.MonkeyPatch, subject: str
) -> None:
    question = MailQuestion(subject=subject, body=f"<div>{OLDER}</div>", is_html=True, sender=EVA)
    assert sending(checker, monkeypatch, question, addin={"send": "block"})["passes"]
