"""What the conditions of rules keep from being flagged, listed to be judged."""

from __future__ import annotations

from pathlib import Path

from klarsprak.checker import Checker
from tools.conditions import by_rule, kept, lines, table

LETTER = "Han anhöll tjuven i går.\n\nLaget intog planen. Ni har ej betalat. Svaret anföres här.\n"


def test_what_a_condition_keeps_back_stands_in_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(LETTER, encoding="utf-8")
    listed = list(lines(by_rule(kept([tmp_path], "kanslisvenska")), most=5))
    assert "1\tkanslisvenska.anhålla-att\twhen" in listed
    assert "\t\tHan [anhöll] tjuven i går.\tbrev.txt" in listed
    assert "1\tkanslisvenska.intaga\tbut_not" in listed


def test_what_is_flagged_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(LETTER, encoding="utf-8")
    assert not [one for one in kept([tmp_path], "kanslisvenska") if one.rule == "kanslisvenska.ej"]


def test_the_table_says_what_a_condition_lets_pass_and_where_that_was_seen(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(LETTER, encoding="utf-8")
    rules = [rule for rule in Checker().rules if rule.name == "kanslisvenska.anhålla-att"]
    *_, row = table(rules, by_rule(kept([tmp_path], "kanslisvenska")))
    assert row == (
        "| `kanslisvenska.anhålla-att` | when: followed_by; unless: followed_by | Polisen anhöll en man i går. "
        f"| {tmp_path.name} 1 |"
    )
