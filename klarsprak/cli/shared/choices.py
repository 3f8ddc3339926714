"""What options may say, and what is made of it: names, formats, levels, days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from klarsprak.cli.shared.errors import UsageError, one_of
from klarsprak.finding import Level

LEVELS = [str(level) for level in Level]
"""What options that take a level may say."""


def format_of(given: str | None, output: Path | None, formats: Collection[str], otherwise: str) -> str:
    """The format that is given, else the one of the file's name; ``otherwise`` is for a name that tells none.

    Raises ``UsageError`` where the name tells a format that there isn't.
    """
    if given is not None:
        return one_of("--format", given, formats)
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if suffix in formats:
        return suffix
    if suffix in ("", "txt"):
        return otherwise
    raise UsageError(f"{output}: ”{suffix}” är inget format. Skriv --format och ett av {', '.join(formats)}.")


def day_in(option: str, text: str) -> date:
    """The day that an option is given; raises ``UsageError`` for what is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option}: ”{text}” är inget datum. Skriv det så här: 2026-11-25.") from None


def split_names(given: list[str] | None) -> list[str]:
    """Names that are given one by one or with commas between: *ton, mallrest*."""
    parts = ",".join(given or ()).split(",")
    return list(filter(None, map(str.strip, parts)))


def seconds_in(path: Path | None) -> float:
    """What a letter may take by the configuration there; raises ``FileError`` for one that can't be used."""
    from klarsprak.config.model import Config, load_config

    config = load_config(path) if path else Config()
    return config.limits.seconds
