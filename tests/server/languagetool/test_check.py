"""The answers to LanguageTool's clients, of a real server."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.server.conftest import Server

TEXT = "Vi har erhållit brevet. Din granne har ej svarat."


def ask(server: Server, **parameters: str) -> httpx.Response:
    return httpx.post(f"{server.url}/v2/check", data={"language": "sv", **parameters})


def words(response: httpx.Response, source: str) -> list[str]:
    """The words that the matches stand on, found as clients find them."""
    units = source.encode("utf-16-le")
    return [
        units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")
        for match in response.json()["matches"]
    ]


def test_a_match_has_every_field_of_the_protocol(server: Server) -> None:
    answer = ask(server, text=TEXT).json()
    assert answer["software"]["apiVersion"] == 1
    assert answer["software"]["premium"] is False
    assert answer["warnings"] == {"incompleteResults": False}
    assert answer["language"]["code"] == "sv"
    assert answer["language"]["detectedLanguage"]["confidence"] == 0.99
    assert answer["matches"][0] == {
        "message": "”erhållit” är kanslisvenska. Skriv hellre ”fått”.",
        "shortMessage": "Bör skrivas om",
        "replacements": [{"value": "fått"}],
        "offset": 7,
        "length": 8,
        "context": {"text": TEXT, "offset": 7, "length": 8},
        "sentence": "Vi har erhållit brevet.",
        "type": {"typeName": "Other"},
        "rule": {
            "id": "kanslisvenska.erhålla",
            "description": "Ordet hör till ett äldre myndighetsspråk som många läsare har svårt för.",
            "issueType": "style",
            "category": {"id": "STYLE", "name": "Klarspråk"},
            "isPremium": False,
        },
        "ignoreForIncompleteSentence": False,
        "contextForSureMatch": 0,
    }


def test_a_word_that_stands_again_is_marked_again(server: Server) -> None:
    text = "Vi har ej svarat. Hon har ej svarat."
    assert words(ask(server, text=text), text) == ["ej", "ej"]


def test_it_can_be_asked_by_the_address(server: Server) -> None:
    by_address = httpx.get(f"{server.url}/v2/check", params={"language": "sv", "text": TEXT})
    assert by_address.json() == ask(server, text=TEXT).json()


def test_it_can_be_asked_by_a_form_in_parts(server: Server) -> None:
    parts = {"language": (None, "sv"), "text": (None, TEXT)}
    assert words(httpx.post(f"{server.url}/v2/check", files=parts), TEXT) == ["erhållit", "ej"]


@pytest.mark.parametrize(
    "text",
    [
        "Hej 😀! Vi har erhållit brevet.",
        "Rene\u0301 och A\u030asa: vi har erhållit brevet.",
        "𝐕𝐢𝐤𝐭𝐢𝐠𝐭!\r\n\r\nVi har erhållit brevet.",
        "👩‍👩‍👧 1️⃣\tVi har erhållit brevet.",
        "\ufeffVi har erhållit brevet.",
        "Vi har er\u00adhållit brevet.",
    ],
)
def test_offsets_count_utf16_units_of_what_was_sent(server: Server, text: str) -> None:
    assert [word.replace("\u00ad", "") for word in words(ask(server, text=text), text)] == ["erhållit"]


def test_the_context_is_cut_and_counted_in_utf16_units(server: Server) -> None:
    text = (
        "😀" * 60
        + " Vi har erhållit brevet. "
        + "Det gäller dig som bor i kommunen. Du får svar av oss i maj. Ring gärna om du undrar. "
    )
    (match,) = ask(server, text=text).json()["matches"]
    context = match["context"]
    assert context["text"].startswith("...😀")
    assert context["text"].endswith("...")
    units = context["text"].encode("utf-16-le")
    assert units[2 * context["offset"] :][: 2 * context["length"]].decode("utf-16-le") == "erhållit"


PIECES = [
    {"markup": "<p>"},
    {"text": "Vi har "},
    {"markup": "<b>"},
    {"text": "erhållit"},
    {"markup": "</b>"},
    {"text": " brevet."},
    {"markup": "<br/>", "interpretAs": "\n\n"},
    {"text": "Hon har "},
    {"text": "e"},
    {"markup": "<wbr>"},
    {"text": "j svarat."},
]


def test_markup_is_neither_checked_nor_written_over(server: Server) -> None:
    source = "".join(piece.get("text", piece.get("markup", "")) for piece in PIECES)
    response = ask(server, data=json.dumps({"annotation": PIECES}))
    assert words(response, source) == ["erhållit", "e<wbr>j"]
    assert [match["replacements"] for match in response.json()["matches"]] == [[{"value": "fått"}], []]


def test_text_may_stand_in_data_too(server: Server) -> None:
    assert words(ask(server, data=json.dumps({"text": TEXT})), TEXT) == ["erhållit", "ej"]


def test_half_a_sign_is_none(server: Server) -> None:
    data = '{"text": "\\ud83d Vi har erhållit brevet."}'
    (match,) = ask(server, data=data).json()["matches"]
    assert match["offset"] == 9


RULES = {
    "disabledRules=kanslisvenska.ej": ["erhållit"],
    "disabledRules=kanslisvenska.ej,kanslisvenska.erhålla": [],
    "disabledCategories=STYLE": [],
    "disabledCategories=kanslisvenska": [],
    "disabledCategories=TYPOS": ["erhållit", "ej"],
    "enabledRules=kanslisvenska.ej&enabledOnly=true": ["ej"],
    "enabledCategories=STYLE&enabledOnly=yes": ["erhållit", "ej"],
    "enabledCategories=GRAMMAR&enabledOnly=true": [],
    "enabledRules=kanslisvenska.ej&disabledCategories=STYLE": [],
    "allowIncompleteResults=true&useragent=standalone&mode=all&okänd=1": ["erhållit", "ej"],
}


@pytest.mark.parametrize("query", RULES)
def test_rules_and_categories_can_be_chosen(server: Server, query: str) -> None:
    chosen = dict(pair.split("=") for pair in query.split("&"))
    assert words(ask(server, text=TEXT, **chosen), TEXT) == RULES[query]


UNCERTAIN = "Sökanden fick maxtaxan i maj."


def test_picky_tells_of_what_is_worth_a_thought(server: Server) -> None:
    assert words(ask(server, text=UNCERTAIN), UNCERTAIN) == []
    picky = ask(server, text=UNCERTAIN, level="picky")
    assert "maxtaxan" in words(picky, UNCERTAIN)
    assert {match["type"]["typeName"] for match in picky.json()["matches"]} == {"Hint"}


def test_a_rule_that_is_asked_for_by_name_is_told_of_at_any_level(server: Server) -> None:
    assert words(ask(server, text=UNCERTAIN, enabledRules="fackord.maxtaxa"), UNCERTAIN) == ["maxtaxan"]


def test_a_paragraph_is_not_told_what_a_letter_lacks(server: Server) -> None:
    decision = "Beslut\n\nNämnden avslår din ansökan om bygglov."
    picky = ask(server, text=decision, level="picky").json()
    assert {match["rule"]["id"].split(".")[0] for match in picky["matches"]}.isdisjoint({"signatur", "arendegang"})


KINDS = {
    "Vi har uppmärskammat felet.": ("misspelling", "TYPOS", "UnknownWord"),
    "Du kan får pengar tillbaka.": ("grammar", "GRAMMAR", "Other"),
    "Det kostar 3.500 kr.": ("typographical", "TYPOGRAPHY", "Hint"),
}


@pytest.mark.parametrize("text", KINDS)
def test_clients_know_the_kind_of_an_issue(server: Server, text: str) -> None:
    match = ask(server, text=text, level="picky").json()["matches"][0]
    kind = match["rule"]["issueType"], match["rule"]["category"]["id"], match["type"]["typeName"]
    assert kind == KINDS[text]


def test_another_language_is_told_and_not_checked(server: Server) -> None:
    text = "We have received your application and you will get our decision within four weeks from now."
    answer = ask(server, text=text, language="auto").json()
    assert answer["matches"] == []
    assert answer["language"]["detectedLanguage"]["confidence"] == 0
    assert "engelska" in answer["warnings"]["incompleteResultsReason"]


@pytest.mark.parametrize("text", ["", " \n", "\0", "😀"])
def test_nothing_to_check_is_no_error(server: Server, text: str) -> None:
    assert ask(server, text=text).json()["matches"] == []


@pytest.mark.parametrize("code", ["sv", "sv-SE", "sv_SE", "SV-se", "sv-FI", "auto"])
def test_it_knows_swedish_by_its_codes(server: Server, code: str) -> None:
    assert words(ask(server, text=TEXT, language=code), TEXT) == ["erhållit", "ej"]


ERRORS: dict[str, tuple[dict[str, Any], str]] = {
    "no text": ({}, "text eller data saknas"),
    "both": ({"text": "a", "data": "{}"}, "inte båda"),
    "no language": ({"text": "a", "language": ""}, "language saknas"),
    "other language": ({"text": "a", "language": "en-US"}, "'en-US' is not a language code known to LanguageTool"),
    "level": ({"text": "a", "level": "hög"}, "default eller picky"),
    "variants": ({"text": "a", "preferredVariants": "sv-SE"}, "language=auto"),
    "only and not": ({"text": "a", "enabledOnly": "true", "disabledRules": "x", "enabledRules": "y"}, "stänga av"),
    "only nothing": ({"text": "a", "enabledOnly": "true"}, "enabledRules"),
    "no JSON": ({"data": "{"}, "inte JSON"),
    "deep JSON": ({"data": "[" * 100_000}, "inte JSON"),
    "list": ({"data": "[]"}, "annotation"),
    "neither": ({"data": "{}"}, "annotation"),
    "no list": ({"data": '{"annotation": "a"}'}, "annotation"),
    "empty piece": ({"data": '{"annotation": [{}]}'}, "markup"),
    "no piece": ({"data": '{"annotation": [1]}'}, "markup"),
    "two in one": ({"data": '{"annotation": [{"text": "a", "markup": "b"}]}'}, "markup"),
    "number": ({"data": '{"text": 7}'}, "markup"),
    "reads as a number": ({"data": '{"annotation": [{"markup": "a", "interpretAs": 1}]}'}, "markup"),
}


@pytest.mark.parametrize("case", ERRORS)
def test_errors_are_a_line_of_text(server: Server, case: str) -> None:
    parameters, reason = ERRORS[case]
    response = ask(server, **parameters)
    assert response.status_code == 400
    assert response.headers["content-type"].startswith("text/plain")
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.text.startswith("Error: ")
    assert reason in response.text


def test_the_longest_text_is_told_and_kept_to(server: Server) -> None:
    most = int(httpx.get(f"{server.url}/v2/maxtextlength").text)
    response = ask(server, text="a" * (most + 1))
    assert (response.status_code, response.text[:7]) == (413, "Error: ")
    assert str(most) in response.text


def test_what_else_clients_ask(server: Server) -> None:
    def get(path: str) -> httpx.Response:
        return httpx.get(f"{server.url}/v2/{path}")

    assert get("healthcheck").text == "OK"
    assert {"name": "Swedish", "code": "sv", "longCode": "sv"} in get("languages").json()
    assert get("info").json()["software"]["name"] == "klarsprak"
    assert get("words").json() == {"words": []}
    assert httpx.post(f"{server.url}/v2/words/add", data={"word": "x"}).json() == {"added": False}
    assert httpx.post(f"{server.url}/v2/words/delete", data={"word": "x"}).json() == {"deleted": False}
    assert get("nytt").text == "Error: Den sidan finns inte."
    assert httpx.delete(f"{server.url}/v2/check").status_code == 405
