"""Message → judgement, in a worker that has loaded the rules."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from klarsprak.pool.checks import CheckError
from klarsprak.processes import limit_memory

if TYPE_CHECKING:  # the process that talks to mail systems can do without the language model
    from klarsprak.gate.examine import Examined, Examiner

_NAME = "mejl.eml"
_CANT = "programmet klarade inte mejlet ({fault})."


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a message may go; if not, why, and the report on it to look at."""

    passes: bool
    reasons: tuple[str, ...] = ()
    page: bytes = b""


def prepare(config: Path | None) -> Examiner:
    """An examiner that has examined a letter already: the first one takes a while."""
    from klarsprak.gate import attachments
    from klarsprak.gate.examine import Examiner

    examiner = Examiner(config, Path.cwd())
    attachments.warm(examiner.warm())
    limit_memory(examiner.memory)
    _be_quiet()
    return examiner


def judge(examiner: Examiner, content: bytes) -> Judgement:
    """The judgement on a message; raises ``CheckError`` where our own program fails."""
    examined = examiner.examine(content, _NAME)
    if examined.fault:
        raise CheckError(_CANT.format(fault=examined.fault))
    if examined.verdict.passes:
        return Judgement(True)
    return Judgement(False, examined.verdict.reasons, _page(content, examined))


def _page(content: bytes, examined: Examined) -> bytes:
    """The report on the message, to look at."""
    from datetime import datetime

    from klarsprak.gate.attachments import attachments

    made = attachments(content, examined, _NAME, datetime.now())
    return next(data for ending, data in made.items() if ending.endswith(".html"))


def _be_quiet() -> None:
    """What a library says of a message may quote it, and our standard error is a log."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
