"""Organisations are told by what stands in their names."""

from __future__ import annotations

import pytest

from klarsprak.prose.organisation_names import names_organisation


@pytest.mark.parametrize(
    "line",
    [
        "Norrlida IF",
        "Brf Ekbacken, Att: Anna Ek",
        "Ekby Bygdegille",
        "Bo Alm Bygg",
        "Vikens samfällighet",
        "Ekvalla dikningsföretag av år 1931",
        "Ängsjöns fiskevårdsområde",
    ],
)
def test_what_stands_in_its_name_tells_an_organisation(line: str) -> None:
    assert names_organisation(line)


@pytest.mark.parametrize("line", ["Anna Ek", "Skolgatan 7", "998 21 Norrlida", "Vård och omsorg", "Ingrid Byggmark"])
def test_names_of_people_and_places_tell_none(line: str) -> None:
    assert not names_organisation(line)
