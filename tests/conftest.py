"""How the tests run."""

from __future__ import annotations

from hypothesis import settings

# The same examples every time: a test that fails on one machine fails on the next.
# None is timed: a busy machine is no fault of the program.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
