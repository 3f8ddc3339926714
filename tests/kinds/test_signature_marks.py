"""Kind ``signature``: a mark that somebody has signed, and the name that should stand by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import HEADER, check, rules, texts

RULE = "- {id: x, kind: signature, part: signer, message: 'Vem?', examples: [{flag: x}]}\n"
_BODY = "Hej!\nBåtklubben får plats 14 i hamnen från den 1 maj.\n"
_BELOW = "\nHamnkontoret, Vassholms kommun\nBox 115, 123 21 Vassholm\nTelefon 0980-319 245"


@pytest.mark.parametrize(
    ("signed", "flagged"),
    [
        ("(elektroniskt undertecknad)", ["(elektroniskt undertecknad)"]),
        ("Beslutsfattare: (elektronisk underskrift)", ["Beslutsfattare: (elektronisk underskrift)"]),
        ("(elektroniskt undertecknad)\nMirjam Ekeroth\nHamnchef", []),
        ("Mirjam Ekeroth (elektroniskt undertecknad)", []),
        ("Mirjam Ekeroth\nHamnchef", []),
    ],
)
def test_who_has_signed_stands_near_the_mark(tmp_path: Path, signed: str, flagged: list[str]) -> None:
    found = rules(tmp_path, RULE, HEADER.replace("kanslisvenska", "signatur"))
    assert texts(check(found, _BODY + signed + _BELOW)) == flagged
