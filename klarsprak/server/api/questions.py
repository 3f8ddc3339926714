"""What is asked of a worker: plain data that crosses to another process."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from klarsprak.finding import Level


class Mode(StrEnum):
    """How remarks are written into a document."""

    COMMENTS = "comments"
    CHANGES = "changes"
    """Safe suggestions, as tracked changes."""


class TextQuestion(NamedTuple):
    """A text, or a paragraph of one where it isn't ``whole``.

    ``level`` is the lowest that is told; None leaves it to what is asked.
    """

    text: str
    whole: bool = True
    level: Level | None = None
    mode: Mode = Mode.COMMENTS


class FileQuestion(NamedTuple):
    """A file by its content and the name that it had; ``level`` as of a text.

    With ``blocks`` the answer holds the text of each block, for one who has the letter open and looks for its places.
    """

    data: bytes
    name: str
    level: Level | None = None
    mode: Mode = Mode.COMMENTS
    blocks: bool = False
    complete: bool = False
    """Whether the answer is to be whole reports, for a program that shows them in its own way."""


class AttachedFile(NamedTuple):
    """What is attached to a mail: its name and its content."""

    name: str
    data: bytes


class CheckedFile(NamedTuple):
    """What was attached and checked before the mail is sent: its name, and how many remarks stop the mail."""

    name: str
    stopping: int


class MailQuestion(NamedTuple):
    """A mail that somebody writes, with the quoted ones below it, as the mail program has it."""

    subject: str = ""
    body: str = ""
    is_html: bool = False
    sender: str = ""
    """*Eva Ek <eva.ek@ekvalla.se>*."""
    attached: tuple[AttachedFile, ...] = ()
    checked: tuple[CheckedFile, ...] = ()
    is_brief: bool = False
    """Whether only is asked if the mail may be sent."""


class Document(NamedTuple):
    """A file that has been made: its content, the name to save it by, and how many changes were made in it."""

    data: bytes
    name: str
    changes: int = 0


class RefusedError(Exception):
    """What was asked can't be answered; ``message`` is one Swedish sentence or two for the one who asked."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, message)
        self.status = status
        self.message = message
