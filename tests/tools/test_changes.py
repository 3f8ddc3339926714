"""The changes that ``klarsprak fix`` would make, drawn to be judged."""

from __future__ import annotations

from pathlib import Path

from tools.changes import changes, counts, drawn

LETTER = "Du har erhållit ett bidrag. Vi ringer dig.\n\nDu har erhållit ett bidrag. Ni har ej betalat.\n"


def test_a_change_stands_in_its_sentence_before_and_after(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(LETTER, encoding="utf-8")
    every = list(changes([tmp_path]))
    assert every[0] == (
        "Du har [erhållit] ett bidrag.",
        "Du har [fått] ett bidrag.",
        "kanslisvenska.erhålla",
        "brev.txt",
    )
    assert list(counts(every)) == ["3\tsammanlagt", "2\tkanslisvenska.erhålla", "1\tkanslisvenska.ej"]


def test_the_same_sentence_is_drawn_once(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(LETTER, encoding="utf-8")
    assert len(drawn(changes([tmp_path]), number=10, seed=1)) == 2
