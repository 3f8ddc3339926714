"""What an archive file holds, one thing at a time: a letter, what stands for one, or what is passed over."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from klarsprak.audit.letter.record import Record
from klarsprak.readers import LARGEST_FILE

TOO_LARGE = f"Filen är för stor. Den får vara högst {LARGEST_FILE // 1024**2} MB."


class BadMemberError(Exception):
    """What can't be unpacked; the text is a Swedish sentence."""


class Member(NamedTuple):
    """A letter in an archive file; ``fetch`` raises ``BadMemberError``.

    ``record`` is what an archive package says of it; a member that is passed over isn't fetched.
    """

    name: str
    fetch: Callable[[], bytes]
    record: Record | None = None
    passed_over: bool = False


def raise_bad(why: str) -> bytes:
    """Raise ``BadMemberError``: what stands for the content of a member that has none."""
    raise BadMemberError(why)


def shown(within: str, name: str) -> str:
    """A member's name after that of its archive file; what is no UTF-8 is shown as escapes: *arkiv.zip/brev.docx*."""
    return f"{within}/{name}".encode("utf-8", "backslashreplace").decode()
