"""What is an address of the web or of mail, and what only looks like one."""

import pytest

from klarsprak.language.addresses import is_address


@pytest.mark.parametrize(
    "text",
    [
        "https://www.kommun.example/bygga,bo/lov?typ=a,b#om(oss)a",
        "http://kommun.example:8080/a",
        "ftp://anna:hemligt@kommun.example/a",
        "mailto:anna.berg@kommun.example?subject=hej",
        "anna.berg@kommun.example",
        "www.kommun.example",
        "kommun.example/a;b",
        "räksmörgås.example/ö",
        "under_sidan.min-kommun.example",
        "193.10.5.2/a,b",
        "www.kommun.example/👍a",
    ],
)
def test_an_address(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kommun",
        "http://kommun/a,b",
        "slut.Nu",
        "slut.N",
        "@kommun.",
        ".example",
        "-kommun.example",
        "kommun-.example",
        "a" * 65 + ".example",
        "kommun.example:8",
        "kommun.example:a",
        "kommun.example,a",
        "10.0.0.1/a,b",
        "192.168.1.1/a,b",
        "193.10.5.256",
        "193.10.5.0/a,b",
        "👍kommun.example",
        "och/eller",
    ],
)
def test_no_address(text: str) -> None:
    assert not is_address(text)
