"""What has become of findings that a person has judged."""

from __future__ import annotations

import json
from pathlib import Path

from tools.judged import compare, table

LETTER = "Du har erhållit ett bidrag.\n\nVi har erforderlig hjälp med stor omsorg.\n"
ROWS = [
    {"kind": "finding", "rule": "kanslisvenska.erhålla", "text": "erhållit", "verdict": "right", "message": "Annat."},
    {"kind": "finding", "rule": "kanslisvenska.erhålla", "text": "erhållit", "verdict": "wrong", "message": "Annat."},
    {"kind": "finding", "rule": "kanslisvenska.erhålla", "text": "erhåller", "verdict": "right"},
    {
        "kind": "suggestion",
        "rule": "kanslisvenska.erhålla",
        "text": "erhållit",
        "suggestions": ["fått"],
        "verdict": "wrong",
    },
    {"kind": "signature", "rule": "signatur.namn", "verdict": "right"},
    {"kind": "missed", "type": "a", "text": "har erforderlig hjälp"},
    {"kind": "missed", "type": "a", "text": "med stor omsorg"},
]


def test_rows_are_held_against_what_is_said_today(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "brev.txt").write_text(LETTER, encoding="utf-8")
    rows = (json.dumps(row | {"file": "brev.txt"}, ensure_ascii=False) for row in ROWS)
    (tmp_path / "judged.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert list(table(compare(tmp_path))) == [
        "finding      right     1 of   2 kept (50%)",
        "finding      wrong     1 of   1 gone (100%)",
        "missed                 1 of   2 found (50%)",
        "signature    right     1 of   1 kept (100%)",
        "suggestion   wrong     0 of   1 gone (0%)",
    ]
