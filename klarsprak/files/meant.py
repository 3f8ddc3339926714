"""What was meant where a name is wrong."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(wrong: str, right: Iterable[str]) -> str:
    """`` Menade du ”…”?`` where something like it exists, else nothing."""
    near = nearest(wrong, right)
    return "" if near is None else f" Menade du ”{near}”?"


def nearest(wrong: str, right: Iterable[str]) -> str | None:
    """The name that was probably meant, if any resembles the wrong one."""
    from difflib import get_close_matches  # only where something is wrong

    if len(wrong) > _LONGEST:
        return None
    return next(iter(get_close_matches(wrong, list(right), n=1, cutoff=0.6)), None)


_LONGEST = 60


def short(text: str) -> str:
    """What a file holds, as much of it as an error may repeat: *aaaaaa …*."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
