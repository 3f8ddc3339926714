"""Which files a pattern of ``path_ignores`` means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import normalize

_ELSEWHERE = re.compile(r"[\[\]!]|^#| $")
"""What means something in ``.gitignore`` and nothing here: *[utkast].docx*, *#1.docx*."""
_STARS_AND_NAME = re.compile(r"(?<![^/])\*\*(?=[^/*])")
"""Two stars that begin a name, *\\*\\*.docx*, stand for the folders before it and a part of it."""


class PathPattern:
    """A pattern for paths with ``/``: *mallar/gamla/\\*\\**, *\\*.eml*.

    ``*`` stays within a name, ``**`` crosses folders, ``?`` is one sign; capitals don't matter, and ``\\`` is a
    ``/``.  What names a folder holds for all in it, and a name without ``/`` wherever it is found, as in
    ``.gitignore``.
    """

    def __init__(self, pattern: str) -> None:
        from pathspec import GitIgnoreSpec  # not needed where no rule is ignored anywhere

        self._spec = GitIgnoreSpec.from_lines([_as_gitignore(pattern)])

    def matches(self, path: str) -> bool:
        """Whether the file is meant; what is attached to a mail is where the mail is."""
        name = normalize("NFC", path).lower()
        return any(map(self._spec.match_file, _with_carriers(name)))


def _as_gitignore(pattern: str) -> str:
    """The pattern as it stands in ``.gitignore``, in small letters."""
    plain = normalize("NFC", pattern).lower().replace("\\", "/")
    path = plain.removeprefix("./").rstrip("/")
    escaped = _ELSEWHERE.sub(r"\\\g<0>", path)
    return _STARS_AND_NAME.sub("**/*", escaped)


def _with_carriers(name: str) -> Iterator[str]:
    """The file and the mails that it is attached to: *mejl.eml* and *mejl.eml#bilaga.docx*."""
    return accumulate(name.split("#"), "{}#{}".format)
