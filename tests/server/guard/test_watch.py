"""What is said of failures, and what is noted."""

from __future__ import annotations

import logging

import pytest

from klarsprak.pool.checks import CheckError, OverloadedError, TimeLimitError
from klarsprak.pool.serving import FailedError
from tests.server.guard.support import Answering, client

SECRET = "Anna Ek har fått avslag"
FORM = {"language": "sv", "text": SECRET}
ERRORS = [
    (OverloadedError("Vänta."), 503, "Vänta."),
    (TimeLimitError("För länge."), 503, "För länge."),
    (CheckError("Det gick inte."), 500, "Det gick inte."),
    (FailedError("ValueError, x.py rad 1"), 500, "Något gick fel i programmet."),
    (ValueError(SECRET), 500, "Något gick fel i programmet."),
]


@pytest.mark.parametrize(("error", "status", "told"), ERRORS, ids=lambda value: type(value).__name__)
def test_a_failure_is_a_line_and_quotes_nothing(
    error: Exception, status: int, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    logging.getLogger("klarsprak.server").propagate = True
    with caplog.at_level("DEBUG"):
        answer = client(Answering(error)).post("/v2/check", data=FORM)
    assert (answer.status_code, answer.text) == (status, f"Error: {told}")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert SECRET not in caplog.text
    assert "Anna" not in caplog.text


def test_a_full_lane_says_when_to_come_back() -> None:
    assert client(Answering(OverloadedError("Vänta."))).post("/v2/check", data=FORM).headers["retry-after"] == "5"


def test_our_own_api_tells_in_json() -> None:
    assert client().get("/api/ingen").json() == {"error": "Den sidan finns inte."}


def test_an_address_is_noted_without_what_was_asked(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("klarsprak.server").propagate = True
    with caplog.at_level("INFO"):
        client().get("/v2/check", params=FORM)
        client().get(f"/{SECRET}")
        client().get("/v2/info", headers={"Host": SECRET.encode()})
        client().request("SKRIV", "/v2/check")
    lines = [record.getMessage() for record in caplog.records if record.name == "klarsprak.server"]
    assert [" ".join(line.split()[:3]) for line in lines] == [
        "GET /v2/check 200",
        "GET (okänd sida)",
        "GET /v2/info 403",
        "? /v2/check 405",
    ]
    assert "Anna" not in "".join(lines)


def test_headers_keep_texts_out_of_stores_and_frames() -> None:
    for path in ("/healthz", "/v2/nytt"):
        headers = client().get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "strict-transport-security" not in headers


def test_metrics_are_numbers() -> None:
    asked = client()
    asked.get("/v2/check", params=FORM)
    asked.get(f"/{SECRET}")
    text = asked.get("/metrics").text
    assert 'klarsprak_requests_total{path="/v2/check",status="200"} 1.0' in text
    assert 'klarsprak_requests_total{path="(okänd sida)",status="404"} 1.0' in text
    assert "Anna" not in text
