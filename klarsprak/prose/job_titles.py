"""What somebody is called at work, a short form and all: *GIS-ingenjör*, *LSS-handläggaren Therese*."""

from __future__ import annotations

import re

from klarsprak.language.analysed import AnalysedBlock

_JOB = re.compile(
    r"-(?:handläggare|ingenjör|samordnare|sekreterare|chef|assistent|konsult|pedagog|lärare|tekniker|strateg|"
    r"utredare|rådgivare|inspektör|administratör|ansvarig|ombud|sköterska|kurator|vägledare)n?"
)
_NAME_AFTER = re.compile(r" [A-ZÅÄÖ][a-zåäöé]")
_POST = re.compile(r"\b(?:tjänst|tjänsten|jobb|jobbet|anställning|anställningen|arbetar|jobbar|arbetat) som $", re.I)
"""What one applies for and is called: *tjänsten som* GIS-ingenjör."""


def is_title(block: AnalysedBlock, match: re.Match[str]) -> bool:
    """Whether the short form's compound is a post's own name, which nobody can write in other words.

    It stands beside a name, in a line of them, or in what one has applied for; *frågor svarar din LSS-handläggare på*
    may as well say more.
    """
    if not _JOB.fullmatch(match["compound"] or ""):
        return False
    if not block.is_prose or _NAME_AFTER.match(block.text, match.end()):
        return True
    return _POST.search(block.text[: match.start()]) is not None
