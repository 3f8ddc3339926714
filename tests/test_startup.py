"""Collections are put off while rules are loaded, and made seldom by the program."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from klarsprak.startup import uncollected


def test_no_collection_is_made_meanwhile_and_all_that_is_new_is_old_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        new = [[] for _ in range(10)]
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    assert not any(each is new for generation in (0, 1) for each in gc.get_objects(generation))


def test_collections_go_on_after_a_fault() -> None:
    @uncollected()
    def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert gc.isenabled()


def test_collections_that_are_off_stay_off() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_program_collects_garbage_seldom_and_not_at_exit() -> None:
    code = "import gc; from klarsprak.startup import seldom\nseldom()\nprint(gc.get_threshold()[0], gc.isenabled())"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "100000 True\n"
