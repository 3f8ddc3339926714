"""Which files are pages that this program wrote about letters, and no letters themselves."""

from __future__ import annotations

import re
from pathlib import Path

from klarsprak.files.there import is_existing_file

_SUFFIXES = (".html", ".htm")
_LONGEST_HEAD = 1_500
"""Bytes from the page's first to what it says that it was made with; a third of them are used."""
_HEAD = re.compile(
    rb'<!DOCTYPE html>\s*<html lang="sv">\s*<head>\s*(?:<meta [^<>]{1,600}>\s*){1,8}'
    rb'<meta name="generator" content="klarsprak [^"<>]{1,60}">'
)
"""How all such pages begin; a letter that quotes one, or is pasted from it, begins with a head of its own."""


def is_own_report(path: Path) -> bool:
    """Whether a file is a report on letters as HTML, in a folder where it may lie beside them.

    Only the beginning is read, and only of files with the suffix of such a page.
    """
    if path.suffix.lower() not in _SUFFIXES:
        return False
    try:
        if not is_existing_file(path):  # a pipe would be waited for
            return False
        with path.open("rb") as stream:
            return _HEAD.match(stream.read(_LONGEST_HEAD)) is not None
    except OSError:  # told when it is read as a letter
        return False
