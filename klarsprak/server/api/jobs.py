"""What workers do: each loads what it needs when it is first asked, so that the event loop, which names it, needn't.

Answers that are JSON are written by the worker too: of a long letter that takes a while.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from klarsprak.server.api.questions import Document, FileQuestion, MailQuestion, TextQuestion

if TYPE_CHECKING:
    from klarsprak.live.checking import LiveChecker


def check_text(checker: LiveChecker, question: TextQuestion) -> bytes:
    """The report on a text."""
    from klarsprak.server.api import checking

    return _encoded(checking.check_text(checker, question))


def check_file(checker: LiveChecker, question: FileQuestion) -> bytes:
    """The report on the letters in a file."""
    from klarsprak.server.api import checking

    return _encoded(checking.check_file(checker, question))


def check_mail(checker: LiveChecker, question: MailQuestion) -> bytes:
    """The report on a mail that somebody writes, and whether it may be sent."""
    from klarsprak.server.api import mail

    return _encoded(mail.check_mail(checker, question))


def text_of(checker: LiveChecker, question: FileQuestion) -> bytes:
    """The texts of the letters in a file."""
    from klarsprak.server.api import texts

    return _encoded(texts.text_of(question))


def annotate_text(checker: LiveChecker, question: TextQuestion) -> Document:
    """A docx made of the text, with remarks in it."""
    from klarsprak.server.api import writing

    return writing.annotate_text(checker, question)


def annotate_file(checker: LiveChecker, question: FileQuestion) -> Document:
    """The file with remarks in it."""
    from klarsprak.server.api import writing

    return writing.annotate_file(checker, question)


def fix_text(checker: LiveChecker, question: TextQuestion) -> bytes:
    """The text with its safe suggestions put in."""
    from klarsprak.server.api import writing

    return _encoded(writing.fix_text(checker, question))


def fix_file(checker: LiveChecker, question: FileQuestion) -> Document:
    """The file with its safe suggestions put in."""
    from klarsprak.server.api import writing

    return writing.fix_file(checker, question)


def describe_rules(checker: LiveChecker, name: str) -> bytes:
    """All about the rules that a name means."""
    from klarsprak.server.api import rules

    return _encoded(rules.describe_rules(checker, name))


def describe_sender(checker: LiveChecker, _: None) -> bytes:
    """What the organisation has said of itself."""
    from klarsprak.server.api import rules

    return _encoded(rules.describe_sender(checker))


def _encoded(data: dict[str, Any]) -> bytes:
    """The data as JSON; half a surrogate pair, which a client may send, can't be written and is a question mark."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
