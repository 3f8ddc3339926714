"""Every regular expression is measured on the texts that are hardest for it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tools.expressions import slow

_ONLY_HERE = "tests"


@pytest.mark.parametrize(
    "regex", [r"(?:<!--.*?-->\s*)*<office", r"\s*x?\s*y?\s*z", "(?:a|a)*b", r"(?:\s+\w*){3,}!", r"\S+@\S+@\S+$"]
)
def test_what_takes_more_than_the_square_of_a_text_is_found(regex: str) -> None:
    (found,) = slow([((regex, int(re.DOTALL)), _ONLY_HERE)])
    assert found.where == _ONLY_HERE


@pytest.mark.parametrize("regex", [r"(?:(?><!--.*?-->)\s*+)*+<office", r"\w+ing\b", "[^.]*b", r"\s*+x?+\s*+y"])
def test_what_takes_the_square_of_a_text_at_most_is_not(regex: str) -> None:
    assert list(slow([((regex, 0), _ONLY_HERE)])) == []


@pytest.mark.parametrize(
    ("regex", "is_slow"),
    [
        (r"[^.]*b", True),
        (r"[^.]{0,300}b", False),
        (r"\w+ing\b", False),  # no word is longer than a hundred signs where it is looked for
        (r"[^\s.!?][^.!?]*+(?P<stop>[.!?])?", False),
    ],
)
def test_what_takes_the_square_of_a_whole_paragraph_is_found_where_it_is_asked_for(regex: str, is_slow: bool) -> None:
    assert bool(list(slow([((regex, 0), _ONLY_HERE)], 20_000))) is is_slow


def test_a_tenth_of_all_expressions_take_no_longer_than_they_may() -> None:
    command = [sys.executable, "-m", "tools.expressions", "--share", "10", "--seed", "739948"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
