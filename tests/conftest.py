"""How the tests run."""

from __future__ import annotations

import os

from hypothesis import settings

# Tests that kill processes fork them; a fork of a process with threads may hang, and numpy would start some.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# The same examples every time: a test that fails on one machine fails on the next.
# None is timed: a busy machine is no fault of the program.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
