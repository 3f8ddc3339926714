"""What may be said of an error of the program's own: its text may quote a letter, and is never told."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb


def where(error: BaseException) -> str:
    """The error's kind, and the line that it was raised in: *KeyError, checker.py rad 12*."""
    frames = extract_tb(error.__traceback__)
    place = f", {Path(frames[-1].filename).name} rad {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
