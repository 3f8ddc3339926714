"""Packs that were read ahead say what their YAML says, or aren't used."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.files.yaml import read_mapping
from klarsprak.rulebook import ahead, packs

PACK = "pack: prov\nrules:\n  - {id: å, words: [a, b]}\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "prov.yml"
    path.write_text(PACK, encoding="utf-8")
    return path


def test_packs_that_ship_are_the_same_read_ahead_or_as_yaml(tmp_path: Path) -> None:
    file = tmp_path / "packs.jsonl"
    ahead.write(packs.shipped(), file)
    assert [ahead.read(path, file) for path in packs.shipped()] == [read_mapping(path) for path in packs.shipped()]


def test_a_pack_that_has_changed_since_is_not_used(pack: Path, tmp_path: Path) -> None:
    file = tmp_path / "packs.jsonl"
    ahead.write([pack], file)
    assert ahead.read(pack, file) == {"pack": "prov", "rules": [{"id": "å", "words": ["a", "b"]}]}
    pack.write_text(f"{PACK}  - {{id: ö}}\n", encoding="utf-8")
    assert ahead.read(pack, file) is None


def test_a_pack_that_has_moved_is_still_known(pack: Path, tmp_path: Path) -> None:
    file = tmp_path / "packs.jsonl"
    ahead.write([pack], file)
    moved = pack.rename(tmp_path / "annat.yml")
    assert ahead.read(moved, file) is not None


def test_without_packs_read_ahead_none_is_found(pack: Path, tmp_path: Path) -> None:
    assert ahead.read(pack, tmp_path / "none") is None
    assert ahead.read(tmp_path / "none.yml", tmp_path / "none") is None


@pytest.mark.parametrize("text", ["datum: 2024-01-01\n", "1: ett\n", "fel: [\n"])
def test_a_pack_that_json_cant_say_is_left_to_yaml(tmp_path: Path, text: str) -> None:
    path, file = tmp_path / "prov.yml", tmp_path / "packs.jsonl"
    path.write_text(text, encoding="utf-8")
    ahead.write([path], file)
    assert ahead.read(path, file) is None
