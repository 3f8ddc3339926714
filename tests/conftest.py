"""How the tests run."""

from __future__ import annotations

from hypothesis import settings

# The same examples every time: a test that fails on one machine fails on the next.
settings.register_profile("same", derandomize=True)
settings.load_profile("same")
