"""Who may ask."""

from __future__ import annotations

import pytest

from klarsprak.loopback import is_loopback
from klarsprak.server.guard.rate import RateLimit
from tests.server.guard.support import client

KEY = "k" * 32
TEXT = {"language": "sv", "text": "Hej"}


@pytest.mark.parametrize("host", ["127.0.0.1:8010", "localhost", "LOCALHOST:8010", "[::1]:8010"])
def test_this_machine_goes_by_its_names(host: str) -> None:
    assert client().get("/v2/info", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["ond.exempel.se", "127.0.0.1.ond.exempel.se:8010", "", "ond.exempel.se:8010"])
def test_a_page_that_made_its_name_lead_here_gets_nothing(host: str) -> None:
    assert client().get("/v2/info", headers={"Host": host}).status_code == 403


def test_other_names_can_be_allowed() -> None:
    named = client(allowed_hosts=("språk.exempel.se", "sprak.exempel.se"))
    assert named.get("/v2/info", headers={"Host": "sprak.exempel.se"}).status_code == 200
    assert named.get("/v2/info", headers={"Host": "annan.exempel.se"}).status_code == 403


def test_behind_a_proxy_the_proxy_knows_the_names() -> None:
    assert client(behind_proxy=True).get("/v2/info", headers={"Host": "sprak.exempel.se"}).status_code == 200


def test_a_key_is_asked_for() -> None:
    locked = client(token=KEY)
    assert locked.get("/v2/languages").status_code == 403
    assert locked.get("/metrics").status_code == 401
    assert locked.get("/metrics").headers["www-authenticate"] == "Bearer"
    assert locked.post("/v2/check", data=TEXT).text == "Error: Rätt nyckel saknas."
    for wrong in ("k" * 31, "å", f"Basic {KEY}"):
        assert locked.get("/metrics", headers={"Authorization": f"Bearer {wrong}".encode()}).status_code == 401
    assert locked.get("/metrics", headers={"Authorization": f"bearer {KEY}"}).status_code == 200
    assert locked.post("/v2/check", data=TEXT, headers={"Authorization": f"Bearer {KEY}"}).status_code == 200


def test_languagetools_clients_show_the_key_in_the_form() -> None:
    locked = client(token=KEY)
    assert locked.post("/v2/check", data={**TEXT, "username": "x", "apiKey": KEY}).status_code == 200
    assert locked.post("/v2/check", data={**TEXT, "username": "x", "apiKey": "fel"}).status_code == 403


def test_signs_of_life_need_no_key() -> None:
    locked = client(token=KEY, rate=1)
    for _ in range(3):
        assert locked.get("/healthz").text == locked.get("/v2/healthcheck").text == "OK"


def test_a_client_that_asks_too_often_is_sent_away_for_a_while() -> None:
    busy = client(rate=2)
    assert [busy.get("/v2/info").status_code for _ in range(3)] == [200, 200, 403]
    assert busy.get("/v2/info").text.startswith("Error: ")
    assert busy.get("/metrics").status_code == 429


def test_a_client_may_ask_again_after_a_while_and_others_at_once() -> None:
    limit = RateLimit(60)
    assert all(limit.allows("a", now=0) for _ in range(60))
    assert not limit.allows("a", now=0)
    assert limit.allows("b", now=0)
    assert limit.allows("a", now=1)
    assert not limit.allows("a", now=1.5)


def test_a_limit_of_none_lets_all_ask() -> None:
    assert all(RateLimit(0).allows("a") for _ in range(1000))


SITES = {
    "none": ({}, 404),
    "own": ({"Sec-Fetch-Site": "same-origin", "Origin": "https://annat.exempel.se"}, 404),
    "typed": ({"Sec-Fetch-Site": "none"}, 404),
    "foreign": ({"Sec-Fetch-Site": "cross-site"}, 403),
    "neighbour": ({"Sec-Fetch-Site": "same-site"}, 403),
    "own, old browser": ({"Origin": "http://127.0.0.1:8010"}, 404),
    "foreign, old browser": ({"Origin": "https://ond.exempel.se"}, 403),
    "hidden, old browser": ({"Origin": "null"}, 403),
}


@pytest.mark.parametrize("case", SITES)
def test_our_own_api_is_for_our_own_pages(case: str) -> None:
    headers, status = SITES[case]
    assert client().post("/api/1/ingen", headers=headers).status_code == status


LOOPBACK = {"127.0.0.1": True, "::1": True, "localhost": True, "0.0.0.0": False, "192.0.2.1": False, "språk": False}


@pytest.mark.parametrize("host", LOOPBACK)
def test_what_is_of_this_machine_alone(host: str) -> None:
    assert is_loopback(host) is LOOPBACK[host]
