"""What a worker does for a client of LanguageTool's: all from the form to the answer, so that nobody waits for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from klarsprak.finding import Level
from klarsprak.server.languagetool.annotated import text_of
from klarsprak.server.languagetool.choices import choices_of
from klarsprak.server.languagetool.form import Asked, parameters
from klarsprak.server.languagetool.matches import answer

if TYPE_CHECKING:
    from klarsprak.live.checking import LiveChecker


class Question(NamedTuple):
    """A request, and the most code points that its text may have."""

    asked: Asked
    most: int


def check(checker: LiveChecker, question: Question) -> bytes:
    """The answer, as JSON; raises ``RefusalError``.

    What is sent is a paragraph as often as a letter, and a match has to stand somewhere: what a whole letter lacks is
    not told.
    """
    given = parameters(question.asked)
    marked = text_of(given, question.most)
    choices = choices_of(given)
    found = checker.check(marked, whole=False, level=Level.INFO, wanted=choices.wants, every_place=True)
    return json.dumps(answer(found, marked.source, choices), ensure_ascii=False, separators=(",", ":")).encode()
