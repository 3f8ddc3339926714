"""Acts are found by number and by name in the text in which they ship."""

from __future__ import annotations

from datetime import date

import pytest

from klarsprak.laws.shipped import read_titles
from klarsprak.laws.title_rows import Titles

TITLES = Titles(
    "# 2026-04-25\n2010:800\tskollagen\n1985:1100\tskollagen\tu\n1900:1\tårslagen om Åre\n1900:2\tårslagen om öl"
)


def test_acts_are_found_by_number() -> None:
    assert TITLES.day == date(2026, 4, 25)
    assert TITLES.get("1985:1100") == "skollagen\tu"
    assert TITLES.get("1900:2") == "årslagen om öl"
    assert TITLES.get("1985:110") is None
    assert list(TITLES) == ["2010:800", "1985:1100", "1900:1", "1900:2"]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("skollagen", ["2010:800", "1985:1100"]),
        ("årslagen om åre", ["1900:1"]),
        ("årslagen om öl", ["1900:2"]),
        ("skol", []),
        ("a", []),
        ("öl", []),
    ],
)
def test_acts_are_found_by_name(name: str, numbers: list[str]) -> None:
    assert list(TITLES.named(name)) == numbers


def test_every_act_that_ships_is_found() -> None:
    titles = read_titles()
    rows = {sfs: titles.get(sfs) for sfs in titles}
    assert len(rows) > 8000
    assert all(row and sfs in titles.named(row.partition("\t")[0].lower()) for sfs, row in rows.items())
