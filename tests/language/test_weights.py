"""The network's file: whole, damaged, and as spaCy's pipeline has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from klarsprak.files.errors import FileError
from klarsprak.language import weights
from klarsprak.language.mapped import sealed
from klarsprak.language.weights import NETWORK, read_weights, write_weights
from training.exported import exported, restored

DAMAGES: list[Callable[[bytes], bytes]] = [
    lambda data: b"",
    lambda data: data[:-1],
    lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
    lambda data: data[:-2_000] + bytes([data[-2_000] ^ 1]) + data[-1_999:],
    lambda data: sealed(b""),
    lambda data: sealed(b"\0" + data[1:-4]),
    lambda data: sealed(data[:-68]),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "network.bin"
    path.write_bytes(damage(NETWORK.read_bytes()))
    with pytest.raises(FileError, match=r"network.bin: .*Installera klarsprak på nytt.$"):
        read_weights(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"network.bin: .*Installera klarsprak på nytt.$"):
        read_weights(tmp_path / "network.bin")


def test_what_was_read_is_written_as_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "network.bin"
    write_weights(read_weights(), path)
    assert path.read_bytes() == NETWORK.read_bytes()


def test_nothing_is_lost_on_the_way_to_spacys_pipeline_and_back(tmp_path: Path) -> None:
    path = tmp_path / "network.bin"
    write_weights(exported(restored()), path)
    assert path.read_bytes() == NETWORK.read_bytes()


def test_arrays_lie_in_the_file_and_none_can_be_written_to() -> None:
    for array in weights._listed(read_weights()):
        assert not array.flags.writeable
        assert array.flags.c_contiguous
        assert array.ctypes.data % 64 == 0
