"""What stands above a letter: a mail that was pasted as text has its day in the program that sends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules

RULE = """- {id: x, kind: expect, category: arendegang, regex: '20\\d\\d', not_format: [email],
  message: Brevet saknar datum., examples: [{flag: x}]}
"""


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Från: Hamnen\nTill: Anna Berg\nÄmne: Din båtplats\n\nVi avslår din ansökan.", False),
        ("Ämne: Din båtplats\n\nHej Anna!\n\nVi avslår din ansökan.", False),
        ("Subject: Din båtplats\n\nVi avslår din ansökan.", False),
        ("Ekeby kommun\n\nÄmne: Din båtplats\n\nVi avslår din ansökan.", True),  # a letter may name its subject
        ("Till: Anna Berg\n\nVi avslår din ansökan.", True),
    ],
)
def test_a_text_that_begins_as_a_mail_is_one(tmp_path: Path, text: str, is_missing: bool) -> None:
    assert bool(check(rules(tmp_path, RULE), text).findings) is is_missing
