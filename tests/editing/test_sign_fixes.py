"""Fixes of signs and spaces: what changes no letter is put in without a look at the grammar."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak import readers
from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.editing.fixes import Fix, fixes
from klarsprak.editing.text import fixed, open_text
from klarsprak.letter import Letter


@pytest.fixture(scope="module")
def checker() -> Checker:
    """The rules of the category alone."""
    return Checker(Config(select=["skrivregler"]))


@pytest.mark.parametrize(
    ("old", "new", "keeps"),
    [("8§", "8\u00a0§", True), ("Maj", "maj", True), ("oss!!", "oss!", True), ("9–12", "9 och 12", False)],
)
def test_signs_spaces_and_capitals_keep_the_letters(old: str, new: str, keeps: bool) -> None:
    assert Fix(0, 0, len(old), old, new, "").keeps_letters == keeps


@pytest.mark.parametrize(
    ("text", "put_in"),
    [
        ("Läs 13kap. 8§ miljöbalken.", ["13\u00a0kap.\u00a08\u00a0§"]),
        ("Mötet börjar kl.9.", ["kl.\u00a09"]),
        ("Ring mellan 9-12 på fredag!!", ["mellan 9 och 12", "!"]),
        ("Du ska betala 15000kr den 3 Maj.", ["15\u00a0000\u00a0kr", "maj"]),
    ],
)
def test_what_is_sure_is_put_in(checker: Checker, text: str, put_in: list[str]) -> None:
    assert [fix.new for fix in fixes(checker.check(parse(text).letter))] == put_in


@pytest.mark.parametrize(
    "text",
    [
        "Läs 13kap. 8§ miljöbalken, 5§ och §3.",
        "Du ska betala 15000kr, 10.000 kr, 1.250.000:- och 50kr.",
        "Räntan är 5%, 5-10% eller 5%-ig från 2024-2026.",
        "Ring mellan 9-12 eller från kl.9-12, 08.30-16.00.",
        "Vi ses den 3:e Maj på Måndag ,kl.9!!",
    ],
)
def test_what_is_put_in_is_never_flagged_again(checker: Checker, text: str) -> None:
    letter = parse(text).letter
    report = checker.check(letter)
    for fix in sorted(fixes(report), reverse=True):
        block = letter.blocks[fix.block]
        block.text = block.text[: fix.start] + fix.new + block.text[fix.end :]
    assert fixes(checker.check(letter)) == []


@pytest.mark.parametrize(
    ("charset", "after"),
    [
        ("utf-8", "Vi har öppet kl. 9–12 på lördag. Läs 8\u00a0§ i lagen så förstår du.\n"),
        ("cp850", "Vi har öppet kl. 9-12 på lördag. Läs 8\u00a0§ i lagen så förstår du.\n"),
    ],
)
def test_a_sign_that_the_file_can_not_hold_is_left_out(
    checker: Checker, tmp_path: Path, charset: str, after: str
) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes("Vi har öppet kl. 9-12 på lördag. Läs 8§ i lagen så förstår du.\n".encode(charset))
    letter = next(iter(readers.read_file(path)))
    assert isinstance(letter, Letter)
    file, _ = fixed(open_text(path.read_bytes()), letter, fixes(checker.check(letter)))
    assert (file.charset, file.text) == (charset, after)
