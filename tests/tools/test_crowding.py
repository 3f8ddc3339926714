"""How crowded the code is, counted."""

from __future__ import annotations

from tools.crowding import measure


def test_each_way_that_divides_is_a_point_and_each_line_of_a_function_a_line() -> None:
    source = "X = 1\n\n\ndef f(a, b):\n    if a and b:\n        return 1\n    return [c for c in a if c]\n"
    crowding = measure(source)
    assert (crowding.points, crowding.lines) == (1 + 1 + 1 + 2, 4)
    assert crowding.high == 0


def test_a_function_in_a_function_has_its_points_counted_and_its_lines_once() -> None:
    source = "def f():\n    def g(a):\n        if a:\n            return 1\n    return g\n"
    assert measure(source).lines == 5
    assert measure(source).points == 3
