"""The multiplication routines that numpy's OpenBLAS takes, chosen before numpy is loaded.

numpy's wheels leave out the routines that OpenBLAS would take on AMD's newer processors, and it falls back on those
for older ones, although the wheels hold routines that fit: a letter's products took twice as long as they need.
"""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping
from contextlib import suppress

CHOICE = "OPENBLAS_CORETYPE"
"""The variable by which OpenBLAS is told which processor's routines to take; it looks when it is loaded."""
_WIDE = "SkylakeX"
_NEEDED = frozenset({"avx512f", "avx512cd", "avx512bw", "avx512dq", "avx512vl"})
"""What those routines ask of a processor."""
_MAKER = "AuthenticAMD"
"""Whose processors are taken for older ones; others' are told rightly."""
_DESCRIPTION = "/proc/cpuinfo"
_FIRST = 8_192
"""Bytes that hold the first processor's description: there may be hundreds, all alike."""


def choose(environment: MutableMapping[str, str] = os.environ, description: str = _DESCRIPTION) -> None:
    """Have OpenBLAS take the wide routines where the processor has them and would be taken for one that hasn't.

    For a program of its own, before anything imports numpy; what the administrator has chosen stays.  Only Linux
    describes its processors in a file; elsewhere nothing happens.
    """
    if CHOICE in environment or "numpy" in sys.modules:
        return
    with suppress(OSError), open(description, encoding="ascii", errors="replace") as file:  # noqa: PTH123 - at start
        if is_taken_for_older(file.read(_FIRST)):
            environment[CHOICE] = _WIDE


def is_taken_for_older(description: str) -> bool:
    r"""Whether a processor so described can do more than OpenBLAS thinks.

    >>> is_taken_for_older("vendor_id\t: AuthenticAMD\nflags\t: avx512f avx512cd avx512bw avx512dq avx512vl")
    True
    >>> is_taken_for_older("vendor_id\t: AuthenticAMD\nflags\t: fpu avx2")
    False
    """
    first: dict[str, str] = {}
    for line in description.splitlines():
        name, _, value = line.partition(":")
        first.setdefault(name.strip(), value)
    return first.get("vendor_id", "").strip() == _MAKER and set(first.get("flags", "").split()) >= _NEEDED
