"""What reads a file that lies in another one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from klarsprak.letter import Letter, Unreadable

AttachmentReader = Callable[[bytes, str], Iterator[Letter | Unreadable]]
"""Reads a file's content, shown under the name that is given, and what is attached to it."""
