"""Browser add-ons, and pages of other sites."""

from __future__ import annotations

from tests.server.guard.support import client

ASKED = {
    "Origin": "moz-extension://a",
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "content-type",
    "Access-Control-Request-Private-Network": "true",
}


def test_any_page_may_ask_by_languagetools_protocol() -> None:
    leave = client().options("/v2/check", headers=ASKED)
    assert leave.status_code == 204
    assert leave.headers["access-control-allow-origin"] == "*"
    assert "POST" in leave.headers["access-control-allow-methods"]
    assert leave.headers["access-control-allow-headers"] == "content-type"
    assert leave.headers["access-control-allow-private-network"] == "true"


def test_errors_can_be_read_too() -> None:
    for path, status in (("/v2/nytt", 404), ("/v2/info", 403)):
        answer = client().get(path, headers={"Host": "ond.exempel.se"} if status == 403 else {})
        assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (status, "*")


def test_leave_can_be_kept_to_some_sites() -> None:
    kept = client(allowed_origins=("https://intranät.exempel.se", "https://a.exempel.se"))
    own = kept.get("/v2/info", headers={"Origin": "https://a.exempel.se"})
    assert (own.headers["access-control-allow-origin"], own.headers["vary"]) == ("https://a.exempel.se", "Origin")
    other = kept.get("/v2/info", headers={"Origin": "https://b.exempel.se"})
    assert "access-control-allow-origin" not in other.headers
    assert "access-control-allow-methods" not in kept.options("/v2/check", headers=ASKED).headers


def test_nothing_else_is_for_other_sites() -> None:
    assert "access-control-allow-origin" not in client().get("/metrics").headers
