"""The program has OpenBLAS take the routines that the processor can run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from klarsprak.kernels import CHOICE, choose, is_taken_for_older

PROCESSORS = Path("/proc/cpuinfo")
WIDE = "avx512f avx512cd avx512bw avx512dq avx512vl"


def described(maker: str, flags: str) -> str:
    processor = f"processor\t: 0\nvendor_id\t: {maker}\nmodel name\t: Some\nflags\t\t: fpu avx2 {flags}\n"
    return f"{processor}\n{processor}"


@pytest.mark.parametrize(
    ("description", "is_told"),
    [
        (described("AuthenticAMD", WIDE), True),
        (described("AuthenticAMD", WIDE) + "\nprocessor\t: 2\nvendor_id\t: AuthenticAMD\nflags\t: fp", True),
        (described("AuthenticAMD", WIDE.removesuffix(" avx512vl")), False),
        (described("AuthenticAMD", ""), False),
        (described("GenuineIntel", WIDE), False),
        ("", False),
        ("processor\t: 0\nBogoMIPS\t: 50.00\nFeatures\t: fp asimd evtstrm", False),
        ("flags", False),
    ],
)
def test_wide_routines_are_for_processors_that_have_them_and_are_taken_for_older(
    description: str, is_told: bool
) -> None:
    assert is_taken_for_older(description) is is_told


@pytest.fixture
def processors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A description of processors, in a process that has no numpy yet."""
    monkeypatch.delitem(sys.modules, "numpy", raising=False)
    path = tmp_path / "cpuinfo"
    path.write_text(described("AuthenticAMD", WIDE) * 100, encoding="utf-8")
    return path


def test_the_choice_is_made_for_the_process_and_its_children(processors: Path) -> None:
    environment: dict[str, str] = {}
    choose(environment, str(processors))
    assert environment == {CHOICE: "SkylakeX"}


def test_what_the_administrator_has_chosen_stays(processors: Path) -> None:
    environment = {CHOICE: "Haswell"}
    choose(environment, str(processors))
    assert environment == {CHOICE: "Haswell"}


def test_nothing_is_chosen_where_numpy_is_loaded_or_nothing_describes_the_processor(
    processors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment: dict[str, str] = {}
    choose(environment, str(processors.with_name("none")))
    monkeypatch.setitem(sys.modules, "numpy", pytest)
    choose(environment, str(processors))
    assert environment == {}


@pytest.mark.skipif(
    not (PROCESSORS.exists() and is_taken_for_older(PROCESSORS.read_text())), reason="OpenBLAS knows this processor"
)
def test_a_check_multiplies_by_the_routines_that_were_chosen() -> None:
    script = """
import sys
from klarsprak.cli import main
sys.argv = ["klarsprak", "check", "--exit-zero", "-"]
try:
    main()
finally:
    from threadpoolctl import threadpool_info
    print(*(each.get("architecture") for each in threadpool_info()), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        input="Hej! Vi ringer dig.",
        env={name: value for name, value in os.environ.items() if name != CHOICE},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.split() == ["SkylakeX"]
